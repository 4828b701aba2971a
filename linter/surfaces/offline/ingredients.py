"""What the offline page takes from package registries: pinned in `ingredients.json`, by version and hash."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from linter.model.errors import ConfigError


class Ingredient(NamedTuple):
    """A package of a registry."""

    name: str
    registry: str
    """`npm` or `pypi`."""
    version: str
    file: str
    """The name of its archive, as the registry's client calls it."""
    sha256: str
    """Of the archive."""
    licence: str
    what: str
    """What it is for."""


def listed() -> list[Ingredient]:
    """Every ingredient."""
    text = files(__package__).joinpath("ingredients.json").read_text("utf-8")
    return [Ingredient(**each) for each in json.loads(text)]


def collected(folder: str) -> Mapping[str, bytes]:
    """The archives by the names of their packages, from a folder; those that it lacks are put there.

    Raises ConfigError: one cannot be had, or is not the one that is pinned.
    """
    return {each.name: _collected(each, folder) for each in listed()}


def _collected(ingredient: Ingredient, folder: str) -> bytes:
    path = os.path.join(folder, ingredient.file)
    if not os.path.exists(path):
        _fetch(ingredient, folder)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        raise _unavailable(ingredient) from None
    if sha256(data).hexdigest() != ingredient.sha256:
        raise ConfigError(
            f"{path}：内容与登记的校验值不符，没有采用。请删除后重试",
            f"{path}: is not the file that was pinned and was not used; delete it and try again",
        )
    return data


def _fetch(ingredient: Ingredient, folder: str) -> None:
    """Ask the client of the registry for the archive."""
    try:
        subprocess.run(
            _command(ingredient), check=True, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise _unavailable(ingredient) from None


def _command(ingredient: Ingredient) -> list[str]:
    """What puts the archive into the folder that it is run in. Raises ConfigError: there is no npm."""
    pinned = f"{ingredient.name}{'@' if ingredient.registry == 'npm' else '=='}{ingredient.version}"
    if ingredient.registry == "npm":
        npm = shutil.which("npm")  # npm.cmd on Windows, which is found in no other way
        if npm is None:
            raise _unavailable(ingredient)
        return [npm, "pack", "--silent", "--ignore-scripts", pinned]
    platform = ingredient.file.removesuffix(".whl").rpartition("-")[2]
    return [
        *(sys.executable, "-P", "-m", "pip", "download", "--quiet", "--no-deps"),
        *("--only-binary", ":all:", "--platform", platform, pinned),
    ]


def _unavailable(ingredient: Ingredient) -> ConfigError:
    name, file = f"{ingredient.name} {ingredient.version}", ingredient.file
    client = "npm" if ingredient.registry == "npm" else "pip"
    return ConfigError(
        f"取不到 {name}（{ingredient.what}）。请检查 {client} 和网络，"
        f"或者把 {file} 放进文件夹，用 --ingredients 指明",
        f"cannot get {name} ({ingredient.what}): check {client} and the network, "
        f"or put {file} into a folder and name it by --ingredients",
    )
