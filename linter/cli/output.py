"""Writing to standard output, standard error and files, where pipes may be closed and disks full."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EINVAL

import typer

from linter.model.errors import ConfigError, reason


def write(text: str) -> None:
    """Write text to standard output."""
    with output():
        sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output."""
    with output():
        sys.stdout.buffer.write(data)


@contextmanager
def output() -> Iterator[None]:
    """A context for writing to standard output. Raises typer.Exit if its reader is gone, else ConfigError."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        discard()
        if is_closed_pipe(error):
            raise typer.Exit(_PIPE) from None
        raise _unwritable("标准输出", "standard output", error) from None


def is_closed_pipe(error: OSError, system: str = os.name) -> bool:
    """Whether an error means that the reader of a pipe is gone; Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (system == "nt" and error.errno == EINVAL)


def discard() -> None:
    """Discard what is buffered for standard output: else the interpreter flushes it at exit, and fails."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_PIPE = 141
"""The exit status that a shell reports for a program stopped by SIGPIPE (128 + 13)."""


def write_file(path: str, text: str) -> None:
    """Replace a file by text, whole or not at all. Raises ConfigError."""
    save(path, text.encode("utf-8", "backslashreplace"))


def save(path: str, data: bytes) -> None:
    """Replace a file by bytes, whole or not at all. Raises ConfigError."""
    from linter.writers.atomic import replace

    try:
        replace(path, data)
    except OSError as error:
        raise _unwritable(f" {path} ", path, error) from None


def _unwritable(zh: str, en: str, error: OSError) -> ConfigError:
    why = reason(error)
    return ConfigError(f"无法写入{zh.rstrip()}：{why.zh}", f"cannot write {en}: {why.en}")


def write_error(text: str) -> None:
    """Write text to standard error, if anybody reads it."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody reads it; the exit status is enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
