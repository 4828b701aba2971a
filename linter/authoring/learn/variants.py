"""Reports made of others by leaving paragraphs out: they teach what is said of a section that is not there.

Whoever learns from whole reports alone takes a report with one section for one with all: a sentence that is
a little like a section is the most like it that there is.
"""

import os
from collections.abc import Collection, Iterator
from random import Random

from linter import readers
from linter.authoring.learn.labelled import Label, Labelled
from linter.engine.selection import RulesetSelector
from linter.model.message import Message

_FORMAT = "report.txt"
"""As what a report that is made of another is read: plain text."""
_FEWEST = 3
"""A report that has fewer sections is left whole."""
_FEW = Message("只留一两部分后", "with one or two of its sections")


def reduced(report: Labelled, selector: RulesetSelector) -> Iterator[Labelled]:
    """The report with one or two of its sections, always the same ones; none where it has few."""
    there = [section for section, label in report.labels.items() if label.state != "absent"]
    if len(there) < _FEWEST:
        return
    chosen = Random(f"{os.path.basename(report.document.path)} {report.part.start}")
    lines = _lines_of(report, set(chosen.sample(there, chosen.choice((1, 2)))))
    labels = {section: _among(label, lines) for section, label in report.labels.items()}
    document, part = report.document, report.part
    left_out = {
        index
        for index in range(part.first_block + 1, part.end_block)
        if document.locate(document.blocks[index].start)[0] not in lines
    }
    yield from without(left_out, report._replace(labels=labels, made=_FEW), selector)


def _lines_of(report: Labelled, sections: Collection[str]) -> set[int]:
    """The lines of some sections: those of their labels, and those under their headings up to the next
    heading of a section, or the next paragraph that treats another.
    """
    document, part = report.document, report.part
    headings = [line for each in report.labels.values() if each.state == "heading" for line in each.lines]
    treated = [
        line
        for section, each in report.labels.items()
        if each.state == "body" and section not in sections
        for line in each.lines
    ]
    ends = {*headings, *treated}
    found: set[int] = set()
    is_within = False
    for index in range(part.first_block, part.end_block):
        line = document.locate(document.blocks[index].start)[0]
        own = [report.labels[section] for section in sections if line in report.labels[section].lines]
        if own or line in ends:
            is_within = any(label.state == "heading" for label in own)
        if own or is_within:
            found.add(line)
    return found


def _among(label: Label, lines: Collection[int]) -> Label:
    """What is known of a section where these lines are left."""
    left = label.lines.intersection(lines)
    return Label(label.state, left) if left else Label("absent", frozenset())


def without(left_out: Collection[int], wanted: Labelled, selector: RulesetSelector) -> Iterator[Labelled]:
    """A report without some of its paragraphs (indices into `Document.blocks`), the others on the lines where
    they stand in it; none where too little is left to be one. `wanted` has its labels.
    """
    document, part = wanted.document, wanted.part
    lines: list[str] = []
    for index in range(part.first_block, part.end_block):
        start, end, *_ = document.blocks[index]
        if index not in left_out:
            lines += [""] * (document.locate(start)[0] - 1 - len(lines))
            lines.append(document.text[start:end])
    if lines:
        made = readers.read(_FORMAT, "\n".join(lines).encode())._replace(path=document.path)
        parts, _ = selector.outlined(made)
        if len(parts) == 1:
            yield wanted._replace(document=made, part=parts[0])
