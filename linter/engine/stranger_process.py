"""A worker process for strangers' files, as the process that started it sees it."""

import os
import signal
from contextlib import suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any

from linter import confined
from linter.engine import stranger_protocol as protocol
from linter.engine.workers import forks
from linter.model.errors import ReportlintError

if TYPE_CHECKING:
    from subprocess import Popen

MODULE = "linter.engine.stranger_worker"
"""The program that it runs."""
_START = 60
"""Seconds in which it must have started."""


class Worker:
    """A process that answers one task at a time. Somebody must `end` it; until then it waits for the next."""

    def __init__(self) -> None:
        """Start it. Raises ReportlintError where that cannot be done."""
        self._lock = Lock()
        self._late = False
        self._process = _started()
        if self._answer(b"", _START) != protocol.READY:
            self.end()
            raise _no_process()

    def ask(self, task: bytes, seconds: float) -> bytes:
        """The answer to a task: a letter of the protocol, with a value behind OK and WRONG.

        It is ended if it does not answer in so many seconds, or not as it should.
        """
        answer = self._answer(task, seconds)
        if self._late or answer in (b"", protocol.SIZE) or not forks():
            self.end()  # who cannot copy itself does one task
        if answer:
            return answer
        return protocol.TIME if self._late else protocol.answer_of(self._process.returncode)

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        with self._lock:
            return self._process.poll() is None

    def end(self) -> None:
        """End it at once, and the process of the task that it does."""
        with self._lock:  # of two threads that end it one after the other closes its pipes
            self._kill()
            self._process.wait()
            with suppress(OSError, ValueError), self._process:
                pass

    def _answer(self, task: bytes, seconds: float) -> bytes:
        """What it answers within so many seconds, nothing if it ends. The empty task is not sent."""
        timer = Timer(seconds, self._give_up)
        timer.start()
        pipes: Any = self._process
        try:
            if task:
                protocol.send(pipes.stdin, task)
            return protocol.receive(pipes.stdout, len(protocol.OK) + protocol.MAX_ANSWER)
        except OverflowError:
            return protocol.SIZE
        except (EOFError, OSError, ValueError):
            return b""  # nobody reads any more, or another thread has closed the pipes
        finally:
            timer.cancel()
            timer.join()

    def _give_up(self) -> None:
        self._late = True
        with self._lock:
            self._kill()

    def _kill(self) -> None:
        if self._process.returncode is not None:  # its number may be another's by now
            return
        if not hasattr(os, "killpg"):
            self._process.kill()
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


def _started() -> "Popen[bytes]":
    if not confined.can_start():
        raise _no_process()
    try:
        return confined.start(MODULE, start_new_session=True)
    except OSError:
        raise _no_process() from None


def _no_process() -> ReportlintError:
    return ReportlintError(
        "本程序在这里无法另起进程，不能在限定的时间和内存内检查来历不明的文件。请使用 pip 安装的版本",
        "this program cannot start a process here, so files of unknown origin cannot be judged within "
        "limits of time and memory; use the version that pip installs",
    )
