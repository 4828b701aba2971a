"""The unit that wrote a report: the office, school or village in whose name it is handed in.

It is read from the signature, else from a line of the title block, else from the title, else from the name
of a file that holds this report alone. Where several are named, or one is masked (××局), none is told.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from os.path import basename, splitext
from typing import NamedTuple

from linter.model.document import Document
from linter.model.outline import Part
from linter.schema.types import WordList
from linter.structure.line_types import LineTypes, is_date
from linter.structure.lines import read_line
from linter.text.characters import BRACKETS, MASK_LETTERS
from linter.text.dates import YEAR_PERIODS, dates
from linter.text.numerals import DECIMAL


class Words(NamedTuple):
    """The word lists by which the name of a unit is recognised."""

    endings: WordList
    organs: WordList
    not_starts: WordList
    generic: WordList
    labels: WordList


_LENGTH = range(3, 31)
"""Characters of a name."""
_MASKS = frozenset(MASK_LETTERS + "〇")
"""Letters that stand in a name for what is left out; signs do so, too."""
_ABOUT = "关于"
_PERIODS = (*YEAR_PERIODS, "半年", "年度", "年终", "学年")
_SEPARATORS = r"[\s_\-—–+.,，、（）()【】\[\]]+"
"""What parts the words of a file's name."""


def reporting_unit(document: Document, part: Part, alone: bool, types: LineTypes, words: Words) -> str:
    """The name of the unit that wrote a report; empty where it is not clear.

    `alone` tells whether the file holds no other report, so that its name may tell.
    """
    is_name = partial(_is_name, types=types, words=words)
    title = part.title_in(document.text)
    signature = range(part.closing_block, part.end_block)
    head = range(part.first_block, part.body_block)
    sources = (
        _names_in_lines(document, signature, words),
        (name for name in _names_in_lines(document, head, words) if name != title),
        names_in_title(title),
        _names_in_path(document.path) if alone else (),
    )
    for names in sources:
        found = dict.fromkeys(name for name in map(_without_brackets, names) if is_name(name))
        if found:
            return next(iter(found)) if len(found) == 1 else ""
    return ""


def _without_brackets(name: str) -> str:
    """A name without what stands behind it in brackets: another name of it, a remark."""
    return name.replace("(", "（").partition("（")[0].strip()


def _is_name(name: str, types: LineTypes, words: Words) -> bool:
    """Whether some words are the name of a unit, and one that tells which."""
    if len(name) not in _LENGTH or name in words.generic or name.startswith(words.not_starts):
        return False
    if _MASKS & set(name) or not name.isalnum():
        return False
    return name.endswith(words.endings) or types.names_unit(name)


def _names_in_lines(document: Document, blocks: Iterable[int], words: Words) -> Iterator[str]:
    """What may be a name in some lines: a line, without its label, its brackets and a date behind it."""
    for index in blocks:
        line = read_line(document.text, index, document.blocks[index])
        said = document.text[line.start : line.end].strip(BRACKETS)
        label, colon, value = said.replace(":", "：").partition("：")
        if colon:
            said = value.strip() if label.endswith(words.labels) else ""
        name, _, date = said.replace("\u3000", " ").rpartition(" ")
        yield name.strip() if is_date(date) else said


def names_in_title(title: str) -> Iterator[str]:
    """What may be a name in a title: what stands before its period or 关于, or between period and 工作."""
    title = "".join(title.split()).lstrip("—－-")
    period = next(iter(dates(title)), None)
    begins = [title.find(word) for word in (_ABOUT, *_PERIODS)] + ([period.start] if period else [])
    start = min((place for place in begins if place >= 0), default=-1)
    if start > 0:
        yield title[:start]
    if period and start == period.start == 0:
        rest = title[period.end :].removeprefix("度")
        yield re.split(f"{_ABOUT}|工作", rest)[0]


def _names_in_path(path: str) -> Iterator[str]:
    """What may be a name in the name of a file: what a title has, or a word of it between signs."""
    stem = splitext(basename(path))[0].lstrip(DECIMAL + " .、_-")
    words = re.split(_SEPARATORS, stem)
    yield from words
    for word in words:
        yield from names_in_title(word)
