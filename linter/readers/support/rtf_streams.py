"""The texts of a rich text (the body, a note, a header), collected paragraph by paragraph."""

import re

from linter.model.document import Mark
from linter.readers.support.assemble import MarkupParagraph

_LONE = re.compile("[\ud800-\udfff]")


class Stream:
    """Collects the paragraphs of one text: the body, a note, a header."""

    def __init__(self, kind: str, depth: int) -> None:
        self.kind = kind
        self.depth = depth
        self.paragraphs: list[MarkupParagraph] = []
        self.boxes: list[MarkupParagraph] = []
        self._start_over()

    def _start_over(self) -> None:
        """Begin the next paragraph."""
        self.length = 0
        self._pieces: list[str] = []
        self.marks: list[Mark] = []
        self.label = ""
        self.in_contents = False

    def add(self, text: str) -> None:
        """Add some text; a character beyond U+FFFF comes in two halves."""
        if self._pieces and "\udc00" <= text <= "\udfff" and "\ud800" <= self._pieces[-1] < "\udc00":
            high = ord(self._pieces[-1])
            self._pieces[-1] = chr(0x10000 + (high - 0xD800) * 0x400 + ord(text) - 0xDC00)
            return
        self._pieces.append(text)
        self.length += len(text)

    def highlight(self, count: int) -> None:
        """Mark the characters that come next; the file may hold them one by one."""
        last = self.marks[-1] if self.marks else None
        start = self.length
        if last and last.kind == "highlight" and last.end == start:
            start = self.marks.pop().start
        self.marks.append(Mark(start, self.length + count, "highlight"))

    def since(self, start: int) -> str:
        """The text from an offset on."""
        return "".join(self._pieces)[start:]

    def flush(self, cell: bool, level: int) -> None:
        """End the paragraph."""
        kind = self.kind
        if kind == "paragraph":
            kind = "cell" if cell else "toc" if self.in_contents else kind
        marks = tuple(sorted(self.marks))
        self.paragraphs.append(
            MarkupParagraph(_LONE.sub("\ufffd", self.since(0)), kind, level, self.label.strip(), marks=marks)
        )
        self.paragraphs += self.boxes
        self.boxes = []
        self._start_over()
