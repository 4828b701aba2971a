"""A small ruleset and runs within this process: for the tests of suppressions, baselines and fixes."""

from __future__ import annotations

from pathlib import Path

from linter.engine.selection import RulesetSelector, Selection
from linter.model.finding import FileOutcome, Result
from tests.support.runs import check

RULES = """\
id: living
title: {zh: 试用规则, en: Rules for tests}
rules:
  - id: mask
    check: pattern
    level: error
    with: {forbid: ["××"]}
    message: {zh: 有掩码, en: A mask}
  - id: until
    check: pattern
    level: warning
    fix: safe
    with: {prefer: [{from: "截止(目前|现在)", to: '截至\\1'}]}
    message: {zh: "宜作“{suggestion}”", en: "better {suggestion}"}
  - id: comma
    check: pattern
    level: warning
    fix: safe
    with: {prefer: [{from: "([一-龥]),", to: '\\1，'}]}
    message: {zh: 逗号用全角, en: a full-width comma}
  - id: twice
    check: pattern
    level: warning
    fix: safe
    with: {prefer: [{from: 的的, to: 的}]}
    message: {zh: 多了一个“的”, en: 的 twice}
  - id: wording
    check: pattern
    level: info
    with: {prefer: [{from: 搞好, to: 做好}]}
    message: {zh: "宜作“{suggestion}”", en: "better {suggestion}"}
  - id: copied
    check: duplicate
    with: {scope: run}
    level: warning
    message: {zh: 与别处雷同, en: copied}
"""


def ruleset(folder: Path, text: str = RULES) -> str:
    """The path of a rule file in a folder that no configuration reaches."""
    (folder / ".git").mkdir(exist_ok=True)
    path = folder / "living.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def selector(
    folder: Path, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), rules: str = RULES
) -> RulesetSelector:
    """The rules ready, with some of them selected or ignored."""
    return RulesetSelector(Selection((ruleset(folder, rules),), select, ignore))


def judged(selector: RulesetSelector, *paths: Path) -> Result:
    """What is found in some files."""
    return check([str(path) for path in paths], selector)


def found(result: FileOutcome) -> list[tuple[str, int]]:
    """Rule and line of each finding."""
    return [(finding.rule, finding.line) for finding in result.findings]
