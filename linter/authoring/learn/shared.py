"""Features of several sections fitted at once: what they say is much the same for each of them.

What is particular to a section is added to that, at a price.
"""

from collections.abc import Sequence

_OWN = 0.1
"""How cheaply a section departs from the others: 0 not at all, 1 as if it were alone."""


def spread(values: Sequence[float], number: int, sections: int) -> list[float]:
    """The features as shared ones, and once more as those of one of the sections, with its bias."""
    own = [1.0, *(_OWN * value for value in values)]
    none = [0.0] * len(own)
    return [*values, *(value for each in range(sections) for value in (own if each == number else none))]


def gathered(row: Sequence[float], number: int, features: int) -> tuple[float, ...]:
    """The bias and weights of one section: the shared ones, and its own added."""
    bias, shared = row[0], row[1 : features + 1]
    start = features + 1 + number * (features + 1)
    own_bias, *own = row[start : start + features + 1]
    return (bias + own_bias, *(one + _OWN * other for one, other in zip(shared, own, strict=True)))
