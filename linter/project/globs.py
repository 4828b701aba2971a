"""Globs as in `.gitignore`, relative to a folder: no configuration can hang the program with one."""

import os
import re
from collections.abc import Collection
from functools import cache
from typing import Any

from linter.text import patterns


def fits(globs: Collection[str], folder: str, path: str) -> bool:
    """Whether a path fits globs relative to a folder: the last glob that matches it decides, `!` excludes.

    For a path outside of the folder, as where `--config` names a file elsewhere, they are relative to the
    working directory.
    """
    relative = (_below(folder, path) or _below(".", path)) if globs else None
    verdict = False
    for glob in globs if relative else ():
        if compiled(glob.removeprefix("!")).fullmatch(relative):
            verdict = not glob.startswith("!")
    return verdict


def _below(folder: str, path: str) -> str | None:
    """A path relative to a folder, with `/`; None where it leads out of it."""
    try:
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(folder)).replace(os.sep, "/")
    except (ValueError, FileNotFoundError):  # on another drive of Windows; the working directory is gone
        return None
    return None if relative == ".." or relative.startswith("../") else _text(relative)


@cache
def compiled(glob: str) -> Any:
    """A glob as a pattern of the linear engine: no configuration can hang the program.

    Raises PatternError.
    """
    return patterns.compile(translate(_text(glob)))


def _text(name: str) -> str:
    """A name as the engine takes it, which wants UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def translate(glob: str) -> str:
    """A regular expression for a glob as in `.gitignore`.

    `*` and `?` stay within a folder, `**` does not; a glob without `/` (but at its end) fits at any
    depth; one that names a folder fits everything in it. `./` at its beginning says what `/` does.
    """
    body = glob.removeprefix("./").strip("/")
    anchored = "/" in glob.rstrip("/")
    tokens = re.split(r"(\*\*/|/\*\*$|\*|\?|\[!?\]?[^\]]{0,1000}\])", body)
    expression = "".join(_GLOB.get(token) or _literal(token) for token in tokens)
    return ("" if anchored else "(?:.*/)?") + expression + ("/.*" if glob.endswith("/") else "(?:/.*)?")


_GLOB = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def _literal(token: str) -> str:
    if token.startswith("[") and token.endswith("]"):
        # A class holds characters and ranges only; what else a regular expression knows there is literal.
        inside = re.sub(r"[\\\[&|~]|-(?=-)", r"\\\g<0>", token[1:-1])
        return within_name(f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]")
    return re.escape(token)


def within_name(characters: str) -> str:
    """A class of characters of a regular expression, `[…]`, as one that never fits the `/` of a path."""
    inside = characters[1:-1]
    if inside in ("", "^"):  # no class: the engine refuses it
        return characters
    if inside.startswith("^"):
        return f"[^/{re.sub('^[]-]', _escaped, inside[1:])}]"
    kept = "".join(_without_slash(item) for item in re.finditer(r"(?s)(\\?.)(?:-(\\?.))?", inside))
    if kept.startswith("^"):  # what stood before it is gone
        kept = f"\\{kept}"
    return f"[{kept or _NEVER}]"


def _without_slash(item: re.Match[str]) -> str:
    """A character or range of a class; of a range that holds `/`, what is before it and what is behind it."""
    first, last = item[1], item[2] or item[1]
    if not first[-1] <= "/" <= last[-1]:
        return item[0]
    return f"{first}-." * (first[-1] < "/") + f"0-{last}" * (last[-1] > "/")


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


_NEVER = r"\x00"
"""A character that no path has."""
