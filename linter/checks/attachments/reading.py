"""What a report says of its attachments: in its text, in the list below it, and by what follows."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from linter.checks.support.compiled import compiled
from linter.model.document import Document, Span
from linter.schema.types import WordList
from linter.text.characters import has
from linter.text.measures import PERCENT_SIGNS
from linter.text.numerals import ONE_TO_TEN, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS

_NUMBER = rf"(?P<number>\d{{1,2}}|[{ONE_TO_TEN}]{{1,3}})"
_OF_AMOUNT = f"万亿元{PERCENT_SIGNS}"
"""What makes a figure part of a name: 附件12万元经费表."""
_LIST = (
    r"(?m)^[ \t\u3000]*附[ \u3000]*件"
    r"(?:[ \u3000]*(?P<one>\d{1,2})[ ]*[：:.．、 \u3000]|[ ]*[：:])(?P<rest>[^\n]*)$"
)
_ITEM = r"(?P<number>\d{1,2})[.．、][ \u3000]*(?P<name>(?!\d{1,3}(?!\d))[^；;\s][^；;\n]*)"
_NEXT_LINE = rf"[ \t\u3000\n]*{_ITEM}[；;]?[ \t\u3000]*$"
_ATTACHED = rf"(?m)^[ \t\u3000]*附[ \u3000]*件[ ]*(?:{_NUMBER}[.．：:]?)?[ \t\u3000]*$"
_DOCUMENT_ENDS = ("》", "号", "号）", "号)")
"""How a document is named before its attachment: 《…》附件2, 〔2024〕3号附件2."""
_PARTICLES = ("的", "之", "中")
_TITLE = r"\s*(\S[^\n]{0,199})"


class Words(NamedTuple):
    """The word lists of the check."""

    citing: WordList
    of_others: WordList
    sent_apart: WordList


class Attachment(NamedTuple):
    """An attachment as it is listed, or the line that heads it where it follows."""

    number: int
    name: str
    start: int
    end: int


class Attachments(NamedTuple):
    """What one report says of its attachments."""

    text: str
    """Of the whole file."""
    unlisted: bool
    """Whether a list says 附件： and nothing else: a web page has links there that are no text."""
    listed: list[Attachment]
    attached: list[Attachment]
    cited: list[tuple[int, Span]]
    apart: frozenset[int]
    """The numbers of those in the list that are sent apart."""


def read(document: Document, start: int, end: int, words: Words) -> Attachments:
    """The attachments that are listed, that follow, and of which the text speaks."""
    text = document.text
    lists = list(compiled(_LIST).finditer(text, start, end))
    titles = _titles(text, lists, end)
    heads = {match.start() for match in titles}
    listed = [each for match in lists if match.start() not in heads for each in _listed(text, match, end)]
    attached = [
        Attachment(value_of(match["number"] or "1") or 0, _next_line(text, match.end(), end), *match.span())
        for match in compiled(_ATTACHED).finditer(text, start, end)
    ]
    attached += [Attachment(int(match["one"]), match["rest"].strip(), *match.span()) for match in titles]
    attached.sort(key=attrgetter("start"))
    own = sorted((each.start, each.end) for each in (*listed, *attached))
    unlisted = bool(lists) and not listed and not attached[1:]
    cited = list(_citations(text, start, end, own, words))
    apart = frozenset(each.number for each in listed if has(each.name, words.sent_apart))
    return Attachments(text, unlisted, listed, attached, cited, apart)


def _titles(text: str, lists: "list[re.Match[str]]", end: int) -> "list[re.Match[str]]":
    """The lines that head an attachment and name it as the list above does: 附件2 现场照片."""
    if not lists or lists[0]["one"]:
        return []
    names = {each.name for each in _listed(text, lists[0], end)}
    return [match for match in lists[1:] if match["one"] and match["rest"].strip() in names]


def _next_line(text: str, place: int, end: int) -> str:
    """The first line with words behind an offset: the title of an attachment."""
    match = compiled(_TITLE).match(text, place, end)
    return match[1].strip() if match else ""


def _citations(text: str, start: int, end: int, own: list[Span], words: Words) -> Iterator[tuple[int, Span]]:
    """Where the text speaks of an attachment, and its number, 0 where it has none; `own` are the lists."""
    cited = (
        rf"{alternation((*words.citing, '（'))}附件[ ]?{_NUMBER}?(?![\d{ONE_TO_TEN}{_OF_AMOUNT}])"
        rf"|附件[ ]?(?P<bare>\d{{1,2}})(?![\d{_OF_AMOUNT}])"
    )
    others = (*_DOCUMENT_ENDS, *words.of_others)
    for match in compiled(cited).finditer(text, start, end):
        index = bisect_right(own, match.span()) - 1
        within = index >= 0 and match.start() < own[index][1]
        before = match.start() - text.endswith(_PARTICLES, start, match.start())
        if not within and not text.endswith(others, start, before):
            number = match["number"] or match["bare"]
            yield (value_of(number) or 0) if number else 0, match.span()


def _listed(text: str, match: "re.Match[str]", end: int) -> Iterator[Attachment]:
    """The attachments of a list, which begins with a match of `_LIST`; their numbers as written."""
    rest = match["rest"].strip()
    items = list(compiled(rf"(?:^|[；;])[ \u3000]*{_ITEM}").finditer(rest))
    if match["one"]:
        if rest:
            yield Attachment(int(match["one"]), rest, *match.span())
    elif rest and not items:
        yield Attachment(1, rest, *match.span())
        return
    for item in items:
        yield Attachment(int(item["number"]), item["name"].strip(), *match.span())
    place = match.end() + 1
    while line := compiled(_NEXT_LINE, re.MULTILINE).match(text, place, end):
        begins_anew = match["one"] and line["number"] == "1"  # 附件1：课题指南, and what it says: 1.…, 2.…
        if begins_anew or line["name"].endswith(COLONS):
            return
        yield Attachment(int(line["number"]), line["name"].strip(), line.start("number"), line.end())
        place = line.end() + 1
