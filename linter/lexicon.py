"""Lists of literal words, and the test for any of them: nothing to compile when the program starts."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> tuple[str, ...]:
    """The words of a list written with spaces between them."""
    return tuple(text.split())


def has(text: str, known: Iterable[str]) -> bool:
    """Whether one of the words stands in a text."""
    return any(word in text for word in known)


def count(text: str, known: Iterable[str]) -> int:
    """How many of the words stand in a text."""
    return sum([word in text for word in known])
