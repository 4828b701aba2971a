"""The paragraphs of a story (body, note, header) in reading order (ECMA-376 part 1, 17.2 to 17.4)."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from linter.readers.ooxml.package import VAL, child, w
from linter.readers.ooxml.paragraphs import (
    ALTERNATE,
    COMMENT_END,
    COMMENT_START,
    DRAWINGS,
    SDT,
    SDT_CONTENT,
    Piece,
    StoryWalker,
    alternative,
    content_of,
    shows_prompt,
    trim,
)
from linter.readers.ooxml.styles import Inherited, ParagraphProperties, paragraph_properties
from linter.readers.ooxml.tables import AROUND_ROWS, CELL, ROW, TABLE, areas_of, is_gone
from linter.readers.support.office_words import CONTENTS_GALLERY
from linter.readers.support.tables import Area
from linter.xml import Element

PARAGRAPH, _BOX, CHUNK = w("p"), w("txbxContent"), w("altChunk")
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_SDT_PR, _DOC_PART, _GALLERY = w("sdtPr"), w("docPartObj"), w("docPartGallery")
_DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BOX_KINDS = {"paragraph": "textbox", "cell": "textbox"}
"""The kind of a text box in a text of some kind, where it is another."""


class _StoryPlace(NamedTuple):
    """What surrounds a paragraph."""

    kind: str
    """As in `linter.model.document.Block`."""
    prompt: bool = False
    """Whether it stands in a content control that shows its prompt."""
    cell: tuple[Element | None, Area] | None = None
    """The table that it stands in, if any, and the area of its cell."""
    table: Element | None = None
    areas: Mapping[Element, Area] = MappingProxyType({})
    """The table around it, and the areas of its cells."""


class WordParagraph(NamedTuple):
    """One paragraph of a Word file: of several `w:p` where the paragraph marks between them are deleted."""

    elements: list[Element]
    properties: ParagraphProperties
    """Those of the last element, whose end is the paragraph's end."""
    inherited: Inherited
    kind: str
    pieces: list[Piece]
    cell: tuple[Element | None, Area] | None = None
    """The table that it stands in, if any, and the area of its cell."""


def paragraphs(story: Element, kind: str, walk: StoryWalker) -> Iterator[WordParagraph]:
    """The paragraphs under `story`; those of text boxes come after the paragraph that they are anchored in.

    Each must be used before the next is asked for: `walk` keeps track of the fields that are open.
    """
    yield from _blocks(story, _StoryPlace(kind), walk)


def _blocks(parent: Iterable[Element], place: _StoryPlace, walk: StoryWalker) -> Iterator[WordParagraph]:
    held: list[tuple[Element, ParagraphProperties]] = []
    events: list[Piece] = []
    for node in parent:
        tag = node.tag
        if tag == PARAGRAPH:
            properties = paragraph_properties(node)
            held.append((node, properties))
            if not properties.mark_deleted:
                yield from _paragraph(held, events, place, walk)
                held, events = [], []
        elif tag in (COMMENT_START, COMMENT_END):
            events.append(Piece("", node))
        else:
            if held and tag in (TABLE, SDT, CHUNK):
                yield from _paragraph(held, events, place, walk)
                held, events = [], []
            yield from _container(node, place, walk)
    if held or events:
        yield from _paragraph(held, events, place, walk)


def _paragraph(
    held: list[tuple[Element, ParagraphProperties]],
    events: list[Piece],
    place: _StoryPlace,
    walk: StoryWalker,
) -> Iterator[WordParagraph]:
    pieces = list(events)
    inherited = Inherited()
    for element, properties in held:
        inherited = walk.styles.paragraph(properties.style)
        pieces += walk.pieces(element, inherited, place.prompt)
    kind = place.kind
    if kind == "paragraph" and (inherited.toc or _starts_in_toc(pieces)):
        kind = "toc"
    properties = held[-1][1] if held else ParagraphProperties()
    elements = [element for element, _ in held]
    yield WordParagraph(elements, properties, inherited, kind, trim(pieces), place.cell)
    inner = _StoryPlace(BOX_KINDS.get(place.kind, place.kind), place.prompt)
    for piece in pieces:
        if not piece.text and piece.element.tag in DRAWINGS:
            for box in _boxes(piece.element):
                yield from _blocks(box, inner, walk)


def _starts_in_toc(pieces: list[Piece]) -> bool:
    first = next((piece for piece in pieces if piece.text), None)
    return first is not None and first.field is not None and first.field.toc


def _is_contents(control: Element) -> bool:
    """Whether a content control holds a table of contents, its title included."""
    return any(
        mark.get(VAL) == CONTENTS_GALLERY for mark in control.iterfind(f"{_SDT_PR}/{_DOC_PART}/{_GALLERY}")
    )


def _container(element: Element, place: _StoryPlace, walk: StoryWalker) -> Iterator[WordParagraph]:
    tag = element.tag
    if tag == TABLE:
        yield from _blocks(element, place._replace(table=element, areas=areas_of(element)), walk)
    elif tag == CELL:
        if area := place.areas.get(element):
            kind = "cell" if place.kind == "paragraph" else place.kind
            yield from _blocks(element, place._replace(kind=kind, cell=(place.table, area)), walk)
    elif tag == ROW:
        if not is_gone(element):
            yield from _blocks(element, place, walk)
    elif tag == SDT:
        kind = "toc" if place.kind == "paragraph" and _is_contents(element) else place.kind
        inner = place._replace(kind=kind, prompt=place.prompt or shows_prompt(element))
        yield from _blocks(content_of(child(element, SDT_CONTENT)), inner, walk)
    elif tag == ALTERNATE:
        yield from _blocks(alternative(element), place, walk)
    elif tag in AROUND_ROWS:
        yield from _blocks(element, place, walk)
    elif tag == CHUNK:
        yield WordParagraph(
            [], ParagraphProperties(), Inherited(), place.kind, [Piece("", element)], place.cell
        )


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing, once each, without those inside them."""
    if next(drawing.iter(_BOX), None) is None:
        return
    properties = next(drawing.iter(_DOC_PROPERTIES), None)
    if properties is None or properties.get("hidden") not in ("1", "true"):
        yield from _inner_boxes(drawing)


def _inner_boxes(parent: Iterable[Element]) -> Iterator[Element]:
    for node in parent:
        if node.tag == _BOX:
            yield node
        else:
            yield from _inner_boxes(alternative(node) if node.tag == ALTERNATE else node)


def word_art(drawing: Element) -> Iterator[str]:
    """The words of a drawing that are drawn as a picture: those of titles and watermarks of Word 2007."""
    if next(drawing.iter(_WORD_ART), None) is not None:
        yield from _drawn(drawing)


def _drawn(parent: Iterable[Element]) -> Iterator[str]:
    for node in parent:
        if node.tag == _WORD_ART:
            yield " ".join(node.get("string", "").split())
        elif node.tag != _BOX:
            yield from _drawn(alternative(node) if node.tag == ALTERNATE else node)
