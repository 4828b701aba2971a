"""Where the markers of a comment may stand.

Word ignores comments in headers, footers, text boxes and notes: there the comment is put on the
paragraph, or the reference, that they belong to. Markers stay outside content controls (LibreOffice
loses the text within) and outside fields (whose results are replaced when they are updated), and
none stands in a table of contents.
"""

from typing import NamedTuple

from linter import xml
from linter.annotate.runs import TextSlice
from linter.readers.word import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ENDNOTE,
    FIELD_CHAR,
    FOOTNOTE,
    PARAGRAPH,
    PPR,
    RPR,
    RUN,
    SDT,
    WRAPPERS,
    Element,
    Traced,
    w,
)

_SIZE, _VAL, _ID, _BODY = w("sz"), w("val"), w("id"), w("body")
_NOTES = {w("footnote"): FOOTNOTE, w("endnote"): ENDNOTE}
_FIELD_TYPE = w("fldCharType")
_NO_MARKERS_WITHIN = (SDT, w("txbxContent"))
"""Elements in whose paragraphs no marker stands."""
_AT_START = ("header", "footer")
"""Kinds whose comments stand at the beginning of the text."""


class ElementRange(NamedTuple):
    """The elements that the markers of a comment enclose: from before `first` to after `last`.

    Each is a run, an element around runs that must not be split (such as a field), or an empty `w:p`.
    """

    first: Element
    last: Element


def takes_markers(traced: Traced, block: int) -> bool:
    """Whether the markers of a comment may stand in the text of a block (given by its index)."""
    source = traced.sources[block]
    if source is None or traced.document.blocks[block].kind not in ("paragraph", "cell"):
        return False
    element: Element = source.elements[0]
    return xml.top(element) is traced.root and _is_free(element)


class MarkerPlaces:
    """Finds the places for markers in one document; its runs must have been split before."""

    def __init__(self, traced: Traced) -> None:
        self._traced = traced
        self._root = traced.root
        self._fields = _fields(traced.root)

    def between(self, first: TextSlice, last: TextSlice) -> ElementRange:
        """The range from one slice to another, widened so that no field or the like is split."""
        begin, _ = self._fields.get(first.run, (first.element, None))
        _, end = self._fields.get(last.run, (None, last.element))
        return ElementRange(_marker_host(begin), _marker_host(end))

    def substitute(self, block: int) -> ElementRange:
        """The range elsewhere for a comment on a block in which no marker may stand."""
        source = self._traced.sources[block]
        kind = self._traced.document.blocks[block].kind
        found = None
        if source is not None and kind == "textbox":
            found = self._text_box_anchor(source.elements[0])
        elif source is not None and kind == "note":
            found = self._note_reference(source.elements[0])
        return found or _whole_paragraph(self._nearest(block, kind in _AT_START))

    def _nearest(self, block: int, from_start: bool) -> Element:
        """The paragraph of the nearest block that takes markers: before this one if there is any, else behind
        it.
        """
        count = len(self._traced.sources)
        order = range(count) if from_start else (*range(block - 1, -1, -1), *range(block + 1, count))
        for one in order:
            source = self._traced.sources[one]
            if source is not None and takes_markers(self._traced, one):
                return source.elements[-1]
        return self._any_paragraph()

    def _any_paragraph(self) -> Element:
        """A paragraph of the body; a new one where there is none that takes markers."""
        for paragraph in self._root.iter(PARAGRAPH):
            if _is_free(paragraph):
                return paragraph
        paragraph = self._root.makeelement(PARAGRAPH, {}, self._root.nsmap)
        self._root.find(_BODY).insert(0, paragraph)
        return paragraph

    def _text_box_anchor(self, element: Element) -> ElementRange | None:
        """The range of the paragraph in the body that a text box is anchored in; None where there is none."""
        paragraph = [node for node in element.iterancestors() if node.tag == PARAGRAPH][-1:]
        main = xml.top(element) is self._root
        return _whole_paragraph(paragraph[0]) if main and paragraph and _is_free(paragraph[0]) else None

    def _note_reference(self, element: Element) -> ElementRange | None:
        """The range of the reference to a note; None where there is none that takes markers."""
        note = next((node for node in element.iterancestors() if node.tag in _NOTES), None)
        if note is None:
            return None
        for reference in self._root.iter(_NOTES[note.tag]):
            if reference.get(_ID) == note.get(_ID):
                sign = TextSlice(0, 0, reference, reference.getparent(), False)
                place = self.between(sign, sign)
                return place if _is_free(place.first) and _is_free(place.last) else None
        return None


def _is_free(element: Element) -> bool:
    """Whether an element stands in no content control and in no text box."""
    return all(node.tag not in _NO_MARKERS_WITHIN for node in element.iterancestors())


def _whole_paragraph(paragraph: Element) -> ElementRange:
    inner = [node for node in paragraph.iterchildren("*") if node.tag != PPR]
    return ElementRange(inner[0], inner[-1]) if inner else ElementRange(paragraph, paragraph)


def insert_markers(place: ElementRange, number: str) -> None:
    """Insert the markers of comment `number` around a range, and the reference to it behind the range.

    Of several comments that end at one place, the last must be inserted first.
    """
    make = place.first.makeelement
    start, end = make(COMMENT_START, {_ID: number}), make(COMMENT_END, {_ID: number})
    reference = make(RUN)
    properties = make(RPR)
    properties.append(make(_SIZE, {_VAL: "16"}))
    reference.extend([properties, make(COMMENT_REFERENCE, {_ID: number})])
    if place.last.tag == PARAGRAPH:
        place.last.extend([start, end, reference])
        return
    place.first.addprevious(start)
    top = place.last
    while top.getparent().tag != PARAGRAPH:
        top = top.getparent()
    top.addnext(reference)
    place.last.addnext(end)


def _marker_host(element: Element) -> Element:
    """The element beside which a marker may stand: a run, or what encloses it and must not be split."""
    chain = [element]
    for node in element.iterancestors():
        if node.tag == PARAGRAPH:
            break
        chain.append(node)
    return next(node for node in reversed(chain) if node.tag not in WRAPPERS)


def _fields(root: Element) -> dict[Element, tuple[Element, Element]]:
    """The first and last run of the outermost field around each run; runs in no field are left out."""
    found: dict[Element, tuple[Element, Element]] = {}
    depth = 0
    members: list[Element] = []
    for node in root.iter(RUN, FIELD_CHAR):
        if node.tag == RUN:
            if depth:
                members.append(node)
            last = node
            continue
        kind = node.get(_FIELD_TYPE)
        if kind == "begin":
            depth += 1
            members = members if depth > 1 else [last]
        elif kind == "end" and depth:
            depth -= 1
            if not depth:
                found |= dict.fromkeys(members, (members[0], members[-1]))
    return found
