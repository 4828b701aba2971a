"""The text of one paragraph of an OpenDocument text, with its marks."""

import re

from linter.model.document import Mark


class ParagraphText:
    """Collects the text of one paragraph; white space is collapsed (ODF 1.3 part 3, 6.1.2)."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self._after_blank = True
        self._comments: dict[str | None, tuple[int, str]] = {}

    def add(self, text: str) -> None:
        """Add text of the file, its white space collapsed."""
        text = re.sub(r"[ \t\r\n]+", " ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self.put(text)
            self._after_blank = text.endswith(" ")

    def put(self, text: str) -> None:
        """Add text as it is."""
        self.pieces.append(text)
        self.length += len(text)
        self._after_blank = False

    def since(self, start: int) -> str:
        """The text from an offset on; of what stands before it nothing is looked at."""
        wanted, last, length = self.length - start, len(self.pieces), 0
        while length < wanted:
            last -= 1
            length += len(self.pieces[last])
        return "".join(self.pieces[last:])[length - wanted :]

    def comment(self, name: str | None, words: str) -> None:
        """Begin a comment; without an end it is about the place alone."""
        if name is None:
            self.marks.append(Mark(self.length, self.length, "comment", words))
        else:
            self._comments[name] = self.length, words

    def end_comment(self, name: str | None) -> None:
        """End the comment of that name."""
        start, words = self._comments.pop(name, (self.length, ""))
        if words:
            self.marks.append(Mark(start, self.length, "comment", words))
