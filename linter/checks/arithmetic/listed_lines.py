"""A number of kinds, and another number of lines below that tell of them: 分为四级： with Ⅲ级, Ⅱ级, Ⅰ级.

Each line begins with a name that has the unit of the number in it. Numbered lines are not read here: the
check `numbering` counts them.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.structure.numbers import number_at
from linter.text.characters import BLANKS, HAN, WHITE_SPACE, has, places
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, STOPS, paragraph_start

_FEWEST = 2
"""Lines that make a list."""
_REACH = 4000
"""How many characters below may tell of what was announced."""
_NAME = rf"[{WHITE_SPACE}]*(?P<name>[^{STOPS}，,：:（()）{BLANKS}\n]{{1,10}})[：:（({BLANKS}，]"


def searcher(words: Words) -> Search:
    """A search for announced kinds of which more, or fewer, are told line by line."""
    divided = (
        rf"{alternation(words.divided)}(?P<number>[{ONE_TO_TEN[1:]}{TWO}]|[{DECIMAL}])个?"
        rf"(?P<unit>{alternation(words.divisions)})[{HAN}]{{0,4}}(?:，[^{STOPS}：:\d\n]{{0,20}})?[：:]$"
    )

    def search(text: str) -> Iterator[Problem]:
        for colon in COLONS:
            for at in places(text, colon + "\n"):
                start = paragraph_start(text, at)
                if not has(text[start:at], words.divided):
                    continue
                found = compiled(divided).search(text, start, at + 1)
                if found and not has(text[start:at], words.suchlike):
                    yield from _miscounted(text, at, found)

    return search


def _miscounted(text: str, at: int, found: re.Match[str]) -> Iterator[Problem]:
    """The problem of what was announced before a colon at an offset."""
    lines = [line for line in text[at + 2 : at + _REACH].split("\n") if line.strip()]
    names = [_name(line, found["unit"]) for line in lines]
    running = next((place for place, name in enumerate(names) if not name), len(names))
    every = list(dict.fromkeys(name for name in names if name))
    said = value_of(found["number"])
    if running < _FEWEST or len(set(names[:running])) < running or said in (None, running, len(every)):
        return
    message = Message(
        f"前面说的是{found['number']}{found['unit']}，下面列出的是{running}{found['unit']}，请核对",
        f"{said} are announced, the lines below tell of {running}: check both",
    )
    yield Problem(*found.span("number"), message)


def _name(line: str, unit: str) -> str:
    """The name that a line begins with, where it has the unit in it; empty for none, and behind a number."""
    named = compiled(_NAME).match(line)
    indent = len(line) - len(line.lstrip(WHITE_SPACE))
    if not named or unit[-1] not in named["name"] or number_at(line, indent, len(line)):
        return ""
    return named["name"]
