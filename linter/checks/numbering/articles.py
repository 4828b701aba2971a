"""The articles of rules: 第一条, 第二条, 第四条. They count on through all chapters, whatever is in between.

Only a text's own rules are looked at, and only for a slip: they begin with 第一条, run on but for few places,
and miss one or two articles there. A study of a law, an extract and a list of amendments cite articles
as they like; they leave more out, say so (摘录, 修改) or mark what is left out (……, （略）).
"""

from collections.abc import Iterator
from itertools import pairwise

from linter.checks.numbering.items import Item
from linter.checks.numbering.order import order
from linter.checks.numbering.slips import twice
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
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


def articles(document: Document, part: Part, words: Words) -> Iterator[Match]:
    """The articles of a part's own rules that do not follow on."""
    for series in _runs(document, part, words):
        if _is_own(document, part, series, words):
            yield from order(document, series)


def doubled_articles(document: Document, part: Part) -> Iterator[Match]:
    """Articles whose number is written twice: 第三条第三条."""
    for block in document.blocks[part.first_block : part.end_block]:
        first = compiled(_ARTICLE).match(document.text, block.start, block.end)
        again = first and compiled(_ARTICLE).match(document.text, first.end(), block.end)
        if first and again and first["value"] == again["value"]:
            yield twice(first.start("number"), again.end("number"), first["number"])


def _runs(document: Document, part: Part, words: Words) -> list[Series]:
    """The articles that open paragraphs; each 第一条 begins again."""
    runs: list[Series] = []
    if "第" not in document.text[part.start : part.end]:
        return runs
    for index in range(part.first_block, part.end_block):
        number = _article_at(document, index, words)
        if number is None:
            continue
        if not runs or number.values == (1,):
            runs.append(Series(None, 0))
        runs[-1].items.append(Item(number, "第一条", index, opens=True))
    return runs


def _article_at(document: Document, index: int, words: Words) -> Number | None:
    """The number of the article that a block begins with; 第三条之一 stands beside the count."""
    text, block = document.text, document.blocks[index]
    if block.kind != "paragraph" or "第" not in text[block.start : block.start + _LEAD]:
        return None
    match = compiled(_ARTICLE).match(text, block.start, block.end)
    cited = (*_JOINTS, *words.after_cited)
    if match is None or match["inserted"] or text.startswith(cited, match.end()):
        return None
    value = value_of(match["value"])
    return None if value is None else Number("第一条", (value,), match["number"], *match.span("number"))


def _is_own(document: Document, part: Part, series: Series, words: Words) -> bool:
    """Whether articles are a text's own rules, and what is wrong among them are slips."""
    items = series.items
    if len(items) < _FEWEST or items[0].value != 1:
        return False
    steps = [(one, other) for one, other in pairwise(items) if other.value != one.value + 1]
    if not steps or len(steps) > 1 + len(items) // _RUN:
        return False
    above = document.text[part.start : items[0].number.start]
    if has(above, words.extracts):
        return False
    return all(_is_slip(document, one, other, words) for one, other in steps)


def _is_slip(document: Document, one: Item, other: Item, words: Words) -> bool:
    """Whether a step between two articles is a slip: a number given twice, one or two left out silently."""
    left_out = other.value - one.value - 1
    between = document.text[one.number.end : other.number.start]
    return (left_out == -1 or 0 < left_out <= _LEFT_OUT) and not has(between, words.omissions)
