"""Findings in the report for people: place, message, the source underlined, what to put instead."""

from collections.abc import Iterable, Iterator

from linter.model.finding import Finding, RelatedPlace
from linter.model.levels import LEVEL_NAMES
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import place
from linter.reporters.terminal_text import INDENT, StyledLine, paragraph, tagged, width, window

_BODY = "      "
_SUGGESTION = Message("建议：", "Suggestion: ")
_PLACE = Message("位置：", "Place: ")
_PLACES = 4
"""So many other places that a finding is about are shown unless all are asked for."""
_FOLDED = 3
"""So many findings that say the same of line after line are shown one by one; more are folded."""
_NEAR = 3
"""How many lines further on the next such finding may stand."""


def finding_lines(
    findings: Iterable[Finding], title: str | None, gutter: int, view: View
) -> Iterator[StyledLine]:
    """The findings of one report; `title` is its title, `gutter` the columns of the longest line number."""
    for run in _runs(findings):
        folded = len(run) > _FOLDED and not view.verbose
        for finding in run[:1] if folded else run:
            yield []
            yield from _finding(finding, title, gutter, view)
        if folded:
            yield from paragraph(_the_same(run[1:], view), _BODY, "dim", view)


def _runs(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings in groups: those that say the same of line after line, as of the foot of a web page."""
    run: list[Finding] = []
    for finding in findings:
        if run and not _goes_on(run[-1], finding):
            yield run
            run = []
        run.append(finding)
    if run:
        yield run


def _goes_on(one: Finding, other: Finding) -> bool:
    near = one.end_line < other.line <= one.end_line + _NEAR
    return near and (one.rule, one.level, one.message) == (other.rule, other.level, other.message)


def _the_same(rest: list[Finding], view: View) -> str:
    """What is said of the findings of a group that are not shown."""
    where, number = place(rest[0].line, rest[-1].end_line, view), len(rest)
    return view.say(
        Message(
            f"{where}同样，共 {number} 处（-v 逐处列出）",
            f"{where}: the same, {number} times (-v lists them)",
        )
    )


def _finding(finding: Finding, title: str | None, gutter: int, view: View) -> Iterator[StyledLine]:
    yield from _head(finding, view)
    if finding.context and finding.excerpt != title:
        yield from _excerpt(finding, gutter, view)
    if view.verbose and finding.anchor and not finding.page:
        yield from paragraph(view.say(_PLACE) + finding.anchor, _BODY, "dim", view)
    if finding.suggestion is not None:
        yield from paragraph(view.say(_SUGGESTION) + finding.suggestion, _BODY, "ok", view)
    for said in _places(finding, view):
        yield from paragraph(said, _BODY, "dim", view)


def _head(finding: Finding, view: View) -> Iterator[StyledLine]:
    """`place  level  message [rule]`, the message hanging under its own start."""
    where = f"{INDENT}{_where(finding, view)}  "
    level = view.say(LEVEL_NAMES[finding.level])
    indent = " " * (width(where) + width(level) + 2)
    start = [(where, "place"), (level, finding.level), ("  ", "")]
    for line in tagged(view.say(finding.message), f"[{finding.rule}]", indent, "", view):
        yield start + line[1:]
        start = line[:1]


def _where(finding: Finding, view: View) -> str:
    """The place that a finding begins at: `7:31`; in a file without lines `第 2 页第 7 段`."""
    if not view.paragraphs:
        return f"{finding.line}:{finding.column}"
    return view.say(finding.place.words)


def _excerpt(finding: Finding, gutter: int, view: View) -> Iterator[StyledLine]:
    """The source around the span, cut to one line, and the span underlined."""
    context = finding.context
    start = finding.context_column
    end = min(start + finding.end - finding.start, len(context))
    skip = min(len(context) - len(context.lstrip()), start)
    room = view.width - len(_BODY) - gutter - 3
    before, span, after = window(context[skip:], start - skip, end - skip, room)
    style = finding.level
    yield [(f"{_BODY}{finding.line:>{gutter}} | ", "dim"), (before, ""), (span, style), (after.rstrip(), "")]
    carets = "^" * max(width(span), 1)
    yield [(f"{_BODY}{'':>{gutter}} | ", "dim"), (" " * width(before), ""), (carets, style)]


def _places(finding: Finding, view: View) -> Iterator[str]:
    """The other places that a finding is about: of many the first, which are nearest to it."""
    # Told by their lines, two places may be one.
    said = list(dict.fromkeys(_related(related, view) for related in finding.related))
    left = 0 if view.verbose else max(0, len(said) - _PLACES)
    if left == 1:  # to say so takes a line as well
        left = 0
    yield from said[: len(said) - left]
    if left:
        yield view.say(Message(f"还有 {left} 处，-v 全部列出", f"{left} more places; -v lists all"))


def _related(related: RelatedPlace, view: View) -> str:
    where = " ".join(filter(None, (related.path, view.say(related.place.words))))
    if related.place.opening:
        where += view.say(Message(f"“{related.place.opening}”", f' "{related.place.opening}"'))
    message = view.say(related.message)
    zh = f"另见：{where}" + (f"（{message}）" if message else "")
    en = f"See also: {where}" + (f" ({message})" if message else "")
    return view.say(Message(zh, en))
