"""Units and ends of names typed twice: 12.6万万元, 35万元元, 3公里里, 2023年年3月, 青砚镇镇人民政府; whole
amounts: 32名32名.

And a character that ends a line and opens the next one, too.
"""

from collections.abc import Iterator

from linter.checks.repetition.words import Repeat, Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has, is_han, possible
from linter.text.dictionary import segmented
from linter.text.measures import DATED, MEASURED, RECKONED
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, CLOSING_QUOTES, COMMON_CLAUSE_ENDS

_SCALES = "万亿"
_UNITS = "".join(unit for unit in (*RECKONED, *DATED) if len(unit) == 1)
_LONGER = tuple(unit + unit[-1] for unit in sorted(MEASURED) if len(unit) > 1)
_TWICE = (*(unit * 2 for unit in _UNITS + _SCALES), *_LONGER)
_DIGITS = 16
"""Characters of the longest number before a unit."""
_TAIL = 10
"""How many characters at the end of a line, and the head of the next, are parted into words."""
_RUNNING = 12
"""Characters of the shortest line that is looked at: a shorter one, or one without marks, is a heading."""


def units(words: Words, text: str) -> Iterator[Repeat]:
    """Units behind a number, and the kind of place before its government, that stand twice."""
    ended = rf"(?=[{CLAUSE_ENDS}{CLOSING_QUOTES}（(\s{DECIMAL}]|$)"
    scaled = rf"(?P<scale>[{_SCALES}])(?P=scale)(?=[{HAN}])"
    unit = rf"(?:(?P<unit>[{_UNITS}{_SCALES}])(?P=unit)|{alternation(_LONGER)}){ended}"
    counted = rf"(?<=\d)(?:{scaled}|[{_SCALES}]?{unit})"
    governed = (
        rf"(?<=[{HAN}])(?P<place>{alternation(words.places)})(?P=place)(?={alternation(words.governments)})"
    )
    for pattern, doubled in ((counted, _TWICE), (governed, [place * 2 for place in words.places])):
        for match in compiled(pattern).finditer(text) if has(text, possible(text, doubled)) else ():
            if not text.endswith(words.whose, 0, match.start()):
                start = _number_start(text, match.start())
                yield Repeat(start, match.end(), text[start : match.end() - 1])


def _number_start(text: str, end: int) -> int:
    """Where the number before an offset begins: who reads 12.6万万 sees which amount is meant."""
    reach = text[max(0, end - _DIGITS) : end]
    return end - len(reach) + len(reach.rstrip(DECIMAL + ".,"))


def amounts(words: Words, text: str) -> Iterator[Repeat]:
    """A number with its unit, or a date, that stands twice: 32名32名, 4月8日4月8日. What is done by so many
    each is said in earnest: 10人10人地分批, 3户3户结对; `each_time` tells it.
    """
    unit = "|".join((*RECKONED, *DATED))
    date = r"(?P<date>(?:\d{1,2}[月日]){1,2})?"
    once = rf"(?P<once>\d(?<![\d.A-Za-z].)(?P<more>[\d.]*)[{_SCALES}]?(?:{unit}){date})"
    for match in compiled(rf"{once}(?P=once)(?!{alternation(words.each_time)})").finditer(text):
        ended = match.end() == len(text) or text[match.end()] in CLAUSE_ENDS + "\n"
        if match["more"] or match["date"] or ended:
            yield Repeat(*match.span(), match["once"])


def line_ends(text: str) -> Iterator[Repeat]:
    """A character at the end of a line that is no word there, and begins one on the next: 堤开/开展."""
    for match in compiled(r"(?P<char>\w)\n[ \u3000]*(?P=char)(?=\w)").finditer(text):
        at = match.start()
        line = text[text.rfind("\n", 0, at) + 1 : at + 1]
        is_chinese = is_han(match["char"]) and is_han(text[match.end()])
        if not is_chinese or len(line) < _RUNNING or not has(line, COMMON_CLAUSE_ENDS):
            continue
        before = segmented(_han_tail(line))
        behind = segmented(_han_head(text[match.end() - 1 : match.end() + _TAIL]))
        if len(before[-1]) == 1 and len(behind[0]) > 1:
            yield Repeat(at, match.end(), match["char"], False)


def _han_tail(line: str) -> str:
    start = len(line)
    while start > max(0, len(line) - _TAIL) and is_han(line[start - 1]):
        start -= 1
    return line[start:]


def _han_head(text: str) -> str:
    end = next((at for at, char in enumerate(text) if not is_han(char)), len(text))
    return text[:end]
