"""Files that stand in a Word file as they are (`w:altChunk`, ECMA-376 part 1, 17.17.2).

Programs that make Word files out of web pages insert the page and leave the rest to Word, which shows
it as text.
"""

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import html, mht, rtf, sniffing


def document(name: str, data: bytes) -> Document | None:
    """The text of a web page or a rich text; None for other files, and for those that cannot be read."""
    sample = sniffing.Sample(name, data)
    for fits, read in (
        (sniffing.is_web_archive, mht.read),
        (sniffing.is_html, html.read),
        (sniffing.is_rtf, rtf.read),
    ):
        if fits(sample):
            try:
                return read(name, data)
            except UnreadableError:
                return None
    return None
