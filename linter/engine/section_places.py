"""Which section each place of a document lies in, told at once for any number of places."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from linter.model.outline import Presence

_Span = tuple[int, str, int, int]
"""The length of a section's text, for the shortest comes first, then its id and where it begins and ends."""


def section_places(presences: Mapping[str, Presence]) -> Callable[[int], str | None]:
    """A function that gives the id of the section at an offset of a part: of several, the shortest; or None.

    A section lies where its heading and its text do, which need not follow it (columns of a table).
    """
    spans = sorted(span for section, presence in presences.items() for span in _spans(section, presence))
    bounds = sorted({bound for *_, start, end in spans for bound in (start, end)})
    owners = _owners(spans, bounds)

    def section_at(offset: int) -> str | None:
        index = bisect_right(bounds, offset) - 1
        return owners[index] if index >= 0 else None

    return section_at


def _spans(section: str, presence: Presence) -> Iterator[_Span]:
    for (head, head_end), (start, end) in zip(presence.spans, presence.body, strict=False):
        yield end - start, section, start if start > head_end else min(head, start), end
        yield end - start, section, head, head + 1


def _owners(spans: Iterable[_Span], bounds: list[int]) -> list[str | None]:
    """For each stretch from one bound to the next the first of the spans that hold it."""
    owners: list[str | None] = [None] * len(bounds)
    free = list(range(len(bounds) + 1))  # where the next stretch without an owner is; shortened as it is used
    for _, section, start, end in spans:
        at = _next_free(free, bisect_left(bounds, start))
        while at < len(bounds) and bounds[at] < end:
            owners[at] = section
            free[at] = at + 1
            at = _next_free(free, at)
    return owners


def _next_free(free: list[int], at: int) -> int:
    while free[at] != at:
        free[at] = free[free[at]]
        at = free[at]
    return at
