"""Ranges whose ends stand the wrong way round: 每期50～30人, 每亩80-60元.

A range that is told of as falling is none: 由50～30人压缩; nor is one below nought.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has, places
from linter.text.measures import GRADUAL, MEASURED, RANGED, TIMES
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS

_ORDINALS = ("名", "期", "批")
"""Behind these a range may count down: 公布第10～6名."""
_UNITS = [unit for unit in RANGED if unit not in (*_ORDINALS, *GRADUAL)]
_MEASURES = [unit for unit in _UNITS if unit in MEASURED or unit in TIMES or unit.endswith(("元", "岁"))]
"""Behind a hyphen others make a number of it: 5-3户."""
_NUMBER = r"\d{1,6}(?:\.\d+)?"
_ALONE = rf"(?<![\w.:：/\-－—–～~−%=&#(](?<![{HAN}]))(?<![第负下零至到满])(?!0\d)"
"""Where a range begins that is no code, no date, not below nought and no offer (满200-30元)."""
_FIRST = rf"{_ALONE}(?P<first>{_NUMBER})(?P<same>[%％℃]|[{HAN}]{{1,3}})?"
_RANGE = (
    rf"{_FIRST}(?:[～~](?P<last>{_NUMBER})(?P<unit>{alternation(_UNITS)})"
    rf"|[—－–-]{{1,2}}(?P<end>{_NUMBER})(?P<measure>{alternation(_MEASURES)}))(?![=＝])"
)
_MARKS = "～~—－–-"
_LARGE = ("万", "亿")
_PAUSE = f"[{COMMON_CLAUSE_ENDS}\\n]"
_YEARS = range(1900, 2100)
_REACH = 40
"""Characters before and behind a range in which its clause is looked at."""


def searcher(words: Words) -> Search:
    """A search for ranges whose first end is the greater one."""
    falling = (*words.falls, *words.from_words, *words.rank_falls, *words.descending)

    def search(text: str) -> Iterator[Problem]:
        if not any(text[at + 1 : at + 2].isdigit() for mark in _MARKS for at in places(text, mark)):
            return
        for found in compiled(_RANGE).finditer(text):
            first, last = float(found["first"]), float(found["last"] or found["end"])
            start, end = max(0, found.start() - _REACH), found.end() + _REACH
            before = compiled(_PAUSE).split(text[start : found.start()])[-1]
            behind = compiled(_PAUSE).split(text[found.end() : end])[0]
            turned = has(before, falling) or has(behind, (*words.falls, *words.descending))
            if first > last and first not in _YEARS and _is_of_one_unit(found) and not turned:
                message = Message(
                    f"“{found[0]}”前大后小，像是写颠倒了，请核对",
                    f"“{found[0]}” has its greater end first: check both",
                )
                yield Problem(*found.span(), message)

    return search


def _is_of_one_unit(found: re.Match[str]) -> bool:
    """Whether both ends of a range have one unit and scale: not 8000～1万元, 90分钟～2小时."""
    unit = found["unit"] or found["measure"]
    return found["same"] == unit or (not found["same"] and not unit.startswith(_LARGE))
