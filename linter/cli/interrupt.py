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


def watch_waiting() -> None:
    """Let Ctrl-C also end a program that only waits, as a server does for its next message.

    Python looks for signals between two steps of its main thread. One that comes just before that thread
    begins to wait, or that another thread receives, would stay unseen until the next message. The number
    of each signal is therefore written to a pipe, too, which a thread reads. On Windows asyncio's own
    loop does the same.
    """
    if os.name == "posix":
        read, write = os.pipe()
        os.set_blocking(write, False)  # as Python asks for
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        _thread.start_new_thread(_leave_at_signal, (read,))


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


def _leave_at_signal(read: int) -> None:
    while signal.SIGINT not in os.read(read, 64):
        pass
    _leave()


def _leave() -> None:
    time.sleep(_TERM)
    os._exit(INTERRUPTED)
