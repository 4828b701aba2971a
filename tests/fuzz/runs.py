"""Many trials in processes of their own: 10 seconds of computing and 2 GB for each input.

A process tries one input after the other and says what became of each. When it dies the input it worked on has
crashed it, and a new one goes on with the next. PDF and .doc are read by code that may crash, in the program
within a process for it; here it runs in the process of the trial. A crash there is tried again as the program
does it, and is `contained` when that gives a verdict or a reason.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tests.fuzz.files import made

SECONDS = 10
MEMORY = 2 << 30
CONFINED = ("pdf", "doc")
GOOD = ("judged", "refused", "contained")


class Outcome(NamedTuple):
    """What became of an input."""

    number: int
    seconds: float
    """Of computing; 0 where the process died."""
    said: str
    """One of `GOOD`, or what went wrong."""


def run(kind: str, first: int, end: int, seed: int) -> Iterator[Outcome]:
    """The outcomes of the inputs from `first` to `end`, each tried once."""
    _load()
    while first < end:
        reader, child = _start(lambda pipe, first=first: _work(kind, range(first, end), seed, pipe))  # type: ignore[misc]
        with os.fdopen(reader, encoding="utf-8") as lines:
            for line in lines:
                number, seconds, said = line.rstrip("\n").split("\t", 2)
                yield Outcome(int(number), float(seconds), said)
                first = int(number) + 1
        _, status = os.waitpid(child, 0)
        if first < end:  # it died of this one
            yield Outcome(first, 0, _again(kind, first, seed) if kind in CONFINED else _death(status))
            first += 1


@cache
def _load() -> None:
    """Load the program and its rules here, and not once for each process: these are copies of this one."""
    from tests.fuzz.trials import DRAFT, trial

    assert trial("txt", DRAFT) == "judged"


def _start(work: Callable[[int], None]) -> tuple[int, int]:
    """Start a process that does some work with a pipe: the other end of the pipe, and the process."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    os.close(reader)
    try:
        work(writer)
    finally:
        os._exit(0)


def _work(kind: str, numbers: range, seed: int, pipe: int) -> None:
    """Try inputs and write a line about each."""
    from linter import confined
    from tests.fuzz.trials import trial

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    if kind in CONFINED:
        confined.confine(confined.Limits(memory=MEMORY))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in numbers:
        data = made(kind, number, seed)
        begun = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + SECONDS + 1, resource.RLIM_INFINITY))
        said = trial(kind, data)
        line = f"{number}\t{time.process_time() - begun:.3f}\t{said}\n"
        os.write(pipe, line.encode("utf-8", "backslashreplace"))


def _again(kind: str, number: int, seed: int) -> str:
    """What becomes of an input when it is read as the program reads it, in a process for it."""
    from linter import api

    outcome = api.check(made(kind, number, seed), f"f.{kind}")
    return "crash: not contained" if outcome.crashes else "contained"


def _death(status: int) -> str:
    """What a process died of."""
    if os.WIFSIGNALED(status):
        died = os.WTERMSIG(status)
        return f"over {SECONDS} s" if died == signal.SIGXCPU else f"killed by signal {died}"
    return f"ended with status {os.waitstatus_to_exitcode(status)}"
