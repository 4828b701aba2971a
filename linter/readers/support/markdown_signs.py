"""The signs of Markdown within one line: which characters of it are no words of the author."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from linter.model.document import Mark
from linter.text.measures import MASKED_NAMES


class Role(NamedTuple):
    """The role of a line in a Markdown text."""

    kind: str = "paragraph"
    """`paragraph`, `row` (of a table), `code`, `sign` (a fence, a rule: signs only), `title` (in the front
    matter) or `hidden`.
    """
    level: int = 0
    """Of a heading."""
    place: tuple[int, int] = (0, 0)
    """Of a row: which table it stands in, by the line that the table begins on, and its row; from 0."""


def marks_of(text: str, start: int, end: int, role: Role) -> list[Mark]:
    """The marks of a line with a role, ascending by start."""
    match role.kind:
        case "hidden" | "title":
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
    if level and (tail := re.compile(r"(?<![ \t])[ \t]+(#+)[ \t]*$").search(text[start:end])):
        yield Mark(start + tail.start(1), start + tail.end(1), "markup")


_TARGET = r"\]\((?:<[^<>\n]*>|(?:[^()<\s]|\([^()\s]*\))*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
"""Matches where a link leads: an address, which may hold pairs of brackets, and a title."""


@cache
def _inline_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<escape>\\)[!-/:-@\[-`{-~]"
        r"|(?P<code>(?<!`)(`+)(?!`)[^\n]*?(?<!`)\3(?!`))"
        rf"|(?P<link>!?\[)(?=(?:!\[[^\[\]\n]*{_TARGET}|[^\[\]\n])*{_TARGET})"
        rf"|(?P<target>{_TARGET})"
        r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:[ \t][^<>\n]*)?/?>|<!--[^\n]{0,400}?-->)"
        r"|(?P<run>\*+|_+|~+)"
    )


def _inline(text: str, start: int, end: int) -> list[Mark]:
    """Escapes, inline code, links, tags and pairs of emphasis signs within one line."""
    marks: list[Mark] = []
    open_runs: dict[str, int] = {}
    links = 0  # that are open: a badge is a picture within a link
    for match in _inline_pattern().finditer(text, start, end):
        kind = match.lastgroup
        if kind == "run":
            marks += _emphasis(text, match.start(), match["run"], open_runs, start, end)
        elif kind == "code":
            marks.append(Mark(*match.span(), "code"))
        elif kind != "target" or links:
            marks.append(Mark(*match.span(str(kind)), "markup"))
        if kind in ("link", "target"):
            links = links + 1 if kind == "link" else max(0, links - 1)
    return marks


def _emphasis(text: str, at: int, run: str, open_runs: dict[str, int], start: int, end: int) -> list[Mark]:
    """The two marks of a pair that this run closes; otherwise it may open one.

    Unlike CommonMark, a sign beside Chinese punctuation counts ("**“重点”**项目"), and a single unit
    noun between signs does not ("**镇**村"): there the asterisks stand for names left out.
    """
    after = at + len(run)
    bold = open_runs.get(run[:2]) if len(run) > 3 else None
    if bold is not None and _is_all(text, bold, after, start, end):  # a conversion left more than began it
        return [Mark(bold, bold + 2, "markup"), Mark(at, after, "markup")]
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


def _is_all(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether nothing stands beside a span in its line, or in its cell of a table."""
    before, after = text[start:first].rstrip(" \t"), text[last:end].lstrip(" \t")
    return (not before or before.endswith("|")) and (not after or after.startswith("|"))
