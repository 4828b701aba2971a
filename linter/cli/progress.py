"""A sign of life on the terminal while a long run lasts; gone when it ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from linter.model.message import Message

_PATIENCE = 1.0
"""Seconds before anything is shown."""
_PAUSE = 0.1
"""Seconds between two changes of the line."""

_COUNTED = Message("正在检查 {done}/{total}", "Checking {done}/{total}")

Tick = Callable[[int, int], None]
"""Told how many files are done, of how many."""


@contextmanager
def progress(lang: str) -> Iterator[Tick]:
    """A counter on standard error, which is a terminal."""
    words = _COUNTED.say(lang)
    due = time.monotonic() + _PATIENCE
    shown = 0

    def tick(done: int, total: int) -> None:
        nonlocal due, shown
        if time.monotonic() >= due:
            line = words.format(done=done, total=total)
            _show("\r" + line)
            due, shown = time.monotonic() + _PAUSE, 2 * len(line)

    try:
        yield tick
    finally:
        if shown:
            _show("\r" + " " * shown + "\r")


def _show(line: str) -> None:
    try:  # not worth an error
        sys.stderr.write(line)
        sys.stderr.flush()
    except OSError:
        pass
