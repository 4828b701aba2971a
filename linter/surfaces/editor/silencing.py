"""Directives as actions of the editor: a finding that is none is silenced on its line.

Only in Markdown and HTML, where a comment is not seen by readers of the draft.
"""

from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionContext, CodeActionKind, Range, TextEdit, WorkspaceEdit

from linter.model.message import Message
from linter.readers import READERS
from linter.surfaces.editor.diagnostics import place, shown
from linter.surfaces.editor.fixes import touches, wanted
from linter.surfaces.editor.judging import OpenFile
from linter.surfaces.editor.positions import Text

_LANGUAGES = ("markdown", "html")
_SUFFIXES = tuple(suffix for name in _LANGUAGES for suffix in READERS[name].suffixes)
_REASON = Message("理由：", "because:")


def silences(found: OpenFile, span: Range, context: CodeActionContext) -> Iterator[CodeAction]:
    """An action for each rule that finds something at a span: a comment at the end of the line."""
    uri, file, text, lang, _, verdict = found
    if not (file.language in _LANGUAGES or file.path.lower().endswith(_SUFFIXES)):
        return
    if not wanted(CodeActionKind.QuickFix.value, context):
        return
    there = (each for each in shown(verdict) if touches(place(each, text), span))
    for rule, line in dict.fromkeys((each.rule, each.line) for each in there):
        if rule in verdict.rules:  # not one about directives
            mine = [each for each in context.diagnostics if each.code == rule]
            yield CodeAction(
                title=_title(rule).say(lang),
                kind=CodeActionKind.QuickFix,
                diagnostics=mine or None,
                edit=WorkspaceEdit(changes={uri: [_comment(rule, text, line, lang)]}),
            )


def _title(rule: str) -> Message:
    return Message(f"本行不再报 {rule}（请写明理由）", f"Silence {rule} on this line (and say why)")


def _comment(rule: str, text: Text, line: int, lang: str) -> TextEdit:
    end = text.line_range(line).end
    words = f" <!-- reportlint: disable-line {rule} -- {_REASON.say(lang)} -->"
    return TextEdit(Range(end, end), words)
