"""Units, figures and ends of names typed twice: 12.6万万元, 2023年年3月, 32名32名, 青砚镇镇人民政府.

And a character that ends a line and opens the next one, too.
"""

from collections.abc import Iterator

from linter.checks.repetition.words import Repeat, Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, alphabet, has, is_han, possible
from linter.text.dictionary import segmented
from linter.text.measures import DATED, RECKONED
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, CLOSING_QUOTES, COMMON_CLAUSE_ENDS

_SCALES = "万亿"
_UNITS = "".join(unit for unit in (*RECKONED, *DATED) if len(unit) == 1)
_FIGURE = (
    rf"(?<![{DECIMAL}.,第])(?P<figure>[{DECIMAL}][{DECIMAL}.,]{{0,11}}[{_SCALES}]{{0,2}}"
    rf"{alternation(sorted((*RECKONED, *DATED), key=len, reverse=True))}"
    rf"(?:[{DECIMAL}]{{1,2}}[月日](?:[{DECIMAL}]{{1,2}}日)?)?)(?P=figure)(?!地)"
)
"""A figure with its unit, or a date, and the same again; not 3步3步地."""
_TWICE = tuple(unit * 2 for unit in _UNITS + _SCALES)
_TAIL = 10
"""How many characters at the end of a line, and the head of the next, are parted into words."""
_RUNNING = 12
"""Characters of the shortest line that is looked at: a shorter one, or one without marks, is a heading."""


def units(words: Words, text: str) -> Iterator[Repeat]:
    """Units behind a number, and the kind of place before its government, that stand twice."""
    ended = rf"(?=[{CLAUSE_ENDS}{CLOSING_QUOTES}（(\s{DECIMAL}]|$)"
    scaled = rf"(?P<scale>[{_SCALES}])(?P=scale)(?=[{HAN}])"
    counted = rf"(?<=\d)(?:{scaled}|(?P<unit>[{_UNITS}{_SCALES}])(?P=unit){ended})"
    governed = (
        rf"(?<=[{HAN}])(?P<place>{alternation(words.places)})(?P=place)(?={alternation(words.governments)})"
    )
    for pattern, doubled in ((counted, _TWICE), (governed, [place * 2 for place in words.places])):
        for match in compiled(pattern).finditer(text) if has(text, possible(text, doubled)) else ():
            if not text.endswith(words.whose, 0, match.start()):
                yield Repeat(*match.span(), match[0][0])


def figures(text: str) -> Iterator[Repeat]:
    """Figures with their units that stand twice in a row."""
    if not alphabet(text).isdisjoint(DECIMAL):
        for match in compiled(_FIGURE).finditer(text):
            yield Repeat(*match.span(), match["figure"])


def line_ends(words: Words, text: str) -> Iterator[Repeat]:
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
