"""What real public texts add to the weights of a ruleset: numbers, never a text.

    python -m training.real RULESET OWN WEIGHTS TABLE REAL… [--lines FOLDER]

OWN is this folder, each REAL one of the same form with public texts, which do not belong into the
repository; `--lines` names one with single headings and sentences of others (`training.public_lines`).
WEIGHTS is the file that `reportlint learn RULESET OWN` wrote. The same n-grams are fitted to all texts
together; TABLE gets the differences, which are added to WEIGHTS where a rule file names both, and verdicts
calibrated on both. No n-gram of a real text gets in that our own texts do not have.

Printed is how both kinds of texts fare when they are left out of what is fitted to, by writer or by text,
and how the word lists alone do.
"""

import argparse
import os
from collections import Counter
from collections.abc import Mapping, Sequence

from linter.authoring.learn.figures import macro
from linter.authoring.learn.fit import first_layer, fit, folds_of
from linter.authoring.learn.learning import learnable
from linter.authoring.learn.lines import lines
from linter.authoring.learn.samples import Piece, Sample
from linter.authoring.learn.trial import Learn, Verdict, judged, trial
from linter.extras import require
from linter.model.weights import BIAS, SCALE, Row, Rows, SectionWeights
from linter.ruleset.weights import load, written
from linter.structure.fitted import numbers
from training.public_lines import pieces

FOLDS = 10
"""Of the trial."""
LEAST = SCALE // 8
"""A row is in the table when one of its numbers moves so far: an eighth of log-odds."""
HEAD = "What real public texts add to the weights, by training/real.py: do not edit, fit it anew."


def main(ruleset: str, own: str, weights: str, table: str, real: Sequence[str], public: str) -> None:
    """Write the table, and print the figures."""
    require("sklearn", "learn")
    base = load([weights])
    sections, ours = learnable(ruleset, [own])
    _, others = learnable(ruleset, real)
    own_lines = lines(own, sections)
    single = [*own_lines, *(pieces(public, sections) if public else [])]
    both = _together(sections, [*ours, *others], base, single)
    added = SectionWeights(
        sections,
        _added(both.naming, base.naming),
        _added(both.treating, base.treating),
        both.verdicts,
        texts=both.texts,
    )
    with open(table, "w", encoding="utf-8", newline="\n") as file:
        file.write(written(added, HEAD))
    own = os.path.normpath(own)

    def learn(sections: tuple[str, ...], some: Sequence[Sample]) -> SectionWeights:
        first = first_layer(sections, [each for each in some if _folder(each) == own], None, own_lines)
        return _together(sections, some, first, single)

    _try(learn, fit(sections, ours, single=own_lines), ours, others)


def _together(
    sections: tuple[str, ...], samples: Sequence[Sample], base: SectionWeights, single: Sequence[Piece]
) -> SectionWeights:
    """The weights of the n-grams of the base, fitted to some samples; rows that hardly move stay put."""
    both = fit(sections, samples, base, single)
    return both._replace(
        naming=_moved(both.naming, base.naming), treating=_moved(both.treating, base.treating)
    )


def _moved(both: Mapping[str, Row], base: Mapping[str, Row]) -> Rows:
    found = Rows(base)
    for gram, row in both.items():
        pairs = zip(numbers(row), numbers(base[gram]), strict=True)
        if gram == BIAS or max(abs(one - other) for one, other in pairs) >= LEAST:
            found[gram] = row
    return found


def _added(both: Mapping[str, Row], base: Mapping[str, Row]) -> Rows:
    """The rows that make the rows of both out of those of the base when they are added."""
    found = Rows()
    for gram, row in base.items():
        before = numbers(row)
        after = numbers(both[gram])
        if after != before:
            found[gram] = " ".join(str(one - other) for one, other in zip(after, before, strict=True))
    return found


def _try(learn: Learn, alone: SectionWeights, ours: Sequence[Sample], others: Sequence[Sample]) -> None:
    """Print the figures: of weights fitted to all texts, to our own alone, and of the word lists."""
    samples, sections = [*ours, *others], alone.sections
    verdicts = trial(sections, samples, folds_of(samples, FOLDS), lambda: None, learn)
    kinds = {
        "learnt from all": verdicts,
        "learnt from own texts": [each for sample in others for each in judged(alone, sample)],
        "by words": [each for sample in samples for each in _by_words(sections, sample)],
    }
    for folder in dict.fromkeys(map(_folder, samples)):
        for kind, found in kinds.items():
            _line(f"{folder}, {kind}", [each for each in found if _folder(each.sample) == folder])


def _folder(sample: Sample) -> str:
    return os.path.normpath(os.path.dirname(os.path.dirname(sample.report.document.path)))


def _line(name: str, verdicts: Sequence[Verdict]) -> None:
    if verdicts:
        kinds = Counter(each.kind for each in verdicts)
        print(
            f"{name}: F1 {macro(verdicts).f1:.3f}, state {macro(verdicts).state:.3f},"
            f" invented {kinds['invented']}, missed {kinds['missed']} of {len(verdicts)}"
        )


def _by_words(sections: tuple[str, ...], sample: Sample) -> list[Verdict]:
    return [
        Verdict(sample, section, state, sample.said[section], 1.0)
        for section, state in zip(sections, sample.states, strict=True)
        if state
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("ruleset", "own", "weights", "table"):
        parser.add_argument(name)
    parser.add_argument("real", nargs="+")
    parser.add_argument("--lines", dest="public", default="")
    main(**vars(parser.parse_args()))
