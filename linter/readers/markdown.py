"""Markdown, and plain texts that hold some: the lines as they stand, each with its role.

The text keeps its signs, so that columns are true; marks tell which characters are signs. A line is
a block, as in plain text: Chinese drafts put paragraphs on lines of their own and seldom leave one
blank between. Four spaces are an indented paragraph here, never code.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from linter.model.document import Block, Document, Mark
from linter.readers.support.encoding import Decoded
from linter.readers.support.line_breaks import continued_lines, may_be_title
from linter.readers.support.lines import assemble, continuation_lines, decode_lines
from linter.readers.support.markdown_signs import Role, marks_of
from linter.text.sentences import STOPS

_PARAGRAPH = Role()
_SIGN = Role("sign")
_HIDDEN = Role("hidden")


def read(path: str, data: bytes) -> Document:
    """The document in a Markdown text. Raises UnreadableError: empty, or not a text."""
    return build(path, *decode_lines(path, data))


def build(path: str, decoded: Decoded, text: str) -> Document:
    """The document of a text already decoded."""
    lines = text.split("\n")
    roles = line_roles(lines)
    wrapped = {
        i
        for i in continuation_lines(lines)
        if roles.get(i - 1, _PARAGRAPH) == roles.get(i, _PARAGRAPH) == _PARAGRAPH
    }
    text, spans, line_map = assemble(lines, wrapped)
    blocks: list[Block] = []
    marks: list[Mark] = []
    for index, start, end in spans:
        role = roles.get(index, _PARAGRAPH)
        blocks += _blocks(text, start, end, role, len(blocks))
        marks += marks_of(text, start, end, role)
    return Document(
        path, "markdown", text, tuple(blocks), line_map, tuple(marks), decoded.encoding, decoded.notes
    )


def line_roles(lines: list[str]) -> dict[int, Role]:
    """The role of lines by index; those that are left out are paragraphs, or blank."""
    head = _front_matter(lines)
    roles = dict.fromkeys(range(head), _HIDDEN)
    roles.update(_roles(lines, head, len(lines), unwrap=True))
    return roles


def _front_matter(lines: list[str]) -> int:
    """The number of lines of a YAML head, its rules included; 0 when there is none."""
    if lines[0].rstrip() != "---" or len(lines) < 3 or not re.match(r"[\w-]+:(\s|$)", lines[1]):
        return 0
    body = list(takewhile(lambda line: line.rstrip() not in ("---", "..."), lines[1:]))
    return len(body) + 2 if len(body) + 1 < len(lines) else 0


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # A reference ("[来源]: 某单位") would vanish from the text; inline signs are found by `markdown_signs`.
    off = ["code", "reference", "inline", "text_join"]
    return MarkdownIt("commonmark").enable("table").disable(off)


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
            case "html_block" if _is_comment(lines[begin:end]):
                yield from ((index, _HIDDEN) for index in range(begin, end))
            case "table_open":
                yield from _table_roles(lines, begin, end)


def _is_comment(lines: list[str]) -> bool:
    """Whether lines hold a comment and nothing behind it; text that follows on its last line is read."""
    return lines[0].lstrip().startswith("<!--") and lines[-1].rstrip().endswith("-->")


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
