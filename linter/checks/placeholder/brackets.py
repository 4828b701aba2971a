"""The grammar of template fields: 【单位名称】, [日期], 〔待填〕, <your name>, 《》.

Brackets also serve as headings (【组织领导】), labels (【时间】3月5日) and references ([1]). So what they
hold decides, and where they stand:

- an instruction (【待补】) is a field anywhere;
- the name of a field, or of several (【单位/姓名】), is one within a clause;
- a name with which no report heads a paragraph (【姓名】) is one elsewhere, too, but over running text;
- a bracket alone on its line is a heading where the text has others in brackets;
- a list item that is nothing but a bracket is a field where the text has fields and no such headings;
- labels of a record have their values behind or below them: •【公布日期】2011.05.30.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from linter.model.document import Span
from linter.structure.numbers import number_at
from linter.text.characters import has, possible, up_to
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.patterns import holds
from linter.text.sentences import COLONS, STOPS

_OPENERS = ("【", "［", "[", "{", "<", "〈", "《》", "“”", "《 ", "“ ", "《\u3000", "“\u3000")
_BRACKETS = (
    r"《[ \u3000]*》|“[ \u3000]*”"
    r"|【([^【】\n]{1,80})】|［([^［］\n]{1,80})］|\[([^\[\]\n]{1,80}|[ -Z^-~]{81,300})\](?![(\[:])"
    r"|(?<![{}$#@A-Za-z])\{([^{}\n]{1,80}|[ -z|~]{81,300})\}|<([^<>\n]{1,80}|[ -;=?-~]{81,300})>"
    r"|〈([^〈〉\n]{1,80})〉|〔(.{1,80}?)〕|〖(.{1,80}?)〗"
)
"""What English says takes more letters than Chinese."""
_DEFINED = r"(\[[^\[\]\n]{1,80}\]):"
"""A link that is defined below the text: [name]: https://…"""
_MASK = r"[×XxＸ*＊_＿○〇□]{2}|某某"
_LEAD = r"[\s#>*+|-]*(?:[（(]?[\d" + ONE_TO_TEN + r"]+[）)、.．]?[\s*]*)*"
_ITEM_SIGNS = " \u3000\t-–•·●▪■◆*"
_BREAKS = frozenset(STOPS + "; \u3000\t|】］]•●▪■◆")
_TITLE_MARKS = "<〈"
_LONGEST_NAME = 6
"""Characters of a name between `_TITLE_MARKS`, which enclose titles of documents, too."""
_SQUARE = "[［"
"""No report encloses its headings in these."""
_NUMBER_MARKS = "〔〖"
_ELIDED = "〔【"
"""Brackets in which dots stand for what was taken out: 投资〔…〕万元. In [] they shorten a quotation."""
_JOINED = r"[/／、或和及与+＋]"
_REST = 100
"""Characters on either side of a bracket that are looked at on its own line."""
_OPTION = r"(?:^|\s)--?[A-Za-z]"
_RECORD = 3
"""Labels with a value below each that make the record of a document, at least."""
_VALUE = 30
"""Characters of the longest value in a record."""
_MARKDOWN_HEADING = r"#{1,6}[ \t]"
_EMPHASIS = "*_"
_NEXT_LINE = 40
"""Characters of the next line by which running text is told from another bracket or heading."""
_FEWEST_BLANKS = 2
"""Of words in braces: with fewer they may be a condition or a name."""
_CODE_SIGNS = tuple('=;$()\\"&|:+')
_SAID = 4
"""Characters behind the number of a line, at least, that say something."""


class FieldWords(NamedTuple):
    """The words by which a field is known."""

    fills: Any | None
    """The pattern of an instruction to the writer."""
    names: frozenset[str]
    """Names of fields even at the head of a line."""
    endings: tuple[str, ...]
    """How names of fields end within a clause, or on a line without text below."""
    following: tuple[str, ...]
    """Words that go on with the clause behind a bracket at the head of a line: 【时间】以来."""
    english: Any | None
    """The pattern of the content of an English field: your name, insert date."""
    sure: frozenset[str]
    """What is no name of an element or value, though it is one word between <>: TBD."""


def fields(text: str, titles: Sequence[Span], words: FieldWords) -> Iterator[Span]:
    """The spans of the fields in a text with these titles of reports."""
    if not has(text, possible(text, _OPENERS)) and not _has_no_year(text):
        return
    defined = frozenset(re.findall(_DEFINED, text))
    found = [match for match in re.finditer(_BRACKETS, text) if not _is_mask(match)]
    rest = [match for match in found if not _is_instruction(match, defined, words)]
    headed = any(_place(text, *match.span()) == "heading" for match in rest)
    others = [match for match in rest if not _is_name(text, match, headed, titles, words)]
    if not headed and len(others) < len(found):
        others = [match for match in others if not _is_item(text, *match.span())]
    excluded = {match.start() for match in others} | _labels_of_records(text, found)
    yield from (match.span() for match in found if match.start() not in excluded)


def _is_instruction(match: re.Match[str], defined: frozenset[str], words: FieldWords) -> bool:
    """Whether a bracket is empty or tells the writer to fill it in; `defined` are the links of the text."""
    bracket, inside = match.group(), _inside(match)
    if inside is None or (bracket[0] in _ELIDED and not inside.strip("…")):
        return True
    if not inside.isascii():
        return holds(words.fills, inside)
    is_name = (" " not in inside and inside not in words.sure) or _is_of_command(match)
    is_code = _is_code(inside) if bracket[0] == "{" else bracket[0] in _TITLE_MARKS and is_name
    return not is_code and bracket not in defined and holds(words.english, inside)


def _is_of_command(match: re.Match[str]) -> bool:
    """Whether the line of a bracket has an option, and shows how a program is called: tool -o <file name>."""
    text, (start, end) = match.string, match.span()
    line = text[text.rfind("\n", 0, start) + 1 : start] + " " + text[end : end + _REST].partition("\n")[0]
    return re.search(_OPTION, line) is not None


def _is_code(inside: str) -> bool:
    """Whether braces hold code or the name of a value, and no words to a reader: {user}, {a: 1}."""
    return inside.count(" ") < _FEWEST_BLANKS or has(inside, _CODE_SIGNS)


def _is_name(
    text: str, match: re.Match[str], headed: bool, titles: Sequence[Span], words: FieldWords
) -> bool:
    """Whether a bracket holds the name of a field, and stands where a name is one."""
    inside = _inside(match) or ""
    if inside[:4].isdecimal():
        return False  # the year of a document number: 〔2025年〕
    parts = re.split(_JOINED, inside.rstrip(DECIMAL))
    titled = any(start <= match.start() < end for start, end in titles)
    place = "clause" if titled else _place(text, *match.span(), words.following)
    if all(part in words.names for part in parts):
        return place != "heading" or (match.group()[0] in _SQUARE and _fills_line(text, *match.span()))
    if match.group()[0] in _TITLE_MARKS:
        return inside.endswith(words.endings) and len(inside) <= _LONGEST_NAME
    return place in (("clause",) if headed else ("clause", "line")) and inside.endswith(words.endings)


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether a bracket is all that stands on its line."""
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _inside(match: re.Match[str]) -> str | None:
    """What a bracket holds; None for an empty one."""
    return match.group(match.lastindex).strip() if match.lastindex else None


def _has_no_year(text: str) -> bool:
    """Whether brackets of the kind around the year of a document number hold something else: 〔待填〕."""
    return any(
        not inside[:1].isascii() for mark in _NUMBER_MARKS if mark in text for inside in text.split(mark)[1:]
    )


def _is_mask(match: re.Match[str]) -> bool:
    """Whether a bracket holds a mask, which is found as such."""
    return re.search(_MASK, _inside(match) or "") is not None


def _place(text: str, start: int, end: int, following: Sequence[str] = ()) -> str:
    """Where a bracket stands: `clause` (within one), `label` (text follows on its line), `line` (it
    is the line) or `heading` (it is the line, and running text follows)."""
    line = text.rfind("\n", max(0, start - _REST), start) + 1
    lead = re.compile(_LEAD).match(text, line) if line or start <= _REST else None
    if start > (lead.end() if lead else 0) and text[start - 1] not in _BREAKS:
        return "clause"
    stop = up_to(text, "\n", end, min(len(text), end + _REST))
    rest = text[end:stop].strip(" \u3000\t*|")
    if rest in COLONS or text.startswith(tuple(following), end):
        return "clause"
    if rest:
        return "label" if re.sub(_BRACKETS, "", rest).strip() else "line"
    return "heading" if _runs_on(text, stop) else "line"


def _labels_of_records(text: str, found: Sequence[re.Match[str]]) -> set[int]:
    """Where the brackets begin that are labels of a record, each alone on its line, most with a value below.

    A value is a short line that is no sentence; the next label stands below it. One label in the middle may
    have none. Some value has figures, a date or number: in a template headings stand so between the fields.
    """
    alone = [match for match in found if _inside(match) and _fills_item(text, *match.span())]
    records, record = set(), list[int]()
    values: list[str] = []
    for index, match in enumerate(alone):
        record.append(match.start())
        following = alone[index + 1].start() if index + 1 < len(alone) else len(text)
        below = [line.strip() for line in text[match.end() : following].split("\n")[1:]]
        below = [line for line in below if line.strip(_ITEM_SIGNS)]
        values += [line for line in below[:1] if _is_value(line)]
        if len(below) > 1 or (below and not _is_value(below[0])) or index + 1 == len(alone):
            has_figures = any(char.isdigit() for value in values for char in value)
            if has_figures and len(values) >= _RECORD and 2 * len(values) > len(record):
                records.update(record)
            record, values = [], []
    return records


def _fills_item(text: str, start: int, end: int) -> bool:
    """Whether a bracket is all that its line holds, but for the sign of an item."""
    line = text.rfind("\n", 0, start) + 1
    rest = text[line:start] + text[end : up_to(text, "\n", end)]
    return not rest.strip(_ITEM_SIGNS)


def _is_value(line: str) -> bool:
    """Whether a line is the value of a label: short, no sentence, no heading (四、存在问题), and no field."""
    bare = line.strip(_EMPHASIS)
    is_numbered = number_at(bare, 0, len(bare)) is not None and not bare[:4].isdigit()  # 2011.05.30
    is_heading = is_numbered or re.match(_MARKDOWN_HEADING, line) is not None
    is_short = len(line) <= _VALUE and line[-1] not in STOPS
    return is_short and not is_heading and not re.search(f"^(?:{_BRACKETS})|{_MASK}", line)


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether a bracket is all that a numbered line or list item holds: （一）【主要做法1】."""
    line = text.rfind("\n", 0, start) + 1
    return (
        text[start] not in _NUMBER_MARKS
        and bool(text[line:start].strip())
        and _place(text, start, end) == "line"
    )


def _runs_on(text: str, stop: int) -> bool:
    """Whether the next line with text, behind the offset of a line's end, is running text, or the first of
    numbered lines and says something: no bracket or mask.
    """
    below = re.compile(r"\s*(\S[^\n]*)").match(text, stop)
    if not below:
        return False
    start, end = below.start(1), min(below.end(1), below.start(1) + _NEXT_LINE)
    if number := number_at(text, start, end):
        said = re.compile(_LEAD).sub("", text[start:end], count=1)
        opens = number.values == (1,) and len(said) >= _SAID
        return opens and not re.search(f"{_BRACKETS}|{_MASK}", said)
    return end - start > 10 and not re.match(r"[【［\[{#（(\-]", text[start:end])
