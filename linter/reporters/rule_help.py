"""What a rule is about, for formats that carry its help along with the findings."""

import re
from collections.abc import Iterator

from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.rules import Rule
from linter.reporters import View
from linter.text.sentences import COMMON_STOPS

_FIELD = re.compile(r"\{\w+\}")
_END = re.compile(rf"[{COMMON_STOPS}]|[.:;] |\.$")


def unlisted(finding: Finding) -> Rule:
    """A rule of the program itself, which is in no ruleset, as its finding shows it."""
    return Rule(finding.rule, finding.check, finding.level, finding.message, {})


def summary(rule: Rule, view: View) -> str:
    """What it says of a draft, with `…` for what it fills in."""
    return _FIELD.sub("…", view.say(rule.message)).replace("{{", "{").replace("}}", "}")


def title(rule: Rule, view: View) -> str:
    """A few words that mean it: what it says of a draft; where it fills something in, why it is there."""
    fills_in = _FIELD.search(view.say(rule.message))
    return (fills_in and _END.split(view.say(rule.why))[0]) or summary(rule, view)


def reason(rule: Rule, view: View) -> str:
    """Why it is there; what it says, where its author gave no reason."""
    return view.say(rule.why) or summary(rule, view)


def page(rule: Rule, view: View, markdown: bool = False) -> str:
    """All that helps: what it says, why, its source, examples on which it fires and stays silent."""
    return "\n\n".join(_paragraphs(rule, view, markdown))


def _paragraphs(rule: Rule, view: View, markdown: bool) -> Iterator[str]:
    yield summary(rule, view)
    if view.say(rule.why):
        yield view.say(rule.why)
    if rule.source:
        yield view.say(Message("依据：", "Source: ")) + rule.source
    for title, examples in ((_FAILS, rule.fails), (_PASSES, rule.passes)):
        if examples:
            yield view.say(title)
            yield from (_example(text, markdown) for text in examples)
    command = f"reportlint rule {rule.id}"
    shown = f"`{command}`" if markdown else command
    yield view.say(Message(f"选项等详情见 {shown}", f"For its options see {shown}"))


def _example(text: str, markdown: bool) -> str:
    """An example, set apart; in Markdown as code, so that its signs are only shown."""
    return "\n".join(("    " if markdown else "  ") + line for line in text.rstrip("\n").split("\n"))


_FAILS = Message("这样写会报出：", "Found, for example, in:")
_PASSES = Message("这样写不报：", "Not found in:")
