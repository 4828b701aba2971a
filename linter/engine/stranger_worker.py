"""The program that works on strangers' files for `linter.engine.strangers`: one task in, one answer out.

Each task is done in a process that ends with it, so none sees, harms or slows the next. Where the
system forks, that is a copy of this one, which has the rulesets ready and never looks into a file
itself. Elsewhere this process does one task and ends, and the next is done by a new one.
"""

import os
import pickle
import select
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from linter.confined import confine
from linter.engine import stranger_work, wire
from linter.engine.stranger_protocol import (
    MAX_ANSWER,
    MEMORY,
    NO_MEMORY,
    OK,
    READY,
    SIZE,
    WRONG,
    Task,
    answer_of,
    receive,
    send,
)
from linter.engine.workers import forks
from linter.model.errors import ReportlintError

_MAX_TASK = 1 << 40


def serve() -> None:
    """Answer tasks until there are no more. Ctrl-C is for the process that gives them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks, answers = sys.stdin.buffer, sys.stdout.buffer
    send(answers, READY)
    do = _apart if forks() else _here
    with suppress(EOFError):
        while True:
            task: Task = pickle.loads(receive(tasks, _MAX_TASK))
            if task.ready and forks():
                stranger_work.warm(task.ready)
            send(answers, do(task))


def _here(task: Task) -> bytes:
    """What this process makes of a task, within the limits: it is good for no other."""
    confine(task.limits)
    try:
        return OK + wire.pack(pickle.loads(task.work)())
    except ReportlintError as error:
        return WRONG + wire.pack(error.text)
    except MemoryError:
        return MEMORY


# --- a process for each task ----------------------------------------------------------------------


def _apart(task: Task) -> bytes:
    """What a copy of this process makes of a task."""
    ours, theirs = os.pipe()
    nothing = os.open(os.devnull, os.O_RDWR)
    child = os.fork()
    if not child:
        os.close(ours)
        _do_and_end(task, theirs, nothing)
    os.close(theirs)
    os.close(nothing)
    answer = _all(ours, child)
    os.close(ours)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return answer if answer == SIZE or (answer and status == 0) else answer_of(status)


def _do_and_end(task: Task, pipe: int, nothing: int) -> NoReturn:
    """The life of the copy. Nobody hears it but through `pipe`, so that it cannot answer for another file."""
    status = 1
    try:
        for stream in (0, 1):
            os.dup2(nothing, stream)
        with open(pipe, "wb") as answers:
            answers.write(_here(task))
        status = 0
    except MemoryError:
        status = NO_MEMORY
    finally:
        os._exit(status)


def _all(pipe: int, child: int) -> bytes:
    """What the copy writes until it ends; one that writes too much is ended.

    Where standard input ends meanwhile, nobody waits for the answer: the copy and this process are ended.
    """
    chunks: list[bytes] = []
    left = len(OK) + MAX_ANSWER
    while left >= 0:
        ready, _, _ = select.select([0, pipe], [], [])
        if 0 in ready:
            os.kill(child, signal.SIGKILL)
            os._exit(1)
        chunk = os.read(pipe, 1 << 16)
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    else:
        os.kill(child, signal.SIGKILL)
        return SIZE
    return b"".join(chunks)


if __name__ == "__main__":
    serve()
