"""What a chat assistant says before and after the text it wrote.

It speaks to whoever asked, of the text: "以下是为您撰写的总结：", "如需调整篇幅，请告诉我". A sentence of the
report may use the same words, so what stands in quotation marks or is reported (老党员说，…) does not
count; nor does anything in a text that speaks to its readers throughout, as a letter does, or what a web
site says of its own editors. What nobody but an assistant says is also found amid the report, where
several answers were put together. The word lists are in `rulesets/words/LANGUAGE/chat_lines.yaml`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from linter.schema.types import Pattern, WordList
from linter.structure.headings import RANKS
from linter.structure.numbers import number_at
from linter.text.characters import has
from linter.text.numerals import DECIMAL
from linter.text.patterns import by_line, holds, union
from linter.text.sentences import ANY_SENTENCE, CLAUSE_ENDS, COLONS

HEAD, TAIL = 4, 8
"""How many lines at the beginning and end of a file may be an assistant's."""
_LETTER = 2
"""In how many other lines a text speaks to its readers if it does so throughout."""
_QUOTED = '“[^“”\n]*”|"[^"\n]*"|「[^「」\n]*」|《[^《》\n]*》|(?:说|讲|问|答|道|写)(?:道)?[，：:].*'
_GREETING = rf"\s*(?:您|你|你们|大家)好[{CLAUSE_ENDS}]?\s*$"
"""Patterns, compiled by `re` where a text first needs them."""
_QUOTING = tuple('“"「《说讲问答道写')
"""One of these is in all that `_QUOTED` matches."""
_READER = "你", "您"
_LONGEST = 150
"""The longest line that may be an assistant's, in characters; longer ones are paragraphs of the text."""
_SHORT = 30
"""The longest heading of what an assistant suggests, in characters; a line of which more stands before the
assistant's words is the report's."""


class Words(NamedTuple):
    """The word lists by which lines of an assistant are recognised."""

    openings: tuple[Pattern, ...]
    anywhere: tuple[Pattern, ...]
    others: WordList
    forewords: WordList
    letter_openings: WordList
    letter_closings: WordList
    closings: tuple[Pattern, ...]


class ChatLines(NamedTuple):
    """Tests of single lines, made from `Words`."""

    words: Words
    openings: Any
    closings: Any
    anywhere: Any


class ChatFrame(NamedTuple):
    """The lines of an assistant around a text, by index."""

    head: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    behind: tuple[tuple[int, int], ...] = ()
    """Lines of the text behind which the assistant goes on, and where in the line it does."""


@lru_cache(maxsize=8)
def prepare(words: Words) -> ChatLines:
    """The tests of lines for some word lists."""
    return ChatLines(words, union(words.openings), union(words.closings), by_line(words.anywhere))


@lru_cache(maxsize=2)
def chat_frame(lines: tuple[str, ...], match: ChatLines) -> ChatFrame:
    """The lines that an assistant says before and after the text in between. Cached for whoever asks next."""
    head = _head(lines, match)
    tail = _tail(lines, match)
    if not head and not tail:
        return ChatFrame()
    between = lines[len(head) : tail[0] if tail else len(lines)]
    if _is_letter(between) or (tail and _is_within_letter(between, lines[tail[0] + 1 :], match)):
        return ChatFrame()
    starts = {index: start for index in tail if (start := _start(lines[index], match)) > _SHORT}
    return ChatFrame(head, tuple(index for index in tail if index not in starts), tuple(starts.items()))


def chat_amid(text: str, lines: Sequence[str], match: ChatLines) -> set[int]:
    """The lines of a text, wherever they stand, that nobody but an assistant says.

    Few texts have any, so all of it is looked through first: that is faster than line by line.
    """
    if not holds(match.anywhere, text):
        return set()
    found = {index for index, line in enumerate(lines) if _says(match.anywhere, line)}
    others = [line for index, line in enumerate(lines) if index not in found]
    return set() if _is_letter(others) else found


def chat_bounds(lines: tuple[str, ...], match: ChatLines) -> tuple[int, int]:
    """The first line behind what an assistant says first, and the first of what it says to the very end."""
    frame = chat_frame(lines, match)
    stop = len(lines)
    while stop - 1 in frame.tail:
        stop -= 1
    head = len(frame.head)
    return (head, stop) if head < stop else (0, len(lines))


def _head(lines: Sequence[str], match: ChatLines) -> tuple[int, ...]:
    """The lines up to the last opening, which stands above the first numbered heading."""
    end = 0
    for index, line in enumerate(lines[:HEAD]):
        if _is_numbered(line) or line.lstrip().startswith("#"):
            break
        if _says(match.openings, line) and not has(line, match.words.others):
            end = index + 1
    return tuple(range(end))


def _tail(lines: Sequence[str], match: ChatLines) -> tuple[int, ...]:
    """The closings below the last numbered heading's text, and what goes on with them."""
    first = max(0, len(lines) - TAIL)
    numbered = [index for index in range(first, len(lines)) if _is_numbered(lines[index])]
    first = max([first, *(index + 1 for index in numbered)])
    said = [index for index in range(first, len(lines)) if _says(match.closings, lines[index])]
    if not said:
        return ()
    found = set(said)
    if said[0] > first and _introduces(lines[said[0] - 1]):
        found.add(said[0] - 1)
    for index in range(said[0] + 1, len(lines)):
        if _speaks_to_reader(lines[index]) or (index - 1 in found and _goes_on(lines, index)):
            found.add(index)
    return tuple(sorted(found))


def _start(line: str, match: ChatLines) -> int:
    """Where the assistant's words begin in a line that closes its answer; 0 where all of it is its own."""
    sentences = re.finditer(ANY_SENTENCE, line)
    start = next((each.start() for each in sentences if _says(match.closings, each[0])), 0)
    return 0 if _speaks_to_reader(line[:start]) else start


def _is_numbered(line: str) -> bool:
    """Whether a line carries the number of a section: 一、 or （一） or one above them."""
    number = number_at(line, len(line) - len(line.lstrip()), len(line))
    return number is not None and RANKS.get(number.style, 5) <= RANKS["（一）"]


def _says(pattern: Any, line: str) -> bool:
    return len(line) <= _LONGEST and holds(pattern, _own_words(line))


def _own_words(line: str) -> str:
    """A line without what it quotes or reports, and without the signs of bold words in Markdown."""
    line = line.replace("**", "")
    return re.sub(_QUOTED, "", line) if has(line, _QUOTING) else line


def _speaks_to_reader(line: str) -> bool:
    return has(_own_words(line), _READER)


def _is_letter(lines: Sequence[str]) -> bool:
    """Whether some lines speak to their reader throughout, or greet those whom they address."""
    greeted = any(re.match(_GREETING, line) and _introduces(before) for before, line in pairwise(lines))
    return greeted or sum(map(_speaks_to_reader, lines)) >= _LETTER


def _is_within_letter(before: Sequence[str], behind: Sequence[str], match: ChatLines) -> bool:
    """Whether a letter in English begins before a line and is signed behind it."""
    greeted = any(line.lstrip().startswith(match.words.letter_openings) for line in before)
    return greeted and any(line.lstrip().startswith(match.words.letter_closings) for line in behind)


def _introduces(line: str) -> bool:
    """Whether a short line ends in a colon: the heading of what the assistant suggests."""
    words = line.rstrip("* ")
    return len(words) < _SHORT and words.endswith(COLONS)


def _goes_on(lines: Sequence[str], index: int) -> bool:
    """Whether a line is an item of a list that the line before introduces or belongs to."""
    return _is_item(lines[index]) and (
        _is_item(lines[index - 1]) or lines[index - 1].rstrip("* ").endswith(COLONS)
    )


def _is_item(line: str) -> bool:
    return line.lstrip()[:1] in tuple("-*•·" + DECIMAL)
