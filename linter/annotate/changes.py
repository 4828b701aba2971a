"""Suggestions as tracked changes (ECMA-376 part 1, 17.13.5).

Only in plain runs: text that stands directly in a paragraph, in no field, link, content control or
earlier change. There a deletion and an insertion can be accepted or rejected without a trace.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy

from linter.annotate.runs import RUN_CHANGE, TextSlice
from linter.readers.word import PARAGRAPH, RPR, RUN, SPACE, TEXT, Element, child, w

_INS, _DEL, _DELETED_TEXT = w("ins"), w("del"), w("delText")
_HARMLESS = (RPR, TEXT, w("lastRenderedPageBreak"))


def narrowed(start: int, old: str, new: str) -> tuple[int, int, str]:
    """The change from `old`, at `start`, to `new` without the characters that both begin and end with.

    It is (start, end, new text). At least one character is replaced, so that there is a run which the new
    text can stand beside.
    """
    head = 0
    while head < min(len(old) - 1, len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old) - head - 1, len(new) - head) and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail]


def is_plain(part: TextSlice) -> bool:
    """Whether a tracked change can be made in a slice."""
    run = part.run
    if run is None or part.in_field or part.element.tag != TEXT or part.element.getparent() is not run:
        return False
    return run.getparent().tag == PARAGRAPH and all(node.tag in _HARMLESS for node in run.iterchildren("*"))


def change(slices: Sequence[TextSlice], new: str, attributes: Callable[[], dict[str, str]]) -> None:
    """Delete these slices, each a run of its own, and insert `new` in the format of the first one.

    `attributes` gives the XML attributes of one more tracked change: a new id, author and date.
    """
    runs: list[Element] = list(dict.fromkeys(part.run for part in slices))
    inserted = _inserted(runs[0], new, attributes) if new else None
    for run in runs:
        wrapper = run.makeelement(_DEL, attributes())
        wrapper.tail, run.tail = run.tail, None
        run.getparent().replace(run, wrapper)
        wrapper.append(run)
        for text in run.iterchildren(TEXT):
            text.tag = _DELETED_TEXT
    if inserted is not None:
        wrapper.addnext(inserted)


def _inserted(like: Element, words: str, attributes: Callable[[], dict[str, str]]) -> Element:
    make = like.makeelement
    wrapper, run, text = make(_INS, attributes()), make(RUN), make(TEXT, {SPACE: "preserve"})
    properties = child(like, RPR)
    if properties is not None:
        own = deepcopy(properties)
        for earlier in list(own.iterchildren(RUN_CHANGE)):  # this text was never in another format
            own.remove(earlier)
        run.append(own)
    text.text = words
    run.append(text)
    wrapper.append(run)
    return wrapper
