"""Stocks that do not follow from what came in and what went out.

年初库存2400袋，购入1500袋，领用3100袋，年末库存1200袋 leaves 800.

Every figure of the account must be named for what it is: the stock at first and at last by the same word, and
all others as what came in or went out. Where one of them is neither, nothing is said.
"""

from collections.abc import Iterator, Sequence

from linter.checks.arithmetic.compare import Problem, Search, clause_before, shown, span, unit_of
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE
from linter.text.numerals import DECIMAL

_BALANCED = 3
"""Figures of a balance: what came in, what was spent, what is left."""
_LEAST = 2
"""How many changes of its stock an account has at least."""
_DATE = DECIMAL + "年月"
_CLAUSES = "，,、；;：:（("


def searcher(words: Words) -> Search:
    """A search for stocks that are not what was there, and came in, without what went out."""
    read = sentence_reader(words)

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.stocks):
            if has(one.said, words.opening) and has(one.said, words.closing):
                yield from _account(text, one.start, one.figures, words)
        for one in read(text, words.balance):
            if len(one.figures) == _BALANCED and not has(one.said, (*words.carried_over, *words.among)):
                yield from _balance(text, one.start, one.figures, words)

    return search


def _balance(text: str, start: int, figures: list[Quantity], words: Words) -> Iterator[Problem]:
    """The problem of what is said to be left of an income: 收入360万元，支出320万元，结余50万元.

    What was spent must be named as the income is, and not be a part of it: 会费收入…，活动支出…. What is
    left at the end of a time may have been there before.
    """
    income, spent, left = figures
    bounds = (start, income.end, spent.end)
    labels = [clause_before(text, at, one.start, _CLAUSES) for at, one in zip(bounds, figures, strict=True)]
    named = (words.income, words.spent, words.balance)
    labelled = all(has(label, some) for label, some in zip(labels, named, strict=True))
    alike = left.unit not in ("", *RELATIVE) and all(one.exact and one.unit == left.unit for one in figures)
    low, high = income.low - spent.high, income.high - spent.low
    earned, paid, remains = labels
    of = _before(paid, words.spent).strip()
    partial = not _before(earned, words.income).endswith(of) and of not in (*words.in_all, *words.carried_out)
    if (
        not labelled
        or partial
        or has(remains, words.closing)
        or not alike
        or (low <= left.high and left.low <= high)
    ):
        return
    right = f"{written((income.value - spent.value) / left.scale, 0.01)}{unit_of(text, left)}"
    message = Message(
        f"收支相抵应为 {right}，文中为 {shown(text, left)}，请核对",
        f"income without what was spent makes {right}, not {shown(text, left)}: check the figures",
    )
    yield Problem(*span(left), message, (span(income), span(spent)))


def _before(label: str, names: tuple[str, ...]) -> str:
    """What stands before one of some names in a label: 会费 in 会费收入."""
    return next((label.partition(name)[0] for name in names if name in label), label)


def _account(text: str, start: int, figures: list[Quantity], words: Words) -> Iterator[Problem]:
    """The problem of a sentence whose figures are an account, all of one unit."""
    bounds = [start, *(one.end for one in figures)]
    labels = [
        clause_before(text, first, one.start, _CLAUSES).strip()
        for first, one in zip(bounds, figures, strict=False)
    ]
    first, last = (
        [_stock(label, times, words.stocks) for label in labels] for times in (words.opening, words.closing)
    )
    begins = [at for at, name in enumerate(first) if name]
    ends = [at for at, name in enumerate(last) if name and at not in begins]
    moved = [at for at in range(len(figures)) if at not in (*begins, *ends)]
    if len(begins) != 1 or len(ends) != 1 or len(moved) < _LEAST:
        return
    opening, closing = figures[begins[0]], figures[ends[0]]
    signs = [_sign(labels[at], words) for at in moved]
    alike = all(one.exact and one.unit == closing.unit for one in figures)
    labelled = _is_same(first[begins[0]], last[ends[0]]) and 0 not in signs
    if (
        not alike
        or not labelled
        or closing.unit in ("", *RELATIVE)
        or has(text[start : figures[-1].end], words.among)
    ):
        return
    changes = [(sign, figures[at]) for sign, at in zip(signs, moved, strict=True)]
    low = opening.low + sum(one.low if sign > 0 else -one.high for sign, one in changes)
    high = opening.high + sum(one.high if sign > 0 else -one.low for sign, one in changes)
    if low <= closing.high and closing.low <= high:
        return
    value = opening.value + sum(sign * one.value for sign, one in changes)
    right = f"{written(value / closing.scale, 0.01)}{unit_of(text, closing)}"
    message = Message(
        f"按前面各数收支相抵应为 {right}，文中为 {shown(text, closing)}，请核对",
        f"what was there, came in and went out makes {right}, not {shown(text, closing)}: check the figures",
    )
    yield Problem(*span(closing), message, (span(opening), *(span(one) for _, one in changes)))


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
        max((len(word) for word in some if word in label), default=0)
        for some in (words.came_in, words.went_out)
    )
    return (came > went) - (went > came)
