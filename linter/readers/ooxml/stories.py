"""The paragraphs of a story (body, note, header) in reading order (ECMA-376 part 1, 17.2 to 17.4)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.readers.ooxml.package import VAL, child, flag, w
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
from linter.readers.support.office_words import CONTENTS_GALLERY
from linter.xml import Element

PARAGRAPH, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
_ROW_PR, _CELL_PR, _BOX = w("trPr"), w("tcPr"), w("txbxContent")
_VERTICAL, _HORIZONTAL = w("vMerge"), w("hMerge")
_DELETED, _HIDDEN, _CELL_DELETED = w("del"), w("hidden"), w("cellDel")
_WRAPPERS = frozenset(map(w, ("tbl", "customXml", "ins", "moveTo")))
_SDT_PR, _DOC_PART, _GALLERY = w("sdtPr"), w("docPartObj"), w("docPartGallery")
_DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class _StoryPlace(NamedTuple):
    """What surrounds a paragraph."""

    kind: str
    """As in `linter.model.document.Block`."""
    prompt: bool = False
    """Whether it stands in a content control that shows its prompt."""
    cell: tuple[Element, ...] = ()
    """The row and the cell of a table that it stands in, if any."""


class WordParagraph(NamedTuple):
    """One paragraph of a Word file: of several `w:p` where the paragraph marks between them are deleted."""

    elements: list[Element]
    properties: ParagraphProperties
    """Those of the last element, whose end is the paragraph's end."""
    inherited: Inherited
    kind: str
    pieces: list[Piece]
    cell: tuple[Element, ...] = ()
    """The row and the cell of a table that it stands in, if any."""


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
            if held and tag in (TABLE, SDT):
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
    inner = _StoryPlace("textbox" if place.kind in ("paragraph", "cell") else place.kind, place.prompt)
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
    if tag == CELL:
        if not _is_continuation(element):
            cell = "cell" if place.kind == "paragraph" else place.kind
            yield from _blocks(element, place._replace(kind=cell, cell=(*place.cell[:1], element)), walk)
    elif tag == ROW:
        if not _is_gone(element):
            yield from _blocks(element, place._replace(cell=(element,)), walk)
    elif tag == SDT:
        kind = "toc" if place.kind == "paragraph" and _is_contents(element) else place.kind
        inner = place._replace(kind=kind, prompt=place.prompt or shows_prompt(element))
        yield from _blocks(content_of(child(element, SDT_CONTENT)), inner, walk)
    elif tag == ALTERNATE:
        yield from _blocks(alternative(element), place, walk)
    elif tag in _WRAPPERS:
        yield from _blocks(element, place, walk)


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


def _is_continuation(cell: Element) -> bool:
    """Whether a cell is only the lower or right part of a merged one, or deleted."""
    properties = child(cell, _CELL_PR)
    if properties is None:
        return False
    merged = (properties.find(tag) for tag in (_VERTICAL, _HORIZONTAL))
    continued = any(merge is not None and merge.get(VAL, "continue") == "continue" for merge in merged)
    return continued or properties.find(_CELL_DELETED) is not None


def _is_gone(row: Element) -> bool:
    """Whether a row is deleted or hidden."""
    properties = child(row, _ROW_PR)
    return flag(properties, _DELETED) or flag(properties, _HIDDEN) or False
