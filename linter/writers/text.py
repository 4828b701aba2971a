"""Plain text as offices type it: one line a paragraph, indented by two full-width blanks."""

from collections.abc import Iterable

from linter.writers import Paragraph

_LEADS = {"title": "", "flush": "", "signature": "\u3000" * 16}
_INDENT = "\u3000" * 2


def write(paragraphs: Iterable[Paragraph]) -> bytes:
    """The bytes of a text file, UTF-8 without a byte order mark."""
    lines = (_LEADS.get(style, _INDENT) + text if text else "" for text, style in paragraphs)
    return "".join(f"{line}\n" for line in lines).encode()
