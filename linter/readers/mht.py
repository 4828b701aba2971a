"""Web pages in one file with what belongs to them (MHTML, RFC 2557), as Word, WPS and browsers save them.

Many are called .doc. The words stand encoded in the file, so that places are paragraphs, not lines.
"""

from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message as Mail

from linter.model.document import Document
from linter.readers.html import paragraphs
from linter.readers.support.assemble import CUT_OFF, assemble
from linter.readers.support.page_encoding import decode_page
from linter.readers.support.unreadable import damaged, no_text, too_complex

MAX_PARTS = 10_000
"""Lines that may begin or end a part."""


def read(path: str, data: bytes) -> Document:
    """The document in a saved web page: that of its first page.

    Raises UnreadableError: no page in it, no text, too many parts, or markup that cannot be parsed.
    """
    if data.count(b"\n--") > MAX_PARTS:
        raise too_complex(path)
    try:
        mail = message_from_bytes(data.lstrip())
    except RecursionError:  # parts within parts within parts
        raise too_complex(path) from None
    page = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise damaged(path)
    decoded = decode_page(_payload(page), page.get_content_charset(""))
    if decoded.encoding == "binary":
        raise no_text(path)
    found = [paragraph._replace(places=()) for paragraph in paragraphs(path, decoded.text)]
    notes = decoded.notes
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in mail.defects):
        notes += (CUT_OFF,)
    return assemble(path, "mht", found, notes=notes)


def _payload(part: Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
