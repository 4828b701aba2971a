"""The figures of a trial, in words: by section, by writer, the worst misses, and by the amount of data."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.authoring.learn.trial import Verdict
from linter.model.levels import SECTION_NAMES
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.terminal_text import pad, width
from linter.text.visible import visible

_WORST = 10
"""Misses that are listed."""
_ROW = Message(
    "{precision:.3f} 查准  {recall:.3f} 查全  {f1:.3f} F1  {state:.3f} 状态",
    "{precision:.3f} precision  {recall:.3f} recall  {f1:.3f} F1  {state:.3f} state",
)


class Figures(NamedTuple):
    """How many verdicts are right: on whether sections are there, and on their states."""

    precision: float
    """Of the sections that are said to be there, the share that is."""
    recall: float
    """Of the sections that are there, the share that is said to be."""
    f1: float
    state: float
    """Of all states, the share that is right."""


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of some verdicts; 1 where there is nothing to be wrong about."""
    kinds = Counter(verdict.kind for verdict in verdicts)
    right, invented, missed = kinds["found"], kinds["invented"], kinds["missed"]
    states = sum(verdict.said == verdict.wanted for verdict in verdicts)
    return Figures(
        _share(right, right + invented),
        _share(right, right + missed),
        _share(2 * right, 2 * right + invented + missed),
        _share(states, len(verdicts)),
    )


def _share(some: int, all: int) -> float:
    return some / all if all else 1.0


def macro(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of some verdicts, each section counting the same."""
    each = [figures(found) for found in _grouped(verdicts, lambda verdict: verdict.section).values()]
    return Figures(*(sum(column) / len(column) for column in zip(*each, strict=True)))


def by_words(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """What the word lists alone say instead."""
    return [each._replace(said=each.sample.said[each.section]) for each in verdicts]


def report(verdicts: Sequence[Verdict], curve: Mapping[float, Sequence[Verdict]], view: View) -> str:
    """All that a trial tells. `curve` has the verdicts by weights fitted to a share of the data."""
    sections = _grouped(verdicts, lambda verdict: verdict.section)
    writers = _grouped(verdicts, lambda verdict: verdict.sample.report.writer)
    rows: dict[str, Sequence[Verdict]] = {**curve, 1.0: verdicts}  # type: ignore[dict-item]
    lines = [
        *_table(Message("各部分", "by section"), sections, figures, view),
        *_table(
            Message("合计", "together"),
            {view.say(_ALL): verdicts, view.say(_WORDS): by_words(verdicts)}, macro, view,
        ),
        *_table(Message("各作者", "by writer"), writers if len(writers) <= _WRITERS else {}, figures, view),
        *_table(
            Message("数据量", "by amount of data"), {f"{share:.0%}": found for share, found in rows.items()},
            macro, view,
        ),
        *_misses(verdicts, view),
    ]  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


_ALL = Message("各部分平均", "mean of the sections")
_WORDS = Message("只看词表", "by the words alone")
_WRITERS = 40
"""With more of them a table of them tells nothing."""


def _grouped(verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> dict[str, list[Verdict]]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return dict(sorted(groups.items()))


def _table(
    title: Message,
    groups: Mapping[str, Sequence[Verdict]],
    count: Callable[[Sequence[Verdict]], Figures],
    view: View,
) -> Iterator[str]:
    if not groups:
        return
    yield view.say(title)
    longest = max(map(width, groups))
    for name, verdicts in groups.items():
        row = view.say(_ROW).format(**count(verdicts)._asdict())
        yield f"  {pad(visible(name), longest)}  {row}"


def _misses(verdicts: Sequence[Verdict], view: View) -> Iterator[str]:
    """The wrong states that were said with most confidence."""
    wrong = [verdict for verdict in verdicts if verdict.said != verdict.wanted]
    if wrong:
        yield view.say(Message("最有把握却判错的", "wrong with most confidence"))
    for verdict in sorted(wrong, key=lambda verdict: -verdict.confidence)[:_WORST]:
        report = verdict.sample.report
        lines = report.labels[verdict.section].lines
        line = min(lines) if lines else report.document.locate(report.part.start)[0]
        was, said = (view.say(SECTION_NAMES[state]) for state in (verdict.wanted, verdict.said))
        words = Message(
            f"应为“{was}”，判为“{said}”（{verdict.confidence:.2f}）",
            f"is '{was}', said '{said}' ({verdict.confidence:.2f})",
        )
        made = f"  {view.say(report.made)}" if report.made else ""
        yield f"  {visible(report.document.path)}:{line}{made}  {verdict.section}  {view.say(words)}"
