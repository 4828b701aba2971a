"""What a program leaves that fills templates: {{name}}, {% if %}, ${x}, «姓名», %s, undefined, NaN, and a
spreadsheet: ####, 1.2E+07, =SUM(B2:B9).

Tags are found wherever they stand, for no Chinese text has such brackets of its own; shortcodes of a
web page ({{< figure >}}) are none, nor is Liquid in the source of a page, whose head says how it is set
(layout: post): a program fills it in whenever the site is built. Values count where one is awaited:
before a unit (null件), behind a colon, alone in a cell. Elsewhere a text speaks of them
(函数取不到数时给出None).
"""

import re
from collections.abc import Iterator

from linter.checks.placeholder.unit_pattern import UNIT
from linter.model.document import Document, Span
from linter.text.characters import HAN, WIDE, has, possible
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS

_TRIGGERS = (
    "{", "<%", "<?", "<#", "</#", "«", "##", "@@", "[object",
    "undefined", "null", "NULL", "nil", "NaN", "nan", "None", "Invalid Date",
    "Infinity", "∞", "####", "E+", "=", "['", "<no ", "%!",
)  # fmt: skip
_FIELDS = (
    "MERGEFIELD|DOCPROPERTY|DOCVARIABLE|REF|PAGEREF|STYLEREF|NOTEREF|TOC|PAGE|NUMPAGES|SECTIONPAGES|SEQ|DATE|"
    "TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILENAME|HYPERLINK|INCLUDEPICTURE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN"
)
"""Fields of Word, whose codes stand in a text where they were pasted as text: { PAGE \\* MERGEFORMAT }."""
_TAGS = "|".join((
    r"\{\{(?![<%])[^{}\n]{1,60}\}\}",
    r"(?<!\{)\{%[^%\n]{1,80}%\}",
    r"(?<!\{)\{#[^#\n]{1,80}#\}",
    r"[$#@]!?\{[^{}\n]{1,40}\}",
    r"<%[^%\n]{1,80}%>",
    r"</?#[a-z]+[^<>\n]{0,40}>|<#=[^<>\n]{1,40}#>",
    r"\{\$[A-Za-z_][\w.]{0,30}\}",
    rf"« ?[{HAN}\w（）]{{1,40}} ?»",
    rf"(?<=[{WIDE}])%[A-Za-z_]{{2,20}}%|(?<![0-9%])%[A-Za-z_]{{2,20}}%(?=[{WIDE}])",
    r"<\?(?:php\b|=)[^?\n]{1,80}\?>",
    r"\{ ?(?:" + _FIELDS + r") [^{}\n]{0,60}\}",
    r"\[object [A-Z][a-z]+\]",
    rf"##[{HAN}]{{2,10}}##|@@[{HAN}]{{2,10}}@@",
    rf"(?<=[{WIDE}])\{{\w{{1,30}}\}}(?=[{WIDE}])",
    rf"(?<=[{HAN}：])(?<![年月])%(?:\d\$)?(?:\.\d)?[sdf](?=[{WIDE}%]|$)",
))  # fmt: skip
_COUNTED = f"(?:{UNIT}|[年月日号])(?![数值率额量件])"
_FUNCTIONS = "SUM|SUMIFS?|SUBTOTAL|AVERAGE|ROUND|COUNTA?|COUNTIFS?|[VHX]LOOKUP|MAX|MIN|TEXT|TODAY|NOW"
_SHEET = (
    rf"=(?:{_FUNCTIONS}|IF|IFERROR)\([^\n{COMMON_CLAUSE_ENDS}]{{0,60}}?\)(?={_COUNTED}|[ \t]*$)"
    rf"|(?<![\d.])\d\.\d+E\+\d\d(?=余?[万亿]?{UNIT})"
    r"|(?<=[号码话机证卡][为是：:])[ \t]*\d\.\d+E\+1\d(?!\d)|(?<=[号码话机证卡])\d\.\d+E\+1\d(?!\d)"
    r"|(?<=[\t|])[ ]?#{4,}(?=[ ]?[\t|]|$)"
    rf"|(?<=[{HAN}：])\[(?:'[{HAN}\w]+'(?:, )?)+\]"
)
"""What a spreadsheet shows for a sum that nobody pasted as a value, for a number or a date too wide for its
column, and a program for several values at once.
"""
_ENGLISH_UNITS = (
    "minutes|hours|days|weeks|months|years|people|visitors|members|items|points|pounds|dollars|euros|miles|"
    "metres|meters|tonnes|tons|percent|per cent"
)
_ENGLISH = (
    rf"(?<![\w.\-])(?:None|NaN|undefined)(?= (?:{_ENGLISH_UNITS})\b)"
    r"|(?<=[$£€])(?:NaN|None|undefined|null|nan)\b|(?<![\w.\-])(?:NaN|undefined)(?=[%％])"
    r"|(?<=Dear )(?:None|NaN|undefined|null|nil)(?=[,:])|<no value>|%![a-z]\([A-Za-z ]+(?:=[^()\n]{0,20})?\)"
)
"""Values in a text in English, and what Go writes for them: <no value>, %!s(MISSING). What is none of many
opens no sentence (None of the days).
"""
_SPEAKING = "为是成回出现值了到型作报示有于"
"""Behind one of these a text speaks of a value: 结果变成undefined，."""
_VALUES = (
    r"(?<![\w.\-])(?:undefined|null|NaN|None)(?=" + _COUNTED + ")"
    rf"|(?<=[{HAN}])(?:undefined|null|NULL|NaN|nan|None|[（(<](?i:null|nil|none|nan)[>)）])(?={_COUNTED})"
    rf"|(?<=[{HAN}：])Invalid Date\b|(?<=[{HAN}])(?<![现示成])[-−]?(?:Infinity|∞)(?={_COUNTED})"
    rf"|(?<=[{HAN}])(?<![{_SPEAKING}])(?:undefined|NaN)(?=[{CLAUSE_ENDS}]|$)"
    rf"|(?:(?<=[^值认型回]：)|(?<=[{HAN}]:)|(?<=[{HAN}]: ))(?:undefined|null|NaN|None)"
    rf"(?=[{CLAUSE_ENDS},;\s]|$)"
)
_LIQUID = ("{{", "{%")
_CELLS = re.compile("undefined|null|NaN|#{4,}")


def engine_leftovers(document: Document, page_keys: tuple[str, ...]) -> Iterator[Span]:
    """The spans of tags and values of a template engine; `page_keys` head the source of a page."""
    text = document.text
    if not has(text, possible(text, _TRIGGERS)) and not _has_conversion(text):
        return
    meant = _LIQUID if _is_page(document, page_keys) else ()
    for match in re.finditer(f"{_TAGS}|{_VALUES}|{_ENGLISH}|{_SHEET}", text, re.MULTILINE):
        if not match[0].startswith(meant):
            yield match.span()
    yield from _empty_cells(document)


def _empty_cells(document: Document) -> Iterator[Span]:
    """The cells that hold nothing but a value; none where others name it among words: null or a date."""
    cells = [block[:2] for block in document.blocks if block.kind == "cell"]
    values = [span for span in cells if _CELLS.fullmatch(document.text[slice(*span)].strip())]
    if values:
        words = " ".join(document.text[slice(*span)] for span in cells if span not in values)
        named = frozenset(re.findall(r"\w+", words))
        yield from (span for span in values if document.text[slice(*span)].strip() not in named)


def _is_page(document: Document, keys: tuple[str, ...]) -> bool:
    """Whether a head of data says how a page is set."""
    head = document.text[: document.blocks[0].start] if document.blocks else ""
    return head.startswith("---") and re.search(rf"^{alternation(keys)}:", head, re.MULTILINE) is not None


def _has_conversion(text: str) -> bool:
    """Whether a letter, or a format, stands behind a percent sign: %s, %name%, %.2f, %1$s."""
    return any(
        after[:1].isascii() and (after[:1].isalpha() or after[:1] == "." or after[1:2] == "$")
        for after in text.split("%")[1:]
    )
