"""The skeleton of a draft for a ruleset: a title, the required headings in order, what belongs under each.

Every instruction has the form （此处填写…） or [Fill in …], which is a prompt of a template to the ruleset
`leftovers`: a draft handed in with one of them still in it does not pass. A skeleton is in English where the
titles of its sections are.
"""

from collections.abc import Iterator

from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset, SectionTerms
from linter.structure.section_terms import Vocabulary
from linter.text.characters import count_han
from linter.text.numerals import to_chinese
from linter.writers import Paragraph

_TITLE = Message("（此处填写单位名称和时间）{title}", "{title}: [fill in team and period]")
_OPENING = Message(
    "（此处填写开头：依据、时间范围和总的情况）",
    "[Fill in an opening: what the report is about, and how things stand]",
)
_SECTION = Message("此处填写“{title}”{least}。{reasons}", 'Fill in "{title}"{least}. {reasons}')
_LEAST = Message("，不少于{least}字", ", at least {least} {unit}")
_ENDING = Message("此处填写结尾，并核对全文：{reasons}", "Fill in an ending, and check the whole: {reasons}")
_SIGNATURE = (Message("（此处填写单位名称）", "[Fill in team]"), Message("20××年×月×日", "[Fill in date]"))
_PLAIN = {
    "zh": str.maketrans({"（": "〔", "(": "〔", "）": "〕", ")": "〕", "\n": " "}),
    "en": str.maketrans({"[": "(", "{": "(", "]": ")", "}": ")", "\n": " "}),
}
"""An instruction is one bracket: what stands for others in it, and for the end of a line."""


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
    titles = {terms.id: terms.title for terms in ruleset.sections}
    lang = "zh" if any(count_han(titles[section].zh) for section in sections) else "en"
    known = Vocabulary(ruleset.sections)
    body = []
    for number, section in enumerate(sections, 1):
        lead = Message(f"{to_chinese(number)}、", f"{number}. ").say(lang)
        body.append(Paragraph(f"{lead}{known.wording(section)}", "heading"))
        body.append(Paragraph(_instruction(titles[section], list(_about(rules, section)), lang)))
    return [
        Paragraph(_TITLE.say(lang).format(title=ruleset.title.say(lang)), "title"),
        Paragraph(""),
        Paragraph(_OPENING.say(lang)),
        *body,
        *_ending(rules, lang),
        Paragraph(""),
        *(Paragraph(line.say(lang), "signature") for line in _SIGNATURE),
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
            order = _joined(named, [each for each in ruleset.sections if each.id not in named], ruleset)
    return [each for each in order if each in required]


def _joined(named: list[str], others: list[SectionTerms], ruleset: Ruleset) -> list[str]:
    """The sections of an order and others that it says nothing of, those for the end of a report last."""
    closing = {terms.id for terms in ruleset.sections if terms.closing}
    end = len(named)
    while end and named[end - 1] in closing:
        end -= 1
    inner = [each.id for each in others if each.id not in closing]
    return [*named[:end], *inner, *named[end:], *(each.id for each in others if each.id in closing)]


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


def _instruction(title: Message, rules: list[Rule], lang: str) -> str:
    """What belongs into a section: its name, the least length, and the reasons of its rules."""
    least, check = max(((_least(rule), rule.check) for rule in rules), default=(0, ""))
    unit = "words" if check == "length" else "characters"  # it counts each word of English as one
    length = _LEAST.say(lang).format(least=least, unit=unit) if least else ""
    words = _SECTION.say(lang).format(title=title.say(lang), least=length, reasons=_reasons(rules, lang))
    return _prompt(words, lang)


def _least(rule: Rule) -> int:
    key = {"section": "min_chars", "length": "min"}.get(rule.check, "")
    return int(rule.options.get(key, 0)) if rule.options.get("unit", "section") == "section" else 0


def _sentence(rule: Rule, lang: str) -> str:
    """Why a rule is there, else what it says, as a sentence; nothing where that has fields to fill."""
    words = (rule.why.say(lang) or rule.message.say(lang)).strip()
    return "" if "{" in words else Message(words.rstrip("。") + "。", words.rstrip(".") + ". ").say(lang)


def _ending(rules: list[Rule], lang: str) -> Iterator[Paragraph]:
    """An instruction on what the report must hold wherever it stands, such as 特此报告."""
    wanted = [rule for rule in rules if _demands(rule) and not rule.options.get("section")]
    if reasons := _reasons(wanted, lang):
        yield Paragraph(_prompt(_ENDING.say(lang).format(reasons=reasons), lang))


def _prompt(words: str, lang: str) -> str:
    """An instruction in its bracket."""
    plain = words.strip().translate(_PLAIN[lang])
    return Message(f"（{plain}）", f"[{plain}]").say(lang)


def _reasons(rules: list[Rule], lang: str) -> str:
    """The sentences of some rules, each once, without those on length: the number says it."""
    return "".join(dict.fromkeys(_sentence(rule, lang) for rule in rules if rule.check != "length"))
