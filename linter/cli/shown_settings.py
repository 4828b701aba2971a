"""`--show-settings`: by which configuration, rulesets and rules a draft is judged."""

from collections.abc import Iterator

from linter import readers
from linter.authoring.resolved import flow
from linter.checks import groups, module
from linter.cli.targets import Targets
from linter.engine.choice import Choice, changed
from linter.engine.selection import RulesetSelector
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import Rule
from linter.project.config import Configs
from linter.project.settings import Config, Settings
from linter.reporters import View
from linter.reporters.terminal_text import pad
from linter.schema.validate import fields

_CONFIG = Message("配置：", "configuration: ")
_NO_CONFIG = Message("没有配置文件，都是默认值", "no file; all as by default")
_RULESETS = Message("规则集：", "rulesets: ")
_NOT_USED = Message("不用", "not used")


def settings_text(configs: Configs, selector: RulesetSelector, found: Targets, view: View) -> str:
    """The settings in force for the first draft; without drafts those of the first path.

    Raises UnreadableError.
    """
    if not found.drafts:
        lines = list(_keys(configs.of(found.start), view))
    else:
        draft = found.drafts[0]
        _, choice = selector.outlined(readers.read(draft.name, draft.content()))
        lines = [draft.name, *_keys(configs.of(draft.name), view)]
        lines += ["", view.say(_RULESETS) + "、".join(choice.names), *_rules(selector, choice, view)]
    return "".join(f"{line}\n" for line in lines)


def _keys(config: Config, view: View) -> Iterator[str]:
    """The configuration file, and its keys that are set."""
    yield view.say(_CONFIG) + (config.path or view.say(_NO_CONFIG))
    for field in fields(Settings):
        value = getattr(config.settings, field.name)
        if value != field.default and field.name not in ("paths", "rules"):
            yield f"  {field.key} = {flow(field.kind, value)}"
    for each in config.settings.paths:
        yield f"  [[paths]] {' '.join(each.match)}: {' '.join(each.ruleset)} {each.period}".rstrip()
    for rule in config.settings.rules:
        yield f"  [[rules]] {' '.join(rule.rule)}: {rule.level or ''} {' '.join(rule.match)}".rstrip()


def _rules(selector: RulesetSelector, choice: Choice, view: View) -> Iterator[str]:
    """Each rule of the rulesets with its level, and whether it is used at all."""
    rules = selector.ruleset(choice).rules
    longest = max(len(rule.id) for rule in rules)
    for rule in rules:
        yield f"  {rule.id:{longest}}  {_level(rule, choice, view)}".rstrip()


def _level(rule: Rule, choice: Choice, view: View) -> str:
    if not choice.filter.wants(rule):
        return view.say(_NOT_USED)
    now = changed(rule, choice)
    said = pad(view.say(SETTING_NAMES[now.level]), 8) + now.check
    if now == rule:
        return said
    was = [view.say(SETTING_NAMES[rule.level])] if now.level != rule.level else []
    was += _options(rule, now)
    given = "".join(f"  {each}" for each in _options(now, rule))
    before = view.listed(was)
    note = Message(f"（配置所改，原为{before}）", f"(by the configuration; was {before})")
    return f"{said}{given}  {view.say(note)}"


def _options(rule: Rule, other: Rule) -> Iterator[str]:
    """The options of a rule that the same rule has otherwise in `other`."""
    for field in fields(module(rule.check).Options):
        value, its = (each.options.get(field.name, field.default) for each in (rule, other))
        if field.name not in groups(rule.check) and value != its:
            yield f"{field.key}: {flow(field.kind, value)}"
