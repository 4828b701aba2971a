"""Plain text: one block a line; texts broken at a fixed width are put together again.

A text that holds Markdown (headings, fences, bold labels) is parsed as Markdown, whatever the file is
called; its format stays plain text, since whoever opens it sees the signs.
"""

import re

from linter.model.document import Document
from linter.readers.support.lines import decode_lines, unwrap
from linter.text.sentences import COMMON_STOPS


def read(path: str, data: bytes) -> Document:
    """The document in a plain text. Raises UnreadableError: empty, or not a text."""
    decoded, text = decode_lines(path, data)
    if has_markdown(text):
        from linter.readers import markdown

        return markdown.build(path, decoded, text)._replace(format="text")
    text, blocks, lines = unwrap(text)
    return Document(path, "text", text, blocks, lines, encoding=decoded.encoding, notes=decoded.notes)


def has_markdown(text: str) -> bool:
    """Whether a text holds Markdown that a plain text would not: a heading, a fence, a bold label.

    Asterisks alone do not count, they are the commonest placeholder: bold must fill the line
    with more than a unit's name, or open it and end in a punctuation mark.
    """
    if "#" not in text and "**" not in text and "```" not in text and "~~~" not in text:
        return False
    return _markdown_pattern().search(text) is not None


def _markdown_pattern() -> re.Pattern[str]:
    bold = (
        r"(?:[-+*]|\d+[.)])?[ \t]*\*\*[^\s*](?:[^*\n]{3,}\*\*[ \t]*$|[^*\n]*[：:" + COMMON_STOPS + r"]\*\*)"
    )
    return re.compile(
        rf"^ {{0,3}}(?:\#{{1,6}}[ \t]+(?![Rr]eportlint\s*[:：])\S|(?:```|~~~)[\w+-]*[ \t]*$|{bold})",
        re.MULTILINE,
    )
