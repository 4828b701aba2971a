"""What several rules ask of one document, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def kept(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """The function, which keeps its answer for the very object that it was last given, and for further
    arguments that are equal, such as the word lists of one ruleset.

    The rules of a check look at one document after the other, each document by one rule after the other.
    The answer is shared: do not change it. Threads may ask at once; one that comes between costs time only.
    """
    last: tuple[tuple[object, ...], Answer] | None = None

    @wraps(function)
    def answer(*given: Given.args, **named: Given.kwargs) -> Answer:
        nonlocal last
        before = last
        if before is None or before[0][0] is not given[0] or before[0][1:] != given[1:]:
            before = last = (given, function(*given, **named))
        return before[1]

    return answer
