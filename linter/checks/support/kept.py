"""What several rules ask of one document, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Answer = TypeVar("Answer")


def kept(function: Callable[[Given], Answer]) -> Callable[[Given], Answer]:
    """The function, which keeps its answer for the very object that it was last given.

    The rules of a check look at one document after the other, each document by one rule after the other.
    The answer is shared: do not change it. Threads may ask at once; one that comes between costs time only.
    """
    last: tuple[Given, Answer] | None = None

    @wraps(function)
    def answer(given: Given) -> Answer:
        nonlocal last
        before = last
        if before is None or before[0] is not given:
            before = last = (given, function(given))
        return before[1]

    return answer
