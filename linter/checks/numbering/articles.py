"""The articles of rules: 第一条, 第二条, 第四条, or Article 1 and 2. They count on through all chapters,
whatever is in between.

Only a text's own rules are looked at, and only for a slip: they begin with 第一条, run on but for few places,
and miss one or two articles there. A study of a law, an extract and a list of amendments cite articles
as they like; they leave more out, say so (摘录, 修改) or mark what is left out (……, （略）).

Articles that go back, as to 第一条 in the second chapter, are a slip where those behind them count on as
if they had not (第三条, 第一条, 第二条, 第六条), or where those of other chapters run on. Rules that count
anew in every chapter, and several rules in one file, are right.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.numbering.items import Item
from linter.checks.numbering.order import misnumbered, order
from linter.checks.numbering.slips import twice
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
from linter.checks.numbering.writing import after
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.outline import Number, Part
from linter.text.characters import has
from linter.text.numerals import COUNTING, DECIMAL, ONE_TO_NINE, value_of

_ARTICLE = (
    rf"[ \u3000\t#*【]*(?P<number>第[ ]?(?P<value>[{COUNTING}{DECIMAL}]{{1,6}})[ ]?条)"
    rf"(?P<inserted>之[{ONE_TO_NINE}])?"
)
_ENGLISH = r"[ \t#*]*(?P<number>{} (?P<value>\d{{1,3}}))(?P<inserted>[a-zA-Z])?(?=[.:]|[ *]*$|[ *]+[—–-] )"
_NAMES = ("第", "Article", "Section", "Rule", "Clause")
"""What articles are called; the articles of one name are counted together."""
_LEAD = 8
"""Characters of indent and signs before an article."""
_JOINTS = ("第", "、", "，", "—", "-", "～")
"""What follows the number where a line names several articles and is none: 第二条、第五条."""
_FEWEST = 3
"""So many articles are rules, not a few that are cited."""
_RUN = 8
"""So many articles there are for each slip."""
_LEFT_OUT = 2
"""More articles than this are not left out by a slip."""


class _Article(NamedTuple):
    """An article that opens a paragraph, and the chapter that it stands in; 0 for none."""

    item: Item
    chapter: int


class _Back(NamedTuple):
    """An article that goes back by a slip, and the one before it as it should be numbered."""

    before: Item
    item: Item


def articles(document: Document, part: Part, words: Words) -> Iterator[Match]:
    """The articles of a part's own rules that do not follow on."""
    text = document.text[part.start : part.end]
    for name in _NAMES:
        if name in text:
            yield from _of_name(document, part, words, name)


def _of_name(document: Document, part: Part, words: Words, name: str) -> Iterator[Match]:
    """The articles of one name that do not follow on."""
    items, back = _counted_on(list(_articles(document, part, words, name)))
    for series in _runs(items):
        if not _is_own(document, part, series, words):
            continue
        blocks = range(series.items[0].block, series.items[-1].block + 1)
        for before, item in back:
            if item.block in blocks:
                yield misnumbered(document, [before, item], 1, after(before.number.values))
        if _are_slips(document, series, words):
            yield from order(document, series)


def doubled_articles(document: Document, part: Part, words: Words) -> Iterator[Match]:
    """Articles whose number is written twice: 第三条第三条; not 第三条　第三条所称…."""
    for block in document.blocks[part.first_block : part.end_block]:
        first = compiled(_ARTICLE).match(document.text, block.start, block.end)
        again = first and compiled(_ARTICLE).match(document.text, first.end(), block.end)
        if again and document.text.startswith(words.after_cited, again.end()):
            continue
        if first and again and first["value"] == again["value"]:
            yield twice(first.start("number"), again.end("number"), first["number"])


def _articles(document: Document, part: Part, words: Words, name: str) -> Iterator[_Article]:
    """The articles of a part with a name that open paragraphs."""
    chapters = {
        heading.block: heading.number.values[0]
        for heading in part.headings
        if heading.number and heading.number.style == "第一章"
    }
    chapter = 0
    for index in range(part.first_block, part.end_block):
        chapter = chapters.get(index, chapter)
        if number := _article_at(document, index, words, name):
            yield _Article(Item(number, "第一条", index, opens=True), chapter)


def _runs(items: list[Item]) -> list[Series]:
    """The series of articles; each 第一条 begins another."""
    runs: list[Series] = []
    for item in items:
        if not runs or item.value == 1:
            runs.append(Series(None, 0))
        runs[-1].items.append(item)
    return runs


# --- articles that go back ------------------------------------------------------------------------


def _counted_on(found: list[_Article]) -> tuple[list[Item], list[_Back]]:
    """The articles, those that go back by a slip with the numbers that are due; and these slips."""
    items: list[Item] = []
    back: list[_Back] = []
    chapters_run_on = _chapters_run_on(found)
    while len(items) < len(found):
        at = len(items)
        end = _run_end(found, at)
        due = items[-1].value + 1 if items else found[0].item.value
        rest = found[end].item.value if end < len(found) else None
        goes_back = found[at].item.value < due
        counts_on = rest == due + end - at and rest > _FEWEST
        if goes_back and (counts_on or (chapters_run_on and _begins_chapter(found, at))):
            back.append(_Back(items[-1], found[at].item))
            items += [_with_value(one.item, due + place) for place, one in enumerate(found[at:end])]
        else:
            items.append(found[at].item)
    return items, back


def _run_end(found: list[_Article], at: int) -> int:
    """Where the articles end that follow on from the one at `at`."""
    end = at + 1
    while end < len(found) and found[end].item.value == found[end - 1].item.value + 1:
        end += 1
    return end


def _with_value(item: Item, value: int) -> Item:
    return item._replace(number=item.number._replace(values=(value,)))


def _chapters_run_on(found: list[_Article]) -> bool:
    """Whether at as many chapters as not the articles count on from the chapter before."""
    firsts = [at for at in range(1, len(found)) if found[at].chapter == found[at - 1].chapter + 1 > 1]
    going_on = sum(found[at].item.value == found[at - 1].item.value + 1 for at in firsts)
    return going_on > 0 and going_on >= sum(found[at].item.value == 1 for at in firsts)


def _begins_chapter(found: list[_Article], at: int) -> bool:
    """Whether an article is a 第一条 that stands below the chapter behind that of the article before."""
    return found[at].item.value == 1 and found[at].chapter == found[at - 1].chapter + 1 > 1


# --- one article ----------------------------------------------------------------------------------


def _article_at(document: Document, index: int, words: Words, name: str) -> Number | None:
    """The number of the article that a block begins with; 第三条之一 stands beside the count."""
    text, block = document.text, document.blocks[index]
    if block.kind != "paragraph" or name not in text[block.start : block.start + _LEAD + len(name)]:
        return None
    pattern = _ARTICLE if name == _NAMES[0] else _ENGLISH.format(name)
    match = compiled(pattern).match(text, block.start, block.end)
    cited = (*_JOINTS, *words.after_cited)
    if match is None or match["inserted"] or text.startswith(cited, match.end()):
        return None
    value = value_of(match["value"])
    return None if value is None else Number("第一条", (value,), match["number"], *match.span("number"))


def _is_own(document: Document, part: Part, series: Series, words: Words) -> bool:
    """Whether articles are a text's own rules."""
    items = series.items
    if len(items) < _FEWEST or items[0].value != 1:
        return False
    return not has(document.text[part.start : items[0].number.start], (*words.extracts, *words.studies))


def _are_slips(document: Document, series: Series, words: Words) -> bool:
    """Whether what is wrong among the articles of a text's own rules are slips: few, and each is one."""
    items = series.items
    steps = [(one, other) for one, other in pairwise(items) if other.value != one.value + 1]
    few = 0 < len(steps) <= 1 + len(items) // _RUN
    return few and all(_is_slip(document, one, other, words) for one, other in steps)


def _is_slip(document: Document, one: Item, other: Item, words: Words) -> bool:
    """Whether a step between two articles is a slip: a number given twice, one or two left out silently."""
    left_out = other.value - one.value - 1
    between = document.text[one.number.end : other.number.start]
    return (left_out == -1 or 0 < left_out <= _LEFT_OUT) and not has(between, words.omissions)
