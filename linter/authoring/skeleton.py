"""The skeleton of a draft for a ruleset: a title, the required headings in order, what belongs under each.

Every instruction has the form （此处填写…）, which the ruleset `leftovers` knows as a template's prompt: a
draft handed in with one of them still in it does not pass.
"""

from collections.abc import Iterator

from linter.model.errors import ConfigError
from linter.model.rules import Rule, Ruleset
from linter.structure.section_terms import Vocabulary
from linter.text.numerals import to_chinese
from linter.writers import Paragraph

_PLAIN = str.maketrans({"（": "〔", "(": "〔", "）": "〕", ")": "〕", "\n": " "})
"""An instruction is one parenthesis: it holds no others."""


def skeleton(ruleset: Ruleset) -> list[Paragraph]:
    """The paragraphs of a draft to be filled in.

    Raises ConfigError for a ruleset that requires no section.
    """
    rules = _in_force(ruleset)
    sections = required_sections(ruleset)
    if not sections:
        raise ConfigError(
            f"规则集 {ruleset.id} 没有要求任何部分，无从搭出骨架；请选用有此要求的规则集，如 work-report",
            f"ruleset {ruleset.id} requires no section to make a skeleton of; choose one that does, "
            "such as work-report",
        )
    titles = {terms.id: terms.title.zh for terms in ruleset.sections}
    known = Vocabulary(ruleset.sections)
    body = []
    for number, section in enumerate(sections, 1):
        body.append(Paragraph(f"{to_chinese(number)}、{known.wording(section)}", "heading"))
        body.append(Paragraph(_instruction(titles[section], list(_about(rules, section)))))
    return [
        Paragraph(f"（此处填写单位名称和时间）{ruleset.title.zh}", "title"),
        Paragraph(""),
        Paragraph("（此处填写开头：依据、时间范围和总的情况）"),
        *body,
        *_ending(rules),
        Paragraph(""),
        Paragraph("（此处填写单位名称）", "signature"),
        Paragraph("20××年×月×日", "signature"),
    ]


def _in_force(ruleset: Ruleset) -> list[Rule]:
    return [rule for rule in ruleset.rules if rule.level != "off"]


def required_sections(ruleset: Ruleset) -> list[str]:
    """The ids of the sections that a ruleset requires, in the order in which they are to stand."""
    rules = _in_force(ruleset)
    required = {
        rule.options["section"]
        for rule in rules
        if rule.check == "section" and rule.options.get("required", True)
    }
    order = [terms.id for terms in ruleset.sections]
    for rule in rules:
        if rule.check == "order" and (named := list(rule.options.get("sections", ()))):
            order = named + [each for each in order if each not in named]
    return [each for each in order if each in required]


def _about(rules: list[Rule], section: str) -> Iterator[Rule]:
    """The rules on what a section must hold, first the one that requires it."""
    own = [rule for rule in rules if rule.options.get("section") == section]
    yield from (rule for rule in own if rule.check == "section")
    yield from (rule for rule in own if rule.check != "section" and _demands(rule))


def _demands(rule: Rule) -> bool:
    """Whether a rule says what must be there, not what must not."""
    if rule.check in ("count", "length"):
        return bool(rule.options.get("min", 0))
    return rule.check == "pattern" and bool(rule.options.get("require"))


def _instruction(title: str, rules: list[Rule]) -> str:
    """What belongs into a section: its name, the least length, and the reasons of its rules."""
    least = max((_least(rule) for rule in rules), default=0)
    length = f"，不少于{least}字" if least else ""
    return _prompt(f"此处填写“{title}”{length}。{_reasons(rules)}")


def _least(rule: Rule) -> int:
    key = {"section": "min_chars", "length": "min"}.get(rule.check, "")
    return int(rule.options.get(key, 0)) if rule.options.get("unit", "section") == "section" else 0


def _sentence(rule: Rule) -> str:
    """Why a rule is there, else what it says, as a sentence; nothing where that has fields to fill."""
    words = rule.why.zh or rule.message.zh
    return "" if "{" in words else words.strip().rstrip("。") + "。"


def _ending(rules: list[Rule]) -> Iterator[Paragraph]:
    """An instruction on what the report must hold wherever it stands, such as 特此报告."""
    wanted = [rule for rule in rules if _demands(rule) and not rule.options.get("section")]
    if reasons := _reasons(wanted):
        yield Paragraph(_prompt(f"此处填写结尾，并核对全文：{reasons}"))


def _prompt(words: str) -> str:
    return f"（{words.translate(_PLAIN)}）"


def _reasons(rules: list[Rule]) -> str:
    """The sentences of some rules, each once, without those on length: the number says it."""
    return "".join(dict.fromkeys(_sentence(rule) for rule in rules if rule.check != "length"))
