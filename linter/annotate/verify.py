"""Whether a file with comments is what it was to be, before anybody gets it.

It is read again, as any draft is: each comment must have its anchors, and whatever was not to be changed
must be the same to the byte.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from linter.readers.word import COMMENT_END, COMMENT_REFERENCE, COMMENT_START, Traced, open_zip, trace, w

_ID = w("id")


class VerificationError(Exception):
    """A file with comments that is not what it was to be: a fault of this program."""


def require_sound(
    before: bytes,
    source: Traced,
    after: bytes,
    changed: Collection[str],
    numbers: Sequence[str],
    edited: bool,
) -> None:
    """Raises VerificationError unless `after` is the file `before` with comments of these numbers.

    `source` is that file as it was read, `changed` are the parts that were to change, `edited` tells whether
    text of the document was, too. What cannot be read raises UnreadableError.
    """
    written = trace(source.document.path, after)
    _require_anchors(written, numbers)
    if not edited and written.document.text != source.document.text:
        raise VerificationError("the text has changed")
    kept = {name: record for name, record in _records(before).items() if name not in changed}
    found = _records(after)
    if any(found.get(name) != record for name, record in kept.items()):
        raise VerificationError("a part has changed that has no comments")
    if found.keys() - kept.keys() - set(changed):
        raise VerificationError("there is a part more")


def _require_anchors(written: Traced, numbers: Sequence[str]) -> None:
    part = written.package.related("comments")
    comments = Counter(comment.get(_ID) for comment in written.package.xml(part)) if part else Counter()
    marks = (COMMENT_START, COMMENT_END, COMMENT_REFERENCE)
    counted = [comments, *(Counter(mark.get(_ID) for mark in written.root.iter(tag)) for tag in marks)]
    if any(each[number] != 1 for each in counted for number in numbers):
        raise VerificationError("a comment has no anchor, or several")


def _records(data: bytes) -> dict[str, bytes]:
    """The bytes of each entry of a zip file, with its local header, by name."""
    with open_zip(data) as file:
        entries = sorted(file.infolist(), key=lambda entry: entry.header_offset)
        bounds = [*(entry.header_offset for entry in entries), file.start_dir]
    return {
        entry.filename: data[start:end] for entry, (start, end) in zip(entries, pairwise(bounds), strict=True)
    }
