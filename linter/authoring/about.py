"""Descriptions of rules and rulesets for the terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.authoring.manual import DefinedRule, default, kind, manual, options, word_file
from linter.authoring.origins import Place
from linter.authoring.resolved import flow
from linter.checks import groups
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset
from linter.reporters import View
from linter.reporters.labels import count
from linter.reporters.terminal_text import bound, clip, pad, width, wrap
from linter.ruleset.word_lists import described

_COLON = Message("：", ":")
_FIXES = {
    "safe": Message("不改变文意，--fix 直接采用", "cannot change the meaning: --fix carries them out"),
    "unsafe": Message("", ""),
}
_INDENT = "  "
_SHOWN = 8
"""Lines of an example that are shown."""


def rule(defined: DefinedRule, place: Place, view: View) -> str:
    """The description of one rule: message, reason, source, examples, options, how to switch it off.

    `place` is where it is defined.
    """
    each = defined.rule
    say = view.say
    lines = [
        f"{each.id}  {say(SETTING_NAMES[each.level])}  {say(Message('检查', 'check'))} {each.check}",
        *_wrapped(say(each.message), "", view),
        "",
    ]
    facts = [
        (Message("为什么", "why"), say(each.why)),
        (Message("依据", "source"), each.source),
        (Message("规则集", "ruleset"), f"{defined.ruleset.id}  {place}"),
        (
            Message("沿用", "inherited by"),
            "  ".join(_inheriting(defined, *each, view) for each in defined.inherited_by),
        ),
        (Message("标签", "tags"), "  ".join(each.tags)),
        (Message("修改建议", "suggestions"), say(_FIXES[each.fix])),
    ]
    for name, text in facts:
        if text:
            lines += [
                say(name) + say(_COLON),
                *_wrapped(text, _INDENT, view),
            ]
    lines += _examples(Message("不报的文字", "silent on"), each.passes, view)
    lines += _examples(Message("报出的文字", "fires on"), each.fails, view)
    lines += ["", *_options(each, view), *_words(defined, view), "", *_off(each, view)]
    return "".join(f"{line}\n" for line in lines)


def rules(every: Iterable[DefinedRule], view: View) -> str:
    """A line for each rule, under the ruleset that defines it."""
    lines: list[str] = []
    found = list(every)
    longest = max((len(defined.rule.id) for defined in found), default=0)
    ruleset_id = ""
    for each, ruleset, _ in found:
        if ruleset.id != ruleset_id:
            ruleset_id = ruleset.id
            lines += ["", f"{ruleset_id}  {view.say(ruleset.title)}"]
        start = f"  {each.id:{longest}}  {pad(view.say(SETTING_NAMES[each.level]), 8)}{each.check:13}"
        lines.append(clip(start + view.say(each.message), view.width))
    return "".join(f"{line}\n" for line in lines[1:])


def rulesets(sets: Iterable[Ruleset], view: View) -> str:
    """A few lines for each ruleset: title, counts, the rulesets it extends, source."""
    found = list(sets)
    longest = max((len(each.id) for each in found), default=0)
    widest = max((width(view.say(each.title)) for each in found), default=0)
    lines = []
    for each in found:
        title = f"{each.id:{longest}}  {pad(view.say(each.title), widest)}"
        counts = _counts(each, view)
        if bound(f"{title}  {counts}") <= view.width:
            lines.append(f"{title}  {counts}")
        else:
            lines += [title.rstrip(), *_wrapped(counts, _INDENT, view)]
        if each.extends:
            below = Message(f"继承：{'、'.join(each.extends)}", f"extends: {', '.join(each.extends)}")
            lines += _wrapped(view.say(below), _INDENT, view)
        lines += _wrapped(each.source, _INDENT, view)
    return "".join(f"{line}\n" for line in lines)


def _counts(ruleset: Ruleset, view: View) -> str:
    levels = Counter(rule.level for rule in ruleset.rules)
    parts = [f"{view.say(SETTING_NAMES[level])} {levels[level]}" for level in SETTING_NAMES if levels[level]]
    rules, sections = len(ruleset.rules), len(ruleset.sections)
    zh = f"{rules} 条规则" + (f"，{sections} 个部分" if sections else "")
    zh += f"（{'、'.join(parts)}）" if parts else ""
    en = count(rules, "rule") + (f", {count(sections, 'section')}" if sections else "")
    en += f" ({', '.join(parts)})" if parts else ""
    return view.say(Message(zh, en))


def _inheriting(defined: DefinedRule, ruleset: Ruleset, rule: Rule, view: View) -> str:
    """A ruleset that inherits the rule, with the level that the rule has there where it is another."""
    same = rule.level == defined.rule.level
    return ruleset.id if same else f"{ruleset.id} ({view.say(SETTING_NAMES[rule.level])})"


def _examples(name: Message, texts: Iterable[str], view: View) -> Iterator[str]:
    for number, text in enumerate(texts):
        if not number:
            yield ""
            yield view.say(name) + view.say(_COLON)
        lines = text.splitlines()
        for at, line in enumerate(lines[:_SHOWN]):
            yield clip(f"  {'-' if not at else ' '} {line}", view.width)
        if len(lines) > _SHOWN:
            yield "    …"


def _options(rule: Rule, view: View) -> Iterator[str]:
    """The options of the rule's check; those that the rule sets come with `=`."""
    yield view.say(
        Message(f"选项（检查 {rule.check}；“=”为本规则所设）：", f"options of {rule.check} (= set here):")
    )
    for field in options(rule.check):
        given = field.name in rule.options
        value = flow(field.kind, rule.options[field.name]) if given else default(field)
        sign = "= " if given else ""
        yield clip(f"  {field.key}  {sign}{value}".rstrip(), view.width)
        yield from _wrapped(f"{view.say(field.doc)} [{view.say(kind(field.kind))}]", "      ", view)
    yield from _wrapped(_summary(rule.check, view), _INDENT, view)


def _words(defined: DefinedRule, view: View) -> Iterator[str]:
    """The word lists that the rule goes by, with the number of their entries."""
    for group in groups(defined.rule.check).values():
        path = word_file(group, defined.ruleset.language)
        yield ""
        yield view.say(
            Message(
                f"词表（{path}；可在规则文件的 words 里增减）：",
                f"word lists ({path}; a rule file changes them under words):",
            )
        )
        for field, entries in zip(described(group), defined.rule.words[group], strict=True):
            yield f"  {field.key}  {view.say(Message(f'{len(entries)} 个词', count(len(entries), 'word')))}"
            yield from _wrapped(view.say(field.doc), "      ", view)


def _summary(check: str, view: View) -> str:
    """The first paragraph of a check's manual."""
    return " ".join(view.say(manual(check)).split("\n\n", 1)[0].split())


def _off(rule: Rule, view: View) -> Iterator[str]:
    yield view.say(Message("停用这条规则：", "to switch it off:"))
    ways = [
        (Message("这一次", "this once"), f"reportlint check --ignore {rule.id} …"),
        (Message("本项目", "in this project"), f'reportlint.toml: ignore = ["{rule.id}"]'),
        (Message("自己的规则集", "in your ruleset"), f"rules: [{{id: {rule.id}, level: off}}]"),
    ]
    columns = max(width(view.say(name)) for name, _ in ways)
    for name, text in ways:
        yield f"  {pad(view.say(name), columns)}  {text}"


def _wrapped(text: str, indent: str, view: View) -> list[str]:
    return [indent + line for line in wrap(text, view.width - len(indent))] if text else []
