"""Which paragraphs are text, and which are parts of an official document that are set otherwise.

GB/T 9704-2012 sets by rules of their own the marks and titles of annexes (7.3.7), the imprint (7.4) and
the lists of people in minutes (10.3). None of them is a finding for not looking like the text.
"""

import re
from collections.abc import Iterable, Iterator

from linter.checks.layout.options import Words
from linter.model.page_layout import ParagraphLayout
from linter.text.characters import has
from linter.text.numerals import ONE_TO_TEN
from linter.text.patterns import alternation
from linter.text.sentences import ANY_STOPS

_OPENING = 16
"""Characters that tell how a line begins."""
_CLOSING = 24


def texts(paragraphs: Iterable[ParagraphLayout], text: str, words: Words) -> Iterator[ParagraphLayout]:
    """The paragraphs that are text, in reading order; `text` is that of the document."""
    imprint, issued, annex, people = _patterns(words)
    in_imprint = under_annex = False
    for paragraph in paragraphs:
        opening = "".join(text[paragraph.start : min(paragraph.start + _OPENING, paragraph.end)].split())
        closing = text[max(paragraph.start, paragraph.end - _CLOSING) : paragraph.end]
        is_mark = annex.fullmatch(opening) is not None
        in_imprint = not is_mark and (in_imprint or imprint.match(opening) is not None)
        is_title = under_annex and not has(closing, ANY_STOPS)
        is_other = paragraph.align == "center" or people.match(opening) is not None
        if not (in_imprint or is_mark or is_title or is_other or issued.search(closing)):
            yield paragraph
        in_imprint = in_imprint and issued.search(closing) is None
        under_annex = is_mark


def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    """How the imprint begins and ends, the mark of an annex, and how a list of people begins."""
    number = rf"[\d{ONE_TO_TEN}]"
    return (
        re.compile(rf"[（(]?{alternation(words.imprint)}(?:\w{{0,2}}[：:]|\d)"),
        re.compile(rf"[日号]\s?{alternation(words.issued)}。?$"),
        re.compile(rf"{alternation(words.annexes)}{number}{{0,3}}(?:[-—]{number}{{1,2}})?[：:]?"),
        re.compile(rf"{alternation(words.attendance)}\w{{0,4}}[：:]"),
    )
