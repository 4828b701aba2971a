"""A number of things, and another number of them listed behind it.

以下5个村开通公交：… with six names; 分为四级： and below it the lines Ⅲ级, Ⅱ级, Ⅰ级

Numbered lines are not read here: the check `numbering` counts them.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.structure.numbers import number_at
from linter.text.characters import BLANKS, HAN, WHITE_SPACE, has, places
from linter.text.measures import RECKONED
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, FULL_STOPS, STOPS, paragraph_start

# --- names in a sentence --------------------------------------------------------------------------

_IN_BRACKETS = r"[（(][^（()）]*[）)]|(?<=《)[^《》]*(?=》)|(?<=“)[^“”]*(?=”)"
_NAMES = rf"[^{STOPS};，,：:\n]*、[^{STOPS};，,：:\n]+(?=[{FULL_STOPS}\n]|\Z)"
"""Names, parted by 、, up to the end of a sentence."""
_ENUMERATED = ("一是", "一要", "一、")
"""What opens a list of statements: what stands between their 、 is no name."""
_REACH = 30
"""How many characters before a list its number is looked for."""
_COUNTS = frozenset(DECIMAL + ONE_TO_TEN + TWO)
_RATED = 4
"""The most characters between 每 and a count that is no total: 每组2人."""
_LONGEST = 16
"""Characters of the longest name in a list."""


def in_sentence(words: Words) -> Search:
    """A search for lists of names that are more, or fewer, than is said before them."""
    units = alternation(["种", "类", *(unit for unit in RECKONED if len(unit) == 1)])
    number = (
        rf"(?<![第{DECIMAL}.{ONE_TO_TEN}])(?P<number>[{DECIMAL}]{{1,2}}|[{ONE_TO_TEN}{TWO}]{{1,3}}){units}"
        rf"(?![及和或]?{alternation(words.about_behind)})"  # 60岁及以上 is a bound, and counts nothing
    )
    said = rf"[^{STOPS}，：:{DECIMAL}\n]{{0,16}}?"
    announced = rf"{alternation(words.following)}的?{number}{said}$"
    named = rf"{number}{said}[，,]?{alternation(words.named)}$"
    alike = rf"{number}(?P<noun>[{HAN}]{{1,8}}?)(?:是|为|有)?$"

    def search(text: str) -> Iterator[Problem]:
        if "、" not in text:
            return
        behind = {at + len(word) for word in (*COLONS, *words.named) for at in places(text, word)}
        for at in sorted(behind):
            listed = compiled(_NAMES).match(text, at)
            head = text[max(0, at - _REACH) : at].rstrip("：:")
            if not listed or listed[0].startswith(_ENUMERATED) or at + 1 in behind:
                continue
            if not _COUNTS.intersection(head):
                continue
            whole = compiled(announced).search(head) or compiled(named).search(head)
            count = whole or compiled(alike).search(head)
            if count and (whole or _are_called(count["noun"], _names(listed))):
                place = max(0, at - _REACH) + count.start("number")
                if not has(text[max(0, place - _RATED) : place], words.per):
                    yield from _miscounted(place, count["number"], listed, words, whole is not None)

    return search


def _names(found: re.Match[str]) -> list[str]:
    """The names of a list, without what stands in brackets behind them."""
    return compiled(_IN_BRACKETS).sub("", found[0]).split("、")


def _are_called(noun: str, names: list[str]) -> bool:
    """Whether all names end in what is counted: 4个乡镇：青石镇、柳河乡."""
    return all(name.endswith(tuple(noun[-2:])) for name in names)


def _miscounted(
    place: int, number: str, found: re.Match[str], words: Words, whole: bool
) -> Iterator[Problem]:
    """The problem of a list whose names are not as many as is said; of one that may not be `whole`, more.

    和 and 及 may join the last name to the others, or stand within it: they surely join what ends alike.
    """
    said, names = value_of(number), _names(found)
    if said in (None, 1) or has(found[0], words.suchlike) or max(map(len, names)) > _LONGEST:
        return
    last = compiled(alternation(words.list_joining)).split(names[-1])
    most = least = len(names) + len(last) - 1
    if len({name[-1:] for name in (*names[:-1], *last)}) > 1:
        least = len(names)
    if said is None or least <= said <= most or (said > most and not whole):
        return
    message = Message(
        f"前面说的是{number}个，列出的是{most}个，请核对",
        f"{said} are announced, {most} are listed: check both",
    )
    yield Problem(place, place + len(number), message, (found.span(),))


# --- lines below it --------------------------------------------------------------------------------

_FEWEST = 2
"""Lines that make a list."""
_BELOW = 4000
"""How many characters below may tell of what was announced."""
_NAME = rf"[{WHITE_SPACE}]*(?P<name>[^{STOPS}，,：:（()）{BLANKS}\n]{{1,10}})[：:（({BLANKS}，]"


def in_lines(words: Words) -> Search:
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
                    yield from _miscounted_lines(text, at, found)

    return search


def _miscounted_lines(text: str, at: int, found: re.Match[str]) -> Iterator[Problem]:
    """The problem of what was announced before a colon at an offset."""
    lines = [line for line in text[at + 2 : at + _BELOW].split("\n") if line.strip()]
    names = [_line_name(line, found["unit"]) for line in lines]
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


def _line_name(line: str, unit: str) -> str:
    """The name that a line begins with, where it has the unit in it; empty for none, and behind a number."""
    named = compiled(_NAME).match(line)
    indent = len(line) - len(line.lstrip(WHITE_SPACE))
    if not named or unit[-1] not in named["name"] or number_at(line, indent, len(line)):
        return ""
    return named["name"]
