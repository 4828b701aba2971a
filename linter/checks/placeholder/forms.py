"""Forms that others fill in: an application printed behind a notice, a pattern of how to write something.

What is blank in them is meant to be. A form begins at its title (报名表, 家长同意书) and has blanks to
write in, at least two and no fewer than it has other sentences: a letter that ends in an unsigned date
is none. In a list of annexes the title stands alone. What tells how to fill a form in (填写说明) names its
fields throughout.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.checks.placeholder.words import Words
from linter.checks.support.exclusions import SpanTest
from linter.model.document import Block, Document, Span
from linter.structure.numbers import number_at
from linter.text.characters import HAN, has
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.patterns import alternation
from linter.text.sentences import ANY_STOPS, COLONS, COMMON_CLAUSE_ENDS, FULL_STOPS

_LONGEST_TITLE = 30
_TITLE_LINES = 2
"""So many lines above the last one of a title stands the mark of its annex, at most."""
_LABEL = 8
"""Characters of the longest label in a cell."""
_LABELS = 4
"""Labels that make a form of a table with a single blank."""
_BLANK = (
    r"[：:][ \u3000\t]*(?:$|[ \u3000]{2}|[_＿（(])|[：:][ \u3000]+[，）)]|[_＿]{2,}|[□☐]|年[ \u3000]+月"
    r"|[（(〔][ \u3000]+[）)〕]|[Xx×]{2,}"
)
_NAME = rf"[{HAN}][{HAN} \u3000]{{0,7}}[：:]"
_EMPTY_LABEL = rf"{_NAME}[ \u3000]*(?={_NAME}|[（(]|[ \u3000]*年[ \u3000]*月|$)"
"""A label without a value before the next label, the date or the end: 姓名： 部门： 年 月 日."""
_EMPTY_LABELS = 3
"""So many of them in one line are a form whose lines ran together."""
_TO_FILL = rf"请[^{FULL_STOPS}：:]{{0,20}}填[写报]?(?:以下[^{FULL_STOPS}：:]{{0,8}})?[：:]"
_WRITTEN_ON = r"_{2,}|\.{5,}|…{2,}"
_ENGLISH_BLANKS = 2
_LONGEST_ENGLISH_TITLE = 60
_TITLE_SIGNS = "#*_ \t:"
_ANNEX = rf"附[件表]?[ \u3000]*[{DECIMAL}{ONE_TO_TEN}]{{0,2}}[ \u3000]*[：:.、]?"
_LISTED = rf"{_ANNEX}(?=\S)|[{DECIMAL}]{{1,2}}[.．、]"
_BY_OTHERS = r"[（(]由[^（）()]{1,12}填[写报]?[）)]$"
"""Behind a title it tells who fills the form in: 报价一览表（由供应商填写）."""
_AFTERTHOUGHT = r"[（(][^（）()]*[）)]$"


def form_test(document: Document, words: Words) -> SpanTest:
    """A test of whether a span lies in a form or a pattern."""
    spans: list[Span] = []
    found = [*_forms(document, words), *_patterns(document, words), *_english_forms(document, words)]
    for start, end in sorted(found):
        if spans and end <= spans[-1][1]:
            continue  # a line of the form before it
        spans.append((start, end))

    def is_within(start: int, end: int) -> bool:
        index = bisect_right(spans, (start, len(document.text))) - 1
        return index >= 0 and end <= spans[index][1]

    return is_within


def is_form_title(line: str, words: Words) -> bool:
    """Whether a line is the title of a form: what it is for (报名), and at its end what it is (表); its
    characters may be spaced (回　执).
    """
    if len(line) > _LONGEST_TITLE or has(line, COMMON_CLAUSE_ENDS):
        return False
    whole = "".join(line.split())
    is_for_others = has(whole, words.form_purposes) or re.search(_BY_OTHERS, whole) is not None
    return is_for_others and re.sub(_AFTERTHOUGHT, "", whole).endswith(words.form_kinds)


def _forms(document: Document, words: Words) -> Iterator[Span]:
    blocks = document.blocks
    lines = [document.text[block.start : block.end].strip() for block in blocks]
    titles = {
        at
        for at, line in enumerate(lines)
        if is_form_title(line, words) or _ends_title(lines[max(0, at - _TITLE_LINES) : at], line, words)
    }
    guides = {at for at, line in enumerate(lines) if _is_guide(line, words)}
    borders = [
        at for at, line in enumerate(lines) if at in titles or at in guides or re.fullmatch(_ANNEX, line)
    ]
    for first, last in pairwise([*borders, len(lines)]):
        if first in titles and re.match(_LISTED, lines[first]):
            yield blocks[first].start, blocks[first].end
        annexed = first > 0 and re.fullmatch(_ANNEX, lines[first - 1]) is not None
        filled = first in titles and _is_to_fill_in(
            blocks[first + 1 : last], lines[first + 1 : last], annexed
        )
        if filled or first in guides:
            yield blocks[first].start, blocks[last - 1].end


def _english_forms(document: Document, words: Words) -> Iterator[Span]:
    """The lines to write on below the title of a form in English that is signed, or has more of them than
    sentences; what else is blank in it (XX, TBC) its author left.
    """
    lines = [document.text[block.start : block.end].strip() for block in document.blocks]
    titles = [at for at, line in enumerate(lines) if _is_english_title(line, words)]
    if not titles:
        return
    below = range(titles[0] + 1, len(lines))
    blank = [at for at in below if re.search(_WRITTEN_ON, lines[at])]
    signed = any(has(lines[at].lower(), words.english_signings) for at in blank)
    sentences = sum(lines[at].endswith(".") for at in below if at not in blank)
    if len(blank) >= _ENGLISH_BLANKS and (signed or len(blank) > sentences):
        yield from (document.blocks[at][:2] for at in blank)


def _is_english_title(line: str, words: Words) -> bool:
    """Whether a line is the title of a form in English: Consent form, Application for a mooring."""
    title = " ".join(re.sub(_AFTERTHOUGHT, "", line.lower().strip(_TITLE_SIGNS)).split())
    is_line = len(title) <= _LONGEST_ENGLISH_TITLE and not line.endswith((".", ","))
    return is_line and (title.endswith(words.english_forms) or title.startswith(words.english_applications))


def _ends_title(before: Sequence[str], line: str, words: Words) -> bool:
    """Whether a line below a line 附件2 is the title of a form, or the last line of one: there it need not
    say what it is for. `before` are the lines above it.
    """
    if len(line) > _LONGEST_TITLE or not line.endswith(words.form_kinds):
        return False
    for above in reversed(before):
        if re.fullmatch(_ANNEX, above):
            return True
        if len(above) > _LONGEST_TITLE or has(above, COMMON_CLAUSE_ENDS):
            return False
    return False


def _is_guide(line: str, words: Words) -> bool:
    """Whether a line is the title of what tells how to fill a form in; one with a number heads a section of a
    report: 二、规范公文写法.
    """
    is_title = len(line) <= _LONGEST_TITLE and line.endswith(words.form_guides)
    return is_title and number_at(line, 0, len(line)) is None


def _is_to_fill_in(blocks: Sequence[Block], lines: Sequence[str], annexed: bool) -> bool:
    """Whether what follows a title has the blanks of a form, or one blank and the labels of a table, in cells
    or, where a line 附件 stands above the title (`annexed`), on lines of their own.
    """
    blanks = [len(re.findall(_BLANK, line)) for line in lines]
    sentences = sum("。" in line for line, found in zip(lines, blanks, strict=True) if not found)
    labels = sum(
        0 < len(line) <= _LABEL and (block.kind == "cell" or (annexed and not has(line, ANY_STOPS)))
        for block, line in zip(blocks, lines, strict=True)
    )
    return sum(blanks) >= max(2, sentences) or (any(blanks) and labels >= _LABELS)


def _is_joined(line: str, words: Words) -> bool:
    """Whether a line is a form whose lines ran together: many empty labels, or one behind the form's title
    and the mark of its annex: 附件2 承诺书 … 承诺人： 年 月 日.
    """
    if not has(line, COLONS):
        return False
    found = len(re.findall(_EMPTY_LABEL, line))
    titled = re.match(rf"{_ANNEX}[^。]{{0,{_LONGEST_TITLE}}}{alternation(words.form_kinds)}(?![{HAN}])", line)
    return found >= _EMPTY_LABELS or (found > 0 and titled is not None)


def _patterns(document: Document, words: Words) -> Iterator[Span]:
    """Blocks set as a quotation (`> …`) behind a line that announces how something is to be written, and
    lines of blanks that others are told to fill in (请各船填写：姓名____ 船号____).
    """
    text, before = document.text, ""
    for block in document.blocks:
        line = text[block.start : block.end].strip()
        announced = before.endswith(COLONS) and has(before, words.about)
        asked = re.search(_TO_FILL, line) and len(re.findall(_BLANK, line)) > 1
        if asked or _is_joined(line, words) or (line.startswith(">") and announced):
            yield block.start, block.end
        else:
            before = line
