"""`--diff-base`: of a result the findings in what has changed, by whole paragraphs.

A paragraph has changed if it did not stand in the earlier file, so that one that was moved, or broken into
lines otherwise, has not. In a format without lines (Word, PDF) the whole file has changed or not.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from linter import readers
from linter.model.document import Document, Span
from linter.model.draft import Draft
from linter.model.errors import UnreadableError
from linter.model.finding import FileOutcome, Finding, Result
from linter.model.message import Message

Before = Callable[[str, bytes], bytes | None]
"""The earlier bytes of a file, by its name and the bytes that it has now; None where it was not there."""


def only_changed(result: Result, drafts: Sequence[Draft], before: Before, ref: str) -> Result:
    """The result without findings in paragraphs that stood there before, and a note of how many those are.

    `drafts` are the judged ones, in their order; `ref` is what the user calls the earlier state.
    """
    files = tuple(_kept(file, draft, before) for file, draft in zip(result.files, drafts, strict=True))
    left_out = sum(len(file.findings) for file in result.files) - sum(len(file.findings) for file in files)
    return result._replace(files=files, notes=(*result.notes, _note(ref, left_out)))


def _note(ref: str, left_out: int) -> Message:
    return Message(
        f"只列与 {ref} 相比改动过的段落里的问题，没有改动的段落里另有 {left_out} 处",
        f"Only findings in paragraphs changed since {ref} are listed; {left_out} more in unchanged ones",
    )


def _kept(file: FileOutcome, draft: Draft, before: Before) -> FileOutcome:
    if not file.findings:
        return file
    try:
        now = draft.content()
    except UnreadableError:  # gone since it was judged
        return file
    earlier = before(draft.name, now)
    if earlier is None:
        return file
    if earlier == now:
        return _with(file, ())
    if file.paragraphs:
        return file
    lines = _changed_lines(readers.read(draft.name, now), _paragraphs(draft.name, earlier))
    return _with(file, [finding for finding in file.findings if _touches(finding, lines)])


def _with(file: FileOutcome, kept: Sequence[Finding]) -> FileOutcome:
    """The outcome with these findings only. The checklist stays: the other rules have not passed."""
    return file._replace(findings=tuple(kept), unchanged=len(file.findings) - len(kept))


def _paragraphs(name: str, data: bytes) -> Counter[str]:
    """How often each paragraph stands in a file; none where it cannot be read."""
    try:
        document = readers.read(name, data)
    except UnreadableError:
        return Counter()
    return Counter(_paragraph(document, block.start, block.end) for block in document.blocks)


def _paragraph(document: Document, start: int, end: int) -> str:
    return " ".join(document.text[start:end].split())


def _changed_lines(document: Document, earlier: Counter[str]) -> list[Span]:
    """The first and last line of each paragraph that `earlier` does not have, or not as often; in order."""
    left = earlier.copy()
    lines = []
    for block in document.blocks:
        text = _paragraph(document, block.start, block.end)
        if left[text]:
            left[text] -= 1
        else:
            place = document.place(block.start, block.end)
            lines.append((place.line, place.end_line))
    return lines


def _touches(finding: Finding, lines: list[Span]) -> bool:
    """Whether a finding, or a place of the same file that it refers to, lies in some lines."""
    places = [(finding.line, finding.end_line)]
    places += [(each.place.line, each.place.end_line) for each in finding.related if each.path is None]
    return any(_overlaps(first, last, lines) for first, last in places)


def _overlaps(first: int, last: int, lines: list[Span]) -> bool:
    at = bisect_left(lines, first, key=lambda span: span[1])
    return at < len(lines) and lines[at][0] <= last
