"""Files written whole or not at all, and no other file than was meant. The one door to the user's disk.

New content is written to another file in the same folder, flushed to the disk, and renamed: at any time
the old file is there or the new one. `replace` is for files that the user named for output; `rewrite` is
for drafts, whose content nobody else has. Its twin for reading is `linter.bounded`.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EINVAL, EMLINK, ENOENT, EPERM, EROFS, ESTALE, EXDEV
from functools import partial
from io import BufferedWriter

from linter.model.errors import WriteError
from linter.model.message import Message
from linter.writers.metadata import keep


def replace(path: str, data: bytes | Iterable[bytes]) -> None:
    """Replace the content of a file, or make a new one. `data` may come in pieces, made meanwhile.

    Symbolic links are followed; mode, owner and attributes stay as `keep` says. What is no regular file (a
    device, a pipe) is written to directly. Raises OSError; WriteError where the file or its folder is
    read-only, or the path is a link to nothing.
    """
    pieces = [data] if isinstance(data, bytes) else data
    try:
        found = os.stat(path)
    except FileNotFoundError:
        found = None
    if found and not stat.S_ISREG(found.st_mode):
        with open(path, "wb") as device:
            device.writelines(pieces)
        return
    if not found and os.path.islink(path):
        raise WriteError(ENOENT, path, _LINK_TO_NOTHING)
    _swap(os.path.realpath(path), pieces, found)


def create(path: str, data: bytes) -> None:
    """Make a file that is not there. Raises OSError; WriteError where something of its name has come up."""

    def check() -> None:
        if os.path.lexists(path):
            raise WriteError(ESTALE, path, _CHANGED)

    check()
    _swap(os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path)), [data], None, check)


def rewrite(path: str, before: bytes, after: bytes, trees: frozenset[str], force: bool = False) -> None:
    """Replace the content of a draft, which was `before` when it was read.

    `trees` are the folders that the user means, as `linter.project.files.trees` gives them. A link within
    them stays one, and what it leads to is changed. Mode, owner and attributes stay as `keep` says. With
    `force`, a file of several names (hard links) gets new content under this one.

    Raises OSError; WriteError where a link leads out of the trees, the file has several names or is no
    regular one, it or its folder is read-only, or it is another file by now or has other content.
    """
    real, found = os.path.realpath(path), os.stat(path)
    if not _is_within(real, trees):
        raise WriteError(EXDEV, path, _leads_out(real))
    if not stat.S_ISREG(found.st_mode):
        raise WriteError(EINVAL, path, _NOT_REGULAR)
    if found.st_nlink > 1 and not force:
        raise WriteError(EMLINK, path, _several_names(found.st_nlink))

    def check() -> None:
        if os.path.realpath(path) != real or not _is_still(real, found, before):
            raise WriteError(ESTALE, path, _CHANGED)

    _swap(real, [after], found, check)


def _swap(
    real: str,
    pieces: Iterable[bytes],
    found: os.stat_result | None,
    check: Callable[[], None] = lambda: None,
) -> None:
    """Put `pieces` in the place of a file, which `found` describes (None: none). `check` may refuse."""
    if found and not (found.st_mode & 0o222 and os.access(real, os.W_OK)):
        raise WriteError(EACCES, real, _READ_ONLY)
    temporary = os.path.join(os.path.dirname(real), f".reportlint-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        with explained(real, FOLDER):
            file = _new(temporary, 0o600 if found else 0o666)  # what is not for others is so at any time
        with file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if found:
            keep(real, temporary, found)
        check()
        with explained(real, _IN_USE):
            os.replace(temporary, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _new(path: str, mode: int) -> BufferedWriter:
    return open(path, "xb", opener=partial(os.open, mode=mode))


@contextmanager
def explained(path: str, text: Message) -> Iterator[None]:
    """What the system does not permit, with the cause and what to do. Raises WriteError."""
    try:
        yield
    except OSError as error:
        if error.errno in (EACCES, EPERM, EROFS):
            raise WriteError(error.errno, path, text) from None
        raise


def _is_within(real: str, trees: frozenset[str]) -> bool:
    """Whether a file is in one of the folders or below."""
    folder = os.path.normcase(os.path.dirname(real))
    while folder not in trees:
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True


def _is_still(real: str, found: os.stat_result, content: bytes) -> bool:
    """Whether a file is the one that was found, with this content."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
    with open(os.open(real, flags), "rb") as file:
        now = os.fstat(file.fileno())
        same = (now.st_dev, now.st_ino, now.st_nlink) == (found.st_dev, found.st_ino, found.st_nlink)
        return same and file.read(len(content) + 1) == content


_LINK_TO_NOTHING = Message(
    "这是一个链接，指向的文件不存在。请直接写出要写的文件名", "it is a link to no file; name the file itself"
)
_NOT_REGULAR = Message(
    "不是普通文件（是管道、设备之类）。请另存为普通文件再处理",
    "it is not a regular file but a pipe, a device or the like; save its content as a file",
)
_CHANGED = Message("文件刚刚被别的程序改过，请重试", "another program has just changed the file; try again")
_READ_ONLY = Message(
    "文件是只读的，或没有写入权限。请先去掉只读属性，或另存一份再处理",
    "the file is read-only; make it writable, or work on a copy",
)
FOLDER = Message(
    "所在的文件夹里不能新建文件（替换文件要先在旁边写一份）。请改文件夹的权限，或换到可写的地方",
    "its folder takes no new files, and one is needed beside it; change the folder's permissions, "
    "or use another place",
)
_IN_USE = Message(
    "系统不允许替换它，可能正被别的程序打开。请关闭打开它的程序再试，或换到可写的地方",
    "the system does not let it be replaced; close the program that has it open, or use another place",
)


def _leads_out(real: str) -> Message:
    return Message(
        f"它经链接指向别处的 {real}。确要改那个文件，请直接给出它的路径",
        f"a link leads from it to {real}, elsewhere; to change that file, name it itself",
    )


def _several_names(number: int) -> Message:
    return Message(
        f"它有 {number} 个名称（硬链接），改写以后其余名称仍是旧内容。确要改写请加 --force",
        f"it has {number} names (hard links), and the others would keep the old content; "
        "--force changes it under this one",
    )
