"""Ctrl-C: the program ends with status 130, whatever it is at.

Python raises KeyboardInterrupt wherever the program happens to be. In some places that is lost (in a
callback of the garbage collector or of an import) or turned into another error, and the program would go
on. So the first Ctrl-C also sets a term after which the program is left without further ado, and whatever
comes of it is known to be an interruption. Later ones change nothing: files are put away undisturbed.
"""

import _thread
import os
import signal
import sys
import time
from contextlib import suppress
from typing import Any

from linter.model.errors import INTERRUPTED

_TERM = 1.0
"""Seconds in which what is under way can be put away."""


def watch() -> None:
    """From now on Ctrl-C ends the program. Not where the caller has switched it off, as `nohup` does."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def interrupted() -> bool:
    """Whether there has been a Ctrl-C since `watch`."""
    return signal.getsignal(signal.SIGINT) is _ignore


def _interrupt(*_: Any) -> None:
    signal.signal(signal.SIGINT, _ignore)
    sys.unraisablehook = _ignore  # where the exception is lost Python would print a traceback
    with suppress(RuntimeError):  # no thread to be had; the exception has to do
        _thread.start_new_thread(_leave, ())
    raise KeyboardInterrupt


def _ignore(*_: Any) -> None:
    pass


def _leave() -> None:
    time.sleep(_TERM)
    os._exit(INTERRUPTED)
