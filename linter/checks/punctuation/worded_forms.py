"""Wrong forms that a pattern finds with the help of the word lists."""

import re
from collections.abc import Callable
from itertools import groupby

from linter.checks.punctuation.words import Words
from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Form, put
from linter.text.characters import HAN, is_han
from linter.text.measures import APPROXIMATE, ESTIMATED
from linter.text.numerals import ONE_TO_NINE, ONE_TO_TEN, TWO, UNITS
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS

_ISSUER = 10
"""Characters between what is numbered and the year in its number: 合同编号：教合."""
_CONTRACT = 24
_OPENING = "[［【(（"
"""Brackets before the year of a document's number that ought to be 〔."""


def _approximate(words: Words) -> Form:
    """三、五天, 两、三次. At the head of a paragraph 二、 before 三百 is a number."""
    estimated = "|".join((*ESTIMATED, *APPROXIMATE))
    return Form(
        ("、",),
        rf"(?P<x>(?P<a>[{TWO}{ONE_TO_NINE[:-1]}])(?<![第{UNITS}{ONE_TO_NINE}、].)"
        rf"(?:(?<=\S.)|(?=、.[^{UNITS}]))、(?P<b>[{ONE_TO_NINE[1:]}]))"
        f"(?=个(?!{alternation(words.numbered)})|{'|'.join(APPROXIMATE)}"
        rf"|(?<=[{TWO}{ONE_TO_NINE[2:]}]、.)(?:{estimated})|十(?:{estimated}))(?!、)",
        _approximate_numeral,
    )


def _before_etc(words: Words) -> Form:
    """讲座、培训、等."""
    return Form(
        ("、等",),
        f"(?<=[{HAN}”》）])(?P<x>、(?!{alternation(words.words_with_deng)})等)",
        put("等"),
    )


def _dash(words: Words) -> Form:
    """办实事--让群众满意, and with one line too few 办实事—让群众满意, but not 东门—西站."""
    return Form(
        ("--", "－－", "──", "―", "—"),
        rf"(?<=[{HAN}”’）》])[ \u3000]?(?P<x>-{{2,3}}|－{{2,3}}|─{{1,3}}|―{{1,3}})[ \u3000]?(?=[{HAN}“‘（《])"
        rf"|(?<=[{HAN}”）》]{{3}})(?P<y>—)(?={alternation(words.behind_dash)})",
        put("——"),
    )


def _document_number(words: Words) -> Form:
    """教字[2024]5号, but not 合同编号：教合[2024]5号, which is no document's."""
    other = rf"{alternation(words.numbered_otherwise)}[{HAN}：:]{{0,{_ISSUER}}}$"

    def better(match: re.Match[str]) -> str | None:
        before = match.string[max(0, match.start() - _CONTRACT) : match.start()]
        if not is_han(before[-1:]) or compiled(other).search(before):
            return None
        return match.expand(r"〔\g<year>〕")

    return Form(
        tuple(bracket + century for bracket in _OPENING for century in ("19", "20")),
        rf"(?P<x>[{re.escape(_OPENING)}](?P<year>(?:19|20)\d\d)[\]］】)）])(?=\s?第?\d{{1,4}}\s?号)",
        better,
    )


def _ordinals(words: Words) -> Form:
    """第一、 首先、 一是、 at the beginning of a clause."""
    numerals = f"[第其][{ONE_TO_TEN}]"
    by_length = [alternation(same) for _, same in groupby(sorted(words.ordinals, key=len), len)]
    behind = "|".join(_opens_clause(f"{ordinal}、") for ordinal in (numerals, *by_length))
    return Form(
        ("、",),
        rf"(?P<x>、)(?:{behind})(?![第其{ONE_TO_TEN}]|{alternation(words.next_ordinals)})"
        rf"|(?P<y>是、)(?:{_opens_clause(f'[{ONE_TO_TEN}]是、')})",
        _ordinal,
    )


def _opens_clause(pattern: str) -> str:
    """A look-behind for a match of `pattern`, of one width, that opens a paragraph or clause."""
    return rf"(?<=^{pattern})|(?<=[{COMMON_CLAUSE_ENDS}：\s]{pattern})"


def _approximate_numeral(match: re.Match[str]) -> str | None:
    """Two numerals that stand for about as many: neighbours, or three and five."""
    first, last = (ONE_TO_TEN.find(match[name].replace(TWO, "二")) for name in "ab")
    return match["a"] + match["b"] if last - first == 1 or (first, last) == (2, 4) else None


def _ordinal(match: re.Match[str]) -> str:
    return "，" if match["x"] else match["y"][0]


WORDED_FORMS: dict[str, Callable[[Words], Form]] = {
    "approximate": _approximate,
    "before-etc": _before_etc,
    "dash": _dash,
    "document-number": _document_number,
    "ordinal": _ordinals,
}
