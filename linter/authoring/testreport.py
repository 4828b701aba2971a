"""How the tests of rulesets came out, as lines: what was expected (`-`) against what was found (`+`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.authoring.origins import shown
from linter.authoring.ruletest import Line, Report, Tested, Trial
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import count
from linter.reporters.terminal_text import clip, visible

_SHOWN = 12
"""Lines of a draft that are shown."""


def report(reports: Sequence[Report], view: View) -> str:
    """The failures of each ruleset with their places, and the figures."""
    lines = [line for each in reports for line in _ruleset(each, view)]
    return "".join(f"{line}\n" for line in (*lines, *_verdict(reports, view)))


def _ruleset(report: Report, view: View) -> Iterator[str]:
    wrong = [tested for tested in report.rules if not tested.right]
    trials = [trial for trial in report.cases if not trial.right]
    mark = "✗" if wrong or trials else "✓"
    yield f"{mark} {report.ruleset.id}  {shown(report.ruleset.path)}  {_figures([report], view)}"
    for tested in wrong:
        yield from _rule(tested, view)
    for trial in trials:
        yield from _trial(trial, view)
    if view.verbose:
        for tested in report.rules:
            if tested.right:
                yield f"  ✓ {tested.rule.id}"


def _rule(tested: Tested, view: View) -> Iterator[str]:
    yield f"  ✗ {tested.rule.id}  {tested.place}"
    for trial in tested.trials:
        if not trial.right:
            yield from _trial(trial, view)
    if not tested.fires:
        zh = "没有示例或用例能让它报出问题：补一条 examples.fail"
        yield f"    {view.say(Message(zh, 'nothing makes it fire: add an example under examples.fail'))}"
    if not tested.silent:
        zh = "没有示例或用例说明它何时不报：补一条 examples.pass"
        yield f"    {view.say(Message(zh, 'nothing keeps it silent: add an example under examples.pass'))}"


def _trial(trial: Trial, view: View) -> Iterator[str]:
    yield f"    {trial.place}  {view.say(trial.name)}".rstrip()
    for number, line in enumerate(trial.draft.splitlines()[:_SHOWN], 1):
        yield clip(f"      {number:>3} | {visible(line)}", view.width)
    nothing = view.say(Message("（没有问题）", "(nothing)"))
    yield from _side("-", view.say(Message("应有", "expected")), trial.lacking, trial.surplus, nothing, view)
    yield from _side("+", view.say(Message("实有", "got     ")), trial.surplus, trial.lacking, nothing, view)


def _side(
    sign: str, word: str, lines: Iterable[Line], others: Iterable[Line], nothing: str, view: View
) -> Iterator[str]:
    """One side of the difference; `nothing` when only the other has something."""
    for line in lines:
        yield clip(f"      {sign} {word}  {_line(line, view)}", view.width)
    if not lines and others:
        yield f"      {sign} {word}  {nothing}"


def _line(line: Line, view: View) -> str:
    pieces = [line.rule]
    if line.draft > 1:
        pieces.append(view.say(Message(f"第 {line.draft} 份", f"draft {line.draft}")))
    if line.line:
        pieces.append(view.say(Message(f"第 {line.line} 行", f"line {line.line}")))
    if line.text:
        pieces.append(view.say(Message(f"“{visible(line.text)}”", f'"{visible(line.text)}"')))
    return "  ".join((*pieces, visible(view.say(line.message)))).rstrip()


def _verdict(reports: Sequence[Report], view: View) -> Iterator[str]:
    wrong = sum(not tested.right for each in reports for tested in each.rules)
    failed = sum(not trial.right for each in reports for trial in each.cases)
    covered = sum(tested.fires and tested.silent for each in reports for tested in each.rules)
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


def _figures(reports: Sequence[Report], view: View) -> str:
    rules = sum(len(each.rules) for each in reports)
    examples = sum(len(tested.trials) for each in reports for tested in each.rules)
    cases = sum(len(each.cases) for each in reports)
    return view.say(
        Message(
            f"{rules} 条规则，{examples} 个示例，{cases} 个用例",
            f"{count(rules, 'rule')}, {count(examples, 'example')}, {count(cases, 'case')}",
        )
    )
