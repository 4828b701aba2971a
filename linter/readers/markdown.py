"""Markdown, and plain texts that hold some: the lines as they stand, each with its role.

The text keeps its signs, so that columns are true; marks tell which characters are signs. A line is
a block, as in plain text: Chinese drafts put paragraphs on lines of their own and seldom leave one
blank between. Four spaces are an indented paragraph here, never code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice, takewhile
from operator import itemgetter
from typing import Any

from linter.model.document import Block, Document, Mark
from linter.readers.support.encoding import Decoded
from linter.readers.support.line_breaks import continued_lines, may_be_title
from linter.readers.support.lines import continuation_lines, decode_lines, joined_lines
from linter.readers.support.markdown_signs import Role, marks_of
from linter.text.sentences import STOPS

_PARAGRAPH = Role()
_SIGN = Role("sign")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_REFERENCE = re.compile(
    r" {0,3}\[(?!\^)[^\[\]]+\]:[ \t]+<?(?:[a-z][a-z0-9+.-]{1,9}:|www\.|#|\.{0,2}/)[^\s<>]*>?"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$",
    re.IGNORECASE,
)
"""A link that its text refers to: an address is no text. ("[来源]: 某单位" is.)"""
_KEY = r"(?:[\w-]+|\"[^\"]+\"|'[^']+')"
_HEADS = {
    "---": (re.compile(rf"{_KEY}:(?:\s|$)"), ("---", "...")),
    "+++": (re.compile(rf"{_KEY}[ \t]*=[ \t]*\S"), ("+++",)),
}
"""What a head begins with: what its next line is like, and what it ends with."""
_TITLE = re.compile(
    r"(?:title|\"title\"|'title')[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>(?:\\.|[^\"\\])+)\"[ \t]*|'(?P<single>[^']+)'[ \t]*"
    r"|(?P<plain>[^\s\"'\[\]{}|>&*!%#~-](?:[^#]|(?<=\S)#)*))(?:#.*)?$",
    re.IGNORECASE,
)
"""The title in a head, with or without quotes; one that goes on over several lines is not read."""
_HIDDEN = Role("hidden")
_HEAD_TITLE = Role("title", level=1)


def read(path: str, data: bytes) -> Document:
    """The document in a Markdown text. Raises UnreadableError: empty, or not a text."""
    return build(path, *decode_lines(path, data))


def build(path: str, decoded: Decoded, text: str) -> Document:
    """The document of a text already decoded."""
    lines = text.split("\n")
    roles = _line_roles(lines)
    wrapped = {
        i
        for i in continuation_lines(lines)
        if roles.get(i - 1, _PARAGRAPH) == roles.get(i, _PARAGRAPH) == _PARAGRAPH
    }
    text, spans, line_map = joined_lines(lines, wrapped)
    blocks: list[Block] = []
    marks: list[Mark] = []
    comments = list(_comments_over_lines(text)) if "<!--" in text else []
    for index, begin, stop in spans:
        role = roles.get(index, _PARAGRAPH)
        read = _outside(text, comments, begin, stop) if role == _PARAGRAPH else ((begin, stop),)
        for start, end in read:
            blocks += _blocks(text, start, end, role, len(blocks))
            marks += marks_of(text, start, end, role)
    return Document(
        path, "markdown", text, tuple(blocks), line_map, tuple(marks), decoded.encoding, decoded.notes
    )


def _comments_over_lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the comments that begin in one line and end in another, with no blank line between.

    What begins in inline code is none, nor what a blank line parts. A comment within a line is a sign
    like others.
    """
    begin, end, blank = text.find("<!--"), -1, -1
    counted = ticks = 0  # backticks of the line before a place
    while begin != -1:
        if end <= begin:
            end = text.find("-->", begin + 4)
            if end == -1:
                return
            blank = max((found.start() for found in _BLANK_LINE.finditer(text, begin, end)), default=-1)
        line = text.rfind("\n", counted, begin) + 1
        ticks = text.count("`", line, begin) if line else ticks + text.count("`", counted, begin)
        counted = begin
        if blank < begin and ticks % 2 == 0:
            if text.find("\n", begin, end) != -1:
                yield begin, end + 3
            begin = end
        begin = text.find("<!--", begin + 4)


def _outside(text: str, spans: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line that none of some spans covers, blank ones left out."""
    for index in range(bisect_right(spans, start, key=itemgetter(1)), len(spans)):
        begin, stop = spans[index]
        if begin >= end:
            break
        if text[start:begin].strip():
            yield start, begin
        start = stop
    if text[start:end].strip():
        yield start, end


def _line_roles(lines: list[str]) -> dict[int, Role]:
    """The role of lines by index; those that are left out are paragraphs, or blank."""
    head = _front_matter(lines)
    roles = dict.fromkeys(range(head), _HIDDEN)
    roles.update(_roles(lines, head, len(lines), unwrap=True))
    if head and not _has_title(roles):
        titles = (index for index in range(1, head - 1) if _TITLE.match(lines[index]))
        roles |= dict.fromkeys(islice(titles, 1), _HEAD_TITLE)
    named = [index for index, line in enumerate(lines) if "]:" in line and index not in roles]
    return roles | {index: _SIGN for index in named if _REFERENCE.match(lines[index])} if named else roles


def _front_matter(lines: list[str]) -> int:
    """The number of lines of a head in YAML or TOML, its rules included; 0 when there is none."""
    first, ends = _HEADS.get(lines[0].rstrip(), (None, ()))
    if first is None or len(lines) < 3 or not first.match(lines[1]):
        return 0
    body = list(takewhile(lambda line: line.rstrip() not in ends, lines[1:]))
    return len(body) + 2 if len(body) + 1 < len(lines) else 0


def _has_title(roles: dict[int, Role]) -> bool:
    """Whether a text has a title of its own below the head: of several headings of level 1, or of none,
    each is a section.
    """
    return sum(role.level == 1 for role in roles.values()) == 1


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # A reference ("[来源]: 某单位") would vanish from the text; inline signs are found by `markdown_signs`.
    off = ["code", "reference", "inline", "text_join"]
    return MarkdownIt("commonmark").enable("table").disable(off)


_UNSEEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
"""What begins and ends a block that is never shown."""
_TEXT_FENCES = frozenset(("text", "txt", "plain", "plaintext", "md", "markdown"))
_SAMPLES = 3
"""So many fences in a file show samples."""
_LANGUAGE = re.compile(r"[a-z][a-z0-9+#_.-]*")


def _roles(lines: list[str], first: int, stop: int, unwrap: bool) -> Iterator[tuple[int, Role]]:
    """Roles of `lines[first:stop]`; with `unwrap` the content of a fence that holds no program is parsed,
    too. Who sets many texts in fences shows samples; a report stands in one or two.
    """
    tokens = _parser().parse("\n".join(lines[first:stop]))
    samples = sum(token.type == "fence" for token in tokens) >= _SAMPLES
    for token in tokens:
        if not token.map or token.nesting < 0:
            continue
        begin, end = token.map[0] + first, token.map[1] + first
        match token.type:
            case "heading_open":
                yield from _heading_roles(lines, begin, end, token)
            case "hr":
                yield begin, _SIGN
            case "fence":
                yield from _fence_roles(lines, begin, end, token, unwrap, samples)
            case "html_block" if _is_unseen(lines[begin:end]):
                yield from ((index, _HIDDEN) for index in range(begin, end))
            case "table_open":
                yield from _table_roles(lines, begin, end)


def _is_unseen(lines: list[str]) -> bool:
    """Whether lines hold a comment, a style sheet or a script, and nothing behind it; text that follows on
    the last line is read.
    """
    first, last = lines[0].lstrip().lower(), lines[-1].rstrip().lower()
    return any(first.startswith(begin) and last.endswith(end) for begin, end in _UNSEEN)


def _heading_roles(lines: list[str], begin: int, end: int, token: Any) -> Iterator[tuple[int, Role]]:
    level = int(token.tag[1:])
    if token.markup.startswith("#"):
        yield begin, Role(level=level)
        return
    # Underlined. A rule right under a paragraph is what drafts mean more often than a heading.
    if end - begin == 2 and not lines[begin].rstrip().endswith((*STOPS, "，")):
        yield begin, Role(level=level)
    yield end - 1, _SIGN


def _fence_roles(
    lines: list[str], begin: int, end: int, token: Any, unwrap: bool, samples: bool
) -> Iterator[tuple[int, Role]]:
    closed = end - begin > 1 and lines[end - 1].strip(" >\t").startswith(token.markup)
    stop = end - closed
    yield begin, _SIGN
    if closed:
        yield stop, _SIGN
    language = _LANGUAGE.match(token.info.strip().lower())
    if closed and (samples or (language and language[0] not in _TEXT_FENCES)):
        yield from ((index, Role("code")) for index in range(begin + 1, stop))
    elif unwrap:
        yield from _roles(lines, begin + 1, stop, unwrap=False)


def _table_roles(lines: list[str], begin: int, end: int) -> Iterator[tuple[int, Role]]:
    for index in range(begin, end):
        # A paragraph right under a table belongs to it in Markdown, not in the author's mind.
        if "|" in lines[index]:
            row = index - begin
            yield index, _SIGN if row == 1 else Role("row", place=(begin, row - (row > 1)))


def _blocks(text: str, start: int, end: int, role: Role, index: int) -> Iterator[Block]:
    """The blocks of a line; `index` is how many come before it."""
    if role.kind == "row":
        for begin, stop, column in _cells(text, start, end):
            yield Block(begin, stop, "cell", cell=(*role.place, column, 1, 1))
    elif role.kind == "paragraph" and "`" not in text[start:end] and "<br" in text[start:end]:
        level = role.level
        for begin, stop in _parted(text, start, end, may_be_title(level, index)):
            yield Block(begin, stop, level=level)
            level = 0
    elif role.kind in ("paragraph", "code"):
        yield Block(start, end, role.kind, role.level)
    elif role.kind == "title" and (title := _TITLE.match(text[start:end])) and title.lastgroup:
        begin = start + title.start(title.lastgroup)
        yield Block(begin, begin + len(title[title.lastgroup].rstrip()), level=role.level)


def _parted(text: str, start: int, end: int, title: bool) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs into which `<br>` parts a line; one that is only broken keeps its `<br>`."""
    breaks = [found.span() for found in re.compile(r"<br[ \t]*/?>").finditer(text, start, end)]
    begins = [start, *(after for _, after in breaks)]
    stops = [*(before for before, _ in breaks), end]
    lines = [text[begin:stop] for begin, stop in zip(begins, stops, strict=True)]
    continued = continued_lines(lines, title)
    first = 0
    for index in range(1, len(lines) + 1):
        if index not in continued:
            if text[begins[first] : stops[index - 1]].strip():
                yield begins[first], stops[index - 1]
            first = index


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Spans of the cells of a row, blanks around them left out, with their columns; empty cells are none."""
    column = -1 if text[start:end].lstrip(" \t>")[:1] == "|" else 0
    for part in re.compile(r"(\|)|(?:\\.|[^|\\])+").finditer(text, start, end):
        if part[1]:
            column += 1
            continue
        words = (part[0].lstrip(" \t>") if part.start() == start else part[0]).strip()
        if words:
            begin = text.index(words, part.start())
            yield begin, begin + len(words), column
