"""The reference of checks and rules in Markdown, and the schema file: generated from the code.

python -m linter.authoring.reference           writes docs/rules.md, docs/rules.zh-CN.md, rulesets/schema.json
python -m linter.authoring.reference --check   fails when one of them is not what would be written
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from linter.authoring.manual import (
    DefinedRule,
    default,
    defined_rules,
    kind,
    manual,
    options,
    value,
    word_file,
)
from linter.authoring.rule_page import cell, code, rule_page
from linter.checks import CHECKS, WORD_GROUPS, groups
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import Ruleset
from linter.ruleset.library import library, load_all
from linter.ruleset.rulefile import AppliesTo, Examples, RuleEntry, RuleFile, SectionEntry, schema
from linter.ruleset.word_lists import described
from linter.schema.validate import Field, fields

_ITEM = re.compile(r"(?m)^(`[^`\n]+`)  +")
_CHINESE_BREAK = re.compile(r"(?<=[^\n])\n(?!\n|- )")


def schema_text() -> str:
    """The JSON Schema of rule files, as text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def generated() -> dict[str, str]:
    """What each generated file holds, by its path from the root of the project."""
    sets = load_all(library())
    return {
        "docs/rules.md": reference(sets, "en"),
        "docs/rules.zh-CN.md": reference(sets, "zh"),
        "rulesets/schema.json": schema_text(),
    }


def reference(sets: list[Ruleset], lang: str) -> str:
    """The reference in one language."""
    page = _Page(lang)
    every = list(defined_rules(sets))
    lines = [
        *page.opening(),
        *page.format(),
        *page.checks(),
        *page.words(),
        "",
        page.say("## 规则集", "## Rulesets"),
        *(line for each in sets for line in page.ruleset(each, every)),
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip()) + "\n"


class _Page:
    """Lines of Markdown in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def say(self, zh: str, en: str) -> str:
        return Message(zh, en).say(self._lang)

    def opening(self) -> Iterator[str]:
        yield "<!-- python -m linter.authoring.reference -->"
        yield self.say("# 规则参考", "# Reference of rules")
        yield ""
        yield self.say(
            "本页由程序中的说明、选项和规则集生成，请勿手改；"
            "修改后运行 `python -m linter.authoring.reference`。",
            "This page is written from the program's own docstrings, options and rulesets: "
            "change those and run `python -m linter.authoring.reference`.",
        )
        yield ""
        yield self.say(
            "[规则文件](#规则文件) · [检查](#检查) · [词表](#词表) · [规则集](#规则集)",
            "[Rule files](#rule-files) · [Checks](#checks) · [Word lists](#word-lists)"
            " · [Rulesets](#rulesets)",
        )

    # --- rule files -------------------------------------------------------------------------------

    def format(self) -> Iterator[str]:
        yield from ("", self.say("## 规则文件", "## Rule files"), "")
        shapes = (
            (RuleFile, "", ""),
            (AppliesTo, "applies_to", "applies_to"),
            (SectionEntry, "sections 的每一项", "Each of sections"),
            (RuleEntry, "rules 的每一项", "Each of rules"),
            (Examples, "examples", "examples"),
        )
        for shape, zh, en in shapes:
            if zh:
                yield from ("", f"**{self.say(zh, en)}**", "")
            yield from self.table(fields(shape))

    def table(self, rows: Iterable[Field]) -> Iterator[str]:
        yield self.say("| 键 | 类型 | 默认 | 含义 |", "| key | type | default | meaning |")
        yield "|---|---|---|---|"
        for field in rows:
            given = code(default(field)) if not field.required else self.say("必需", "required")
            words, doc = value(field).say(self._lang), field.doc.say(self._lang)
            yield f"| `{field.key}` | {cell(words)} | {given} | {cell(doc)} |"

    # --- checks -----------------------------------------------------------------------------------

    def checks(self) -> Iterator[str]:
        yield from ("", self.say("## 检查", "## Checks"))
        for name in CHECKS:
            yield from ("", f"### `{name}`", "")
            page = _ITEM.sub(r"- \1 ", self.say(*manual(name)))
            yield self.say(_CHINESE_BREAK.sub("", page), page)
            rows = options(name)
            if rows:
                yield ""
                yield from self.table(rows)
            for field, group in groups(name).items():
                if field == "words":
                    yield from self.lists(group)
                else:
                    yield from (
                        "",
                        self.say("所用的共用词表：", "Shared word lists: ") + f"[{group}](#{group})",
                    )

    # --- word lists -------------------------------------------------------------------------------

    def words(self) -> Iterator[str]:
        yield from ("", self.say("## 词表", "## Word lists"), "")
        yield self.say(
            "检查所依据的词写在 `rulesets/words/语言/组.yaml` 里，每个检查一组，几处共用的另成一组。"
            "规则文件用 `words` 增减，对本规则集的全部规则（包括继承的）有效；"
            "先去掉 `drop` 里的词，再加上各词表新列的词；上级文件先，本文件后：",
            "The words that checks go by stand in `rulesets/words/LANGUAGE/GROUP.yaml`: a group for each "
            "check that has some, and groups that several share. A rule file changes them under `words`, for "
            "all the rules of its set, inherited ones too: what `drop` names is taken out, then what a list "
            "names is added; the files that a set extends come first.",
        )
        yield from (
            "",
            "```yaml",
            "words:",
            "  repetition:",
            "    doubled: [走访]",
            "    drop: [努力]",
            "```",
            "",
        )
        yield self.say(
            "规则集用 `language` 选择词表的语言，默认 `zh`；`reportlint ruleset show --resolved` 列出改动，"
            "`reportlint rule` 列出一条规则所依据的词表。",
            "A ruleset chooses the language of its lists with `language`, by default `zh`. "
            "`reportlint ruleset show --resolved` lists what is changed, `reportlint rule` the lists that a "
            "rule goes by.",
        )
        for group in WORD_GROUPS:
            yield from ("", f"### {group}", *self.lists(group))

    def lists(self, group: str) -> Iterator[str]:
        path = word_file(group)
        yield ""
        yield self.say("词表", "Word lists") + f" ([`{path}`](../{path})):"
        yield from ("", self.say("| 词表 | 类型 | 含义 |", "| list | type | meaning |"), "|---|---|---|")
        for field in described(group):
            doc, of = field.doc.say(self._lang), kind(field.kind).say(self._lang)
            yield f"| `{field.key}` | {cell(of)} | {cell(doc)} |"

    # --- rulesets ---------------------------------------------------------------------------------

    def ruleset(self, ruleset: Ruleset, every: Iterable[DefinedRule]) -> Iterator[str]:
        yield from ("", f"### {ruleset.id}", "")
        yield f"**{self.say(*ruleset.title)}** · {ruleset.source}"
        if ruleset.extends:
            links = ", ".join(f"[{id}](#{id})" for id in ruleset.extends)
            yield from ("", f"{self.say('继承：', 'Extends: ')}{links}")
        if ruleset.titles:
            titles = ", ".join(code(title) for title in ruleset.titles)
            script = f" (`script: {ruleset.script}`)" if ruleset.script else ""
            yield from ("", f"{self.say('自动用于标题：', 'Chosen for titles: ')}{titles}{script}")
        if ruleset.sections:
            names = ", ".join(f"`{terms.id}` {self.say(*terms.title)}" for terms in ruleset.sections)
            yield from ("", f"{self.say('部分：', 'Sections: ')}{names}")
        own = [each for each in every if each.ruleset.id == ruleset.id]
        changed = [
            (heir_rule, each.ruleset.id)
            for each in every
            for heir, heir_rule in each.inherited_by
            if heir.id == ruleset.id and heir_rule._replace(words=each.rule.words) != each.rule
        ]
        for rule, home in changed:
            level = self.say(*SETTING_NAMES[rule.level])
            yield from (
                "",
                self.say(f"改动：`{rule.id}`（{home}），{level}", f"Changed: `{rule.id}` of {home}, {level}"),
            )
        for each in own:
            yield from rule_page(each.rule, self._lang)


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` name those that are stale. The exit status."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    stale = [(name, text) for name, text in generated().items() if _read(os.path.join(root, name)) != text]
    if arguments == ["--check"]:
        for name, _ in stale:
            print(
                f"{name} is stale: run `python -m linter.authoring.reference` and commit it", file=sys.stderr
            )
        return 1 if stale else 0
    for name, text in stale:
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(name)
    return 0


def _read(path: str) -> Any:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except OSError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
