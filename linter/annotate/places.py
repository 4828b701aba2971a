"""Where the markers of a comment may stand.

Word ignores comments in headers, footers, text boxes and notes: there the comment hangs on the
paragraph, or the reference, that they belong to. Markers stay outside content controls (LibreOffice
loses the text within) and outside fields (whose results are replaced when they are updated), and
none stands in a table of contents.
"""

from __future__ import annotations

from typing import NamedTuple

from linter.annotate.runs import Slice
from linter.model.message import Message
from linter.readers.word import ENDNOTE, FIELD_CHAR, FOOTNOTE, PARAGRAPH, PPR, RUN, SDT, Element, Traced, w

WHERE = {
    "header": Message("页眉", "header"),
    "footer": Message("页脚", "footer"),
    "note": Message("注释", "note"),
    "textbox": Message("文本框", "text box"),
    "toc": Message("目录", "table of contents"),
}
"""Kinds of blocks whose comments hang elsewhere, and what to call them."""

_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_RPR, _SIZE, _VAL, _ID, _BODY = w("rPr"), w("sz"), w("val"), w("id"), w("body")
_NOTES = {w("footnote"): FOOTNOTE, w("endnote"): ENDNOTE}
_FIELD_TYPE = w("fldCharType")
_CLOSED = (SDT, w("txbxContent"))
"""Elements in whose paragraphs no marker stands."""
_AT_START = ("header", "footer")
"""Kinds whose comments stand at the beginning of the text."""
_TRANSPARENT = frozenset(map(w, ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo")))
"""Elements within a paragraph that may hold markers."""


class Range(NamedTuple):
    """From before one node to after another; each a run, something that stays whole, or an empty `w:p`."""

    first: Element
    last: Element


def stands(traced: Traced, block: int) -> bool:
    """Whether markers may stand in a block itself."""
    source = traced.sources[block]
    if source is None or traced.document.blocks[block].kind not in ("paragraph", "cell"):
        return False
    element: Element = source.elements[0]
    return element.getroottree().getroot() is traced.root and _is_free(element)


class Places:
    """The places of one document, once its runs have been split."""

    def __init__(self, traced: Traced) -> None:
        self._traced = traced
        self._root = traced.root
        self._fields = _fields(traced.root)

    def of(self, first: Slice, last: Slice) -> Range:
        """The range from one slice to another, widened to what must stay whole."""
        begin, _ = self._fields.get(first.run, (first.element, None))
        _, end = self._fields.get(last.run, (None, last.element))
        return Range(_host(begin), _host(end))

    def instead(self, block: int) -> Range:
        """The range for a block in which no marker may stand."""
        source = self._traced.sources[block]
        kind = self._traced.document.blocks[block].kind
        found = None
        if source is not None and kind == "textbox":
            found = self._outermost(source.elements[0])
        elif source is not None and kind == "note":
            found = self._reference(source.elements[0])
        return found or _whole(self._near(block, kind in _AT_START))

    def _near(self, block: int, from_start: bool) -> Element:
        """The paragraph of the nearest block that takes markers, those before it first."""
        count = len(self._traced.sources)
        order = range(count) if from_start else (*range(block - 1, -1, -1), *range(block + 1, count))
        for one in order:
            source = self._traced.sources[one]
            if source is not None and stands(self._traced, one):
                return source.elements[-1]
        return self._any()

    def _any(self) -> Element:
        """A paragraph of the body, if need be a new one."""
        for paragraph in self._root.iter(PARAGRAPH):
            if _is_free(paragraph):
                return paragraph
        paragraph = self._root.makeelement(PARAGRAPH, {}, self._root.nsmap)
        self._root.find(_BODY).insert(0, paragraph)
        return paragraph

    def _outermost(self, element: Element) -> Range | None:
        """The range of the paragraph in the body that a text box hangs on."""
        paragraph = [node for node in element.iterancestors() if node.tag == PARAGRAPH][-1:]
        main = element.getroottree().getroot() is self._root
        return _whole(paragraph[0]) if main and paragraph and _is_free(paragraph[0]) else None

    def _reference(self, element: Element) -> Range | None:
        """The range of the sign that refers to a note."""
        note = next((node for node in element.iterancestors() if node.tag in _NOTES), None)
        if note is None:
            return None
        for reference in self._root.iter(_NOTES[note.tag]):
            if reference.get(_ID) == note.get(_ID):
                sign = Slice(0, 0, reference, reference.getparent(), False)
                place = self.of(sign, sign)
                return place if _is_free(place.first) and _is_free(place.last) else None
        return None


def _is_free(element: Element) -> bool:
    """Whether an element stands in no content control and in no text box."""
    return all(node.tag not in _CLOSED for node in element.iterancestors())


def _whole(paragraph: Element) -> Range:
    inner = [node for node in paragraph.iterchildren("*") if node.tag != PPR]
    return Range(inner[0], inner[-1]) if inner else Range(paragraph, paragraph)


def mark(place: Range, number: str) -> None:
    """Put the markers of comment `number` around a range, and its reference behind, in the paragraph.

    Of several comments that end at one place, the last must be marked first.
    """
    make = place.first.makeelement
    start, end = make(_START, {_ID: number}), make(_END, {_ID: number})
    reference = make(RUN)
    properties = make(_RPR)
    properties.append(make(_SIZE, {_VAL: "16"}))
    reference.extend([properties, make(_REFERENCE, {_ID: number})])
    if place.last.tag == PARAGRAPH:
        place.last.extend([start, end, reference])
        return
    place.first.addprevious(start)
    top = place.last
    while top.getparent().tag != PARAGRAPH:
        top = top.getparent()
    top.addnext(reference)
    place.last.addnext(end)


def _host(element: Element) -> Element:
    """The node beside which a marker may stand: the element's run, or what encloses it and stays whole."""
    chain = [element]
    for node in element.iterancestors():
        if node.tag == PARAGRAPH:
            break
        chain.append(node)
    return next(node for node in reversed(chain) if node.tag not in _TRANSPARENT)


def _fields(root: Element) -> dict[Element, tuple[Element, Element]]:
    """The first and last run of the outermost field that a run belongs to, for those in one."""
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
