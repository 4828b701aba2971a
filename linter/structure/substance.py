"""What stands under a section that a report has: enough, too little, or nothing.

A heading alone proves nothing: 无, 略 and （此处补充） under it are nothing either, nor is a line that
announces what never comes (主要有以下问题：), nor are slogans alone (努力开创新局面。), and a section that
has to have a length may fall short of it. Characters are counted without punctuation, blanks and masks (××).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from linter.model.document import Document, Span
from linter.model.outline import Heading, Part, Presence
from linter.text.characters import alphabet, has, small
from linter.text.numerals import DECIMAL
from linter.text.patterns import holds, union
from linter.text.sentences import CLAUSE_ENDS, COLONS, STOPS

_FILLER = r"[\s\W_]+|[×XxＸ*]{2,}"
_AMPLE = 60
"""A section longer than twice the least number and this, in characters of any kind, is not counted out."""
_LONGEST_PROMPT = 20
"""Characters of the longest text that is taken for a prompt: what is longer says something, too."""
_HOLLOW = 12
"""Characters below which the text under a heading says nothing of its subject."""


_LONGEST_SLOGANS = 300
"""Characters of the longest text that is looked at for slogans."""


class Demand(NamedTuple):
    """What the rules of a set ask of one section."""

    empty_words: Collection[str]
    """What, standing alone, is no content."""
    required: bool = False
    """Whether its absence is reported."""
    least: int = 0
    """How many characters it has to have at least."""
    prompts: Collection[str] = ()
    """What a text begins with that only asks to be replaced."""
    is_slogan: Callable[[str], bool] = lambda text: False
    """Tells whether the clauses of a text are slogans throughout."""
    elsewhere: Collection[str] = ()
    """Words of a line that points to what is no text below it: 图, 附件."""


class Substance(NamedTuple):
    """What stands under a section."""

    state: str
    """`ok`; `thin`: fewer characters than asked for; `empty`: nothing, an empty word or a prompt."""
    content: str = ""
    """Of a thin section, its characters that count; of an empty one, its words as they stand."""


def text_under(document: Document, heading: Heading) -> Span:
    """The text under a heading. One that is a sentence (（四）每季度听取一次汇报。) is text itself."""
    end = document.blocks[heading.block].end
    is_sentence = heading.kind == "line" and document.text.startswith(tuple(STOPS), heading.end, end)
    return (heading.start if is_sentence else heading.body), max(heading.body_end, end)


def is_hollow(document: Document, part: Part, presence: Presence) -> bool:
    """Whether a heading names the section by a word of the author's, and nothing is written below it but
    further headings: it is there, and empty. No weights of a text can say otherwise.
    """
    if presence.state != "heading":
        return False
    blocks = document.blocks
    headings = {heading.block for heading in part.headings if heading.kind == "line"}
    written = 0
    for start, end in presence.body:
        index = bisect_right(blocks, start, part.first_block, part.end_block, key=attrgetter("end"))
        while index < part.end_block and blocks[index].start < end:
            if index not in headings:
                stretch = document.text[max(start, blocks[index].start) : min(end, blocks[index].end)]
                written += len(stretch.strip())
                if written >= _HOLLOW:
                    return False
            index += 1
    return True


def is_in_doubt(presence: Presence, found: Substance) -> bool:
    """Whether a section may as well be there as not. Of a heading with nothing or too little under it that is
    said instead.
    """
    return presence.unsure and (presence.state != "heading" or found.state == "ok")


def substance(document: Document, presence: Presence, demand: Demand) -> Substance:
    """What stands under a section; an absent one is `empty`."""
    text = "".join(document.text[here:there] for here, there in presence.body).strip()
    if 0 < len(text) <= _LONGEST_SLOGANS and demand.is_slogan(text):
        return Substance("empty", text)
    if sum(there - here for here, there in presence.body) > 2 * demand.least + _AMPLE:
        return Substance("ok")
    if announced := _announced(document, presence):
        return Substance("ok") if has(announced, demand.elsewhere) else Substance("empty", announced)
    content = "".join(re.sub(_FILLER, "", document.text[here:there]) for here, there in presence.body)
    said = small(content)
    if not content or said in map(_bare, demand.empty_words) or _is_prompt(said, demand.prompts):
        return Substance("empty", re.sub(rf"^(?:{_FILLER})+|(?:{_FILLER})+$", "", " ".join(text.split())))
    return Substance("thin", content) if len(content) < demand.least else Substance("ok")


@lru_cache(maxsize=1024)
def _bare(word: str) -> str:
    """A word of a list as content is compared with it: `N/A` and `to be added` as na and tobeadded."""
    return small(re.sub(_FILLER, "", word))


def slogan_test(slogans: Iterable[str]) -> Callable[[str], bool]:
    """A test of whether every clause of a text is one of some slogans, given by patterns."""
    pattern = union(f"^(?:{slogan})$" for slogan in slogans)

    def is_slogan(text: str) -> bool:
        if not alphabet(text).isdisjoint(DECIMAL):
            return False
        for mark in CLAUSE_ENDS + "\n":
            text = text.replace(mark, " ")
        clauses = text.split()
        return bool(clauses) and all(holds(pattern, clause) for clause in clauses)

    return is_slogan


def _announced(document: Document, presence: Presence) -> str:
    """The line under a heading that announces what does not follow: 主要有以下问题：. That is nothing missing
    where a picture may follow, which is no text (见下图：), or it points to another place (见附件：).
    """
    if presence.state != "heading" or len(presence.body) != 1:
        return ""
    line = document.text[slice(*presence.body[0])].strip()
    return line if line.endswith(COLONS) and "\n" not in line else ""


def _is_prompt(content: str, prompts: Collection[str]) -> bool:
    """Whether all that stands there asks to be replaced: （此处补充）, 请在此处填写存在的问题."""
    return len(content) <= _LONGEST_PROMPT and content.startswith(tuple(filter(None, map(_bare, prompts))))
