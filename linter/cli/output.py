"""Writing to standard output, standard error and files, where pipes may be closed and disks full.

The one door by which text leaves the program: what a terminal or a runner would obey is made harmless
here, whoever wrote the text. No other module prints.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL
from typing import TYPE_CHECKING

from linter.model.errors import ConfigError, reason, unwritable
from linter.model.message import Message
from linter.text.visible import harmless

if TYPE_CHECKING:
    from linter.reporters.terminal_text import StyledLine


def write(text: str, commands: bool = False) -> None:
    """Write text to standard output. `commands` is that of `harmless`."""
    write_pieces([text], commands)


def write_pieces(pieces: Iterable[str], commands: bool) -> None:
    """Write text to standard output in pieces that end as those of reporters do (`linter.reporters`)."""
    with output():
        for piece in pieces:
            sys.stdout.write(harmless(piece, commands))


def write_data(data: bytes) -> None:
    """Write the content of a file to standard output: every byte of it, but to a terminal as text."""
    if sys.stdout.isatty():
        write(data.decode("utf-8", "replace"))
        return
    with output():
        sys.stdout.buffer.write(data)


def write_styled(lines: Iterable["StyledLine"], width: int, force: bool) -> None:
    """Write lines in colour to standard output, with `force` even if it is no terminal."""
    from rich.console import Console

    from linter.reporters.colour import paint

    with output():
        console = Console(
            color_system="standard" if force else "auto",  # one that is said to be dumb has none by itself
            force_terminal=force or None,
            no_color=False,  # who calls this has asked NO_COLOR, which says nothing against --color always
            width=width,
            highlight=False,
        )
        paint(lines, console)


@contextmanager
def output() -> Iterator[None]:
    """A context for writing to standard output. Raises SystemExit if its reader is gone, else ConfigError."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        discard()
        if is_closed_pipe(error):
            raise SystemExit(_PIPE) from None
        why = reason(error)
        raise ConfigError(f"无法写入标准输出：{why.zh}", f"cannot write standard output: {why.en}") from None


def is_closed_pipe(error: OSError, system: str = os.name) -> bool:
    """Whether an error means that the reader of a pipe is gone; Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (system == "nt" and error.errno == EINVAL)


def flush() -> None:
    """Hand over what is buffered for the standard streams. Raises OSError, ValueError where it cannot be."""
    sys.stdout.flush()
    sys.stderr.flush()


def files_behind() -> set[object]:
    """The keys (`linter.project.files.identity`) of the files that the standard streams were led into."""
    found: set[object] = set()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            about = os.fstat(stream.fileno())
            if stat.S_ISREG(about.st_mode) and about.st_ino:
                found.add((about.st_dev, about.st_ino))
    return found


def discard() -> None:
    """Discard what is buffered for standard output: else the interpreter flushes it at exit, and fails."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_PIPE = 141
"""The exit status that a shell reports for a program stopped by SIGPIPE (128 + 13)."""


def write_file(path: str, pieces: Iterable[str], commands: bool = False) -> None:
    """Replace a file by text, whole or not at all. `pieces` and `commands` are those of `write_pieces`.

    Raises ConfigError.
    """
    save(path, (harmless(piece, commands).encode("utf-8", "backslashreplace") for piece in pieces))


def append_file(path: str, text: str) -> None:
    """Add text to a file, on a line of its own. The file is there afterwards as a whole or as it was.

    Raises ConfigError.
    """
    from linter import bounded

    try:
        before = bounded.read(path, _MOST_BEFORE) if os.path.exists(path) else b""
    except OSError as error:
        raise unwritable(path, error) from None
    if before and not before.endswith((b"\n", b"\r")):
        before += b"\n"
    save(path, before + harmless(text).encode("utf-8", "backslashreplace"))


_MOST_BEFORE = 10 << 20
"""Bytes of a file that is added to: what GitHub takes is a tenth."""


def require_free(path: str, force: bool) -> None:
    """Raises ConfigError if there is a file that may not be overwritten."""
    if os.path.isfile(path) and not force:
        raise ConfigError(
            f"{path} 已经存在，没有改动；确要覆盖请加 --force",
            f"{path} exists and was left as it is; --force overwrites it",
        )


def save(path: str, data: bytes | Iterable[bytes]) -> None:
    """Replace a file by bytes, given whole or in pieces, whole or not at all. Raises ConfigError."""
    from linter.writers.atomic import replace

    try:
        replace(path, data)
    except OSError as error:
        raise unwritable(path, error) from None


def tell(text: Message, lang: str) -> None:
    """Write a sentence for the user to standard error, in his language and on a line of its own."""
    write_error(text.say(lang) + "\n")


def write_error(text: str, commands: bool = False) -> None:
    """Write text to standard error, if anybody reads it. `commands` is that of `harmless`."""
    try:
        sys.stderr.write(harmless(text, commands))
        sys.stderr.flush()
    except OSError:  # nobody reads it; the exit status is enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
