"""`reportlint test`: examples and cases run, coverage judged, differences shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.authoring.ruletest import RulesetResult, run
from linter.authoring.testreport import report
from linter.model.errors import RulesetError
from linter.reporters import View
from linter.ruleset import library

RULES = """\
id: mine
title: {zh: 我的, en: Mine}
sections:
  - {id: problems, title: {zh: 问题, en: Problems}, headings: [问题], closing: true}
rules:
  - id: no-slang
    check: pattern
    level: warning
    with: {forbid: [给力]}
    message: {zh: "口语“{text}”", en: "slang: {text}"}
    examples:
      pass:
        - 工作有力。
      fail:
        - 工作给力。
  - id: problems-present
    check: section
    level: off
    with: {section: problems}
    message: {zh: 缺少问题, en: No problems}
    examples:
      pass: ["总结\\n一、存在问题\\n人手少，来不及回访。"]
      fail: ["总结\\n一、工作情况\\n办结9件。"]
  - id: copied
    check: duplicate
    level: error
    with: {scope: run, min_chars: 10}
    message: {zh: 照抄, en: copied}
"""
CASES = """\
- name: 两个单位写得一样
  text:
    - 全年走访群众三百余户，帮助解决烦心事六十多件。
    - 全年走访群众三百余户，帮助解决烦心事六十多件。
  rules: [copied, no-slang]
  expect:
    - {rule: copied, draft: 1, line: 1}
    - {rule: copied, draft: 2, line: 1}
- text: 全年走访群众三百余户，帮助解决烦心事六十多件。
  rules: [copied]
  expect: []
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ran(rules: str = RULES, cases: str = CASES) -> RulesetResult:
    Path("mine.yaml").write_text(rules, encoding="utf-8")
    if cases:
        Path("mine.cases.yaml").write_text(cases, encoding="utf-8")
    return run("mine.yaml", library.library())


def shown(each: RulesetResult, lang: str = "en") -> list[str]:
    return report([each], View(lang)).splitlines()


def test_all_right_and_covered() -> None:
    result = ran()
    assert result.passed
    assert shown(result) == [
        "✓ mine  mine.yaml  3 rules, 4 examples, 2 cases",
        "",
        "1 ruleset, 3 rules, 4 examples, 2 cases, 3 of 3 covered: all passed",
    ]
    assert shown(result, "zh")[-1] == "1 个规则集，3 条规则，4 个示例，2 个用例，覆盖 3/3：全部通过"


def test_an_example_that_should_pass_and_does_not() -> None:
    result = ran(RULES.replace("工作有力", "工作十分给力"))
    assert shown(result)[1:-2] == [
        "  ✗ no-slang  mine.yaml:6",
        "    mine.yaml:13  examples.pass, no. 1",
        "        1 | 工作十分给力。",
        "      - expected  (nothing)",
        '      + got       no-slang  line 1  "给力"  slang: 给力',
    ]


def test_an_example_that_should_fail_and_does_not() -> None:
    result = ran(RULES.replace("工作给力", "工作得力"), CASES)
    assert shown(result, "zh")[1:-2] == [
        "  ✗ no-slang  mine.yaml:6",
        "    mine.yaml:15  examples.fail 第 1 个",
        "        1 | 工作得力。",
        "      - 应有  no-slang",
        "      + 实有  （没有问题）",
        "    没有示例或用例能让它报出问题：补一条 examples.fail",
    ]


def test_a_rule_that_nothing_tests() -> None:
    result = ran(cases="")
    assert not result.passed
    assert shown(result)[1:-2] == [
        "  ✗ copied  mine.yaml:24",
        "    nothing makes it fire: add an example under examples.fail",
        "    nothing keeps it silent: add an example under examples.pass",
    ]


@pytest.mark.parametrize(
    ("expect", "difference"),
    [
        ("[{rule: no-slang}]", []),
        ("[{rule: no-slang, line: 2, text: 给力}]", []),
        (
            "[]",
            [
                "    mine.cases.yaml:1  slang",
                "      - expected  (nothing)",
                '      + got       no-slang  line 2  "给力"  slang: 给力',
            ],
        ),
        (
            "[{rule: no-slang, line: 1}]",
            [
                "    mine.cases.yaml:1  slang",
                "      - expected  no-slang  line 1",
                '      + got       no-slang  line 2  "给力"  slang: 给力',
            ],
        ),
        (
            "[{rule: no-slang}, {rule: no-slang, text: 给力}]",
            [
                "    mine.cases.yaml:1  slang",
                "      - expected  no-slang",
                "      + got       (nothing)",
            ],
        ),
    ],
)
def test_a_case_says_exactly_what_is_found(expect: str, difference: list[str]) -> None:
    case = "- name: slang\n  text: |\n    工作总结\n    工作给力。\n  rules: [no-slang]\n  expect: "
    lines = shown(ran(cases=CASES + case + expect))
    assert [line.replace("yaml:12", "yaml:1") for line in lines[1:-2]] == difference


def test_a_case_in_a_file_of_its_own() -> None:
    Path("drafts").mkdir()
    Path("drafts/a.md").write_text("# 总结\n\n工作给力。\n", encoding="utf-8")
    case = "- {file: drafts/a.md, rules: [no-slang], expect: [{rule: no-slang, line: 3}]}\n"
    assert ran(cases=CASES + case).passed


@pytest.mark.parametrize(
    ("case", "mistake"),
    [
        ("- {text: 甲}", "the key 'expect' is missing"),
        ("- {expect: []}", "needs one of 'text' and 'file'"),
        ("- {text: 甲, file: a.md, expect: []}", "needs one of 'text' and 'file'"),
        ("- {file: ../a.md, expect: []}", "'../a.md' lies outside this file's folder"),
        ("- {file: a.md, expect: []}", "no file 'a.md'"),
        ("- {text: 甲, rules: [no-slam], expect: []}", "unknown rule 'no-slam'; did you mean 'no-slang'?"),
        ("- {text: 甲, expect: [{rule: no-slam}]}", "unknown rule 'no-slam'; did you mean 'no-slang'?"),
        ("- {text: 甲, expect: [{rule: no-slang, draft: 2}]}", "there is no draft 2"),
        ("- {text: 甲, expect: [{rule: no-slang, lien: 2}]}", "unknown key 'lien'; did you mean 'line'?"),
    ],
)
def test_mistakes_in_a_case_file(case: str, mistake: str) -> None:
    with pytest.raises(RulesetError) as caught:
        ran(cases=case)
    assert str(caught.value).startswith("mine.cases.yaml:1:")
    assert mistake in str(caught.value)


def test_cases_of_an_inherited_set_count_for_coverage_only() -> None:
    ran()
    upper = "id: upper\ntitle: {zh: 上, en: Upper}\nextends: [./mine.yaml]\nrules:\n"
    Path("upper.yaml").write_text(upper + "  - {id: copied, level: info}\n", encoding="utf-8")
    result = run("./upper.yaml", library.library())
    assert result.passed
    assert not result.cases
    Path("upper.yaml").write_text(upper + "  - {id: copied, with: {min_chars: 90}}\n", encoding="utf-8")
    [wrong] = [tested for tested in run("./upper.yaml", library.library()).rules if not tested.passed]
    assert (wrong.rule.id, wrong.fires, wrong.silent) == ("copied", False, True)
