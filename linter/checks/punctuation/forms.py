"""Wrong forms that a pattern finds, and what makes them right."""

import re
from collections.abc import Callable

from linter.checks.support.rewrites import Form, put
from linter.text.characters import HAN
from linter.text.measures import RANGED
from linter.text.numerals import CIRCLED_TYPED, ONE_TO_TEN
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, FIRST_WORDS

_START = r"^(?P<lead>[ \t\u3000>#*_]*)"
_STRENGTH = "、，；：。"


def _strongest_mark(match: re.Match[str]) -> str:
    """One mark for several: the strongest."""
    return max(match["x"].replace(",", "，"), key=_STRENGTH.find)


def _rest_of_iso_date(match: re.Match[str]) -> str:
    return f"-{int(match['month']):02}-{int(match['day']):02}"


def _span_of_time(match: re.Match[str]) -> str | None:
    """A dash for what runs from an earlier to a later year, month or day."""
    first, last = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
    return "—" if int(first) < int(last) else None


def _number(match: re.Match[str]) -> str:
    """A number with the words behind it: with 、 behind a bare numeral; with none behind one in brackets or a
    circle, and the brackets alike.
    """
    bare, unlike = match["bare"], match["unlike"]
    if bare:
        return f"{bare}、{match['a']}"
    number = f"（{unlike[1:-1]}）" if unlike else match["number"]
    return f"{number}{match['b']}"


def _ascending(mark: str) -> Callable[[re.Match[str]], str | None]:
    return lambda match: mark if float(match["a"]) < float(match["b"]) else None


_NUMBER_MARKS = "、.．"
_BRACKETED = f"[{ONE_TO_TEN}]{{1,3}}"
_UNLIKE = rf"(?:（{_BRACKETED}\)|\({_BRACKETED}）)"
"""A numeral within one bracket of each width: （一)."""
_UNITS = "|".join((*RANGED, "年(?!代)"))

FORMS = {
    "doubled": Form(
        (
            *("，，", "、、", "；；", "：：", "。。", "，。", "，、", "，；", "。，", "。、", "。；"),
            *("、。", "、，", "、；", "；。", "；，", "：。", "：，", "，,", ",，"),
        ),
        rf"(?P<x>(?P<m>[，、；：])(?P=m)|。。|，[。、；]|，,|,，|。[，、；]|、[。，；]|；[。，]|：[。，])"
        rf"(?<=[{HAN}”’）》\d%]..)(?![{CLAUSE_ENDS}…．·])",
        _strongest_mark,
    ),
    "ellipsis": Form(
        ("...", "。。。", "…"),
        rf"(?<=[{HAN}”’）》{CLAUSE_ENDS}])(?P<x>\.{{3,6}}|。{{3,6}}|(?<!…)…(?:……)*(?!…))(?![.。]|\s*\d+$)",
        put("……"),
    ),
    "line-edge": Form(("\n",), rf"\n[ \u3000]*(?P<x>[{CLAUSE_ENDS}”’）》〉】]+)(?=.)", put("")),
    "between-titles": Form(("》、《",), "(?P<x>》、《)", put("》《")),
    "between-quotes": Form(("”、“",), "(?P<x>”、“)", put("”“")),
    "year-range": Form(
        ("-", "－", "–"),
        r"(?<![\d.\-/A-Za-z])(?:(?P<a>(?:19|20)\d\d)年?(?P<x>[-－–])(?P<b>(?:19|20)\d\d)(?=年|学年)"
        r"|(?P<c>\d{1,2})[月日]?(?P<y>[-－–])(?P<d>\d{1,2})(?=月|日))",
        _span_of_time,
    ),
    "number-range": Form(
        ("-", "－", "–"),
        r"(?<![\d.\-/A-Za-z№#第])(?!0\d)(?P<a>\d{1,6}(?:\.\d+)?)[%％]?(?P<x>[-－–])"
        rf"(?P<b>(?!(?:19|20)\d\d年)\d{{1,6}}(?:\.\d+)?)(?=(?:余|多)?[万亿]?(?:{_UNITS}))",
        _ascending("～"),
    ),
    "date": Form(
        ("、",),
        r"(?P<x>、(?<=(?<!\d)(?:19|20)\d\d、)(?P<month>1[0-2]|0?[1-9])、(?P<day>3[01]|[12]\d|0?[1-9]))(?![\d、])",
        _rest_of_iso_date,
        reach=4,
    ),
    "etc-ellipsis": Form(("…等", "等…"), "(?P<x>…+等{1,2}|等{1,2}…+)", put("")),
    "number": Form(
        (
            "(",
            *(numeral + mark for numeral in ONE_TO_TEN for mark in ".．)"),
            *(sign + mark for sign in f"）){CIRCLED_TYPED}" for mark in _NUMBER_MARKS),
        ),
        rf"{_START}(?:(?P<x>(?P<bare>[{ONE_TO_TEN}]{{1,3}})[.．](?![{ONE_TO_TEN}])(?P<a>{FIRST_WORDS}))"
        rf"|(?P<y>(?:(?P<unlike>{_UNLIKE})[{_NUMBER_MARKS}]?"
        rf"|(?P<number>[（(](?:{_BRACKETED}|\d{{1,2}})[）)]|[{CIRCLED_TYPED}])[{_NUMBER_MARKS}])(?P<b>{FIRST_WORDS})))",
        _number,
    ),
    "arabic-number": Form(("、",), rf"{_START}\d{{1,2}}(?P<x>、)(?!\d)", put(".")),
    "chapter": Form(
        ("章", "节"),
        rf"{_START}(?P<x>第[{ONE_TO_TEN}百\d]{{1,4}}[章节])(?=[{HAN}])(?![^\n]*[{COMMON_CLAUSE_ENDS}])",
        put("\\g<x>\u3000"),
    ),
}  # fmt: skip
