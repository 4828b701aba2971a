"""The page of one rule in Markdown: for the reference, editors and assistants."""

from collections.abc import Iterator

from linter.authoring.manual import options
from linter.authoring.resolved import flow
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import Rule


def rule_page(rule: Rule, lang: str) -> Iterator[str]:
    """The lines of the page: level, check, message, why, source, options, examples."""
    fix = " · `fix: safe`" if rule.fix == "safe" else ""
    level = SETTING_NAMES[rule.level].say(lang)
    yield from ("", f"#### {rule.id}", "")
    yield f"{level} · `{rule.check}`{fix} · {cell(rule.message.say(lang))}"
    yield from reasons(rule, lang)
    yield from _options(rule)
    yield from examples(rule, lang)


def reasons(rule: Rule, lang: str) -> Iterator[str]:
    """The lines on why a rule is there, and by which standard or practice."""
    yield from ("", rule.why.say(lang), "", f"{Message('依据：', 'Source: ').say(lang)}{rule.source}")


def _options(rule: Rule) -> Iterator[str]:
    given = [field for field in options(rule.check) if field.name in rule.options]
    if given:
        yield ""
    for field in given:
        yield f"- {code(f'{field.key}: {flow(field.kind, rule.options[field.name])}')}"


def examples(rule: Rule, lang: str) -> Iterator[str]:
    """The lines with the texts on which a rule is silent, and those on which it fires."""
    if not (rule.passes or rule.fails):
        return
    yield from ("", "```text")
    for word, texts in ((Message("不报", "silent"), rule.passes), (Message("报", "fires "), rule.fails)):
        for text in texts:
            first, *rest = text.strip().splitlines() or [""]
            yield f"{word.say(lang)}  {first}"
            yield from (f"        {line}" for line in rest)
    yield "```"


def code(text: str) -> str:
    """Text as inline code of Markdown that may stand in a table; empty for no text."""
    if not text:
        return ""
    return f"`` {cell(text)} ``" if "`" in text else f"`{cell(text)}`"


def cell(text: str) -> str:
    """Text as the cell of a table of Markdown."""
    return text.replace("|", "\\|").replace("\n", " ")
