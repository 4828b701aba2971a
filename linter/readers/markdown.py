"""Markdown, and plain texts that hold some: the lines as they stand, each with its role.

The text keeps its signs, so that columns are true; marks tell which characters are signs. A line is
a block, as in plain text: Chinese drafts put paragraphs on lines of their own and seldom leave one
blank between. Four spaces are an indented paragraph here, never code.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

from linter.model.document import Block, Document, Mark
from linter.readers.support.encoding import Decoded
from linter.readers.support.line_breaks import continued_lines, may_be_title
from linter.readers.support.lines import assemble, continuation_lines, decode_lines
from linter.text.measures import MASKED_NAMES
from linter.text.sentences import STOPS


class Role(NamedTuple):
    """The role of a line in a Markdown text."""

    kind: str = "paragraph"
    """`paragraph`, `row` (of a table), `code`, `sign` (a fence, a rule: signs only) or `hidden`."""
    level: int = 0
    """Of a heading."""


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
        marks += _marks(text, start, end, role)
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

    # A reference ("[来源]: 某单位") would vanish from the text; inline signs are found by `_marks`.
    off = ["code", "reference", "inline", "text_join"]
    return MarkdownIt("commonmark").enable("table").disable(off)


_TEXT_FENCES = frozenset(("text", "txt", "plain", "plaintext", "md", "markdown"))
_LANGUAGE = re.compile(r"[a-z][a-z0-9+#_.-]*")


def _roles(lines: list[str], first: int, stop: int, unwrap: bool) -> Iterator[tuple[int, Role]]:
    """Roles of `lines[first:stop]`; with `unwrap` the content of a fence that holds no program is parsed,
    too.
    """
    for token in _parser().parse("\n".join(lines[first:stop])):
        if not token.map or token.nesting < 0:
            continue
        begin, end = token.map[0] + first, token.map[1] + first
        match token.type:
            case "heading_open":
                yield from _heading_roles(lines, begin, end, token)
            case "hr":
                yield begin, _SIGN
            case "fence":
                yield from _fence_roles(lines, begin, end, token, unwrap)
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
    lines: list[str], begin: int, end: int, token: Any, unwrap: bool
) -> Iterator[tuple[int, Role]]:
    closed = end - begin > 1 and lines[end - 1].strip(" >\t").startswith(token.markup)
    stop = end - closed
    yield begin, _SIGN
    if closed:
        yield stop, _SIGN
    language = _LANGUAGE.match(token.info.strip().lower())
    if closed and language and language[0] not in _TEXT_FENCES:
        yield from ((index, Role("code")) for index in range(begin + 1, stop))
    elif unwrap:
        yield from _roles(lines, begin + 1, stop, unwrap=False)


def _table_roles(lines: list[str], begin: int, end: int) -> Iterator[tuple[int, Role]]:
    for index in range(begin, end):
        # A paragraph right under a table belongs to it in Markdown, not in the author's mind.
        if "|" in lines[index]:
            yield index, _SIGN if index == begin + 1 else Role("row")


def _blocks(text: str, start: int, end: int, role: Role, index: int) -> Iterator[Block]:
    """The blocks of a line; `index` is how many come before it."""
    if role.kind == "row":
        for begin, stop in _cells(text, start, end):
            yield Block(begin, stop, "cell")
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


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the cells of a row, blanks around them left out; empty cells are no span."""
    for cell in re.compile(r"(?:\\.|[^|\\])+").finditer(text, start, end):
        words = cell[0].strip(" \t>" if cell.start() == start else " \t")
        if words:
            begin = text.index(words, cell.start())
            yield begin, begin + len(words)


def _marks(text: str, start: int, end: int, role: Role) -> list[Mark]:
    match role.kind:
        case "hidden":
            return []
        case "sign":
            return [Mark(start, end, "markup")]
        case "code":
            return [Mark(start, end, "code")]
    marks = [*_prefix(text, start, end, role.level), *_inline(text, start, end)]
    if role.kind == "row":
        pipes = re.compile(r"\\.|(\|)").finditer(text, start, end)
        marks += [Mark(*pipe.span(), "markup") for pipe in pipes if pipe[1]]
    return sorted(marks)


def _prefix(text: str, start: int, end: int, level: int) -> Iterator[Mark]:
    """The signs of quotation, list and heading before a line's words, the hashes after them."""
    hashes = r"(?:#{1,6}[ \t]+)?" if level else ""
    signs = re.compile(rf"[ \t]*((?:>[ \t]?)*[ \t]*(?:[-+*][ \t]+)?{hashes})").match(text, start, end)
    if signs and signs[1]:
        yield Mark(*signs.span(1), "markup")
    if level and (tail := re.compile(r"[ \t]+(#+)[ \t]*$").search(text[start:end])):
        yield Mark(start + tail.start(1), start + tail.end(1), "markup")


@cache
def _inline_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<escape>\\)[!-/:-@\[-`{-~]"
        r"|(?P<code>(?<!`)(`+)(?!`)[^\n]*?(?<!`)\3(?!`))"
        r"|(?P<link>!?\[)(?=[^\[\]\n]*\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\))"
        r"|(?P<target>\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\))"
        r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:[ \t][^<>\n]*)?/?>|<!--[^\n]{0,400}?-->)"
        r"|(?P<run>\*+|_+|~+)"
    )


def _inline(text: str, start: int, end: int) -> list[Mark]:
    """Escapes, inline code, links, tags and pairs of emphasis signs within one line."""
    marks: list[Mark] = []
    open_runs: dict[str, int] = {}
    linked = False
    for match in _inline_pattern().finditer(text, start, end):
        kind = match.lastgroup
        if kind == "run":
            marks += _emphasis(text, match.start(), match["run"], open_runs, start, end)
        elif kind == "code":
            marks.append(Mark(*match.span(), "code"))
        elif kind != "target" or linked:
            marks.append(Mark(*match.span(str(kind)), "markup"))
        if kind in ("link", "target"):
            linked = kind == "link"
    return marks


def _emphasis(text: str, at: int, run: str, open_runs: dict[str, int], start: int, end: int) -> list[Mark]:
    """The two marks of a pair that this run closes; otherwise it may open one.

    Unlike CommonMark, a sign beside Chinese punctuation counts ("**“重点”**项目"), and a single unit
    noun between signs does not ("**镇**村"): there the asterisks stand for names left out.
    """
    after = at + len(run)
    if len(run) > 3 or (run[0] == "~" and len(run) != 2):
        return []
    inner = run[0] == "_" and at > start and after < end and text[at - 1].isalnum() and text[after].isalnum()
    if inner:
        return []
    opener = open_runs.get(run)
    if opener is not None and not text[at - 1].isspace():
        begin = opener + len(run)
        for crossed in [other for other, place in open_runs.items() if place >= opener]:
            del open_runs[crossed]
        if at - begin == 1 and text[begin] in MASKED_NAMES:
            return []
        return [Mark(opener, begin, "markup"), Mark(at, after, "markup")]
    if after < end and not text[after].isspace():
        open_runs[run] = at
    return []
