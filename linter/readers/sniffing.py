"""The format of a file, by its first bytes and the names in its archive.

Each `is_…` here stands in one line of `linter.readers.READERS`.
"""

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING

from linter.model.message import Message

if TYPE_CHECKING:
    from linter.readers.support.archive import Archive

_ZIP = (b"PK\3\4", b"PK\5\6")
_OLE = b"\xd0\xcf\x11\xe0"
_PAGE_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title")
_HTML_TAGS = (*_PAGE_TAGS, b"<div", b"<p>", b"<p ")
_ODF = b"application/vnd.oasis.opendocument."
_PICTURE, ARCHIVE = Message("图片", "a picture"), Message("压缩包", "an archive")
FOREIGN = {
    b"\x89PNG": _PICTURE, b"\xff\xd8\xff": _PICTURE, b"GIF8": _PICTURE,
    b"II*\0": _PICTURE, b"MM\0*": _PICTURE,
    b"Rar!": ARCHIVE, b"7z\xbc\xaf": ARCHIVE, b"\x1f\x8b": ARCHIVE,
    b"<?xml": Message("XML 源文件", "an XML source"),
}  # fmt: skip
"""What files are that no reader takes, by how they begin."""
LOCK_FILE = "~$"
"""What the name of a file begins with that Word and WPS leave beside a document that is open."""
_CONTROLS = bytes(range(9)) + bytes(range(14, 26))
BINARY_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".doc", ".wps", ".pdf", ".ofd", ".odt"))
"""Suffixes of files that no office program writes as a text."""
_LOCKED = (
    b"%TSD-Header", b"b\x14#e", b"MSMAMARPCRYPT", b".pfile", b"<## NASCA DRM", b"SCDSA0", b"DRMONE",
    b"\x9b DRMONE", b"E-SafeNet",
)  # fmt: skip
"""How files begin that the software of an office, or of a cloud, encrypts when they are saved."""
_WORD_XML = (b"office/word/2003/wordml", b"office/2006/xmlPackage")
_MAIL_HEAD = re.compile(rb"[A-Za-z][A-Za-z-]*:")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_MAIL_BODY = (b"content-type: multipart/", b"content-type: text/html")


class Sample:
    """What tells the format of a file; what takes time to find out is computed when it is asked for."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.suffix = os.path.splitext(path)[1].lower()
        self.head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        """The first bytes, without a byte order mark and blanks before them."""
        self.markup = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"")
        """The same, more of them, as ASCII if they are ASCII in UTF-16."""
        self.is_zip = data.startswith(_ZIP)
        self.is_ole = data.startswith(_OLE)

    @cached_property
    def is_binary(self) -> bool:
        """Whether its bytes are no text. Those of most texts show it by having no control codes."""
        head = self.data[:8192]
        if len(head.translate(None, _CONTROLS)) == len(head):
            return False
        from linter.readers.support.encoding import decode

        return decode(head).encoding == "binary"

    @cached_property
    def entries(self) -> frozenset[str]:
        """The names in the archive; empty for a file that is no archive. Raises UnreadableError: damaged."""
        return frozenset(self._archive.names) if self.is_zip else frozenset()

    @cached_property
    def mimetype(self) -> bytes:
        """The media type that an OpenDocument archive states; empty where there is none."""
        return self._archive.read("mimetype") if "mimetype" in self.entries else b""

    @cached_property
    def is_spreadsheet_or_slides(self) -> bool:
        """Whether an archive or compound file of an office program holds no text document."""
        if self.is_ole:
            return not self.has_stream("WordDocument") and (
                self.has_stream("Workbook") or self.has_stream("PowerPoint Document")
            )
        if "word/document.xml" in self.entries or "ofd.xml" in map(str.lower, self.entries):
            return False
        other = self.mimetype.startswith((_ODF + b"spreadsheet", _ODF + b"presentation"))
        return other or not self.entries.isdisjoint(("xl/workbook.xml", "ppt/presentation.xml"))

    def has_stream(self, name: str) -> bool:
        """Whether a compound file may have a stream of that name: the name stands in it as in a directory."""
        return self.is_ole and name.encode("utf-16-le") in self.data

    @cached_property
    def _archive(self) -> "Archive":
        from linter.readers.support.archive import open_archive

        return open_archive(self.path, self.data)


def is_misnamed(path: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a file is called what its program will not open; `suffixes` are those of what it is.

    Word and WPS open whatever is called .doc, and browsers and editors any text.
    """
    suffix = os.path.splitext(path)[1].lower()
    return suffix in BINARY_SUFFIXES - {".doc", ".wps"} and suffix not in suffixes


def is_docx(sample: Sample) -> bool:
    """Whether it is a Word file, one whose main part has another name than usual included."""
    if "word/document.xml" in sample.entries:
        return True
    return "[Content_Types].xml" in sample.entries and not (is_ofd(sample) or is_odt(sample))


def is_ofd(sample: Sample) -> bool:
    """Whether it is an OFD file (GB/T 33190)."""
    return "ofd.xml" in map(str.lower, sample.entries)


def is_odt(sample: Sample) -> bool:
    """Whether it is an OpenDocument text."""
    return "content.xml" in sample.entries


def is_doc(sample: Sample) -> bool:
    """Whether it is a compound file of Word or WPS, as they wrote them until 2003, or what is left of one."""
    whole = sample.has_stream("Root Entry") and sample.suffix not in (".doc", ".wps")
    return sample.is_ole and (sample.has_stream("WordDocument") or not whole)


def is_word_xml(sample: Sample) -> bool:
    """Whether it is a Word document in one XML file, of 2003 or later."""
    return sample.markup.startswith(b"<") and any(name in sample.markup for name in _WORD_XML)


def is_web_archive(sample: Sample) -> bool:
    """Whether it is a web page saved in one file, with the head of a mail (MHTML)."""
    if not _MAIL_HEAD.match(sample.head):
        return False
    head = sample.markup.lower()
    return b"mime-version:" in head and any(kind in head for kind in _MAIL_BODY)


def is_pdf(sample: Sample) -> bool:
    """Whether it is a PDF."""
    return sample.head.startswith(b"%PDF-")


def is_rtf(sample: Sample) -> bool:
    """Whether it is Rich Text Format."""
    return sample.head.startswith(b"{\\rtf")


def is_html(sample: Sample) -> bool:
    """Whether it is a web page: by its first tags, or by its name where it begins with any tag.

    A text called Markdown may begin with a tag as well; it is a page only by the tags of a whole one.
    """
    head = sample.markup[:1024].lower()
    if not head.startswith(b"<"):
        return False
    if sample.suffix in _MARKDOWN_SUFFIXES:
        return head.startswith(_PAGE_TAGS)
    return head.startswith(_HTML_TAGS) or b"<html" in head or sample.suffix in (".html", ".htm")


def is_markdown(sample: Sample) -> bool:
    """Whether it is a text called Markdown; of others the reader of text finds out whether they are."""
    return sample.suffix in _MARKDOWN_SUFFIXES and is_text(sample)


def is_text(sample: Sample) -> bool:
    """Whether it may be a text: its bytes begin as no other kind of file that is known here."""
    if sample.is_zip or sample.is_ole or sample.data.startswith(tuple(FOREIGN)):
        return False
    return not sample.is_binary


def is_locked(sample: Sample) -> bool:
    """Whether it is encrypted, by what stands at its beginning or in its directory."""
    package = sample.has_stream("EncryptedPackage") and not sample.has_stream("WordDocument")
    return package or sample.has_stream("DRMContent") or sample.data.startswith(_LOCKED)
