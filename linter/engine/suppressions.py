"""Findings that the author suppresses: by directives in the draft, or in a file of suppressions.

    reportlint: disable-next-line RULE[, RULE] [-- reason]   the next line that is not blank
    reportlint: disable-line RULE …                          this line
    reportlint: disable RULE … / enable RULE …               from here to there, or to the end
    reportlint: disable-file RULE …                          the whole file

A directive without a rule is about every rule. How it can be hidden from readers of the draft is
explained in `linter.readers.support.suppression_comments`. In a Word comment both line forms are about
the paragraphs that the comment is attached to. For the file see `linter.project.sidecar`.

A suppression that suppresses nothing, and one of a rule that does not exist, are findings
themselves, so that neither outlives its cause.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from linter.checks import CHECKS
from linter.engine import findings
from linter.engine.checklist import with_findings
from linter.engine.suppression_matching import matched
from linter.model.document import Document, Mark
from linter.model.finding import FileOutcome, Finding, Match, Suppression
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.rules import Rule
from linter.readers.support.suppression_comments import NAME, TRIGGER, with_directives
from linter.schema.hints import hint
from linter.text.characters import up_to

UNUSED = Rule("unused-suppression", "suppression", "warning", Message("", ""), {})
UNKNOWN = Rule("unknown-suppression", "suppression", "warning", Message("", ""), {})
"""The rules of this module, which belong to no ruleset."""

_HINTS = 20
"""For how many unknown rules of a document the nearest name is looked for, which takes long."""

VERBS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")


class SuppressibleRules(NamedTuple):
    """The rules that suppressions of a file can be about."""

    judged: Collection[str]
    """Ids of the rules that judged the file, except those that compare files: what these find depends on
    the other files of the run."""
    whole: bool
    """Whether every rule of the rulesets judged the file."""
    known: Callable[[], Collection[str]]
    """Gives the ids of all rules, shipped ones included."""
    configured: Callable[[Rule], Rule | None]
    """Gives a rule of this module as the user wants it, None if he does not want it."""


def applied(
    result: FileOutcome, context: Context, declared: Iterable[Suppression], rules: SuppressibleRules
) -> FileOutcome:
    """The outcome without suppressed findings, and with findings about wrong or useless suppressions.

    `declared` are the suppressions in the file next to the draft.
    """
    suppressions, problems = read(context.document)
    suppressions += declared
    covered, useless = matched(suppressions, result.findings)
    kept = [each for index, each in enumerate(result.findings) if index not in covered]
    problems += _useless(useless, rules)
    own = list(_findings(context, problems, rules))
    return with_findings(result, [*kept, *own])._replace(suppressed=len(covered))


def read(document: Document) -> "tuple[list[Suppression], list[Problem]]":
    """The suppressions that the directives of a document make, and the problems of directives."""
    end = len(document.text)
    found: list[Suppression] = []
    problems: list[Problem] = []
    running: dict[str | None, Suppression] = {}
    lines = _Lines(document.text)
    for each in _directives(document):
        if each.verb not in VERBS:
            problems.append((UNKNOWN, each.place._replace(message=_no_verb(each.verb))))
        for rule, place in each.rules if each.verb in VERBS else ():
            begun = running.pop(rule, None) if each.verb in ("disable", "enable") else None
            if begun:
                found.append(begun._replace(end=each.start))
            if each.verb == "disable":
                running[rule] = Suppression(rule, each.start, end, place)
            elif each.verb != "enable":
                found.append(Suppression(rule, *lines.span_of(each), place))
            elif begun is None and not (rule is None and running):
                problems.append((UNUSED, place._replace(message=_NOT_BEGUN)))
            elif rule is None:
                found += [other._replace(end=each.start) for other in running.values()]
                running.clear()
    return found + list(running.values()), problems


Problem = tuple[Rule, Match]
"""A rule of this module, and a place that breaks it."""


# --- directives -------------------------------------------------------------------------------


class _Directive(NamedTuple):
    verb: str
    rules: list[tuple[str | None, Match]]
    """Each rule with its place in the text; None for every rule."""
    start: int
    end: int
    """Its span in the text; of a comment, the span it is attached to."""
    is_comment: bool
    place: Match


_HEAD = rf"{NAME}([a-z][a-z-]*)"
"""Matches the name of the program and the verb. Strings: `re` compiles them where a draft has directives."""
_REST = r"(?:(?!\s[-–#＃]|——|-->|\*/|[)）\]】|\n]).)*"
"""Matches what follows the verb, up to the reason or the sign that closes the directive. A reason stands
behind `--`, or behind another sign that no rule begins with."""


def _directives(document: Document) -> Iterator[_Directive]:
    for mark in document.marks:
        if mark.kind in ("directive", "comment") and TRIGGER in mark.content:
            heads = list(re.finditer(_HEAD, mark.content))
            ends = [*(head.start() for head in heads[1:]), len(mark.content)]
            for head, end in zip(heads, ends, strict=False):  # a comment may only name the program
                yield _directive(mark, head, end)


def _directive(mark: Mark, head: re.Match[str], end: int) -> _Directive:
    is_comment = mark.kind == "comment"

    def place(start: int, stop: int) -> Match:
        return Match(mark.start, mark.end) if is_comment else Match(mark.start + start, mark.start + stop)

    whole = place(*head.span())
    rest = re.compile(_REST).match(mark.content, head.end(), end)
    names = re.compile(r"[^\s\u3000,，、;；:：]+").finditer(mark.content, *rest.span()) if rest else ()
    rules: list[tuple[str | None, Match]] = [(name[0], place(*name.span())) for name in names]
    return _Directive(head[1], rules or [(None, whole)], mark.start, mark.end, is_comment, whole)


class _Lines:
    """The lines of a text, for any number of directives."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._written: list[int] | None = None

    def span_of(self, each: _Directive) -> tuple[int, int]:
        """The span of the text that a directive is about; an empty one where there is no next line."""
        if each.verb == "disable-file":
            return 0, len(self._text)
        end = up_to(self._text, "\n", each.end)
        if each.is_comment or each.verb == "disable-line":
            return self._text.rfind("\n", 0, each.start) + 1, end
        if self._written is None:
            self._written = _written_lines(self._text)
        following = bisect_right(self._written, self._comment_end(each.start, end))
        if following == len(self._written):
            return 1, 0
        return self._written[following], up_to(self._text, "\n", self._written[following])

    def _comment_end(self, start: int, end: int) -> int:
        """Where the HTML comment of several lines ends in which a directive stands; `end` where in none."""
        first = max(0, start - _COMMENT)
        opened, closed = (self._text.rfind(sign, first, start) for sign in ("<!--", "-->"))
        found = self._text.find("-->", end, end + _COMMENT) if opened > closed else -1
        return found if found >= 0 else end


_COMMENT = 2_000
"""How many characters before and behind a directive the ends of its comment are looked for."""


def _written_lines(text: str) -> list[int]:
    """Where each line begins that is not blank."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [start for start, line in zip(starts, lines, strict=False) if line.strip()]


# --- problems of suppressions ------------------------------------------------------------------


def _useless(suppressions: Iterable[Suppression], rules: SuppressibleRules) -> Iterator[Problem]:
    """Why suppressions suppressed nothing, unless they may do so in another run."""
    known: Collection[str] | None = None
    hints: dict[str, Message] = {}
    for each in suppressions:
        if each.rule is None:
            if rules.whole:
                yield UNUSED, each.place._replace(message=_NOTHING)
        elif each.rule in rules.judged:
            zh = f"这里没有规则“{each.rule}”的问题，这一抑制没有用，请删去"
            message = Message(zh, f"Suppresses nothing: {each.rule} finds nothing here; remove it")
            yield UNUSED, each.place._replace(message=_with_place(message, each))
        else:
            known = rules.known() if known is None else known
            if each.rule not in known:
                message = _no_rule(each.rule, known, hints, in_draft=not each.place.related)
                yield UNKNOWN, each.place._replace(message=_with_place(message, each))


def _with_place(message: Message, each: Suppression) -> Message:
    """A message about a suppression, with the line of the file next to the draft where it stands there: for
    reports that show a message alone.
    """
    for beside in each.place.related:
        if beside.path and beside.place:
            where = f"{os.path.basename(beside.path)}:{beside.place.line}"
            return Message(f"{where}：{message.zh}", f"{where}: {message.en}")
    return message


def _findings(context: Context, problems: Iterable[Problem], rules: SuppressibleRules) -> Iterator[Finding]:
    shown = Context(context.document._replace(text=with_directives(context.document)), context.parts)
    record = findings.recorder(shown)
    own = {rule.id: rules.configured(rule) for rule in (UNKNOWN, UNUSED)}
    for rule, match in problems:
        if (wanted := own[rule.id]) and wanted.level != "off":
            yield record(wanted, match)


_NOTHING = Message(
    "这里没有问题，这一抑制没有用，请删去", "Suppresses nothing: there is no finding here; remove it"
)
_NOT_BEGUN = Message(
    "前面没有与这个 enable 对应的 disable，请删去或核对规则名",
    "No disable before this enable; remove it or check the rule's name",
)


def _no_rule(name: str, known: Iterable[str], hints: dict[str, Message], in_draft: bool) -> Message:
    """`hints` are the nearest names found so far, and gets that of this one; `in_draft` tells a directive
    in the draft, where words behind the rule are a reason only behind dashes.
    """
    reason = _REASON if in_draft else Message("", "")
    if not name.isascii():
        return Message(
            f"“{name}”不是规则名，这一抑制不起作用{reason.zh}",
            f"“{name}” is no rule, so this suppresses nothing{reason.en}",
        )
    if "*" in name or name in CHECKS:
        zh = f"“{name}”不是规则名，这一抑制不起作用。请逐条写规则名，即报告里方括号中的标识"
        en = f"“{name}” is no rule, so this suppresses nothing; name rules one by one, by the ids in brackets"
        return Message(zh, en)
    if name not in hints and len(hints) < _HINTS:
        hints[name] = hint(name, known, list_all=False)
    found = hints.get(name)
    near = (
        found if found and found.en else Message(f"，请核对规则名{reason.zh}", f"; check its name{reason.en}")
    )
    return Message(
        f"没有规则“{name}”，这一抑制不起作用{near.zh}",
        f"There is no rule {name}, so this suppresses nothing{near.en}",
    )


_REASON = Message("；理由请写在“--”之后", "; a reason goes behind “--”")


def _no_verb(name: str) -> Message:
    near = hint(name, VERBS)
    return Message(f"没有“{name}”这种写法{near.zh}", f"There is no “{name}”{near.en}")
