"""How rulesets and rule files are named, where the shipped ones are, and how large one may be."""

import os

import linter

MAX_BYTES = 1 << 20
"""Of a file in YAML, a rule file or one of suppressions: a larger one is refused unread."""


def shipped_folder() -> str:
    """The folder of the rulesets that come with the program: in a wheel, or beside it in a checkout."""
    here = os.path.dirname(os.path.abspath(linter.__file__))
    inside = os.path.join(here, "rulesets")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "rulesets")


def is_path(name: str) -> bool:
    """Whether the name of a ruleset is a path rather than an id."""
    return "/" in name or os.sep in name or name.endswith((".yaml", ".yml"))


def is_rule_file(name: str) -> bool:
    """Whether a file is a ruleset by its name; `NAME.cases.yaml` holds the cases that test one."""
    return name.endswith((".yaml", ".yml")) and not name.endswith(".cases.yaml")
