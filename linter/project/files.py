"""The files of a project: which ones a run judges, and their content."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from errno import EFBIG
from itertools import islice
from typing import BinaryIO

from linter import bounded
from linter.model.errors import BoundsError, UnreadableError, reason
from linter.model.message import Message
from linter.readers import SUFFIXES

SUPPRESSIONS = ".reportlint.yml"
"""The suffix that, added to the name of a draft, is the name of its file of suppressions."""

MISNAMED_SUPPRESSIONS = ".reportlint.yaml"
"""What that file is easily called; it would be passed over in silence."""

ANNOTATED = Message("批注", "reviewed")
"""What `reportlint annotate` adds to the name of a draft, for the copy with comments: 总结-批注.docx."""

MAX_BYTES = 100 << 20
"""Larger files are not read."""


def annotated_name(stem: str, suffix: str, lang: str) -> str:
    """What the copy with comments of a draft is called, whose name or path without its suffix is `stem`."""
    return f"{stem}-{ANNOTATED.say(lang)}{suffix}"


def load(path: str) -> bytes:
    """The bytes of a file. Raises UnreadableError."""
    try:
        return bounded.read(path, MAX_BYTES, pipe=True)
    except (OSError, ValueError) as error:
        raise UnreadableError(*_reason(error).about(path)) from None


def load_stream(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream, as standard input, which is called `name`. Raises UnreadableError."""
    data = stream.read(MAX_BYTES + 1)
    require_size(data, name)
    return data


def require_size(data: bytes, name: str) -> None:
    """Raises UnreadableError if these are more bytes than a file may have."""
    if len(data) > MAX_BYTES:
        raise too_large(name)


def too_large(name: str) -> UnreadableError:
    """The error about a file that has more bytes than it may have."""
    return UnreadableError(*_TOO_LARGE.about(name))


_TOO_LARGE = Message(
    "文件超过 100 MB，不予读取。请拆分后再检查", "the file is larger than 100 MB and was not read; split it"
)


def missing(path: str) -> bytes:
    """Raises UnreadableError: there is no such file. Used instead of `load` where that is known."""
    if os.path.islink(path):
        raise UnreadableError(
            f"{path}：这个链接所指的文件不存在，请改正或删去链接",
            f"{path}: the file that this link leads to is not there; mend or delete the link",
        )
    if _WILD.intersection(path):
        raise UnreadableError(
            f"{path}：没有合这个通配的文件。通配由命令行展开，外面不要加引号；给出文件夹，其中的文件都会检查",
            f"{path}: no file fits it. The shell expands globs, where they are not quoted; "
            "of a folder all files are checked",
        )
    near = _near(path)
    raise UnreadableError(
        f"{path}：没有这个文件或文件夹" + (f"，是否应为“{near}”？" if near else "，请检查路径"),
        f"{path}: no such file or folder; " + (f"did you mean '{near}'?" if near else "check the path"),
    )


def _near(path: str) -> str:
    """The path of something in the same folder whose name is like that of `path`; empty without one."""
    folder, name = os.path.split(path.rstrip(os.sep))
    try:
        with os.scandir(folder or os.curdir) as found:
            names = [entry.name for entry in islice(found, _MOST_NAMES) if not entry.name.startswith(".")]
    except OSError:
        return ""
    from linter.schema.hints import nearest

    by_stem = {os.path.splitext(each)[0]: each for each in sorted(names)}  # alike but for .txt is not alike
    near = nearest(os.path.splitext(name)[0], by_stem)
    return os.path.join(folder, by_stem[near]) if near else ""


_MOST_NAMES = 400
"""In larger folders no more names are looked at."""


_WILD = frozenset("*?[")
"""Characters of globs."""


def globbed(paths: Iterable[str], system: str = os.name) -> list[str]:
    """The paths of a command line; on Windows, whose shells leave that to the programs, `*` and `?` in them
    stand for the files that fit. What fits none stays as it is.
    """
    if system != "nt":
        return list(paths)
    from glob import glob

    return [
        name
        for path in paths
        for name in (sorted(glob(path.replace("[", "[[]"))) if set("*?") & set(path) else ()) or [path]
    ]


def expand(
    paths: Iterable[str],
    excluded: Callable[[str], bool],
    on_copy: Callable[[str], object] = lambda path: None,
) -> Iterator[str]:
    """The files at paths, each once, without those that are `excluded`: those in folders in order of name;
    other paths as they are given, whether or not they exist.

    In a folder, hidden files, the lock files of Word (`~$…`), files that git ignores and what is no regular
    file are left out; so are our annotated copies and reports, each of which `on_copy` is told. Links to
    folders are not followed. A folder that cannot be walked stands for itself, so that reading it tells why.
    """
    seen: set[object] = set()
    for path in paths:
        is_folder = os.path.isdir(path)
        for name in _in_folder(path, excluded, on_copy) if is_folder else () if excluded(path) else (path,):
            known = identity(name)
            if known not in seen:
                seen.add(known)
                yield name


def _in_folder(
    folder: str, excluded: Callable[[str], bool], on_copy: Callable[[str], object]
) -> Iterator[str]:
    """The drafts below a folder; itself if it cannot be walked. What is excluded is not opened."""
    from linter.project.copies import is_annotated_copy, is_report_file

    walked = _walk(folder)
    named = _annotated_copies(walked)
    for name in walked:
        if excluded(name):
            continue
        ours = name in named or is_annotated_copy(name, MAX_BYTES) or is_report_file(name, MAX_BYTES)
        if name == folder or not ours:
            yield name
        else:
            on_copy(name)


def stray_suppressions(folder: str) -> list[str]:
    """The files of suppressions in a folder that stand there without their draft, sorted."""
    try:
        names = set(os.listdir(folder or "."))
    except OSError:
        return []
    own = sorted(name for name in names if name.endswith(SUPPRESSIONS))
    return [os.path.join(folder, name) for name in own if name.removesuffix(SUPPRESSIONS) not in names]


def identity(path: str) -> object:
    """A key that is equal for all names of one file: `a.txt`, `./a.txt`, a link."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path
    return (found.st_dev, found.st_ino) if found.st_ino else path


def is_within(path: str, folder: str) -> bool:
    """Whether a path is that of a folder or leads into it, by their names alone."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def trees(paths: Iterable[str]) -> frozenset[str]:
    """The folders in which the user means files to be changed, by the paths that he gave; no link is in them.

    A folder is one itself, a link to it or not. For a file it is the working directory, where the file is
    named below it, else the folder in which the file is named.
    """
    return frozenset(os.path.normcase(os.path.realpath(_tree(path))) for path in paths)


def _tree(path: str) -> str:
    if os.path.isdir(path):
        return path
    whole = os.path.abspath(path)
    with suppress(OSError):  # the working directory has been deleted
        if is_within(whole, os.getcwd()):
            return os.getcwd()
    return os.path.dirname(whole)


def size(path: str) -> int:
    """The size of a file in bytes; 0 if it is unknown."""
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _reason(error: OSError | ValueError) -> Message:
    """Why a file cannot be read, and what to do."""
    match error:
        case FileNotFoundError():
            return Message("找不到该文件，请核对路径", "no such file; check the path")
        case IsADirectoryError():
            return Message("这是文件夹，不是文件", "this is a folder, not a file")
        case PermissionError():
            return Message(
                "没有读取权限，请检查文件权限或是否被占用", "permission denied; check its access rights"
            )
        case BoundsError(errno=number):
            return _TOO_LARGE if number == EFBIG else error.text
        case OSError():
            why = reason(error)
            return Message(f"无法打开（{why.zh}）", f"cannot be opened ({why.en})")
    return reason(error)


def _walk(folder: str) -> list[str]:
    """The readable files below a folder, and the folders there that cannot be walked."""
    from linter.project import ignore_rules  # only folders need it

    try:
        real = os.path.realpath(folder)
    except OSError:  # the working directory has been deleted
        return [folder]
    found: list[str] = []
    waiting = [(folder, real, ignore_rules.at(real))]
    while waiting:
        path, real, rules = waiting.pop()
        try:
            with os.scandir(path) as listed:
                entries = list(listed)
        except OSError:
            found.append(path)
            continue
        names = {entry.name for entry in entries}
        if path != folder:
            rules = ignore_rules.inside(rules, real, names)
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            below = os.path.join(real, entry.name)
            if _is_wanted(entry, is_folder) and not rules.ignores(below, is_folder):
                if is_folder:
                    waiting.append((entry.path, below, rules))
                else:
                    found.append(entry.path)
    return sorted(map(os.path.normpath, found))


def _annotated_copies(paths: list[str]) -> set[str]:
    """The files that are by their names, as `ANNOTATED` tells, copies of others beside them."""
    stems = {os.path.splitext(path)[0] for path in paths}
    ends = tuple(f"-{suffix}" for suffix in ANNOTATED)
    drafts = stems | set(paths)  # 总结.pdf-批注.docx
    copies = {stem for stem in stems if stem.endswith(ends) and stem[: stem.rindex("-")] in drafts}
    return {path for path in paths if os.path.splitext(path)[0] in copies} if copies else copies


def _is_wanted(entry: os.DirEntry[str], is_folder: bool) -> bool:
    """Whether something in a folder is a draft by its name and kind, or a folder to walk."""
    if entry.name.startswith((".", "~$")):
        return False
    if is_folder:
        return True
    if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:
        return False
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:  # a link to nothing, a path that is too long: reading it tells
        return True
