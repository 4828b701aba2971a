"""What is shown over a finding: the page of its rule; over a word of a rule file: what it means."""

from collections.abc import Iterable

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position, Range

from linter.authoring.manual import manual
from linter.authoring.rule_page import examples, reasons
from linter.checks import CHECKS
from linter.model.finding import Finding
from linter.model.levels import LEVEL_NAMES
from linter.schema.validate import Field
from linter.surfaces.editor.diagnostics import place, shown
from linter.surfaces.editor.fixes import touches
from linter.surfaces.editor.judging import OpenFile, Verdict


def over_finding(found: OpenFile, position: Position) -> Hover | None:
    """The message and the rule's page of each finding at a position."""
    at = Range(position, position)
    there = [each for each in shown(found.verdict) if touches(place(each, found.text), at)]
    pages = [_page(each, found.verdict, found.lang) for each in there]
    return _hover(pages, place(there[0], found.text)) if there else None


def over_key(field: Field | None, value: str, lang: str) -> Hover | None:
    """What a key of a rule file or configuration means; of a check, the manual page as well."""
    if field is None:
        return None
    words = field.doc.say(lang)
    if field.key == "check" and value in CHECKS:
        words += f"\n\n---\n\n{manual(value).say(lang)}"
    return _hover([f"`{field.key}`\n\n{words}"])


def _page(finding: Finding, verdict: Verdict, lang: str) -> str:
    """A finding, and what its rule is there for; its options are for rule authors, in the reference."""
    level = LEVEL_NAMES[finding.level].say(lang)
    lines = [finding.message.say(lang), "", f"{level} · `{finding.rule}`"]
    rule = verdict.rules.get(finding.rule)
    return "\n".join([*lines, *reasons(rule, lang), *examples(rule, lang)] if rule else lines)


def _hover(pages: Iterable[str], span: Range | None = None) -> Hover:
    return Hover(MarkupContent(MarkupKind.Markdown, _without_pictures("\n\n---\n\n".join(pages))), span)


def _without_pictures(markdown: str) -> str:
    """Drafts and rule files are not trusted: an editor would fetch the picture that one of them names."""
    return markdown.replace("![", "!\\[").replace("<", "&lt;")
