"""Numerals, by the clauses of GB/T 15835-2011.

One rule looks for one `kind`:

`full-width`   ２０２４ for 2024 (5.1.7). One finding a paragraph
`zero`         二零二四年 for 二〇二四年 (5.2.5)
`zero-beside`  the same in a text that writes other years with 〇
`mixed-date`   二〇二四年6月, 二〇24年, 2024年6月三十日: one form for one date (4.3.3)
`mixed-day`    六月30日: the same without a year
`short-year`   24年6月 for 2024年6月, 98年建成 for 1998年建成, 24年底, 自16年建成以来 (5.1.4)
`about`        20几 for 二十几, 3、4个月 for 三四个月 (4.2.2)
`mixed-scale`  4千 for 4000 or 四千; 万 and 亿 are as they should be (5.3)
`decimal`      .5% for 0.5% (5.1.2)
`range-unit`   15～30% for 15%～30%, 9～16亿 for 9亿～16亿 (5.1.3)
`day-dot`      “3.15” for “3·15”, 3.15消费者权益日 (5.1.6)
`grouping`     12580元 next to 1,258元: thousands marked everywhere or nowhere; 1,2345元 (5.1.1)

Code, addresses and paths are not looked at. There is a suggestion where only one correction is possible.
"""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit, Form, by_paragraph, each, finder, put
from linter.checks.support.scope import InScope, InSection
from linter.schema.types import Doc, SectionId, WordList, WordLists
from linter.text.characters import HAN, has
from linter.text.measures import APPROXIMATE, GROUPED, NO_DAY, PERCENT_OR_MONEY, SCALED, WITH_DECIMALS
from linter.text.numerals import DECIMAL, FULL_WIDTH, ONE_TO_NINE, ONE_TO_TEN, YEAR_DIGITS, ZEROS
from linter.text.patterns import alternation

MANUAL_ZH = """
数字用法，按 GB/T 15835-2011 的条款。

一条规则查一类 `kind`：

`full-width`   全角数字：２０２４应为2024（5.1.7），每段报一次
`zero`         二零二四年应为二〇二四年（5.2.5）
`zero-beside`  同上，别处的年份写的是〇
`mixed-date`   二〇二四年6月、二〇24年、2024年6月三十日：同一日期只用一种数字（4.3.3）
`mixed-day`    六月30日：没有年份的日期，也只用一种数字
`short-year`   24年6月应为2024年6月，98年建成应为1998年建成，24年底应为2024年底（5.1.4）
`about`        20几应为二十几，3、4个月应为三四个月（4.2.2）
`mixed-scale`  4千应为4000或四千；万、亿可以（5.3）
`decimal`      .5%应为0.5%（5.1.2）
`range-unit`   15～30%应为15%～30%，9～16亿应为9亿～16亿（5.1.3）
`day-dot`      “3.15”应为“3·15”，3.15消费者权益日（5.1.6）
`grouping`     12580元与1,258元并用：千分撇要么都用、要么都不用；1,2345元（5.1.1）

代码、网址和路径不查。只可能有一种改法的，附有建议。
"""

Kind = Literal[
    "full-width", "zero", "zero-beside", "mixed-date", "mixed-day", "short-year", "about", "mixed-scale",
    "decimal", "range-unit", "day-dot", "grouping",
]  # fmt: skip

VALUES = ("count", "total")


class Words(NamedTuple):
    """The word lists of the check: words next to which a numeral is right."""

    behind_durations: WordList
    behind_short_years: WordList
    ends_of_years: WordList
    since_years: WordList
    words_with_scale: WordList


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kind: Annotated[Kind, Doc("查哪一类，见本页开头", "what to look for, see the head of this page")]
    scope: InScope = "document"
    section: InSection = SectionId("")


def build(options: Options) -> Find:
    """Prepare the search for one kind."""
    where = options.scope, options.section
    if options.kind == "full-width":
        return by_paragraph(_full_width, *where)
    if options.kind == "grouping":
        return each(_ungrouped, *where)
    if options.kind == "zero-beside":
        return each(_zero_beside, *where)
    worded = _WORDED.get(options.kind)
    return finder(worded(options.words) if worded else _FORMS[options.kind], *where)


# --- what needs more than a pattern -----------------------------------------------------------

_WIDE = f"[{FULL_WIDTH}]+(?:[．，][{FULL_WIDTH}]+)*[％]?"
_NARROW = {ord(wide): digit for wide, digit in zip(FULL_WIDTH, DECIMAL, strict=True)} | {
    ord("．"): ".",
    ord("，"): ",",
    ord("％"): "%",
}
_GROUPED = r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)"
_COUNTED = f"(?=[余多]?(?:{'|'.join(GROUPED)}))"
_BARE = rf"(?<![\d.,A-Za-z-])\d{{5,}}(?:\.\d+)?{_COUNTED}"
_MISPLACED = rf"(?<![\d.,A-Za-z-])\d{{1,3}}(?:,\d{{3}})*,(?:\d{{4,6}}|\d\d?){_COUNTED}"


def _full_width(text: str) -> Iterator[Edit]:
    """Figures in full-width digits; the numbers of a list （１） too."""
    for match in compiled(_WIDE).finditer(text):
        yield Edit(*match.span(), match.group().translate(_NARROW))


def _ungrouped(text: str) -> Iterator[Edit]:
    """The figures grouped wrongly, and those of five digits and more not grouped where others are."""
    if "," not in text:
        return
    for match in compiled(_MISPLACED).finditer(text):
        yield Edit(*match.span(), "")
    if compiled(_GROUPED).search(text):
        for match in compiled(_BARE).finditer(text):
            whole, point, decimals = match.group().partition(".")
            yield Edit(*match.span(), f"{int(whole):,}{point}{decimals}")


def _zero_beside(text: str) -> Iterator[Edit]:
    """The years with 零, or a nought or letter for it, in a text that has others with 〇."""
    if not has(text, _YEAR_ZEROS) or not has(text, _OTHER_ZEROS) or not compiled(_ZERO_YEAR).search(text):
        return
    for match in compiled(_OTHER_YEAR).finditer(text):
        yield Edit(*match.span(), match.group().translate(_ZEROS))


# --- forms ------------------------------------------------------------------------------------

_OTHER_ZEROS = ("零", "O", "o", "0")
_YEAR_ZEROS = ("〇", "○")
_ZERO_YEAR = f"[{ONE_TO_NINE}](?=[{YEAR_DIGITS}]{{0,2}}[〇○])[{YEAR_DIGITS}]{{3}}年"
_OTHER_YEAR = f"二[零Oo0][{YEAR_DIGITS}Oo0][{YEAR_DIGITS}Oo0]年"
_ZEROS = str.maketrans("零Oo○0", "〇〇〇〇〇")


def _zero(match: re.Match[str]) -> str | None:
    year = match["x"]
    return None if year == year.translate(_ZEROS) else year.translate(_ZEROS)


def _about(match: re.Match[str]) -> str | None:
    """20几 as 二十几, and 3、4 as 三四; 3、6 are two numbers."""
    if match["y"]:
        first, last = int(match["a"]), int(match["b"])
        return ONE_TO_NINE[first - 1] + ONE_TO_NINE[last - 1] if last == first + 1 else None
    tens = int(match["tens"])
    if tens % 10 or not 10 <= tens <= 90:
        return ""
    return ("" if tens == 10 else ONE_TO_NINE[tens // 10 - 1]) + "十几"


def _range(match: re.Match[str]) -> str | None:
    first, last, unit = match["a"], match["b"], match["unit"]
    return f"{first}{unit}{match['sign']}{last}{unit}" if float(first) < float(last) else None


def _day(match: re.Match[str]) -> str:
    return re.sub("[.．]", "·", match["x"] or match["y"])


_DAY = r"(?:1[0-2]|[1-9])[.．](?:3[01]|[12]\d|[1-9])(?!\d)"
_NO_FEAST = "期子常均前约能点目"
"""Behind 节 or 日 these make another word of it than the end of a feast's name: 日期, 节约."""
_YEAR_SIGNS = YEAR_DIGITS + DECIMAL
_MIXED_DAY = (
    *(f"{numeral}月" for numeral in ONE_TO_TEN),
    *(f"月{numeral}" for numeral in ONE_TO_TEN),
)
_FORMS = {
    "zero": Form(
        tuple(f"{sign}年" for sign in f"{YEAR_DIGITS}Oo0"),
        f"(?P<x>[{ONE_TO_NINE}][{YEAR_DIGITS}Oo0]{{3}})(?=年)",
        _zero,
    ),
    "mixed-date": Form(
        ("年",),
        rf"(?P<x>年(?:(?:(?<=[{ONE_TO_NINE}][{YEAR_DIGITS}]{{3}}年)\d{{1,2}}"
        rf"|(?<=(?<!\d)(?:19|20)\d\d年)[{ONE_TO_TEN}]{{1,2}})月(?!份?以|十五(?!日)|初[{ONE_TO_TEN}]|廿)"
        rf"|(?<=(?<!\d)(?:19|20)\d\d年)\d{{1,2}}月[{ONE_TO_TEN}]{{1,3}}(?=日)"
        rf"|(?<=(?<![{_YEAR_SIGNS}])(?=[{_YEAR_SIGNS}]{{0,3}}[{YEAR_DIGITS}])"
        rf"(?=[{_YEAR_SIGNS}]{{0,3}}\d)(?:[1一][9九]|[2二][{ZEROS}0])[{_YEAR_SIGNS}]{{2}}年)))",
        put(""),
        reach=4,
    ),
    "mixed-day": Form(
        _MIXED_DAY,
        rf"(?P<x>(?<![{ONE_TO_TEN}年])[{ONE_TO_TEN}]{{1,2}}月\d{{1,2}}(?=日)"
        rf"|(?<![\d年])(?:1[0-2]|0?[1-9])月[{ONE_TO_TEN}]{{1,3}}(?=日))",
        put(""),
    ),
    "about": Form(
        ("几", "、"),
        rf"(?<![\d.])(?P<x>(?P<tens>\d+)几)(?=[{HAN}])"
        rf"|(?P<y>(?<=[{HAN}])(?<![第至到表图件])(?P<a>[1-8])、(?P<b>[2-9]))(?=十|个[月人]|{'|'.join(APPROXIMATE)})",
        _about,
    ),
    "decimal": Form(
        (".",), rf"(?P<x>\.(?:(?<=^\.)|(?<=[{HAN}，、（～ ]\.))\d+)(?=[{WITH_DECIMALS}])", put(r"0\g<x>")
    ),
    "range-unit": Form(
        ("～", "~", "—", "-", "－"),
        r"(?<![\d.\-A-Za-z%％])(?!0\d)(?P<x>(?P<a>\d+(?:\.\d+)?)(?P<sign>[～~—－-])(?P<b>\d+(?:\.\d+)?)"
        rf"(?P<unit>{'|'.join(PERCENT_OR_MONEY)}))",
        _range,
    ),
    "day-dot": Form(
        (".", "．"),
        rf"(?:“(?P<x>{_DAY})(?=[”{HAN}])|(?<![\d.“])(?P<y>{_DAY})(?=[{HAN}]{{2,7}}[节日](?![{_NO_FEAST}])))"
        rf"(?![{NO_DAY}])",
        _day,
    ),
}  # fmt: skip


# --- forms that go by words -------------------------------------------------------------------


_COUNTS = "第近约历满共逾超达时了过足这那"
"""Before one of these, a number of years is no year: 近98年, 历时98年."""

_SINCE = "自从"
"""Before a year from which on something is."""


def _short_year(words: Words) -> Form:
    """24年6月, 98年建成, 24年底, 自16年以来, 05年: a number of years has no leading nought."""
    since = (*words.since_years, *words.behind_short_years)
    counted = alternation(words.behind_durations)
    return Form(
        ("年",),
        r"(?P<x>年)(?:(?<=(?<![\d.,万亿～~—-])[0-3]\d年)"
        rf"(?=(?:1[0-2]|0?[1-9])月(?!{counted}))"
        rf"|(?<=(?<![\d.,万亿～~—{_COUNTS}-])[0-3]\d年)(?!{counted})(?={alternation(words.ends_of_years)})"
        rf"|(?<=[{_SINCE}][0-3]\d年)(?={alternation(since)})"
        r"|(?<=(?<![\d.,:：/A-Za-z～~—-])0\d年)"
        rf"|(?<=(?<![\d.,万亿～~—{_COUNTS}-])[5-9]\d年)(?={alternation(words.behind_short_years)}))",
        put(""),
        reach=2,
    )


def _mixed_scale(words: Words) -> Form:
    """4千元."""
    return Form(
        ("千", "百"),
        rf"(?<![\d.])(?P<x>\d{{1,3}}(?!{alternation(words.words_with_scale)})[千百])(?=[余多来]?[{SCALED}]|万)",
        put(""),
    )


_WORDED: dict[str, Callable[[Words], Form]] = {"short-year": _short_year, "mixed-scale": _mixed_scale}
