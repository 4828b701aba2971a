"""`python -m linter` is `reportlint`."""

import gc
import os
import sys  # no more than Python itself has loaded by now: until `watch`, Ctrl-C ends in a traceback

_OBJECTS = 100_000
"""After so many new objects Python looks for rings of them that nobody uses. Hardly any come about here, and
by its own 700 it would look through the whole program again and again: a tenth of the time of a check."""


def main() -> None:
    """Run the program; Ctrl-C ends it with status 130 even while it is still being imported."""
    try:
        from linter.cli import interrupt

        interrupt.watch()
        from linter.cli.main import main as run

        run()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) or interrupt.interrupted():
            from linter.model.errors import INTERRUPTED

            sys.exit(INTERRUPTED)
        raise


def program() -> None:
    """Run the program in a process of its own, which ends with it."""
    gc.set_threshold(_OBJECTS)
    try:
        main()
    except SystemExit as done:
        if isinstance(done.code, int) and _has_nothing_to_put_away():
            _leave(done.code)
        raise


def _has_nothing_to_put_away() -> bool:
    """Whether Python has nothing to do at exit but to take its objects apart: no library is loaded that has
    threads, or something to do at exit. The commands that load such ones load Typer, too. Nor is there a
    profiler (`python -m cProfile -m linter`), which tells what it saw when the program has ended.
    """
    loaded = {"typer", "threading", "_lsprof"} & sys.modules.keys()
    return not loaded and not os.environ.get("REPORTLINT_DEBUG")


def _leave(status: int) -> None:
    """End the process at once, which spares a check of one report 6 % of its time."""
    from contextlib import suppress

    from linter.cli.output import flush

    with suppress(OSError, ValueError):  # what cannot be written is reported when Python exits
        flush()
        os._exit(status)


if __name__ == "__main__":
    program()
