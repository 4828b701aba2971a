"""Plain text as offices type it: a paragraph a line, indented by two full-width blanks; English is not."""

from collections.abc import Iterable

from linter.writers import Paragraph

_LEADS = {"title": "", "flush": "", "signature": "\u3000" * 16}
_INDENT = "\u3000" * 2


def write(paragraphs: Iterable[Paragraph]) -> bytes:
    """The bytes of a text file, UTF-8 without a byte order mark."""
    lines = (text if text.isascii() else _LEADS.get(style, _INDENT) + text for text, style in paragraphs)
    return "".join(f"{line}\n" for line in lines).encode()
