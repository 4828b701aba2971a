"""`--output-format junit`: JUnit XML, as Jenkins, GitLab, Azure and others show the results of tests.

A file is a suite, a line of the checklist a case: what passed is told as well. A rule fails where one of
its findings makes the run fail (`--fail-on`); milder ones are its output.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from linter.model.finding import FileOutcome, Finding, Result
from linter.model.levels import LEVEL_NAMES, failing
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import error, located
from linter.reporters.xml_text import DECLARATION, quoted, tag

_NAME = "reportlint"
_READING = Message("读取", "reading")
_COMPARISON = Message("各文件之间的比较", "comparison of the files")


class _Case(NamedTuple):
    """A line of the checklist, with what was found."""

    name: str
    findings: list[Finding]
    skipped: bool = False
    """Whether the rule did not judge the report, or all that it found is known (baseline, `--diff-base`)."""
    error: str = ""
    """Why it could not be judged."""


def report(result: Result, view: View) -> Iterator[str]:
    """One XML document."""
    suites = [(file.path, _cases(file, view), view.of(file)) for file in result.files]
    if result.error:
        suites.append((view.say(_COMPARISON), [_Case(_NAME, [], error=view.say(result.error))], view))
    every = list(chain.from_iterable(cases for _, cases, _ in suites))
    yield f"{DECLARATION}\n<{tag('testsuites', {'name': _NAME, **_counts(every, view)})}>\n"
    for suite in suites:
        yield from (f"{line}\n" for line in _suite(*suite))
    yield "</testsuites>\n"


def is_report(text: str) -> bool:
    """Whether a text begins as a report does."""
    return text.startswith(f'{DECLARATION}\n<testsuites name="{_NAME}"')


def _cases(file: FileOutcome, view: View) -> list[_Case]:
    found: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in file.findings:
        found.setdefault((finding.rule, finding.part), []).append(finding)
    cases = [_Case(view.say(_READING), [], error=error(file, view))] if file.error else []
    several = len(file.parts) > 1
    for row in file.checklist:
        name = row.rule + (f" ({row.part + 1})" if several and row.part is not None else "")
        own = found.pop((row.rule, row.part), [])
        cases.append(_Case(name, own, row.state != "passed" and not own))
    return cases + [_Case(rule, own) for (rule, _), own in found.items()]


def _suite(path: str, cases: list[_Case], view: View) -> Iterator[str]:
    yield f"<{tag('testsuite', {'name': path, **_counts(cases, view)})}>"
    for case in cases:
        yield from _case(path, case, view)
    yield "</testsuite>"


def _case(path: str, case: _Case, view: View) -> Iterator[str]:
    about = {"name": case.name, "classname": path, "file": path, "line": _line(case), "time": "0"}
    opened = tag("testcase", about)
    inside = list(_inside(path, case, view))
    if not inside:
        yield f"<{opened}/>"
        return
    yield f"<{opened}>"
    yield from inside
    yield "</testcase>"


def _line(case: _Case) -> int | None:
    return case.findings[0].line if case.findings else None


def _inside(path: str, case: _Case, view: View) -> Iterator[str]:
    """What a case holds: why it is in error, failed, was skipped, or what it has to say besides."""
    if case.error:
        yield f"<{tag('error', {'message': case.error, 'type': 'error'})}/>"
    if case.skipped:
        yield "<skipped/>"
    if case.findings:
        said = "\n".join(quoted(line) for line in _lines(path, case.findings, view))
        worst = next(level for level in LEVEL_NAMES if any(each.level == level for each in case.findings))
        if _fails(case, view):
            first = located(case.findings[0], view)
            yield f"<{tag('failure', {'message': first, 'type': worst})}>{said}</failure>"
        else:
            yield f"<system-out>{said}</system-out>"


def _lines(path: str, findings: Iterable[Finding], view: View) -> Iterator[str]:
    for each in findings:
        level = view.say(LEVEL_NAMES[each.level])
        yield f"{path}:{each.line}:{each.column} {level} {located(each, view)}"


def _fails(case: _Case, view: View) -> bool:
    return any(finding.level in failing(view.fail_on) for finding in case.findings)


def _counts(cases: list[_Case], view: View) -> dict[str, object]:
    return {
        "tests": len(cases),
        "failures": sum(_fails(case, view) for case in cases),
        "errors": sum(bool(case.error) for case in cases),
        "skipped": sum(case.skipped for case in cases),
        "time": "0",
    }
