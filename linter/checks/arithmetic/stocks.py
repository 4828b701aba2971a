"""Stocks that do not follow from what came in and what went out.

年初库存2400袋，购入1500袋，领用3100袋，年末库存1200袋 leaves 800.

Every figure of the account must be named for what it is: the stock at first and at last by the same word, and
all others as what came in or went out. Where one of them is neither, nothing is said.
"""

from collections.abc import Iterator, Sequence

from linter.checks.arithmetic.compare import Problem, Search, are_summable, clause_before, not_this, sum_of
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.text.characters import has
from linter.text.numerals import DECIMAL

_BALANCED = 3
"""Figures of a balance: what came in, what was spent, what is left."""
_LEAST = 2
"""How many changes of its stock an account has at least."""
_DATE = DECIMAL + "年月"


def searcher(words: Words) -> Search:
    """A search for stocks that are not what was there, and came in, without what went out."""
    read = sentence_reader(words)

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.stocks):
            if has(one.said, words.opening) and has(one.said, words.closing):
                yield from _account(one, words)
        for one in read(text, words.balance):
            if len(one.figures) == _BALANCED and not has(one.said, (*words.carried_over, *words.among)):
                yield from _balance(one, words)

    return search


def _labels(told: Sentence) -> list[str]:
    """What stands right before each figure of a sentence."""
    starts = (told.start, *(one.end for one in told.figures))
    return [clause_before(one, start) for start, one in zip(starts, told.figures, strict=False)]


def _balance(told: Sentence, words: Words) -> Iterator[Problem]:
    """The problem of what is said to be left of an income: 收入360万元，支出320万元，结余50万元.

    What was spent must be named as the income is, and not be a part of it: 会费收入…，活动支出…. What is
    left at the end of a time may have been there before.
    """
    income, spent, left = told.figures
    earned, paid, remains = _labels(told)
    if not (has(earned, words.income) and has(paid, words.spent) and has(remains, words.balance)):
        return
    of = _before(paid, words.spent).strip()
    partial = not _before(earned, words.income).endswith(of) and of not in (*words.in_all, *words.carried_out)
    right = sum_of([income], less=[spent])
    known = left.unit and are_summable(*told.figures) and not partial and not has(remains, words.closing)
    if known and not right.fits(left):
        zh, en = "收支相抵应为", "income without what was spent makes"
        yield not_this(left, left.restated(right.value), (income, spent), zh, en)


def _before(label: str, names: tuple[str, ...]) -> str:
    """What stands before one of some names in a label: 会费 in 会费收入."""
    return next((label.partition(name)[0] for name in names if name in label), label)


def _account(told: Sentence, words: Words) -> Iterator[Problem]:
    """The problem of a sentence whose figures are an account, all of one unit."""
    figures, labels = told.figures, [label.strip() for label in _labels(told)]
    first, last = (
        [_stock(label, times, words.stocks) for label in labels] for times in (words.opening, words.closing)
    )
    begins = [at for at, name in enumerate(first) if name]
    ends = [at for at, name in enumerate(last) if name and at not in begins]
    moved = [at for at in range(len(figures)) if at not in (*begins, *ends)]
    if len(begins) != 1 or len(ends) != 1 or len(moved) < _LEAST or not are_summable(*figures):
        return
    opening, closing = figures[begins[0]], figures[ends[0]]
    signs = {at: _sign(labels[at], words) for at in moved}
    labelled = _is_same(first[begins[0]], last[ends[0]]) and 0 not in signs.values()
    among = has(told.text[told.start : figures[-1].end], words.among)
    came, went = ([figures[at] for at in moved if signs[at] == sign] for sign in (1, -1))
    right = sum_of([opening, *came], less=went)
    if closing.unit and labelled and not among and not right.fits(closing):
        others = (opening, *(figures[at] for at in moved))
        zh, en = "按前面各数收支相抵应为", "what was there, came in and went out makes"
        yield not_this(closing, closing.restated(right.value), others, zh, en)


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
