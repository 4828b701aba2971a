"""How well weights tell the sections of reports that they were not fitted to.

The reports are parted into folds, those of a writer in one; each fold is judged by weights that are fitted
to the others.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from linter.authoring.learn.samples import Sample
from linter.model.weights import SectionWeights
from linter.structure.fitted import fitted_states

SHARES = (0.25, 0.5)
"""Parts of the data that are tried as well, to see whether more of it would help."""

Tick = Callable[[], None]
"""Is called when a fold is judged."""
Learn = Callable[[tuple[str, ...], Sequence[Sample]], SectionWeights]
"""Fits weights for sections to samples."""


class Verdict(NamedTuple):
    """What was said of one section in one report."""

    sample: Sample
    section: str
    wanted: str
    """The state by the label."""
    said: str
    confidence: float

    @property
    def kind(self) -> str:
        """`found`, `invented`, `missed` or `silent`: whether the section is said to be there, and is."""
        return _KINDS[(self.wanted != "absent", self.said != "absent")]


_KINDS = {
    (True, True): "found",
    (False, True): "invented",
    (True, False): "missed",
    (False, False): "silent",
}


def trial(
    sections: tuple[str, ...],
    samples: Sequence[Sample],
    folds: Sequence[int],
    tick: Tick,
    learn: Learn,
    share: float = 1.0,
) -> list[Verdict]:
    """The verdicts on all samples, each by weights that had seen nothing of its fold.

    They are fitted to a share of the reports that they may see.
    """
    found: list[Verdict] = []
    for fold in sorted(set(folds)):
        rest = [each for each, number in zip(samples, folds, strict=True) if number != fold]
        weights = learn(sections, rest[:: round(1 / share)])
        for each, number in zip(samples, folds, strict=True):
            if number == fold:
                found += judged(weights, each)
        tick()
    return found


def judged(weights: SectionWeights, sample: Sample) -> Iterator[Verdict]:
    """The verdicts on one report, where it is known what they should be."""
    states, _ = fitted_states(sample.report.document, sample.report.part, weights, sample.said)
    for section, wanted in zip(weights.sections, sample.states, strict=True):
        if wanted:
            yield Verdict(sample, section, wanted, states[section].state, states[section].confidence)
