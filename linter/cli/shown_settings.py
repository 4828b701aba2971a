"""`--show-settings`: by which configuration, rulesets and rules a draft is judged."""

from collections.abc import Iterator, Sequence

from linter import readers
from linter.authoring.resolved import flow
from linter.engine.choice import Choice, changed
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
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


def settings_text(
    configs: Configs, selector: RulesetSelector, drafts: Sequence[Draft], start: str, view: View
) -> str:
    """The settings in force for the first of the drafts; without drafts those of the path `start`.

    Raises UnreadableError.
    """
    config = configs.of(drafts[0].name if drafts else start)
    lines = [*([drafts[0].name] if drafts else []), *_keys(config, view)]
    if drafts:
        _, choice = selector.outlined(readers.read(drafts[0].name, drafts[0].content()))
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
    was = view.say(SETTING_NAMES[rule.level])
    return f"{said}  {view.say(Message(f'（配置所改，原为{was}）', f'(by the configuration; was {was})'))}"
