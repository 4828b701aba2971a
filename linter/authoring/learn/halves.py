"""Labels for reports that have none: a heading that literally names its section labels the text under it.

Such a heading says that the section is there, and nothing says which are not. So the report is also
learnt from without the heading (its text then treats the section) and without both (the section is
absent), a section at a time. Of a section that no heading names nothing is known.
"""

from collections.abc import Iterator, Mapping, Sequence

from linter import readers
from linter.authoring.learn.labelled import Label, Labelled
from linter.authoring.learn.variants import without
from linter.engine.selection import RulesetSelector
from linter.model.document import Document
from linter.model.message import Message
from linter.model.outline import Heading, Part
from linter.model.rules import SectionTerms
from linter.project.files import load

_NO_HEADING = Message("去掉标题后", "without the heading")
_NO_SECTION = Message("去掉这一部分后", "without the section")


def half_labelled(
    path: str, writer: str, sections: Sequence[SectionTerms], selector: RulesetSelector
) -> list[Labelled]:
    """The reports of a text, and those made of them. Raises UnreadableError."""
    document = readers.read(path, load(path))
    found = []
    for part in selector.outlined(document)[0]:
        named = {section.id: _naming(document, part, section) for section in sections}
        labels = {id: _label(document, headings) for id, headings in named.items() if headings}
        if labels:
            found.append(Labelled(document, part, writer, labels))
        for id, label in labels.items():
            found += _without(document, part, writer, {id: label}, named[id], selector)
    return found


def _naming(document: Document, part: Part, section: SectionTerms) -> list[Heading]:
    """The headings that name a section: they contain its title, or one of the words of its headings."""
    names = [name for name in (section.title.zh, *section.headings) if name]
    return [
        heading
        for heading in part.headings
        if any(name in document.text[heading.start : heading.end] for name in names)
    ]


def _label(document: Document, headings: Sequence[Heading]) -> Label:
    return Label("heading", frozenset(document.locate(heading.start)[0] for heading in headings))


def _without(
    document: Document,
    part: Part,
    writer: str,
    labels: Mapping[str, Label],
    headings: Sequence[Heading],
    selector: RulesetSelector,
) -> Iterator[Labelled]:
    """The report without the headings of one section, and without its text as well.

    Headings that open a paragraph cannot be taken away alone: then there is the second one only.
    """
    own = {heading.block for heading in headings}
    text = {
        index
        for index in range(part.first_block, part.end_block)
        for heading in headings
        if heading.reach[0] <= document.blocks[index].start < heading.body_end
    }
    (section,) = labels
    if all(heading.kind == "line" for heading in headings) and text - own:
        lines = frozenset(document.locate(document.blocks[index].start)[0] for index in text - own)
        treated = {section: Label("body", lines)}
        yield from without(own, Labelled(document, part, writer, treated, _NO_HEADING), selector)
    absent = {section: Label("absent", frozenset())}
    yield from without(own | text, Labelled(document, part, writer, absent, _NO_SECTION), selector)
