"""Document -> parts -> headings: the structure of a report that was typed, not marked up.

Headings in Chinese office drafts are lines like any other. What gives one away is, in this order:
a level that the format declares (Word, Markdown, HTML), a number (`numerals.number_at`), or being
a short line without a sentence's end between longer ones. A number may also open a paragraph whose
first short sentence is the heading ("（二）狠抓学习。…"), called run-in here.

Levels: numbers rank 第一部分 > 第一章 > 一、 > （一） > 1. > （1） > ① > 一是, and a part's levels
count only the ranks it uses, so that a report that begins with （一） has it as level 1.

A file may hold several reports. A new part begins at a line that looks like a title after the
previous report has begun, at sibling headings whose sub-headings repeat (a log of weeks), and
where numbering starts again at 一、 after an opening paragraph ("现将……汇报如下").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from linter.model import Block, Document, Heading, Number, Part
from linter.numerals import label_number, number_at, value_of

RANKS = {
    "第一部分": 1, "第一篇": 1, "第一章": 2, "一、": 3, "第一节": 3,
    "（一）": 4, "(一)": 4, "（一)": 4, "(一）": 4,
    "1.": 5, "1、": 5, "1，": 5, "1.1": 6,
    "（1）": 7, "(1)": 7, "（1)": 7, "(1）": 7, "1）": 7, "1)": 7, "①": 8,
    "第一，": 9, "其一，": 9, "一是": 9, "一要": 9, "一来": 9,
}  # fmt: skip
"""Depth of each style of number in a report that uses them all (GB/T 9704-2012, 7.3.3)."""

_UNNUMBERED = 4.5
_BOLD = 8.5
_LABEL = 8.7
_PIECE = "第一篇"
_ITEMS = {"一是", "一要", "一来", "第一，", "其一，"}

_LEAD = re.compile(
    r"(?:[>＞\s\u3000\ufeff]|&nbsp;)*(?P<hashes>#{1,6}\s+)?(?P<bullet>[-*+]\s+(?=\S))?(?P<bold>\*\*|__)?"
)
_STOP = re.compile(r"[。！？!?；;：]|:(?!\d)")
_ENDS = "。！？!?；;，,、…"
_HAN = re.compile(r"[\u4e00-\u9fff]")

_GENRES = (
    "总结|报告|汇报|情况|方案|纪要|请示|通知|通报|公告|通告|意见|函|计划|要点|预案|讲话|发言|材料|述职|规划"
    "|办法|简报|小结|体会|综述|提纲"
)
_TITLE = re.compile(
    rf"(?:{_GENRES})(?:[（(](?:[^）)]{{1,12}})[）)])?\s*(?:第?[一二三四五六七八九十\d]{{1,2}}|篇[一二三四五六七八九十\d]{{1,3}}|之[一二三四五])?[.。]?$"
    r"|^(?:范文|篇|第)?[一二三四五六七八九十\d]{1,2}篇?[：:].{4,40}$|[（(]?篇[一二三四五六七八九十\d]{1,2}[）)]?[：:]?"
)
_COLLECTION = re.compile(
    r"[（(]?(?:精选|通用|优秀|合集|汇总|共|热门|最新|集合|推荐)?\s*[\d一二三四五六七八九十]{1,3}\s*篇[）)]?\s*[.。]?$"
)
_COUNTED = re.compile(
    r"[【（(]?(?:第(?P<before>[一二三四五六七八九十]{1,2}|\d{1,2})篇|(?:范文|篇)(?P<after>[一二三四五六七八九十]{1,2}|\d{1,2}))"
    r"(?![章节年月、\d])"
)
_TAIL = re.compile(
    r"^[【\[〔（(]?(?:上一篇|下一篇|相关(?:文章|阅读|推荐|搜索|链接)|推荐阅读|热门(?:文章|推荐)|猜你喜欢|延伸阅读)"
    r"|】\s*相关文章|^本文(?:由|来源|来自|地址)|^版权(?:声明|所有)|^以上就是.{0,60}(?:内容|帮助|参考)"
)
"""Where a web page goes on after a report; what is residue for good is up to the ruleset."""
_DATE = re.compile(
    r"^(?:[（(]?(?:\d{4}|[×xX＊*○〇]{1,4}|[12][\d×xX○〇Oo*]{3}|[一二三四五六七八九〇○零]{4})\s*年\s*[\d×xX○〇一二三四五六七八九十*_＿]{1,4}\s*月"
    r"(?:\s*[\d×xX○〇一二三四五六七八九十*_＿]{1,4}\s*日)?[）)]?)$"
)
_CLOSING = re.compile(
    r"^(?:特此|以上(?:报告|请示|汇报|情况)|妥否|当否|专此|此致|敬请|请予?(?:审|批|评))|^(?:附件?|抄送|联系人|报送|印发|主题词)[：:0-9]?"
)
_BEGUN = 25
"""Characters of a line that is neither title nor addressee: the report proper has begun."""
_SIGNER = re.compile(
    r"(?:医院|卫生院|委员会|党委|党组|支部|总支|中心|[局科部处室厅所站队校]|办公室|公司|集团|学校|街道|领导小组)$"
)
_OPENING = re.compile(
    r"(?:现|特|兹)(?:将|就|对|把)|如下[：:。，.]?|(?:汇报|报告|总结|小结|述职)如下|作(?:如下|以下)"
)
_FORMAL = re.compile(r"(?:现|特|兹)(?:将|就|对|把)?[^。]{0,80}(?:汇报|报告|总结|小结|述职)(?:如下|.{0,4}$)")
"""The sentence that opens a report and nothing else: where it stands, numbering may begin at （一）."""
_PERIOD_OPENING = re.compile(r"^(?:20\d\d年|今年|本年度|上半年|下半年|一年来|半年来|近年来|年初以来|自)")


class _Line(NamedTuple):
    """A block as the outline sees it."""

    block: int
    start: int
    """After the lead: indent, residue, Markdown signs, number."""
    end: int
    """Before trailing white space and emphasis."""
    number: Number | None
    level: int
    """Declared by the format or by `#`; 0 for none."""
    bold: bool
    bullet: bool
    plain: bool
    """A paragraph of running text, not a cell, note, header or code."""


def outline(document: Document) -> tuple[Part, ...]:
    """The reports of a document, in order; never empty for a document with blocks."""
    lines = [_line(document.text, index, block) for index, block in enumerate(document.blocks)]
    if not lines:
        return ()
    candidates = _candidates(document.text, lines)
    starts = _part_starts(document, lines, candidates)
    bounds = [*starts[1:], len(lines)]
    return tuple(
        _part(document, lines, candidates, first, end) for first, end in zip(starts, bounds, strict=True)
    )


def opening(text: str, block: Block) -> tuple[Number | None, int]:
    """The number that opens a block, typed or generated, and the heading level that is declared (or 0)."""
    line = _line(text, 0, block)
    return line.number, line.level


def _line(text: str, index: int, block: Block) -> _Line:
    """A block with its lead taken off."""
    lead = _LEAD.match(text, block.start, block.end)
    start = lead.end() if lead else block.start
    end = block.end
    while end > start and text[end - 1] in " \u3000\t*_":
        end -= 1
    hashes, bullet, bold = lead.group("hashes", "bullet", "bold") if lead else (None, None, None)
    level = block.level or (len(hashes.strip()) if hashes else 0)
    number = number_at(text, start, end)
    if number:
        start = number.end
        while start < end and text[start] in " \u3000\t*":
            start += 1
    elif block.label:
        number = label_number(block.label, start)
    return _Line(index, start, end, number, level, bool(bold), bool(bullet), block.kind == "paragraph")


# --- headings -------------------------------------------------------------------------------------


class _Candidate(NamedTuple):
    """A heading before its part, and so its level and body, is known."""

    line: _Line
    end: int
    rank: float
    kind: str


def _candidates(text: str, lines: list[_Line]) -> list[_Candidate]:
    """Every block that is, or opens with, a heading."""
    found = []
    for index, line in enumerate(lines):
        if line.plain and line.start < line.end:
            following = lines[index + 1] if index + 1 < len(lines) else None
            candidate = _candidate(text, line, following)
            if candidate:
                found.append(candidate)
    return found


def _candidate(text: str, line: _Line, following: _Line | None) -> _Candidate | None:
    """The heading that a line is or opens with, or None."""
    length = line.end - line.start
    if line.level and length <= 80:
        return _Candidate(line, _words_end(text, line.start, line.end), line.level, "line")
    stop = _STOP.search(text, line.start, line.end)
    if line.number:
        rank = RANKS.get(line.number.style, 5)
        return _numbered(text, line, following, stop, rank)
    if line.bold and not line.bullet:
        return _bold(text, line, length)
    if text[line.start] == "【" and not line.bullet:
        return _bracketed(text, line, following, length)
    if stop and stop.group() in "：:" and not line.bullet and _is_label(text, line, stop):
        return _Candidate(line, stop.start(), _LABEL, "run-in")
    if _is_short_heading(text, line, following, stop, length):
        return _Candidate(line, line.end, _UNNUMBERED, "line")
    return None


def _numbered(
    text: str, line: _Line, following: _Line | None, stop: re.Match[str] | None, rank: float
) -> _Candidate | None:
    """The heading of a numbered line: the whole line, or its short first sentence."""
    assert line.number is not None
    item = line.number.style in _ITEMS
    length = line.end - line.start
    if stop is None or (
        stop.group() in "：:" and text[line.end - 1] not in _ENDS and "。" not in text[stop.end() : line.end]
    ):
        fits = not item and (length <= (45 if rank < 5 else 30) or line.bold)
        return _Candidate(line, line.end, rank, "line") if fits else None
    words = stop.start() - line.start
    if stop.group() in "；;" or words < 2:
        return None
    if stop.end() >= line.end:
        fits = not item and rank < 5 and words <= 45 and not _continues(line, following)
        return _Candidate(line, stop.start(), rank, "line") if fits else None
    limit = 12 if stop.group() in "：:" else 24 if item else 40 if rank < 5 else 26
    return _Candidate(line, stop.start(), rank, "item" if item else "run-in") if words <= limit else None


def _continues(line: _Line, following: _Line | None) -> bool:
    """Whether the next line is the next item of the same list, so that this one has no text under it."""
    one, other = line.number, following and following.number
    return bool(one and other and one.style == other.style and other.values[-1] == one.values[-1] + 1)


def _bold(text: str, line: _Line, length: int) -> _Candidate | None:
    """A line in bold, or a paragraph that opens with a short sentence in bold."""
    close = text.find("**", line.start, line.end)
    end = line.end if close < 0 else close
    if end - line.start > 30 or not _HAN.search(text, line.start, end):
        return None
    kind = "run-in" if 0 <= close < line.end - 2 else "line"
    if kind == "run-in" and text[end - 1] not in "。：:":
        return None
    return _Candidate(line, _words_end(text, line.start, end), _BOLD, kind)


def _bracketed(text: str, line: _Line, following: _Line | None, length: int) -> _Candidate | None:
    """A heading in 【…】 on a line of its own above running text; above a number it is a field to fill in."""
    closed = text[line.end - 1] == "】" and "】" not in text[line.start : line.end - 1]
    if not closed or not 5 <= length <= 22 or following is None or following.number or not following.plain:
        return None
    if following.end - following.start < 20 or text.startswith("【", following.start):
        return None
    return _Candidate(line._replace(start=line.start + 1), line.end - 1, _UNNUMBERED, "line")


def _is_label(text: str, line: _Line, stop: re.Match[str]) -> bool:
    """Whether a paragraph opens with a label ("存在问题：…") before text of some length."""
    words = text[line.start : stop.start()]
    return (
        3 <= len(words) <= 8
        and line.end - stop.end() >= 16
        and all("\u4e00" <= char <= "\u9fff" for char in words)
        and not _CLOSING.match(words)
    )


def _is_short_heading(
    text: str, line: _Line, following: _Line | None, stop: re.Match[str] | None, length: int
) -> bool:
    """Whether an unnumbered line is a heading: short, no sentence, and a longer text under it."""
    if stop or line.bullet or not 4 <= length <= 22 or following is None or not following.plain:
        return False
    words = text[line.start : line.end]
    if (
        words[-1] in _ENDS
        or "\u3000" in words
        or "  " in words
        or "\t" in words
        or words[0] in "（(【[《○●★◆■□“"
    ):
        return False
    if (
        len(_HAN.findall(words)) < 4
        or _SIGNER.search(words)
        or _DATE.match(words)
        or _CLOSING.match(words)
        or "，" in words[:3]
    ):
        return False
    return (
        following.number is not None
        or following.bullet
        or text[following.start : following.start + 1] in tuple("○●◆■·•")
        or following.end - following.start >= max(24, length + 8)
    )


def _words_end(text: str, start: int, end: int) -> int:
    """`end` without the marks that may close a heading."""
    while end > start and text[end - 1] in "：:。.*_# \u3000；;，,":
        end -= 1
    return end


# --- parts ----------------------------------------------------------------------------------------


def _part_starts(document: Document, lines: list[_Line], candidates: list[_Candidate]) -> list[int]:
    """The index of the first line of each part, ascending."""
    text = document.text
    repeated = (
        _repeating_siblings(text, candidates)
        or _numbered_pieces(text, lines)
        or _repeated_titles(text, lines)
    )
    if repeated:
        return repeated
    first = _first_line(text, lines)
    starts = [first]
    begun = False
    heads = {candidate.line.block: candidate for candidate in candidates}
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if begun and _is_new_title(text, lines, index, starts[-1]):
            starts.append(index)
            begun = False
        elif line.plain and line.end - line.start > _BEGUN:
            begun = True
        head = heads.get(index)
        if head and _is_first(head) and _has_first(heads, starts[-1], index):
            opening = _opening_before(text, lines, heads, starts[-1] + 1, index)
            if opening is not None and (_restarts(head) or _FORMAL.search(text, *_span(lines[opening]))):
                starts.append(opening)
                begun = True
    return starts


def _repeating_siblings(text: str, candidates: list[_Candidate]) -> list[int]:
    """The starts of sibling headings that all have the same first sub-heading, as in a log of weeks."""
    declared = [candidate for candidate in candidates if candidate.line.level and not candidate.line.number]
    for level in (1, 2, 3):
        groups: list[tuple[int, list[str]]] = []
        for candidate in declared:
            if candidate.line.level == level:
                groups.append((candidate.line.block, []))
            elif candidate.line.level == level + 1 and groups:
                groups[-1][1].append(text[candidate.line.start : candidate.end])
        groups = [group for group in groups if group[1]]
        if len(groups) > 1 and all(len(names) > 1 and names[0] == groups[0][1][0] for _, names in groups):
            return [block for block, _ in groups]
    return []


def _numbered_pieces(text: str, lines: list[_Line]) -> list[int]:
    """The lines that count the reports themselves ("篇一：…", "第2篇：…", "【范文三】…"), from one on."""
    pieces: list[int] = []
    for index, line in enumerate(lines):
        if line.end - (line.number.start if line.number else line.start) > 60:
            continue
        match = _COUNTED.match(text, line.number.start if line.number else line.start, line.end)
        if match and value_of(match["before"] or match["after"]) == len(pieces) + 1:
            pieces.append(index)
    return pieces if len(pieces) > 1 else []


def _repeated_titles(text: str, lines: list[_Line]) -> list[int]:
    """The lines of titles that are equal but for their running numbers ("…总结 篇一", "…总结 篇二")."""
    groups: dict[str, list[int]] = {}
    for index, line in enumerate(lines[:-1]):
        if _is_title(text, line) and not _COLLECTION.search(text[line.start : line.end]):
            groups.setdefault(_without_number(text[line.start : line.end]), []).append(index)
    longest = max(groups.values(), key=len, default=[])
    apart = all(later - earlier > 2 for earlier, later in pairwise(longest))
    return longest if len(longest) > 1 and longest[0] <= 5 and apart else []


def _first_line(text: str, lines: list[_Line]) -> int:
    """Where the first report begins: after a collection's title or a preface before the title."""
    for index, line in enumerate(lines[:6]):
        if line.level == 1 and not _COLLECTION.search(text, line.start, line.end):
            return index
    first = lines[0]
    if len(lines) > 1 and _COLLECTION.search(text[first.start : first.end]) and first.end - first.start <= 50:
        return 1
    for index, line in enumerate(lines[:4]):
        if _is_title(text, line):
            return index
        if line.number or line.level or (line.end - line.start > 60 and text[line.end - 1] in "。；;"):
            break
    return 0


def _is_title(text: str, line: _Line) -> bool:
    """Whether a line reads as a report's title."""
    if not 6 <= line.end - line.start <= 60 or not line.plain or line.bullet:
        return False
    if line.number is not None and line.number.style != _PIECE:
        return False
    words = text[line.start : line.end]
    if "。" in words[:-1] or "；" in words or "如下" in words or words[-1] in "，：:" or _TAIL.match(words):
        return False
    return bool(_TITLE.search(words))


def _is_new_title(text: str, lines: list[_Line], index: int, first: int) -> bool:
    """Whether a line, met after a report has begun, is the title of the next one."""
    line = lines[index]
    if not _is_title(text, line) or index + 1 >= len(lines):
        return False
    words = text[line.start : line.end]
    if _same_title(words, text[lines[first].start : lines[first].end]):
        return True
    before = text[lines[index - 1].start : lines[index - 1].end]
    return bool(_DATE.match(before) or before.startswith("特此")) and not words.startswith("附件")


def _same_title(one: str, other: str) -> bool:
    """Whether two titles are equal but for their running numbers."""
    return _without_number(one) == _without_number(other)


def _without_number(title: str) -> str:
    return re.sub(r"[（(]?(?:篇|第|范文|之)?[\d一二三四五六七八九十]{1,2}篇?[）)]?[.。：:]?$|\s", "", title)


def _span(line: _Line) -> tuple[int, int]:
    return line.start, line.end


def _is_first(candidate: _Candidate) -> bool:
    """Whether a heading carries the number one of 一、 or （一）."""
    number = candidate.line.number
    return number is not None and number.values == (1,) and candidate.rank <= RANKS["（一）"]


def _restarts(candidate: _Candidate) -> bool:
    number = candidate.line.number
    return number is not None and number.values == (1,) and candidate.rank <= RANKS["一、"]


def _has_first(heads: dict[int, _Candidate], first: int, end: int) -> bool:
    """Whether a heading with the number one stands between two lines."""
    return any(_is_first(heads[index]) for index in range(first, end) if index in heads)


def _opening_before(
    text: str, lines: list[_Line], heads: dict[int, _Candidate], first: int, index: int
) -> int | None:
    """The line where a report opens whose first 一、 stands at `index`; None when nothing opens there."""
    opening = None
    for above in range(index - 1, first - 1, -1):
        line = lines[above]
        head = heads.get(above)
        if line.number or (head and head.rank != _UNNUMBERED):
            break
        words = text[line.start : line.end]
        if _is_title(text, line):
            return above
        if _DATE.match(words):
            break
        if _OPENING.search(words) or (above == index - 1 and _PERIOD_OPENING.match(words)):
            opening = above
        elif opening is not None:
            break
    return opening


def _part(document: Document, lines: list[_Line], candidates: list[_Candidate], first: int, end: int) -> Part:
    """One part: its title, its end and its headings with their levels and bodies."""
    text, blocks = document.text, document.blocks
    title = _title_line(text, lines, first, end)
    last = _last_line(text, lines, first, end)
    heads = [
        candidate
        for candidate in candidates
        if first <= candidate.line.block < last and candidate.line.block != title
    ]
    stop = blocks[last - 1].end
    span = None if title is None else (lines[title].start, lines[title].end)
    return Part(blocks[first].start, stop, first, last, span, _headings(text, heads, stop))


def _title_line(text: str, lines: list[_Line], first: int, end: int) -> int | None:
    """The line of the title: among the first three, one that reads as a title; else a short first line."""
    for index in range(first, min(first + 3, end)):
        if lines[index].level == 1 or _is_title(text, lines[index]):
            return index
        if lines[index].number:
            break
    line = lines[first]
    words = text[line.start : line.end]
    short = 4 <= len(words) <= 40 and words[-1] not in _ENDS + "：:" and not line.number
    return first if short and line.plain and not _OPENING.search(words) else None


def _last_line(text: str, lines: list[_Line], first: int, end: int) -> int:
    """One past the last line of the report: what follows its date and is not an annex lies outside,
    and so does the rest of a web page."""
    for index in range(first + (end - first) // 2, end):
        if (
            _TAIL.search(text, lines[index].start, lines[index].end)
            and lines[index].end - lines[index].start <= 60
        ):
            end = max(index, first + 1)
            break
    for index in range(end - 1, first, -1):
        words = text[lines[index].start : lines[index].end]
        if _DATE.match(words):
            rest = range(index + 1, end)
            if any(lines[after].end - lines[after].start > 60 or lines[after].level for after in rest):
                return end
            kept = index + 1
            while kept < end and _CLOSING.match(text[lines[kept].start : lines[kept].end]):
                kept += 1
            return kept
    return end


def _headings(text: str, heads: list[_Candidate], stop: int) -> tuple[Heading, ...]:
    """Levels from ranks, bodies from levels."""
    levels: list[int] = []
    stack: list[float] = []
    numbered_top = any(head.rank <= RANKS["一、"] for head in heads if head.line.number)
    for head in heads:
        rank = head.rank
        if rank == _UNNUMBERED and not numbered_top:
            rank = 0.5
        if head.line.level:
            rank = head.line.level / 10
        while stack and stack[-1] >= rank:
            stack.pop()
        stack.append(rank)
        levels.append(len(stack))
    result = []
    for index, head in enumerate(heads):
        body_end = next(
            (
                _block_start(heads[later])
                for later in range(index + 1, len(heads))
                if levels[later] <= levels[index]
            ),
            stop,
        )
        end = _words_end(text, head.line.start, head.end)
        result.append(
            Heading(
                head.line.start, end, levels[index], head.line.number, head.kind, head.line.block, body_end
            )
        )
    return tuple(result)


def _block_start(candidate: _Candidate) -> int:
    """Where a heading's line begins, its number included."""
    number = candidate.line.number
    return number.start if number else candidate.line.start
