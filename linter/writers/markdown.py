"""Markdown: `#` before the title, `##` before the headings, blank lines between paragraphs."""

from collections.abc import Iterable

from linter.writers import Paragraph

_SIGNS = {"title": "# ", "heading": "## ", "subheading": "### "}


def write(paragraphs: Iterable[Paragraph]) -> bytes:
    """The bytes of a Markdown file, UTF-8."""
    blocks = [_SIGNS.get(style, "") + text for text, style in paragraphs if text]
    return ("\n\n".join(blocks) + "\n").encode()
