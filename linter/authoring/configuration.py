"""The keys of the configuration, described for the terminal from their annotations."""

from collections.abc import Iterator
from typing import Any, get_args

from linter.authoring.manual import default, kind
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.project.settings import Settings
from linter.reporters import View
from linter.reporters.terminal_text import wrap
from linter.schema.hints import hint
from linter.schema.validate import Field, fields

EXAMPLES = {
    "ruleset": 'ruleset = "work-report"',
    "rulesets": 'rulesets = ["rules/*.yaml"]',
    "select": 'select = ["leftover-*", "period"]',
    "ignore": 'ignore = ["residue", "numbering-style"]',
    "fail-on": 'fail-on = "warning"',
    "lang": 'lang = "en"',
    "exclude": 'exclude = ["archive/**", "*模板*"]',
    "period": 'period = "2026H1"',
    "units": 'units = ["党政办", "财政所", "组织科|组织部"]',
    "paths": '[[paths]]\nmatch = "drafts/党建/**"\nruleset = "ideology-work-report"\nperiod = "2026"',
    "rules": '[[rules]]\nrule = "leftover-*"\nmatch = "templates/**"\nlevel = "info"',
}
"""How each key is written in `reportlint.toml`."""


def keys(view: View) -> str:
    """A line for each key."""
    every = dict(_every())
    longest = max(map(len, every))
    lines = [f"{name:{longest}}  {view.say(field.doc)}" for name, field in every.items()]
    return "".join(f"{line}\n" for line in lines)


def page(key: str, view: View) -> str:
    """The description of a key: what it means, what may be written, an example.

    Raises ConfigError: there is no such key.
    """
    every = dict(_every())
    if key not in every:
        advice = hint(key, every)
        raise ConfigError(f"没有配置项“{key}”{advice.zh}", f"no key '{key}'{advice.en}")
    field = every[key]
    facts = [
        (Message("写法", "value"), view.say(kind(field.kind))),
        (Message("默认", "default"), default(field)),
    ]
    said = view.say(Message("：", ": "))
    lines = [key, *wrap(view.say(field.doc), view.width), ""]
    lines += [f"{view.say(name)}{said}{text}" for name, text in facts if text]
    lines += ["", *EXAMPLES[key.partition(".")[0]].split("\n")]
    return "".join(f"{line}\n" for line in lines)


def _every() -> Iterator[tuple[str, Field]]:
    """Every key with its name, those of a table behind the name of the table."""
    for field in fields(Settings):
        yield field.key, field
        for inner in fields(table) if (table := _table(field.kind)) else ():
            yield f"{field.key}.{inner.key}", inner


def _table(kind: Any) -> Any:
    """The named tuple that the tables of an array are read as; None for another kind of value."""
    return next((each for each in get_args(kind) if hasattr(each, "_fields")), None)
