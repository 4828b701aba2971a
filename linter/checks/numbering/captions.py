"""Figures and tables whose numbers do not follow on, and references to one that is not there: 从图3可以看出
in a report with 图1 and 图2.

A caption is a short line: 图1 测压管布置. Where a text has none, its figures may be pictures with their
captions in them, and nothing is said; nor where more references lead nowhere than there are captions.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.numbering.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.text.characters import has
from linter.text.measures import QUANTITIES
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, RUNNING_MARKS

_CAPTION = r"[ \u3000*]*(?P<kind>[图表])[ \u3000]?(?P<number>[1-9]\d?)(?![\d.．\-—–－:]|：?\d)(?P<name>.*)"
_SHEET = r"[ \u3000]*[（(][^（）()]*[）)]$"
_LONGEST = 40
"""Characters of the longest caption."""
_CITED = 12
"""Characters before a reference in which it is told of what other document it is: 《…》图3, 附件2表1."""


class _Caption(NamedTuple):
    """The caption of a figure or table."""

    kind: str
    number: int
    name: str
    start: int
    end: int
    """Where its number ends."""
    block: int


def captions(context: Context, part: Part, words: Words) -> Iterator[Match]:
    """What is wrong with the figures and tables of a report."""
    text = context.document.text
    if not has(text, ("图", "表")):
        return
    found = list(_captions(context.document, part, words))
    for kind in sorted({one.kind for one in found}):
        series = [one for one in found if one.kind == kind]
        yield from _gaps(series)
        yield from _dangling(context.document, part, kind, series, words)


def _captions(document: Document, part: Part, words: Words) -> Iterator[_Caption]:
    text = document.text
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        if block.end - block.start > _LONGEST or block.kind == "toc":
            continue
        match = compiled(_CAPTION).match(text, block.start, block.end)
        if match and _is_name(match["name"], words):
            name = match["name"].strip(" \u3000：:*")
            yield _Caption(
                match["kind"], int(match["number"]), name, match.start("kind"), match.end("number"), index
            )


def _is_name(name: str, words: Words) -> bool:
    """Whether what follows the number on its line is the name of a figure, and no sentence or amount."""
    return not has(name, tuple(RUNNING_MARKS)) and not name.startswith((*words.no_caption, *QUANTITIES))


def _bare(name: str) -> str:
    """The name of a figure without what tells its parts or sheets apart: 断面图（二）, 测点（续）."""
    return compiled(_SHEET).sub("", name)


def _gaps(series: list[_Caption]) -> Iterator[Match]:
    """Captions with a number left out before them, or given twice."""
    for one, other in pairwise(series):
        here, due = f"{other.kind}{other.number}", f"{one.kind}{one.number + 1}"
        if other.number == one.number and _bare(other.name) not in ("", _bare(one.name)):
            message = Message(f"有两个“{here}”，请核对编号", f"there are two {here}: check their numbers")
        elif other.number > one.number + 1:
            message = Message(f"“{here}”之前缺少“{due}”", f"{due} is missing before {here}")
        else:
            continue
        there = Related(one.start, one.end, Message("前一个", "the one before"))
        yield Match(other.start, other.end, message, related=(there,))


def _dangling(
    document: Document, part: Part, kind: str, series: list[_Caption], words: Words
) -> Iterator[Match]:
    """References to a figure or table that the report does not have."""
    text, blocks = document.text, document.blocks
    numbers = {one.number for one in series}
    own = {blocks[one.block].start for one in series}
    pattern = (
        rf"(?:^|[{CLAUSE_ENDS}（(\n]|{alternation(words.before_reference)})"
        rf"(?P<reference>{kind}[ \u3000]?(?P<number>[1-9]\d?))(?![\d.．\-—–－]|{alternation(QUANTITIES)})"
    )
    leading: dict[int, re.Match[str]] = {}
    for match in compiled(pattern, re.MULTILINE).finditer(text, part.start, part.end):
        place, number = match.start("reference"), int(match["number"])
        line = text.rfind("\n", 0, place) + 1
        before = text[max(line, place - _CITED) : place]
        if line not in own and number not in numbers and not has(before, words.cited_documents):
            leading.setdefault(number, match)
    if len(leading) > len(numbers):
        return
    for number, match in leading.items():
        message = Message(
            f"文中没有“{kind}{number}”，请补上或改正编号",
            f"there is no {kind}{number} in the text: add it, or correct the number",
        )
        there = Related(series[-1].start, series[-1].end, Message(f"最后一个{kind}", f"the last {kind}"))
        yield Match(*match.span("reference"), message, related=(there,))
