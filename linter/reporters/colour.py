"""The report for people in colour, on a terminal: the only module that needs rich."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from linter.reporters.terminal_text import StyledLine
from linter.text.visible import harmless

STYLES = {
    "": "",
    "dim": "dim",
    "error": "bold red",
    "info": "cyan",
    "ok": "green",
    "path": "bold underline",
    "place": "bold",
    "title": "bold",
    "warning": "bold yellow",
}
"""Every style of the layout, in rich's words."""


def paint(lines: Iterable[StyledLine], console: Console) -> None:
    """Write the lines to the console. They are neither wrapped nor cut: the layout has fitted them.

    The colours are what the terminal is to obey; nothing in the text is.
    """
    for line in lines:
        segments = ((harmless(text), STYLES[style]) for text, style in line)
        console.print(Text.assemble(*segments), soft_wrap=True)
