"""The cases of `tests/cases`: whole texts, what must be found in them, and where to be silent.

One file a kind. A case has

`text`         the draft, `suffix` its kind of file (`.txt` unless told)
`rulesets`     what it is judged by
`must`         findings that must come; `never` findings that must not; each by `line` (one, or a list of
               which any will do), `check`, `text` (a part of what is found), `level`; `count` how many
`sections`     of the first report: `filled`, `empty` (also: too short), `present` or `absent`
`title`        of the first report, `parts` how many reports there are
`known`        why it does not hold yet: the test fails as soon as it does, so that the line is taken out
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter import api
from linter.model.finding import FileOutcome, Finding, SectionRow

CASES = [
    pytest.param(
        case,
        id=f"{path.stem}-{case['id']}",
        marks=[pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else [],
    )
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_case_holds(case: dict[str, Any]) -> None:
    name = f"草稿{case.get('suffix', '.txt')}"
    outcome = api.check(case["text"].encode(), name, case["rulesets"])
    assert outcome.error is None
    assert list(wrong(case, outcome)) == []


def wrong(case: dict[str, Any], outcome: FileOutcome) -> list[str]:
    """What does not hold, in sentences."""
    found = [
        f"missing: {want}"
        for want in case.get("must", [])
        if sum(fits(finding, want) for finding in outcome.findings) < want.get("count", 1)
    ]
    found += [
        f"not wanted: {finding.line}:{finding.rule} “{finding.excerpt[:20]}” ({unwanted})"
        for unwanted in case.get("never", [])
        for finding in outcome.findings
        if fits(finding, unwanted)
    ]
    if "parts" in case and len(outcome.parts) != case["parts"]:
        found.append(f"{len(outcome.parts)} reports, not {case['parts']}")
    if "title" in case and outcome.parts[0].title != case["title"]:
        found.append(f"the title is {outcome.parts[0].title}, not {case['title']}")
    rows = {row.section: row for row in outcome.parts[0].sections} if outcome.parts else {}
    found += [
        f"section {section} is {rows[section].state}, {rows[section].substance}, not {state}"
        for section, state in case.get("sections", {}).items()
        if not is_in(rows[section], state)
    ]
    return found


def fits(finding: Finding, want: dict[str, Any]) -> bool:
    """Whether a finding is one that a case speaks of."""
    lines = want.get("line", finding.line)
    lines = lines if isinstance(lines, list) else [lines]
    return (
        any(finding.line <= line <= finding.end_line for line in lines)
        and want.get("check", finding.check) == finding.check
        and finding.rule.startswith(want.get("rule", ""))
        and want.get("text", "") in finding.excerpt
        and want.get("level", finding.level) in (finding.level, "any")
    )


def is_in(row: SectionRow, state: str) -> bool:
    """Whether a section is in the state that a case asks for."""
    there = row.state != "absent"
    return {
        "present": there,
        "absent": not there,
        "filled": there and row.substance == "ok",
        "empty": there and row.substance != "ok",
    }[state]


def test_every_case_asks_for_something() -> None:
    for case in CASES:
        (value,) = case.values
        assert isinstance(value, dict)
        assert value.keys() & {"must", "never", "sections", "title", "parts"}
