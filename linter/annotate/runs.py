"""Runs of a paragraph, split where a comment or a tracked change begins or ends."""

from collections.abc import Iterable
from copy import deepcopy
from typing import NamedTuple

from linter.readers.word import RPR, SPACE, TEXT, Element, Piece, child, w

RUN_CHANGE = w("rPrChange")
_ID = w("id")


class TextSlice(NamedTuple):
    """The part of a paragraph's text that one element holds."""

    start: int
    end: int
    """Offsets into the paragraph's text."""
    element: Element
    """The `w:t`, `w:tab`, …"""
    run: Element | None
    """None for a formula."""
    in_field: bool
    """Whether it is in the result of a field."""


def split(pieces: Iterable[Piece], cuts: Iterable[int]) -> list[TextSlice]:
    """Split the runs of a paragraph so that none reaches across a cut; the slices that result, in order.

    `cuts` are offsets into the paragraph's text. What cannot be split (a formula, ruby, the result of a
    field) is left whole.
    """
    slices = []
    offset = 0
    for piece in pieces:
        if piece.text:
            end = offset + len(piece.text)
            slices.append(TextSlice(offset, end, piece.element, piece.run, piece.field is not None))
            offset = end
    index = len(slices) - 1
    for cut in sorted(set(cuts), reverse=True):
        while index >= 0 and slices[index].start >= cut:
            index -= 1
        if index >= 0 and cut < slices[index].end:
            _split_text(slices, index, cut)
        if index >= 0 and index + 1 < len(slices) and slices[index + 1].start == cut:
            _split_run(slices, index + 1)
    return slices


def _unnumbered(properties: Element) -> Element:
    """A copy of the properties of a run, in which a tracked change of its format has no id yet.

    No two changes of a file may have the same.
    """
    copied = deepcopy(properties)
    for change in copied.iter(RUN_CHANGE):
        change.attrib.pop(_ID, None)
    return copied


def _split_text(slices: list[TextSlice], index: int, cut: int) -> None:
    """Make two of the `w:t` of a slice."""
    whole = slices[index]
    head = whole.element
    if whole.in_field or head.tag != TEXT or head.getparent() is not whole.run:
        return
    text = head.text if head.get(SPACE) == "preserve" else head.text.strip(" \t\r\n")
    tail = head.makeelement(TEXT, dict(head.attrib), head.nsmap)
    at = cut - whole.start
    for element, words in ((head, text[:at]), (tail, text[at:])):
        element.text = words
        if words != words.strip(" \t\r\n"):
            element.set(SPACE, "preserve")
    tail.tail, head.tail = head.tail, None
    head.addnext(tail)
    slices[index : index + 1] = [whole._replace(end=cut), whole._replace(start=cut, element=tail)]


def _split_run(slices: list[TextSlice], index: int) -> None:
    """Begin a new run with a slice, unless it is the first of its run."""
    run, first = slices[index].run, slices[index].element
    if run is None or run is not slices[index - 1].run:
        return
    while first.getparent() is not run:
        first = first.getparent()
    if any(slices[index - 1].element is inner for inner in first.iter()):
        return
    new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = child(run, RPR)
    if properties is not None:
        new.append(_unnumbered(properties))
        new[0].tail = None
    for element in [first, *first.itersiblings()]:
        new.append(element)
    new.tail, run.tail = run.tail, None
    run.addnext(new)
    while index < len(slices) and slices[index].run is run:
        slices[index] = slices[index]._replace(run=new)
        index += 1
