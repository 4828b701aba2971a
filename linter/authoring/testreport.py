"""The results of tests of rulesets as text: what was expected (`-`) and what was found (`+`)."""

from collections.abc import Iterator, Sequence

from linter.authoring.origins import shown
from linter.authoring.ruletest import ExampleResult, FindingSummary, RuleResult, RulesetResult
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import count
from linter.reporters.terminal_text import clip

_SHOWN = 12
"""Lines of a draft that are shown."""


def report(reports: Sequence[RulesetResult], view: View) -> str:
    """The failures of each ruleset with their places, and the numbers of rules, examples and cases."""
    lines = [line for each in reports for line in _ruleset(each, view)]
    return "".join(f"{line}\n" for line in (*lines, *_verdict(reports, view)))


def _ruleset(report: RulesetResult, view: View) -> Iterator[str]:
    wrong = [rule_result for rule_result in report.rules if not rule_result.passed]
    results = [result for result in report.cases if not result.passed]
    mark = "✗" if wrong or results else "✓"
    yield f"{mark} {report.ruleset.id}  {shown(report.ruleset.path)}  {_figures([report], view)}"
    for rule_result in wrong:
        yield from _rule(rule_result, view)
    for result in results:
        yield from _result(result, view)
    if view.verbose:
        for rule_result in report.rules:
            if rule_result.passed:
                yield f"  ✓ {rule_result.rule.id}"


def _rule(rule_result: RuleResult, view: View) -> Iterator[str]:
    yield f"  ✗ {rule_result.rule.id}  {rule_result.place}"
    for result in rule_result.results:
        if not result.passed:
            yield from _result(result, view)
    if not rule_result.fires:
        zh = "没有示例或用例能让它报出问题：补一条 examples.fail"
        yield f"    {view.say(Message(zh, 'nothing makes it fire: add an example under examples.fail'))}"
    if not rule_result.silent:
        zh = "没有示例或用例说明它何时不报：补一条 examples.pass"
        yield f"    {view.say(Message(zh, 'nothing keeps it silent: add an example under examples.pass'))}"


def _result(result: ExampleResult, view: View) -> Iterator[str]:
    yield f"    {result.place}  {view.say(result.name)}".rstrip()
    for number, line in enumerate(result.draft.splitlines()[:_SHOWN], 1):
        yield clip(f"      {number:>3} | {line}", view.width)
    nothing = view.say(Message("（没有问题）", "(nothing)"))
    sides = (
        ("- " + view.say(Message("应有", "expected")), result.missing),
        ("+ " + view.say(Message("实有", "got     ")), result.unexpected),
    )
    for side, found in sides:
        lines = [_line(each, view) for each in found] or [nothing]
        yield from (clip(f"      {side}  {line}", view.width) for line in lines)


def _line(line: FindingSummary, view: View) -> str:
    pieces = [line.rule]
    if line.draft > 1:
        pieces.append(view.say(Message(f"第 {line.draft} 份", f"draft {line.draft}")))
    if line.line:
        pieces.append(view.say(Message(f"第 {line.line} 行", f"line {line.line}")))
    if line.text:
        pieces.append(view.say(Message(f"“{line.text}”", f'"{line.text}"')))
    return "  ".join((*pieces, view.say(line.message))).rstrip()


def _verdict(reports: Sequence[RulesetResult], view: View) -> Iterator[str]:
    wrong = sum(not rule_result.passed for each in reports for rule_result in each.rules)
    failed = sum(not result.passed for each in reports for result in each.cases)
    covered = sum(rule_result.fires and rule_result.silent for each in reports for rule_result in each.rules)
    rules = sum(len(each.rules) for each in reports)
    verdict = view.say(
        Message("全部通过", "all passed")
        if not wrong and not failed
        else Message(
            f"{wrong} 条规则、{failed} 个用例未通过",
            f"{count(wrong, 'rule')} and {count(failed, 'case')} failed",
        )
    )
    yield ""
    yield view.say(
        Message(
            f"{len(reports)} 个规则集，{_figures(reports, view)}，覆盖 {covered}/{rules}：{verdict}",
            f"{count(len(reports), 'ruleset')}, {_figures(reports, view)}, "
            f"{covered} of {rules} covered: {verdict}",
        )
    )


def _figures(reports: Sequence[RulesetResult], view: View) -> str:
    rules = sum(len(each.rules) for each in reports)
    examples = sum(len(rule_result.results) for each in reports for rule_result in each.rules)
    cases = sum(len(each.cases) for each in reports)
    return view.say(
        Message(
            f"{rules} 条规则，{examples} 个示例，{cases} 个用例",
            f"{count(rules, 'rule')}, {count(examples, 'example')}, {count(cases, 'case')}",
        )
    )
