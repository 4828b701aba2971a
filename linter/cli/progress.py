"""A progress bar on the terminal during a long run, erased at its end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from linter.model.message import Message

if TYPE_CHECKING:
    from linter.engine.run import Progress

_DELAY = 1.0
"""Seconds before the bar is shown."""
_INTERVAL = 0.1
"""Seconds between two updates of it."""


@contextmanager
def progress(lang: str, doing: Message) -> "Iterator[Progress]":
    """Gives a function that shows on standard error, which must be a terminal, how far something is and
    how long it will take: after a second, or at once where it is told that nothing is done yet.
    """
    due = time.monotonic() + _DELAY
    bar: Any = None

    def tick(done: int, total: int) -> None:
        nonlocal due, bar
        if done and time.monotonic() < due:
            return
        due = time.monotonic() + _INTERVAL
        with suppress(OSError):  # a bar that cannot be shown is no error
            if bar is None:
                bar = _bar()
                bar.add_task(doing.say(lang), total=total)
                bar.start()
            bar.update(bar.task_ids[0], completed=done, total=total)
            bar.refresh()

    try:
        yield tick
    finally:
        if bar is not None:
            with suppress(OSError):
                bar.stop()


def _bar() -> Any:
    """The bar of Rich. No thread draws it: processes may be forked meanwhile."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=False),
        console=Console(file=sys.stderr),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
