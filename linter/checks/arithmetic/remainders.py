"""What was done of a total, and what is left of it: 应到50人，实到52人; 查出30处，已整改20处，其余8处."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from linter.checks.arithmetic.compare import (
    Problem,
    Search,
    are_summable,
    by_first,
    exceed,
    gaps,
    problem,
    sum_of,
)
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has
from linter.text.sentences import COLONS

_BRACKETS = ("（", "(")
_DONE = rf"已([{HAN}]{{1,3}})$"
"""A verb that tells what was done: 已换60盏."""
_OF_THEM = "中"
"""Between a total and what is done of it: 12个村中，9个村已通车."""
_ACCOUNT = 3
"""Figures of an account: the total, what is done, and what is left."""
_NEAR = 12
"""The most characters between 其余 and the figure that it belongs to."""


def due(words: Words) -> Search:
    """A search for more that came than were to come, or were mended than were found."""
    sentences = sentence_reader(words)
    came_of = by_first(words.due)

    def search(text: str) -> Iterator[Problem]:
        for expected, came in came_of.items():
            for one in sentences(text, (expected,)):
                yield from _more_than_due(one, expected, came, words)

    return search


def _more_than_due(told: Sentence, expected: str, came: Collection[str], words: Words) -> Iterator[Problem]:
    """The problem of 应到50人，实到52人.

    Nothing is said where they may be of what stands before, as in 隐患35处，其中重大隐患5处，已整改33处, or a
    bracket behind them may say where the others are from.
    """
    for at, (one, other) in enumerate(pairwise(told.figures)):
        said = one.until(other).lstrip("，、；, ")
        if (
            said in came
            and told.text.endswith(expected, 0, one.start)
            and one.unit == other.unit
            and one.exact
            and other.exact
            and other.low > one.high
            and not any(each.unit == one.unit for each in told.figures[:at])
            and not told.text.startswith(_BRACKETS, other.end)
            and not has(told.behind(other), words.included)
        ):
            yield problem(
                other,
                [one],
                f"“{said}”的 {other.said} 多于“{expected}”的 {one.said}，请核对",
                f"{other.said} (“{said}”) are more than the {one.said} (“{expected}”) that they are of: "
                "check both",
            )


def left(words: Words) -> Search:
    """A search for totals that what is done and what is left do not make."""
    sentences = sentence_reader(words)

    def search(text: str) -> Iterator[Problem]:
        for one in sentences(text, (*words.left, *words.undone, *words.on_leave)):
            yield from _left_over(one, words)

    return search


def _left_over(told: Sentence, words: Words) -> Iterator[Problem]:
    """The problem of a sentence of figures of one unit: total, done and the rest, which may be several
    kinds of those who are not there: 应到31人，实到25人，请假5人、缺席3人.
    """
    figures = _to_the_note(told.figures, words)
    if len(figures) < _ACCOUNT or not are_summable(*figures) or not _is_account(told, figures, words):
        return
    total, done, rest, *others = figures
    labels = gaps((done, rest, *others))
    if others and not all(has(label, (*words.left, *words.on_leave)) for label in labels):
        return
    absent = has("".join(labels), words.on_leave)
    if exceed((done, rest, *others), total) or (not absent and sum_of(figures[1:]).high < total.low):
        remains = "、".join(one.said for one in (rest, *others))
        zh = f"已完成的与其余的 {remains} 相加不等于总数 {total.said}，请核对"
        if absent or has(told.before(total), words.on_leave):
            zh = f"到的 {done.said} 与没有到的 {remains} 相加不等于总数 {total.said}，请核对"
        en = f"what is done and the rest, {remains}, do not make {total.said}: check them"
        yield problem(rest, (total, done, *others), zh, en)


def _to_the_note(figures: list[Quantity], words: Words) -> list[Quantity]:
    """Some figures up to those that are of one of them: 请假8人，其中病假3人; 请假8人（病假3人）."""
    for at, gap in enumerate(gaps(figures)):
        if at >= _ACCOUNT - 1 and has(gap, (*_BRACKETS, *COLONS, *words.among)):
            return figures[: at + 1]
    return figures


def _is_account(told: Sentence, figures: Sequence[Quantity], words: Words) -> bool:
    """Whether the words between three figures make them a total, what is done, and what is left."""
    total, done, rest = figures[:_ACCOUNT]
    between, behind = total.until(done), done.until(rest)
    named = max(behind.find(word) for word in (*words.left, *words.on_leave))
    near = named >= 0 and len(behind) - named <= _NEAR
    return (
        (near or _undoes(between, behind, words))
        and (has(between, words.done) or (_OF_THEM in between and has(behind[:_NEAR], words.already)))
        and not has(told.behind(total), words.elsewhere)
        and not _is_undone(total.lead(_NEAR), behind, words)
    )


def _is_undone(before: str, behind: str, words: Words) -> bool:
    """Whether the verb before a figure is taken back behind it: 已整改20个，持续整改5个，未整改1个."""
    verb = compiled(_DONE).search(before)
    return verb is not None and has(behind, [word + verb[1] for word in words.undone])


def _undoes(between: str, behind: str, words: Words) -> bool:
    """Whether the rest is what was not done of the same thing: 办结20件，未办结8件."""
    verbs = [verb for verb in words.done if verb in between]
    undone = [word + verb for verb in verbs for word in words.undone]
    return has(behind, undone) or _is_undone(between, behind, words)
