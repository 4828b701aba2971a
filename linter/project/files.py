"""Which files a run is about."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from linter.model.errors import UnreadableError
from linter.readers import SUFFIXES


def expand(paths: Iterable[str], excluded: Callable[[str], bool]) -> Iterator[str]:
    """The files that paths stand for: folders are walked, in order of name; the rest is taken as it is.

    In a folder, hidden files, the lock files of Word (`~$…`), files that git ignores and excluded ones
    are left out. Raises UnreadableError for a path that does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        if path != "-" and not os.path.exists(path):
            raise UnreadableError(
                f"{path}：没有这个文件或文件夹，请检查路径", f"{path}: no such file or folder; check the path"
            )
        found = _walk(path) if os.path.isdir(path) else [path]
        for name in found:
            if name not in seen and (name == path or not excluded(name)):
                seen.add(name)
                yield name


def identity(path: str) -> object:
    """What two names of one file (`a.txt`, `./a.txt`, a link) have in common."""
    try:
        found = os.stat(path)
    except OSError:
        return path
    return (found.st_dev, found.st_ino) if found.st_ino else path


def _walk(folder: str) -> list[str]:
    """The readable files below a folder."""
    listed = _listed_by_git(folder)
    names = listed if listed is not None else _listed_by_walk(folder)
    return sorted(os.path.normpath(name) for name in names if _is_wanted(os.path.relpath(name, folder)))


def _is_wanted(name: str) -> bool:
    hidden = any(piece.startswith((".", "~$")) for piece in name.split(os.sep))
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
