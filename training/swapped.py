"""Whether text that stands under a heading of something else is noticed.

    python -m training.swapped RULESET FOLDER…

In each labelled report of the folders the texts under two headings change places: under one that names a
section, and under another that does not name it and whose text does not treat it. The section then has its
heading, and below that something else. Each report is judged by weights that were fitted to other writers.

Printed is how many of such headings pass without a word, by section; and how many headings of reports left
as they are would be doubted, for whoever doubts everything notices every swap.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from linter import readers
from linter.authoring.learn.fit import fit, folds_of
from linter.authoring.learn.learning import learnable, unweighed
from linter.authoring.learn.lines import lines
from linter.authoring.learn.samples import Sample
from linter.engine.choice import Choice
from linter.extras import require
from linter.model.document import Document
from linter.model.outline import Heading, Presence
from linter.model.weights import SectionWeights
from linter.structure.sections import presences

FOLDS = 4
"""Of the trial; the writers of a fold are judged by weights fitted to the others."""
MOST = 3
"""So many pairs of a report change places, each pair by itself."""


class Named(NamedTuple):
    """A heading on a line of its own that names one section, and one that may lend it its text."""

    section: str
    heading: Heading
    other: Heading


def main(ruleset: str, folders: Sequence[str]) -> None:
    """Print the figures."""
    require("sklearn", "learn")
    sections, samples = learnable(ruleset, folders)
    single = [piece for folder in folders for piece in lines(folder, sections)]
    selector = unweighed(ruleset)
    vocabulary = selector.prepared(Choice((ruleset,))).vocabulary

    def verdict(document: Document, named: Named, words: str, weights: SectionWeights) -> str:
        for part in selector.outlined(document)[0]:
            presence = presences(document, part, vocabulary, (weights,))[named.section]
            if presence.state == "heading" and words in _words(document, presence):
                return "doubted" if presence.unsure else "passes"
        return "not taken"

    folds = folds_of(samples, FOLDS)
    swapped: Counter[tuple[str, str]] = Counter()
    untouched: Counter[tuple[str, str]] = Counter()
    for fold in sorted(set(folds)):
        rest = [each for each, other in zip(samples, folds, strict=True) if other != fold]
        weights = fit(sections, rest, single=single)
        for each in (each for each, other in zip(samples, folds, strict=True) if other == fold):
            for named in islice(_pairs(each), MOST):
                document = each.report.document
                words = document.text[named.heading.start : named.heading.end]
                untouched[named.section, verdict(document, named, words, weights)] += 1
                other = exchanged(document, named)
                swapped[named.section, verdict(other, named, words, weights)] += 1
    for title, counts in (("swapped", swapped), ("left as they are", untouched)):
        print(title)
        rows = {section: Counter({kind: counts[section, kind] for kind in KINDS}) for section in sections}
        for name, row in {**rows, "all": sum(rows.values(), Counter())}.items():
            print(f"  {name}: {', '.join(f'{kind} {row[kind]}' for kind in KINDS)} of {row.total()}")


KINDS = ("passes", "doubted", "not taken")
"""What becomes of a heading: it passes without a word, with a doubt, or is not taken for the section's."""


def _pairs(sample: Sample) -> Iterator[Named]:
    """The headings of a report that name one section, each with the next one that can lend its text."""
    report = sample.report
    lines = [heading for heading in report.part.headings if heading.kind == "line"]
    about = {heading.start: _sections_of(sample, heading) for heading in lines}
    for place, heading in enumerate(lines):
        others = [*lines[place + 1 :], *lines[:place]]
        for section in about[heading.start] if _names(sample, heading) else ():
            for other in others:
                if other.level == heading.level and section not in about[other.start]:
                    yield Named(section, heading, other)
                    break


def _names(sample: Sample, heading: Heading) -> bool:
    """Whether a heading names exactly one section, and text stands under it."""
    line = sample.report.document.locate(heading.start)[0]
    naming = [
        each for each in sample.report.labels.values() if each.state == "heading" and line in each.lines
    ]
    return len(naming) == 1 == len(_sections_of(sample, heading)) and heading.body_end > heading.end + 1


def _sections_of(sample: Sample, heading: Heading) -> set[str]:
    """The sections that a heading names or that are treated below it; all of them where nothing is below."""
    document, labels = sample.report.document, sample.report.labels
    first, last = (document.locate(max(heading.start, at))[0] for at in (heading.start, heading.body_end - 1))
    if last == first:
        return set(labels)
    return {
        section for section, label in labels.items() if any(first <= line <= last for line in label.lines)
    }


def exchanged(document: Document, named: Named) -> Document:
    """The document in which the texts under two headings have changed places."""
    text = document.text
    (one, one_end), (two, two_end) = sorted(
        (heading.end, heading.body_end) for heading in (named.heading, named.other)
    )
    parts = (
        text[:one],
        text[two:two_end].rstrip("\n"),
        text[one_end:two],
        text[one:one_end].rstrip("\n"),
        text[two_end:],
    )
    before, first, between, second, behind = parts
    lines = "\n".join((before + first, between.lstrip("\n") + second, behind.lstrip("\n"))).rstrip("\n")
    return readers.read("report.txt", lines.encode())


def _words(document: Document, presence: Presence) -> list[str]:
    return [document.text[start:end] for start, end in presence.spans]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ruleset")
    parser.add_argument("folders", nargs="+")
    main(**vars(parser.parse_args()))
