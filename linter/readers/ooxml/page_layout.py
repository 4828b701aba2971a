"""How a Word file looks: its pages, and the fonts, sizes, indents and line distances of its text."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.page_layout import Page, PageLayout, Paragraph, Spacing, Stretch
from linter.readers.ooxml.cascade import Cascade, Form, first_line
from linter.readers.ooxml.package import Element, Package, child, number, w
from linter.readers.ooxml.paragraphs import FIELD_SIMPLE, INSTRUCTION, Piece
from linter.readers.ooxml.stories import PARAGRAPH
from linter.readers.ooxml.stories import Paragraph as Source
from linter.readers.ooxml.styles import PPR, RPR, run_properties

_SECTION, _PAPER, _MARGINS, _GRID = w("sectPr"), w("pgSz"), w("pgMar"), w("docGrid")
_TYPE, _PITCH, _INSTR = w("type"), w("linePitch"), w("instr")
_TWIPS = 1440 / 25.4
"""Twips in a mm."""
_LINED = ("lines", "linesAndChars", "snapToChars")


def looks(package: Package, root: Element, sources: list[tuple[int, Source]]) -> PageLayout:
    """The looks of a file; `sources` are the paragraphs of its text, each with its offset."""
    styles, theme = (package.related(kind) for kind in ("styles", "theme"))
    cascade = Cascade(package.xml(styles) if styles else None, package.xml(theme) if theme else None)
    grids = _grids(root)
    return PageLayout(
        tuple(_pages(root)),
        any(map(_is_page_number, _instructions(package))),
        tuple(_paragraph(offset, source, cascade, grids) for offset, source in sources),
    )


def _pages(root: Element) -> Iterator[Page]:
    for section in root.iter(_SECTION):
        paper, margins = child(section, _PAPER), child(section, _MARGINS)
        if paper is not None and margins is not None:
            left = _mm(margins, "left") + _mm(margins, "gutter")
            sides = (_mm(margins, "top"), _mm(margins, "bottom"), left, _mm(margins, "right"))
            yield Page(_mm(paper, "w"), _mm(paper, "h"), *sides)


def _mm(element: Element, name: str) -> float:
    return abs(number(element.get(w(name))) or 0) / _TWIPS


def _instructions(package: Package) -> Iterator[str]:
    """The codes of the fields in headers and footers."""
    for kind, part in package.relations.values():
        if kind in ("header", "footer"):
            root = package.xml(part)
            yield "".join(text.text or "" for text in root.iter(INSTRUCTION))
            yield from (field.get(_INSTR, "") for field in root.iter(FIELD_SIMPLE))


def _is_page_number(code: str) -> bool:
    return "PAGE" in code.upper().split()


def _grids(root: Element) -> dict[Element, float]:
    """The pitch of the grid that a paragraph stands on, in points; 0 for none."""
    found: dict[Element, float] = {}
    waiting: list[Element] = []
    for node in root.iter(PARAGRAPH, _SECTION):
        if node.tag == PARAGRAPH:
            waiting.append(node)
            continue
        grid = child(node, _GRID)
        lined = grid is not None and grid.get(_TYPE) in _LINED
        pitch = (number(grid.get(_PITCH)) or 0) / 20 if grid is not None and lined else 0.0
        found |= dict.fromkeys(waiting, pitch)
        waiting.clear()
    return found


def _paragraph(offset: int, source: Source, cascade: Cascade, grids: dict[Element, float]) -> Paragraph:
    element = source.elements[-1]
    style = source.properties.style
    form = cascade.form(style, child(element, PPR))
    stretches = tuple(_stretches(offset, source.pieces, style, cascade))
    size = stretches[0].size if stretches else cascade.type(style, None, None).size
    end = stretches[-1].end if stretches else offset
    spacing = _spacing(form, grids.get(element, 0.0))
    return Paragraph(offset, end, form.align, first_line(form, size), spacing, stretches)


def _spacing(form: Form, grid: float) -> Spacing:
    if form.rule == "auto":
        return Spacing("auto", form.line / 240, grid if form.snaps else 0.0)
    return Spacing(form.rule, form.line / 20)


def _stretches(offset: int, pieces: list[Piece], style: str | None, cascade: Cascade) -> Iterator[Stretch]:
    """The stretches of a paragraph, each as long as the type stays the same."""
    begin, current = offset, None
    for piece in pieces:
        if not piece.text:
            continue
        stated = child(piece.run, RPR)
        found = cascade.type(style, run_properties(stated).style, stated)
        if current is not None and found != current:
            yield Stretch(begin, offset, *current)
            begin = offset
        current = found
        offset += len(piece.text)
    if current is not None:
        yield Stretch(begin, offset, *current)
