"""Suggestions as actions of the editor: one at a time, or all that cannot change the meaning."""

import re
from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    Diagnostic,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from linter import api
from linter.model.errors import ReportlintError
from linter.model.finding import Finding
from linter.model.message import Message
from linter.project import sidecar
from linter.surfaces.editor.diagnostics import SOURCE, place, shown
from linter.surfaces.editor.judging import OpenFile, data
from linter.surfaces.editor.positions import Text
from linter.text.radicals import plain

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.{SOURCE}"
"""The kind of the action that carries out every safe suggestion: editors can do it on saving."""
_FIX_ALL_TITLE = Message("采用全部不改变文意的建议", "Carry out all suggestions that keep the meaning")


def actions(found: OpenFile, span: Range, context: CodeActionContext) -> Iterator[CodeAction]:
    """The actions at a span: a fix for each suggestion there, and one for the whole file without its edit.

    That edit is worked out by `fix_all` when the user asks for it: the file is judged again for it.
    """
    findings = list(_fixable(found))
    if wanted(CodeActionKind.QuickFix.value, context):
        for finding in findings:
            if touches(place(finding, found.text), span):
                yield _fix(finding, found, context.diagnostics)
    if wanted(FIX_ALL, context) and any(each.safe for each in findings):
        yield CodeAction(title=_FIX_ALL_TITLE.say(found.lang), kind=FIX_ALL, data=found.uri)


def fix_all(found: OpenFile) -> WorkspaceEdit | None:
    """The edit that carries out the safe suggestions in a file; None where they cannot be carried out."""
    file, project = found.file, found.verdict.project
    if project is None:
        return None
    try:
        selector, suppressions = project.selector, sidecar.load(file.path)
        fixed = api.fix(data(file), file.path, selector, suppressions=suppressions)
    except ReportlintError:
        return None
    before, after = (each.decode("utf-8-sig") for each in (fixed.before, fixed.after))
    if before != file.source or after == before:
        return None
    return WorkspaceEdit(changes={found.uri: [_difference(found.text, before, after)]})


def _fixable(found: OpenFile) -> Iterator[Finding]:
    """The findings with a suggestion whose words stand in the file as they do in the draft.

    They do not where the reader joined two lines: to replace that would take out the end of a line.
    """
    for finding in shown(found.verdict):
        there = found.text.between(finding.line, finding.column, finding.end_line, finding.end_column)
        if finding.suggestion is not None and plain(there) == finding.excerpt:
            yield finding


def _fix(finding: Finding, found: OpenFile, marks: Sequence[Diagnostic]) -> CodeAction:
    span = place(finding, found.text)
    mine = [each for each in marks if each.code == finding.rule and each.range == span]
    return CodeAction(
        title=_title(finding).say(found.lang),
        kind=CodeActionKind.QuickFix,
        diagnostics=mine or None,
        is_preferred=finding.safe,
        edit=WorkspaceEdit(changes={found.uri: [TextEdit(span, finding.suggestion or "")]}),
    )


def _title(finding: Finding) -> Message:
    old, new = _short(finding.excerpt), _short(finding.suggestion or "")
    title = Message(f"改为：{new}", f"Change to: {new}") if new else Message(f"删去：{old}", f"Delete: {old}")
    if finding.safe:
        return title
    return Message(f"{title.zh}（可能改变文意，请核对）", f"{title.en} (may change the meaning: look at it)")


_SHOWN = 40
"""Characters of a suggestion that its title shows."""


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def wanted(kind: str, context: CodeActionContext) -> bool:
    """Whether the editor asks for actions of a kind: it names that kind, one above it, or none."""
    if context.only is None:
        return True
    return any(kind == each or kind.startswith(f"{each}.") for each in map(_value, context.only))


def _value(kind: CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, CodeActionKind) else kind


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges share a character, or meet."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: Position) -> tuple[int, int]:
    return position.line, position.character


def _difference(text: Text, before: str, after: str) -> TextEdit:
    """The edit of the lines from the first to the last that differ: cursors and marks elsewhere stay."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    start = _alike(old, new)
    tail = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    span = text.range(start + 1, 1, len(old) - tail + 1, 1)
    return TextEdit(span, "".join(new[start : len(new) - tail]))


_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
