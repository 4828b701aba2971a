"""The files of a project: which ones a run judges, and their content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from linter.model.errors import UnreadableError, reason
from linter.readers import SUFFIXES

SUPPRESSIONS = ".reportlint.yml"
"""The suffix that, added to the name of a draft, is the name of its file of suppressions."""

MAX_BYTES = 100 << 20
"""Larger files are not read."""


def load(path: str) -> bytes:
    """The bytes of a file. Raises UnreadableError."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        zh, en = _reason(error)
        raise UnreadableError(f"{path}：{zh}", f"{path}: {en}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{path}：文件超过 100 MB，不予读取。请拆分后再检查",
            f"{path}: the file is larger than 100 MB and was not read; split it",
        )
    return data


def missing(path: str) -> bytes:
    """Raises UnreadableError: there is no such file. Used instead of `load` where that is known."""
    raise UnreadableError(
        f"{path}：没有这个文件或文件夹，请检查路径", f"{path}: no such file or folder; check the path"
    )


def expand(paths: Iterable[str], excluded: Callable[[str], bool]) -> Iterator[str]:
    """The files at paths, each once: those in folders in order of name; other paths as they are given,
    whether or not they exist.

    In a folder, hidden files, the lock files of Word (`~$…`), files that git ignores and excluded ones
    are left out.
    """
    seen: set[object] = set()
    for path in paths:
        found = _walk(path) if os.path.isdir(path) else [path]
        for name in found:
            if name == path or not excluded(name):
                known = identity(name)
                if known not in seen:
                    seen.add(known)
                    yield name


def identity(path: str) -> object:
    """A key that is equal for all names of one file: `a.txt`, `./a.txt`, a link."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path
    return (found.st_dev, found.st_ino) if found.st_ino else path


def size(path: str) -> int:
    """The size of a file in bytes; 0 if it is unknown."""
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _reason(error: Exception) -> tuple[str, str]:
    match error:
        case FileNotFoundError():
            return "找不到该文件，请核对路径", "no such file; check the path"
        case IsADirectoryError():
            return "这是文件夹，不是文件", "this is a folder, not a file"
        case PermissionError():
            return "没有读取权限，请检查文件权限或是否被占用", "permission denied; check its access rights"
        case OSError():
            why = reason(error)
            return f"无法打开（{why.zh}）", f"cannot be opened ({why.en})"
        case _:
            return "路径中有非法字符", "the path holds an illegal character"


def _walk(folder: str) -> list[str]:
    """The readable files below a folder."""
    listed = _listed_by_git(folder)
    names = listed if listed is not None else _listed_by_walk(folder)
    return sorted(os.path.normpath(name) for name in names if _is_wanted(os.path.relpath(name, folder)))


def _is_wanted(name: str) -> bool:
    hidden = any(component.startswith((".", "~$")) for component in name.split(os.sep))
    return not hidden and os.path.splitext(name)[1].lower() in SUFFIXES


def _listed_by_git(folder: str) -> list[str] | None:
    """What git tracks or does not ignore below a folder.

    None where git cannot tell: no git, no repository, or the folder itself is ignored.
    """
    listed = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed is None or (not listed and _git(folder, "check-ignore", os.path.realpath(folder)) is not None):
        return None
    names = (os.fsdecode(name) for name in listed.split(b"\0") if name)
    return [path for name in dict.fromkeys(names) if os.path.isfile(path := os.path.join(folder, name))]


def _git(folder: str, *arguments: str) -> bytes | None:
    """What git prints; None where it fails or is not there."""
    import subprocess  # only folders need it

    try:
        return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def _listed_by_walk(folder: str) -> list[str]:
    found = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(base, name) for name in names]
    return found
