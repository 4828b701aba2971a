"""Stocks that do not follow from what came in and what went out.

年初库存2400袋，购入1500袋，领用3100袋，年末库存1200袋 leaves 800.

Every figure of the account must be named for what it is: the stock at first and at last by the same word, and
all others as what came in or went out. Where one of them is neither, nothing is said.
"""

from collections.abc import Iterator, Sequence

from linter.checks.arithmetic.compare import Problem, Search, shown, span, unit_of
from linter.checks.arithmetic.quantities import Quantity, reader, written
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE
from linter.text.numerals import DECIMAL
from linter.text.sentences import sentences_with

_LEAST = 3
"""How many figures an account has at least."""
_DATE = DECIMAL + "年月"
_CLAUSES = "，,、；;：:（("


def searcher(words: Words) -> Search:
    """A search for stocks that are not what was there, and came in, without what went out."""
    read = reader(words)

    def search(text: str) -> Iterator[Problem]:
        if not (has(text, words.opening) and has(text, words.closing)):
            return
        for start, end in sentences_with(text, words.stocks):
            if has(text[start:end], words.opening) and has(text[start:end], words.closing):
                yield from _account(text, start, list(read(text, start, end)), words)

    return search


def _account(text: str, start: int, figures: list[Quantity], words: Words) -> Iterator[Problem]:
    """The problem of a sentence whose figures are an account, all of one unit."""
    labels = [
        _label(text, before.end if before else start, one.start)
        for before, one in zip([None, *figures], figures, strict=False)
    ]
    first = [at for at, label in enumerate(labels) if _stock(label, words.opening, words.stocks)]
    if len(first) != 1:
        return
    last = [
        at
        for at, label in enumerate(labels)
        if at not in first and _stock(label, words.closing, words.stocks)
    ]
    if len(last) != 1 or len(figures) < _LEAST or has(text[start : figures[-1].end], words.among):
        return
    opening, closing = figures[first[0]], figures[last[0]]
    alike = len({one.unit for one in figures}) == 1 and closing.unit not in ("", *RELATIVE)
    names = [
        _stock(labels[first[0]], words.opening, words.stocks),
        _stock(labels[last[0]], words.closing, words.stocks),
    ]
    if not alike or not all(one.exact for one in figures) or not _is_same(*names):
        return
    signs = [_sign(label, words) for at, label in enumerate(labels) if at not in (*first, *last)]
    moved = [one for at, one in enumerate(figures) if at not in (*first, *last)]
    if 0 in signs or len(moved) < 2:
        return
    low = opening.low + sum(
        one.low if sign > 0 else -one.high for sign, one in zip(signs, moved, strict=True)
    )
    high = opening.high + sum(
        one.high if sign > 0 else -one.low for sign, one in zip(signs, moved, strict=True)
    )
    if low <= closing.high and closing.low <= high:
        return
    value = opening.value + sum(sign * one.value for sign, one in zip(signs, moved, strict=True))
    right = f"{written(value / closing.scale, 0.01)}{unit_of(text, closing)}"
    message = Message(
        f"按前面各数收支相抵应为 {right}，文中为 {shown(text, closing)}，请核对",
        f"what was there, came in and went out makes {right}, not {shown(text, closing)}: check the figures",
    )
    yield Problem(*span(closing), message, tuple(span(one) for one in (opening, *moved)))


def _label(text: str, start: int, end: int) -> str:
    """The clause before a figure."""
    return text[max(start, *(text.rfind(mark, start, end) + 1 for mark in _CLAUSES)) : end].strip()


def _stock(label: str, times: Sequence[str], stocks: Sequence[str]) -> str:
    """What is in stock at a time that the label tells; empty where it tells none."""
    time = max((word for word in times if word in label), key=len, default="")
    name = label.replace(time, "", 1).lstrip(_DATE) if time else ""
    return name if has(name, stocks) else ""


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one stock: 库存化肥, and 库存 again."""
    return one.startswith(other) or other.startswith(one)


def _sign(label: str, words: Words) -> int:
    """1 for what came in, -1 for what went out, 0 where the label does not tell; the longest word counts."""
    came, went = (
        max((len(word) for word in known if word in label), default=0)
        for known in (words.came_in, words.went_out)
    )
    return (came > went) - (went > came)
