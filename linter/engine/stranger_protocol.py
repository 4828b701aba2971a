"""What `strangers` and its workers say to each other: tasks one way, answers the other, one at a time.

A message is its length in eight bytes, then so many bytes. A task is pickled, for the worker may trust
who started it. An answer is not, for what comes from a worker may be forged by the file that it worked on:
it is one of the letters below, and behind OK and WRONG a value as `wire` has it.
"""

import signal
from typing import BinaryIO, NamedTuple

from linter.confined import OVER_TIME, Limits
from linter.engine.selection import RulesetSelector

READY, OK, WRONG, TIME, MEMORY, SIZE, ENDED = b"r", b"o", b"w", b"t", b"m", b"s", b"e"
"""The worker has started; done; something is wrong that people can put right; too much time or memory; too
large an answer; the process ended."""
MAX_ANSWER = 32 << 20
"""Bytes of an answer: some 40,000 findings."""
NO_MEMORY = 14
"""Exit status of a process that wanted too much."""
_HEAD = 8


class Task(NamedTuple):
    """Work on a stranger's file."""

    work: bytes
    """A function without arguments, pickled: nobody but the process of the file looks into it."""
    limits: Limits
    ready: RulesetSelector | None = None
    """Rulesets to have ready when the work begins, and to keep for later tasks; none that strangers wrote."""


def answer_of(status: int) -> bytes:
    """The answer of a process that ended without one; `status` is its exit status, or minus a signal."""
    over_time = (OVER_TIME, -getattr(signal, "SIGXCPU", OVER_TIME))
    return TIME if status in over_time else MEMORY if status == NO_MEMORY else ENDED


def send(stream: BinaryIO, message: bytes) -> None:
    """Send a message. Raises OSError when nobody reads any more."""
    stream.write(len(message).to_bytes(_HEAD, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> bytes:
    """The next message. Raises EOFError when there is none any more, OverflowError above `most` bytes."""
    head = stream.read(_HEAD)
    if len(head) < _HEAD:
        raise EOFError
    size = int.from_bytes(head, "big")
    if size > most:
        raise OverflowError(size)
    message = stream.read(size)
    if len(message) < size:
        raise EOFError
    return message
