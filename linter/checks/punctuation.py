"""Punctuation, by the clauses of GB/T 15834-2011.

One rule looks for one `kind`:

`half-width`       , ; : ? ! . ( ) next to Chinese characters (4.1 to 4.7, 4.9). One finding a paragraph
`doubled`          ，， 。。 ，。 and other marks typed twice
`ellipsis`         ... 。。。 … for …… (4.11.2)
`dash`             -- for —— (4.10.2)
`nested-quotes`    “…“…”…” for “…‘…’…” (4.8.3.4)
`nested-titles`    《…《…》…》 for 《…〈…〉…》 (4.15.3.5)
`nested-brackets`  （…（…）…） for ［…（…）…］ (4.9.3.6)
`unpaired`         （ 《 “ without their other half in the paragraph (4.8, 4.9, 4.15)
`line-edge`        a paragraph that begins with ，。、；：？！”）》 (5.1)
`between-titles`   《…》、《…》 for 《…》《…》 (4.5.3.5)
`between-quotes`   “…”、“…” for “…”“…” (4.5.3.5)
`document-number`  ［2024］5号 for 〔2024〕5号 (4.9.3.4)
`year-range`       2021-2025年, 1-6月 for 2021—2025年, 1—6月 (4.13.3.2)
`number-range`     3-5天 for 3～5天 (4.13.3.3)
`approximate`      三、五天 for 三五天 (4.5.3.4)
`date`             2024、6、30 for 2024-06-30 (A.4.2)
`before-etc`       讲座、培训、等 for 讲座、培训等 (B.1.2)
`etc-ellipsis`     ……等: one of the two (A.9.2)
`ordinal`          第一、 for 第一，; 一是、 for 一是 (B.3)
`number`           一. for 一、; （一）、 for （一） (B.3)
`arabic-number`    1、 for 1. (B.3)
`chapter`          第一章总则 for 第一章 总则 (B.3.7)
`heading-end`      a heading with 一、 on a line of its own that ends with a mark (B.4)

Quoted code is not looked at. There is a suggestion where only one correction is possible.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit, Form, by_paragraph, each, finder, put
from linter.checks.support.scope import Scope
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc, SectionId, WordLists
from linter.text.characters import HAN, is_han
from linter.text.measures import APPROXIMATE, RANGED
from linter.text.numerals import CIRCLED_TYPED, ONE_TO_NINE, ONE_TO_TEN, UNITS
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, COMMON_STOPS

MANUAL_ZH = """
标点符号，按 GB/T 15834-2011 的条款。

一条规则查一类 `kind`：

`half-width`       汉字旁边的半角 , ; : ? ! . ( )（4.1至4.7、4.9），每段报一次
`doubled`          连用的标点：，， 。。 ，。
`ellipsis`         省略号写成 ... 。。。 或单个 …（4.11.2）
`dash`             破折号写成 --（4.10.2）
`nested-quotes`    引号套引号，里层应为单引号：“…‘…’…”（4.8.3.4）
`nested-titles`    书名号套书名号，里层应为单书名号：《…〈…〉…》（4.15.3.5）
`nested-brackets`  圆括号套圆括号，外层宜为方括号：［…（…）…］（4.9.3.6）
`unpaired`         （《“ 在本段内不成对（4.8、4.9、4.15）
`line-edge`        段首是，。、；：？！”）》（5.1）
`between-titles`   并列的书名号之间用了顿号：《…》《…》（4.5.3.5）
`between-quotes`   并列的引号之间用了顿号：“…”“…”（4.5.3.5）
`document-number`  发文字号的年份没有用六角括号：〔2024〕5号（4.9.3.4）
`year-range`       起止年月用了短横线：2021—2025年，1—6月（4.13.3.2）
`number-range`     数值范围用了短横线：3～5天（4.13.3.3）
`approximate`      相邻两数表示概数用了顿号：三五天（4.5.3.4）
`date`             年月日之间用了顿号：2024-06-30（A.4.2）
`before-etc`       “等”之前用了顿号：讲座、培训等（B.1.2）
`etc-ellipsis`     省略号与“等”并用（A.9.2）
`ordinal`          “第一、”应为“第一，”；“一是、”应为“一是”（B.3）
`number`           “一.”应为“一、”；“（一）、”应为“（一）”（B.3）
`arabic-number`    “1、”应为“1.”（B.3）
`chapter`          “第一章总则”应为“第一章　总则”（B.3.7）
`heading-end`      独占一行的“一、”标题末尾用了标点（B.4）

引用的代码不查。只可能有一种改法的，附有建议。
"""

Kind = Literal[
    "half-width", "doubled", "ellipsis", "dash", "nested-quotes", "nested-titles", "nested-brackets",
    "unpaired", "line-edge", "between-titles", "between-quotes", "document-number", "year-range",
    "number-range", "approximate", "date", "before-etc", "etc-ellipsis", "ordinal", "number",
    "arabic-number", "chapter", "heading-end",
]  # fmt: skip

VALUES = ("count", "total")


class Words(NamedTuple):
    """The word lists of the check: words next to which a mark is right, or wrong."""

    ordinals: Annotated[
        tuple[str, ...],
        Doc("次序语，后面用逗号：首先，", "words for an order, which take a comma: 首先，"),
    ]
    next_ordinals: Annotated[
        tuple[str, ...],
        Doc(
            "次序语的开头，前面可以有顿号：其次、最后",
            "what words for an order begin with, before which 、 is right: 其次、最后",
        ),
    ]
    words_with_deng: Annotated[
        tuple[str, ...],
        Doc(
            "以“等”开头的词，前面可以有顿号：等级",
            "words that begin with 等, and may have 、 before them: 等级",
        ),
    ]
    numbered: Annotated[
        tuple[str, ...],
        Doc(
            "前面是次序、不是概数的词：三、四个部分",
            "what is numbered, so that 、 is right: 三、四个部分, the third and fourth",
        ),
    ]


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kind: Annotated[Kind, Doc("查哪一类，见本页开头", "what to look for, see the head of this page")]
    scope: Annotated[Scope, Doc("查找范围", "where to look")] = "document"
    section: Annotated[SectionId, Doc("只看这一部分", "look at this section only")] = SectionId("")


def build(options: Options) -> Find:
    """Prepare the search for one kind."""
    where = options.scope, options.section
    if options.kind == "half-width":
        return by_paragraph(_half_width, *where)
    if options.kind == "heading-end":
        return _heading_ends
    if options.kind in _SCANS:
        return each(_SCANS[options.kind], *where)
    worded = _WORDED.get(options.kind)
    return finder(worded(options.words) if worded else _FORMS[options.kind], *where)


# --- half-width marks -------------------------------------------------------------------------

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_HALF = r"([,;:?!.])[^\S\n]*"
_ROUND = rf"(?<!\])\((?=[^()\n]{{0,60}}[{HAN}])([^()\n]{{1,60}})\)"
_CLOSED = "”’）》】〕〉"
_LIST_LEAD = rf"[\s>#*_-]*(?:[{ONE_TO_TEN}]+|[（(][{ONE_TO_TEN}]+[）)])$"


def _half_width(text: str) -> Iterator[Edit]:
    """The half-width marks that belong to Chinese text, in order."""
    found = [*_marks(text)] if any(mark in text for mark in ",;:?!.") else []
    if "(" in text:
        for match in compiled(_ROUND).finditer(text):
            found += [
                Edit(match.start(), match.start() + 1, "（"),
                Edit(match.end() - 1, match.end(), "）"),
            ]
    yield from sorted(found)


def _marks(text: str) -> Iterator[Edit]:
    for match in compiled(_HALF).finditer(text):
        mark = match[1]
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        chinese = _is_chinese(before) or (is_han(behind) and before.isascii() and before.isalnum())
        if mark == ".":
            chinese = _ends_sentence(text, match, before, behind)
        elif mark == ":" and before.isdigit():
            chinese = False
        if chinese and behind not in ("/", ",", ";", ":", "?", "!", "."):
            yield Edit(match.start(1), match.end(), _FULL[mark])


def _is_chinese(char: str) -> bool:
    """Whether a character is Chinese, or a mark that closes Chinese text."""
    return is_han(char) or (char != "" and char in _CLOSED)


def _ends_sentence(text: str, match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a dot stands for a full stop: behind Chinese, at the end or before Chinese, no number."""
    if not _is_chinese(before) or not (behind in ("", "\n") or is_han(behind)):
        return False
    line = text.rfind("\n", 0, match.start()) + 1
    return not compiled(_LIST_LEAD).match(text[line : match.start()])


# --- marks that enclose -----------------------------------------------------------------------

_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
_CLOSES = {"“": "”", "《": "》", "（": "）", "(": "）"}
_CLOSING = {")": "）"}
_ENCLOSING = "[“”《》（）()]"
_LEFT_OPEN = r"[（(][^（(）)\n]*$|“[^“”\n]*$|《[^《》\n]*$"
_LIST_NUMBER = rf"[0-9a-zA-Z{ONE_TO_TEN}{CIRCLED_TYPED}]$"


def _nested(opening: str, closing: str, inner: tuple[str, str]) -> Callable[[str], Iterator[Edit]]:
    """A search for a pair of marks within a pair of the same; `inner` are the marks for the inner pair.

    Where a mark of the paragraph has no other half nobody knows which one is inside, and nothing is found.
    """
    within = f"{opening}[^{closing}\n]*{opening}[^\n]*"

    def scan(text: str) -> Iterator[Edit]:
        for line in compiled(within).finditer(text) if text.count(opening) > 1 else ():
            begin = text.rfind("\n", 0, line.start()) + 1
            for start, end in _inner_pairs(text, begin, line.end(), opening, closing):
                better = inner[0] + text[start + 1 : end - 1] + inner[1]
                yield Edit(start, end, better if inner[0] else "")

    return scan


def _inner_pairs(text: str, begin: int, stop: int, opening: str, closing: str) -> list[Span]:
    """The pairs right within another pair of a paragraph; none if a mark has no other half."""
    opened: list[int] = []
    found = []
    for match in compiled(f"[{opening}{closing}]").finditer(text, begin, stop):
        if match.group() == opening:
            opened.append(match.start())
        elif not opened:
            return []
        else:
            start = opened.pop()
            if len(opened) == 1:
                found.append((start, match.end()))
    return [] if opened else found


def _unpaired(text: str) -> Iterator[Edit]:
    """Marks without their other half in the paragraph; full and half width go together."""
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
    if closed and not compiled(_LEFT_OPEN, re.MULTILINE).search(text):
        return
    start = 0
    for line in text.split("\n"):
        yield from _unpaired_in(text, start, start + len(line))
        start += len(line) + 1


def _unpaired_in(text: str, start: int, end: int) -> Iterator[Edit]:
    """The marks of one paragraph that have no other half."""
    opened: list[tuple[str, int]] = []
    due: Counter[str] = Counter()
    for match in compiled(_ENCLOSING).finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _CLOSES:
            opened.append((_CLOSES[mark], at))
            due[_CLOSES[mark]] += 1
        elif due[_CLOSING.get(mark, mark)]:
            while (last := opened.pop())[0] != _CLOSING.get(mark, mark):
                due[last[0]] -= 1
                yield Edit(last[1], last[1] + 1, "")
            due[last[0]] -= 1
        elif not (mark in "）)" and compiled(_LIST_NUMBER).search(text, max(start, at - 2), at)):
            yield Edit(at, at + 1, "")
    for mark, at in opened:
        if not (mark == "”" and text[end + 1 : end + 8].lstrip(" \u3000").startswith("“")):
            yield Edit(at, at + 1, "")  # a quotation may go on in the next paragraph, which opens it again


_SCANS: dict[str, Callable[[str], Iterator[Edit]]] = {
    "nested-quotes": _nested("“", "”", ("‘", "’")),
    "nested-titles": _nested("《", "》", ("〈", "〉")),
    "nested-brackets": _nested("（", "）", ("", "")),
    "unpaired": _unpaired,
}


# --- forms ------------------------------------------------------------------------------------

_START = r"^(?P<lead>[\s>#*_]*)"
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


def _approximate_numeral(match: re.Match[str]) -> str | None:
    """Two numerals that stand for about as many: neighbours, or three and five."""
    first, last = (ONE_TO_TEN.find(match[name]) for name in "ab")
    return match["a"] + match["b"] if last - first == 1 or (first, last) == (2, 4) else None


def _ordinal(match: re.Match[str]) -> str:
    return "，" if match["x"] else match["y"][0]


def _number(match: re.Match[str]) -> str:
    return "、" if match["x"] else "）"


def _ascending(mark: str) -> Callable[[re.Match[str]], str | None]:
    return lambda match: mark if float(match["a"]) < float(match["b"]) else None


def _heading_ends(context: Context) -> Iterator[Match]:
    """Headings 一、 on lines of their own that end with a mark."""
    text, blocks = context.document.text, context.document.blocks
    for part in context.parts:
        for heading in part.headings:
            block = blocks[heading.block]
            end = block.start + len(text[block.start : block.end].rstrip(" \u3000*_"))
            first = heading.number is not None and heading.number.style == "一、"
            alone = first and heading.kind == "line" and heading.body_end > block.end
            marked = text[end - 1] in COMMON_CLAUSE_ENDS + "：、" and not re.search(
                f"[{COMMON_STOPS}]", text[heading.start : end - 1]
            )
            if alone and marked:
                yield Match(end - 1, end)


_UNITS = "|".join((*RANGED, "年(?!代)"))

_FORMS = {
    "doubled": Form(
        (
            *("，，", "、、", "；；", "：：", "。。", "，。", "，、", "，；", "。，", "。、", "。；"),
            *("、。", "、，", "、；", "；。", "；，", "：。", "：，"),
        ),
        rf"(?P<x>(?P<m>[，、；：])(?P=m)|。。|，[。、；]|。[，、；]|、[。，；]|；[。，]|：[。，])"
        rf"(?<=[{HAN}”’）》\d%]..)(?![{CLAUSE_ENDS}…．·])",
        _strongest_mark,
    ),
    "ellipsis": Form(
        ("...", "。。。", "…"),
        rf"(?<=[{HAN}”’）》{CLAUSE_ENDS}])(?P<x>\.{{3,6}}|。{{3,6}}|(?<!…)…(?:……)*(?!…))(?![.。]|\s*\d+$)",
        put("……"),
    ),
    "dash": Form(
        ("--", "－－", "──", "―"),
        rf"(?<=[{HAN}”’）》])\s?(?P<x>-{{2,3}}|－{{2,3}}|─{{1,3}}|―{{1,3}})\s?(?=[{HAN}“‘（《])",
        put("——"),
    ),
    "line-edge": Form(("\n",), rf"\n[ \u3000]*(?P<x>[{CLAUSE_ENDS}”’）》〉】]+)(?=.)", put("")),
    "between-titles": Form(("》、《",), "(?P<x>》、《)", put("》《")),
    "between-quotes": Form(("”、“",), "(?P<x>”、“)", put("”“")),
    "document-number": Form(
        ("号",),
        rf"(?<=[{HAN}])(?P<x>[\[［【(（](?P<year>(?:19|20)\d\d)[\]］】)）])(?=\s?第?\d{{1,4}}\s?号)",
        put(r"〔\g<year>〕"),
    ),
    "year-range": Form(
        ("-", "－", "–"),
        r"(?<![\d.\-/A-Za-z])(?:(?P<a>(?:19|20)\d\d)年?(?P<x>[-－–])(?P<b>(?:19|20)\d\d)(?=年|学年)"
        r"|(?P<c>\d{1,2})[月日]?(?P<y>[-－–])(?P<d>\d{1,2})(?=月|日))",
        _span_of_time,
    ),
    "number-range": Form(
        ("-", "－", "–"),
        r"(?<![\d.\-/A-Za-z№#第])(?!0\d)(?P<a>\d{1,6}(?:\.\d+)?)[%％]?(?P<x>[-－–])(?P<b>\d{1,6}(?:\.\d+)?)"
        rf"(?=(?:余|多)?[万亿]?(?:{_UNITS}))",
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
        (".", "．", "）、", ")、", "）.", "）．"),
        rf"{_START}(?:[{ONE_TO_TEN}]{{1,3}}(?P<x>[.．])|[（(][{ONE_TO_TEN}]{{1,3}}(?P<y>[）)][、.．]))",
        _number,
    ),
    "arabic-number": Form(("、",), rf"{_START}\d{{1,2}}(?P<x>、)(?!\d)", put(".")),
    "chapter": Form(
        ("章", "节"),
        rf"{_START}(?P<x>第[{ONE_TO_TEN}百\d]{{1,4}}[章节])(?=[{HAN}])(?![^\n]*[{COMMON_CLAUSE_ENDS}])",
        put("\\g<x>\u3000"),
    ),
}  # fmt: skip


# --- forms that go by words -----------------------------------------------------------------------


def _approximate(words: Words) -> Form:
    """三、五天."""
    return Form(
        ("、",),
        f"(?P<x>(?P<a>[{ONE_TO_NINE[:-1]}])(?<![第{UNITS}{ONE_TO_NINE}、].)、(?P<b>[{ONE_TO_NINE[1:]}]))"
        f"(?=个(?!{alternation(words.numbered)})|{'|'.join(APPROXIMATE)})(?!、)",
        _approximate_numeral,
    )


def _before_etc(words: Words) -> Form:
    """讲座、培训、等."""
    return Form(
        ("、等",),
        f"(?<=[{HAN}”》）])(?P<x>、(?!{alternation(words.words_with_deng)})等)",
        put("等"),
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


_WORDED: dict[str, Callable[[Words], Form]] = {
    "approximate": _approximate,
    "before-etc": _before_etc,
    "ordinal": _ordinals,
}
