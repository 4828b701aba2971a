"""A `>` that an extraction from a page or mail left before a paragraph."""

from collections.abc import Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import is_markdown
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import has
from linter.text.sentences import CLAUSE_ENDS, COLONS

_TRIGGERS = (">", "＞", "&gt;")
_QUOTE = rf"[ \t\u3000]*(?:[>＞]|&gt;)+[ \t\u3000]*[^\s{CLAUSE_ENDS}]{{0,12}}"
"""With the first words of the paragraph, by which it is found."""
_ENGLISH = r"[ \t]*>[ \t]+[!-~]"
_PROMPT = r"[ \t]*>>> +[A-Za-z_@#\"'(\[]"
"""What is typed at the prompt of Python, which manuals show."""


def quote_marks(context: Context) -> Iterator[Match]:
    """The signs before each paragraph; in Markdown they set a quotation, and in English they do below a line
    that announces one (the keeper writes:). One alone on its line parts the names of a page's path.
    """
    document, text = context.document, context.document.text
    if not has(text, _TRIGGERS) or document.format == "markdown" or is_markdown(text):
        return
    announced = False
    for block in document.blocks:
        match = compiled(_QUOTE).match(text, block.start, block.end)
        if not match:
            announced = text[block.start : block.end].rstrip().endswith(COLONS)
        told = announced and compiled(_ENGLISH).match(text, block.start, block.end)
        shown = match and compiled(_PROMPT).match(text, block.start, block.end)
        if match and not shown and not told and text[match.end() : block.end].strip():
            yield Match(*match.span())
