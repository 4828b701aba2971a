"""The outline of a draft as document symbols: its reports, and their headings within one another."""

from lsprotocol.types import DocumentSymbol, Range, SymbolKind

from linter import readers
from linter.model.document import Document
from linter.model.errors import ReportlintError
from linter.model.message import Message
from linter.model.outline import Heading, Part
from linter.surfaces.editor.judging import OpenFile, data
from linter.surfaces.editor.positions import Text


def symbols(found: OpenFile) -> list[DocumentSymbol]:
    """The outline of a draft; empty for other files, and for a draft that was not judged."""
    file, project = found.file, found.verdict.project
    if project is None:
        return []
    try:
        document = readers.read(file.path, data(file))
        parts, _ = project.selector.outlined(document)
    except ReportlintError:
        return []
    return [_part(document, part, found.text, found.lang) for part in parts]


def _part(document: Document, part: Part, text: Text, lang: str) -> DocumentSymbol:
    """A report, named by its title."""
    start, end = part.title or (part.start, part.start)
    name = " ".join(document.words(start, end).split()) or Message("（没有标题）", "(no title)").say(lang)
    whole, named = (_range(document, text, *span) for span in ((part.start, part.end), (start, end)))
    top: list[DocumentSymbol] = []
    lists = [(0, top)]
    for heading in part.headings:
        while lists[-1][0] >= heading.level:
            lists.pop()
        below: list[DocumentSymbol] = []
        lists[-1][1].append(_heading(document, heading, text, below))
        lists.append((heading.level, below))
    return DocumentSymbol(name, SymbolKind.Module, whole, named, children=top)


def _heading(
    document: Document, heading: Heading, text: Text, children: list[DocumentSymbol]
) -> DocumentSymbol:
    number = heading.number
    name = f"{number.text if number else ''}{document.words(heading.start, heading.end)}"
    start = number.start if number and number.start < number.end else heading.start
    return DocumentSymbol(
        name=" ".join(name.split()) or "…",
        kind=SymbolKind.String,
        range=_range(document, text, min(start, heading.start), max(heading.body_end, heading.end)),
        selection_range=_range(document, text, heading.start, heading.end),
        children=children,
    )


def _range(document: Document, text: Text, start: int, end: int) -> Range:
    return text.range(*document.locate(start), *document.locate_end(start, end))
