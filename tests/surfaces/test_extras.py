"""What is not installed, and what is said of the servers."""

from __future__ import annotations

import json
import re
import sys
import tomllib

import pytest

from linter import __version__
from linter.cli import COMMANDS
from tests.support.program import ROOT, call

PAGES = [ROOT / "docs" / name for name in ("editors.md", "editors.zh-CN.md")]
EXTENSION = ROOT / "docs" / "editors" / "vscode"


@pytest.mark.parametrize(
    ("command", "module", "extra"),
    [
        ("server", "pygls", "server"),
        ("mcp", "mcp", "mcp"),
        ("serve", "starlette", "web"),
        ("serve", "uvicorn", "web"),
    ],
)
def test_without_its_extra_a_server_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, command: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    done = call(command, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr == f"this command needs an extra; install it: pip install 'reportlint[{extra}]'\n"


def test_every_extra_is_one_of_the_project() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for page in PAGES:
        named = set(re.findall(r"reportlint\[(\w+)\]", page.read_text("utf-8")))
        assert named == {"server", "mcp"} <= set(extras) & set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_settings_for_editors_are_well_formed(page: object) -> None:
    snippets = re.findall(r"```(\w+)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    assert {kind for kind, _ in snippets} == {"sh", "json", "lua", "toml"}
    for kind, text in snippets:
        read = {"json": json.loads, "toml": tomllib.loads}.get(kind, str)
        assert read(text)


def test_the_extension_is_of_this_version_and_starts_this_program() -> None:
    package = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    locked = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert package["version"] == locked["version"] == __version__
    assert locked["packages"][""]["dependencies"] == package["dependencies"]
    started = package["contributes"]["configuration"]["properties"]["reportlint.command"]
    assert started["default"] == ["reportlint", "server"]
    assert started["scope"] == "machine", "a folder must not say which program is run"
    assert (EXTENSION / package["main"]).is_file()
    assert (EXTENSION / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
