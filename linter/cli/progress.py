"""A progress counter on the terminal during a long run, erased at its end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from linter.model.message import Message

if TYPE_CHECKING:
    from linter.engine.run import Progress

_DELAY = 1.0
"""Seconds before the counter is shown."""
_INTERVAL = 0.1
"""Seconds between two updates of the counter."""

CHECKING = Message("正在检查 {done}/{total}", "Checking {done}/{total}")


@contextmanager
def progress(lang: str, counter: Message = CHECKING) -> "Iterator[Progress]":
    """Gives a function that shows a counter on standard error, which must be a terminal."""
    template = counter.say(lang)
    due = time.monotonic() + _DELAY
    shown = 0

    def tick(done: int, total: int) -> None:
        nonlocal due, shown
        if time.monotonic() >= due:
            line = template.format(done=done, total=total)
            _show("\r" + line)
            due, shown = time.monotonic() + _INTERVAL, 2 * len(line)

    try:
        yield tick
    finally:
        if shown:
            _show("\r" + " " * shown + "\r")


def _show(line: str) -> None:
    try:  # a counter that cannot be shown is no error
        sys.stderr.write(line)  # the one text with a carriage return, and nothing of it comes from a file
        sys.stderr.flush()
    except OSError:
        pass
