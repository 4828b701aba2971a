"""The layout of a Word file: its pages, and the fonts, sizes, indents and line spacing of its text."""

from collections import Counter
from collections.abc import Iterator

from linter.model.page_layout import Page, PageLayout, ParagraphLayout, Spacing, TextRun
from linter.readers.ooxml.cascade import INDENT, Cascade, ParagraphFormat, first_line_indent
from linter.readers.ooxml.package import Package, child, number, w
from linter.readers.ooxml.paragraphs import FIELD_SIMPLE, INSTRUCTION, Piece
from linter.readers.ooxml.stories import PARAGRAPH, WordParagraph
from linter.readers.ooxml.styles import RPR, run_properties
from linter.xml import Element

_SECTION, _PAPER, _MARGINS, _GRID = w("sectPr"), w("pgSz"), w("pgMar"), w("docGrid")
_TYPE, _PITCH, _INSTR = w("type"), w("linePitch"), w("instr")
_TWIPS = 1440 / 25.4
"""Twips in a mm."""
_LINED = ("lines", "linesAndChars", "snapToChars")


def page_layout(package: Package, root: Element, sources: list[tuple[int, WordParagraph]]) -> PageLayout:
    """The layout of a file.

    `root` is the tree of its main part, `sources` the paragraphs of its text, each with its offset in
    the document.
    """
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
    """The line pitch of the grid of each paragraph's section, in points; 0 for none."""
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


def _paragraph(
    offset: int, source: WordParagraph, cascade: Cascade, grids: dict[Element, float]
) -> ParagraphLayout:
    element = source.elements[-1]
    style = source.properties.style
    format = cascade.paragraph_format(style, source.properties.element)
    runs = tuple(_runs(offset, source.pieces, style, cascade))
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += run.end - run.start
    size = max(sizes, key=lambda size: sizes[size], default=cascade.run_format(style, None, None).size)
    end = runs[-1].end if runs else offset
    spacing = _spacing(format, grids.get(element, 0.0))
    indent = None if _in_list(source) else first_line_indent(format, size)
    return ParagraphLayout(offset, end, format.align, indent, spacing, runs)


def _in_list(source: WordParagraph) -> bool:
    """Whether the paragraph takes its indents from a list and states none itself."""
    numbered = source.properties.number or source.inherited.num_id
    return bool(numbered) and child(source.properties.element, INDENT) is None


def _spacing(format: ParagraphFormat, grid: float) -> Spacing:
    if format.rule == "auto":
        return Spacing("auto", format.line / 240, grid if format.snaps else 0.0)
    return Spacing(format.rule, format.line / 20)


def _runs(offset: int, pieces: list[Piece], style: str | None, cascade: Cascade) -> Iterator[TextRun]:
    """The runs of a paragraph, neighbours of the same format put together."""
    begin, current = offset, None
    for piece in pieces:
        if not piece.text:
            continue
        direct = child(piece.run, RPR)
        run_format = cascade.run_format(style, run_properties(direct).style, direct)
        if current is not None and run_format != current:
            yield TextRun(begin, offset, *current)
            begin = offset
        current = run_format
        offset += len(piece.text)
    if current is not None:
        yield TextRun(begin, offset, *current)
