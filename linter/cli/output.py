"""What commands write: to standard output and error, to files; readers may go away, disks may be full."""

from __future__ import annotations

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
    """Writing to standard output: no fault of ours when its reader went away or its disk is full."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        discard()
        if is_gone(error):
            raise typer.Exit(_PIPE) from None
        raise _unwritable("标准输出", "standard output", error) from None


def is_gone(error: OSError, system: str = os.name) -> bool:
    """Whether the reader of a pipe went away, which Windows calls an invalid argument."""
    return isinstance(error, BrokenPipeError) or (system == "nt" and error.errno == EINVAL)


def discard() -> None:
    """Let what is left for standard output go: the interpreter flushes once more, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""


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


def say(text: str) -> None:
    """Write to standard error."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody listens; the exit status says it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
