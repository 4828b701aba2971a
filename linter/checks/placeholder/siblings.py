"""Labels without their value, where others of the same name have theirs: 整改结果： right above （三）.

What stands below must be the next item of a list, or the label that follows on this one elsewhere: else the
value may stand there.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.structure.numbers import number_at
from linter.text.characters import HAN, WHITE_SPACE
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.sentences import COLONS, COMMON_STOPS

_GAP = f"[{WHITE_SPACE}]*"
_NUMBER = rf"(?:[（(]?[{DECIMAL}{ONE_TO_TEN}]{{1,3}}[）)、.．]{_GAP})?"
_OPENS = rf"(?:^|[\n{COMMON_STOPS}]){_GAP}{_NUMBER}"
_NAME = rf"(?P<name>[{HAN}]{{2,8}})[：:]"
_EMPTY = rf"{_OPENS}(?P<label>{_NAME})$"
_VALUED = rf"{_OPENS}{_NAME}(?={_GAP}[^\s：:])"
_LEADS = rf"{_GAP}{_NUMBER}{_NAME}(?={_GAP}[^\s：:])"


def sibling_labels(left_blank: Sequence[str]) -> Callable[[str], Iterator[Span]]:
    """A finder of labels without value; one that ends in a word of `left_blank` is filled in by hand."""
    by_hand = tuple(left_blank)

    def find(text: str) -> Iterator[Span]:
        lines = [match.span() for match in compiled(r"\S[^\n]*\S").finditer(text)]
        if not any(text.endswith(COLONS, *line) for line in lines):
            return
        valued = {match["name"] for match in compiled(_VALUED).finditer(text)}
        pairs = _pairs(text, lines)
        last: dict[str, tuple[int, ...]] = {}  # the values of the last number of each style
        for (start, end), below in pairwise(lines):
            if number := number_at(text, start, end):
                last[number.style] = number.values
            label = compiled(_EMPTY).search(text[start:end]) if text.endswith(COLONS, start, end) else None
            if not label or label["name"] not in valued or label["name"].endswith(by_hand):
                continue
            if _is_next_item(text, below, last) or (label["name"], _lead(text, below)) in pairs:
                yield start + label.start("label"), start + label.end("label")

    return find


def _is_next_item(text: str, line: Span, last: dict[str, tuple[int, ...]]) -> bool:
    """Whether a line is the item that follows the last one above of the same numbers."""
    number = number_at(text, *line)
    if not number or number.values[-1] < 2:
        return False
    return last.get(number.style) == (*number.values[:-1], number.values[-1] - 1)


def _lead(text: str, line: Span) -> str:
    """The label with its value that a line begins with; empty for none."""
    found = compiled(_LEADS).match(text, *line)
    return found["name"] if found else ""


def _pairs(text: str, lines: Sequence[Span]) -> set[tuple[str, str]]:
    """The labels that stand in one line and the next, each with its value."""
    names = [_lead(text, line) for line in lines]
    return {(one, other) for one, other in pairwise(names) if one and other}
