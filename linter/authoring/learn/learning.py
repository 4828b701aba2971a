"""From a folder of reports to weights, and the trial that tells how good they are."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from linter.authoring.learn.fit import fit, folds_of
from linter.authoring.learn.halves import half_labelled
from linter.authoring.learn.labelled import Labelled, label_path, labelled, texts, writers
from linter.authoring.learn.lines import lines
from linter.authoring.learn.samples import Sample, sample
from linter.authoring.learn.trial import SHARES, Verdict, trial
from linter.authoring.learn.variants import reduced
from linter.engine.choice import Choice
from linter.engine.run import Progress
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import ConfigError
from linter.model.weights import SectionWeights
from linter.ruleset.library import load
from linter.structure.sections import presences

_LEAST = 4
"""Reports that anything can be learnt from."""


class Learnt(NamedTuple):
    """Weights, and how they fare."""

    weights: SectionWeights
    verdicts: Sequence[Verdict]
    """On each report, by weights that were fitted without its writer."""
    curve: Mapping[float, Sequence[Verdict]]
    """The same by weights fitted to a share of the reports."""
    reports: int


def learnt(ruleset: str, folder: str, folds: int, tick: Progress, reduce: bool = False) -> Learnt:
    """Fit weights to the reports of a folder, and try them. With `reduce` reports that are cut down to one or
    two of their sections are learnt from as well.

    Raises ConfigError: nothing to learn from, or a wrong label; RulesetError; UnreadableError.
    """
    sections, samples = learnable(ruleset, [folder], reduce)
    learn = partial(fit, single=lines(folder, sections))
    numbers = folds_of(samples, folds)
    done, steps = 0, len(set(numbers)) * (1 + len(SHARES))

    def step() -> None:
        nonlocal done
        done += 1
        tick(done, steps)

    verdicts = trial(sections, samples, numbers, step, learn)
    curve = {share: trial(sections, samples, numbers, step, learn, share) for share in SHARES}
    return Learnt(learn(sections, samples), verdicts, curve, len(samples))


def learnable(
    ruleset: str, folders: Sequence[str], reduce: bool = False
) -> tuple[tuple[str, ...], list[Sample]]:
    """The sections of a ruleset that some folders teach, in their order, and the reports that teach them.

    Raises ConfigError, RulesetError, UnreadableError.
    """
    selector = unweighed(ruleset)
    prepared = selector.prepared(Choice((ruleset,)))
    reports = [report for folder in folders for report in _reports(folder, selector, ruleset)]
    if reduce:
        reports = [each for report in reports for each in (report, *reduced(report, selector))]
    known = {section for report in reports for section in report.labels}
    sections = tuple(each.id for each in prepared.ruleset.sections if each.id in known)
    if len(reports) < _LEAST or len({report.writer for report in reports}) < 2:
        raise ConfigError(
            f"{'、'.join(folders)}：可学的报告太少（{len(reports)} 份）。"
            "请补上标注，或加一些标题直接写明各部分名称的报告",
            f"{', '.join(folders)}: too little to learn from ({len(reports)} reports): "
            "add labels, or reports whose headings name their sections",
        )
    samples = []
    for report in reports:
        said = presences(report.document, report.part, prepared.vocabulary)
        samples.append(sample(report, sections, {section: said[section].state for section in sections}))
    return sections, samples


def unweighed(ruleset: str) -> RulesetSelector:
    """What judges by a ruleset without its weights: what is learnt does not depend on what was.

    Raises RulesetError.
    """
    return RulesetSelector(Selection((ruleset,)), own={ruleset: load(ruleset)._replace(weights=())})


def _reports(folder: str, selector: RulesetSelector, ruleset: str) -> Iterator[Labelled]:
    """The labelled reports of a folder; half-labelled those of texts that have no label."""
    sections = selector.prepared(Choice((ruleset,))).ruleset.sections
    ids = [section.id for section in sections]
    by = writers(folder)
    for path in texts(folder):
        name = os.path.splitext(os.path.basename(path))[0]
        writer = by.get(name, name)
        if os.path.exists(label_path(path)):
            yield from labelled(path, writer, ids, selector)
        else:
            yield from half_labelled(path, writer, sections, selector)
