"""Removes the comments that an earlier run wrote, before the new ones are added.

Who corrects a draft and has it checked again wants to see what is left, not everything twice. A comment
that somebody has replied to or resolved stays, with the initials of the new ones.
"""

from linter.annotate.parts import CommentsPart
from linter.model.annotation import AUTHOR
from linter.readers.word import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    PARAGRAPH,
    PARAGRAPH_ID,
    RPR,
    RUN,
    Element,
    Traced,
    closed,
    w,
)

_ID, _AUTHOR, _INITIALS = w("id"), w("author"), w("initials")


def remove(traced: Traced, comments: CommentsPart) -> None:
    """Remove this program's comments from a file, with their markers, save those replied to or resolved."""
    package = traced.package
    part = package.related("commentsExtended")
    kept = closed(package.xml(part), replied=True) if part else set()
    gone = set()
    for comment in list(comments.root):
        ids = {paragraph.get(PARAGRAPH_ID) for paragraph in comment.iter(PARAGRAPH)}
        if comment.get(_AUTHOR) != AUTHOR:
            continue
        if ids & kept:
            comment.set(_INITIALS, comments.initials)
        else:
            gone.add(comment.get(_ID))
            comments.root.remove(comment)
    markers = traced.root.iter(COMMENT_START, COMMENT_END, COMMENT_REFERENCE) if gone else ()
    for marker in [one for one in markers if one.get(_ID) in gone]:
        run = marker.getparent()
        alone = run.tag == RUN and all(one is marker or one.tag == RPR for one in run)
        _detach(run if alone else marker)


def _detach(element: Element) -> None:
    """Remove an element; the text behind it (`tail`) stays."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
