"""Shares and rates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.checks.arithmetic.compare import Problem
from linter.checks.arithmetic.quantities import written
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import places
from linter.text.sentences import CLAUSE_ENDS, sentences_with

_SHARE = (
    rf"占(?P<base>比)?(?P<of>[^{CLAUSE_ENDS}\d\n%]{{0,16}}?)(?:的)?(?:约|达到?|为|了)?"
    r"(?P<number>\d+(?:\.\d+)?)[%％](?!以)"
)
_OVER = r"(?:约|达到?|为|是|上升到|提高到|提升到|提升至|提高至|均|超过){0,2}(?P<number>\d{3,}(?:\.\d+)?)[%％]"
_REST = ("其余", "其他", "其它", "剩余", "余下")
_OPPOSITES = (
    *(("男", "女"), ("满意", "不满意"), ("优秀", "合格")),
    *(("优秀", "称职"), ("城镇", "农村"), ("公办", "民办")),
)


def search(text: str, rates: Iterable[str]) -> Iterator[Problem]:
    """Rates and shares over 100 %, and shares that sum to more."""
    if "%" not in text and "％" not in text:
        return
    for rate in rates:
        for at in places(text, rate):
            match = compiled(_OVER).match(text, at + len(rate))
            if match and float(match["number"]) > 100:
                yield _impossible(match, rate)
    if "占" in text:
        yield from _sums(text)


def _impossible(match: re.Match[str], name: str) -> Problem:
    share = f"{match['number']}%"
    zh, en = f"{name}不可能超过100%，文中为{share}", f"{name} cannot be over 100 %, here it is {share}"
    return Problem(match.start("number"), match.end(), Message(zh, en))


def _sums(text: str) -> Iterator[Problem]:
    for start, end in sentences_with(text, ("占",)):
        found = list(compiled(_SHARE).finditer(text, start, end))
        for match in found:
            if float(match["number"]) > 100 and not match["base"]:
                yield _impossible(match, "占比")
        if len(found) > 1 and _is_whole(text, found):
            total = sum(float(match["number"]) for match in found)
            if total > 100.5 + 0.05 * len(found):
                last = found[-1]
                zh = f"各部分占比合计为{written(total, 0.1)}%，超过了100%"
                message = Message(zh, f"the shares sum to {written(total, 0.1)} %")
                others = tuple((match.start("number"), match.end()) for match in found[:-1])
                yield Problem(last.start("number"), last.end(), message, others)


def _is_whole(text: str, found: list[re.Match[str]]) -> bool:
    """Whether shares are those of one whole, and name all of it."""
    if len({match["of"] for match in found}) > 1:
        return False
    starts = [max(text.rfind(mark, 0, found[0].start()) for mark in CLAUSE_ENDS + "\n") + 1]
    starts += [match.end() for match in found[:-1]]
    labels = [
        text[start : match.start()].strip("，、：和及 ") for start, match in zip(starts, found, strict=True)
    ]
    if any("其中" in label for label in labels[1:]):
        return False
    return labels[-1].startswith(_REST) or any(
        all(any(label.startswith(word) for label in labels) for word in pair) for pair in _OPPOSITES
    )
