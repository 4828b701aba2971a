"""Places in a list that go the other way than is said: 由第6位上升至第9位.

A place rises by becoming smaller.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import PLACES
from linter.text.numerals import DECIMAL, ONE_TO_TEN, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS

_BEFORE = 20
"""The most characters between the word for a rank and the change."""
_SCOPE = 8
"""The most characters before a place that say among whom it is: 全市第6位."""


def searcher(words: Words) -> Search:
    """A search for rises and falls in a list whose places say the contrary, or another number of places."""
    number = rf"(?:[{DECIMAL}]{{1,3}}|[{ONE_TO_TEN}]{{1,3}})"
    place = rf"(?P<NTH>第?)\s?(?P<NAME>{number})\s?{alternation(PLACES)}"
    verb = (
        rf"(?:(?P<up>{alternation((*words.rises, *words.rank_rises))})"
        rf"|(?P<down>{alternation((*words.falls, *words.rank_falls))}))"
    )
    first, second = (
        place.replace("NTH", nth).replace("NAME", name) for nth, name in (("nth", "old"), ("nth2", "new"))
    )
    pattern = (
        rf"{alternation(words.from_words)}(?P<before>\w{{0,{_SCOPE}}}?)"
        rf"{first}\w{{0,2}}?{verb}{alternation(words.to_words)}?(?P<behind>\w{{0,{_SCOPE}}}?){second}"
        rf"(?:[{OPENING_MARKS}]{verb.replace('up', 'more').replace('down', 'less')}了?"
        rf"(?P<by>{number})个?{alternation((*PLACES, *words.ranks))})?"
    )

    def search(text: str) -> Iterator[Problem]:
        if not has(text, words.ranks) and not compiled(rf"第\s?{number}\s?{alternation(PLACES)}").search(
            text
        ):
            return
        for change in compiled(pattern).finditer(text):
            near = text[max(0, change.start() - _BEFORE) : change.start()]
            ordinal = bool(change["nth"] and change["nth2"])
            ranked = ordinal or has(re.split(f"[{COMMON_CLAUSE_ENDS}]", near)[-1], words.ranks)
            if ranked and _is_one_list(change, words):
                yield from _contrary(change)

    return search


def _is_one_list(change: re.Match[str], words: Words) -> bool:
    """Whether both places are in one list, counted from its head: not 由全县第6位上升至全市第9位."""
    before, behind = change["before"], change["behind"]
    return behind in before and not has(before, words.from_behind)


def _contrary(change: re.Match[str]) -> Iterator[Problem]:
    old, new = value_of(change["old"]), value_of(change["new"])
    if not old or not new:
        return
    rises = bool(change["up"])
    climbed = old - new if rises else new - old
    if climbed <= 0:
        message = Message(
            f"由第{old}位到第{new}位，名次并没有{'上升' if rises else '下降'}，请核对",
            f"from place {old} to {new} is no {'rise' if rises else 'fall'}: check both",
        )
        yield Problem(*change.span("new"), message, (change.span("old"),))
    elif change["by"] and bool(change["more"]) == rises and value_of(change["by"]) != climbed:
        message = Message(
            f"由第{old}位到第{new}位相差 {climbed} 位，文中为 {change['by']}位，请核对",
            f"from place {old} to {new} are {climbed} places, not {change['by']}: check the figures",
        )
        yield Problem(*change.span("by"), message, (change.span("old"), change.span("new")))
