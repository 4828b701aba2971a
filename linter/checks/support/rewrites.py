"""Wrong forms of writing and their corrections, for the checks on punctuation and numerals."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import prose_test
from linter.checks.support.scope import Scope, scoped_texts
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import has, possible

Better = Callable[["re.Match[str]"], str | None]
"""Gives the text to put in place of a match; None where it is right after all, empty where no one
correction is certain."""


class Form(NamedTuple):
    """A wrong form of writing, found by a pattern."""

    triggers: tuple[str, ...]
    """A text that has the form has one of these; looked for first, as the pattern is slower."""
    pattern: str
    """For `re`, with `^` and `$` as the ends of a paragraph. Its group `x`, or `y`, is what is wrong."""
    better: Better
    reach: int = 0
    """How many characters before the group are reported with it and stay as they are.

    A pattern that begins with a rare character and looks back from there runs ten times as fast as one
    that begins with a common one.
    """


class Edit(NamedTuple):
    """A span of a text and its correction; an empty `better` stands for no suggestion."""

    start: int
    end: int
    better: str


def finder(form: Form, scope: Scope, section: str) -> Find:
    """A `Find` that yields a match for every place of a form."""

    def edits(text: str) -> Iterator[Edit]:
        if has(text, possible(text, form.triggers)):
            for match in compiled(form.pattern, re.MULTILINE).finditer(text):
                better = form.better(match)
                if better is not None:
                    start, end = match.span("x" if match.start("x") >= 0 else "y")
                    kept = text[start - form.reach : start]
                    yield Edit(start - form.reach, end, kept + better if better else "")

    return each(edits, scope, section)


def each(edits: Callable[[str], Iterator[Edit]], scope: Scope, section: str) -> Find:
    """A `Find` that yields a match for each edit that `edits` gives for a text."""

    def find(context: Context) -> Iterator[Match]:
        for edit, span in _placed(context, edits, scope, section):
            yield Match(*span, suggestion=edit.better or None)

    return find


def by_paragraph(edits: Callable[[str], Iterator[Edit]], scope: Scope, section: str) -> Find:
    """A `Find` that yields one match a paragraph, from its first to its last edit, that carries out all.

    A form used throughout a report is one problem: the match in the first paragraph has the level of the
    rule, the others are `info`. The message may hold `{count}` and, for the whole report, `{total}`.
    """

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        placed = list(_placed(context, edits, scope, section))
        if not placed:
            return
        totals = Counter(_part_at(context, start) for _, (start, _) in placed)
        begun: set[int] = set()
        lines = list(accumulate(len(line) + 1 for line in text.split("\n")))
        for _, same in groupby(placed, lambda item: bisect_right(lines, item[1][0])):
            group = list(same)
            start, end = group[0][1][0], group[-1][1][1]
            part = _part_at(context, start)
            values = {"count": len(group), "total": totals[part]}
            level = "info" if part in begun else None
            begun.add(part)
            yield Match(start, end, values=values, suggestion=_carried_out(text, group), level=level)

    return find


def _part_at(context: Context, offset: int) -> int:
    """The number of parts that begin at or before an offset: a key for the part it lies in."""
    return bisect_right(context.parts, offset, key=lambda part: part.start)


def _placed(
    context: Context, edits: Callable[[str], Iterator[Edit]], scope: Scope, section: str
) -> Iterator[tuple[Edit, Span]]:
    """The edits of prose, each with its span in the document."""
    is_prose = prose_test(context.document)
    for text in scoped_texts(context, scope, section):
        for edit in edits(text.text):
            span = text.place(edit.start, edit.end)
            if span and is_prose(*span):
                yield edit, span


def _carried_out(text: str, group: list[tuple[Edit, Span]]) -> str:
    """The text from the first to the last edit of `group`, with the edits carried out."""
    result = []
    at = group[0][1][0]
    for edit, (start, end) in group:
        result += [text[at:start], edit.better]
        at = end
    return "".join(result)


def put(better: str) -> Better:
    """A correction that is the same for every match; `\\g<a>` stands for a group."""
    return lambda match: match.expand(better)
