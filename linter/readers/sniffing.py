"""The format of a file, by its first bytes and the names in its archive.

Each `is_…` here stands in one line of `linter.readers.READERS`.
"""

import os
from functools import cached_property
from typing import TYPE_CHECKING

from linter.model.errors import UnreadableError

if TYPE_CHECKING:
    from linter.readers.support.archive import Archive

_ZIP = (b"PK\3\4", b"PK\5\6")
_OLE = b"\xd0\xcf\x11\xe0"
_HTML_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title", b"<div", b"<p>", b"<p ")
_ODF = b"application/vnd.oasis.opendocument."
_FOREIGN = (
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"II*\0", "图片", "a picture"),
    (b"MM\0*", "图片", "a picture"),
    (b"Rar!", "压缩包", "an archive"),
    (b"7z\xbc\xaf", "压缩包", "an archive"),
    (b"\x1f\x8b", "压缩包", "an archive"),
    (b"<?xml", "XML 源文件", "an XML source"),
    (b"MIME-Version:", "网页存档", "a web archive"),
)


class Sample:
    """What tells the format of a file; what takes time to find out is computed when it is asked for."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.suffix = os.path.splitext(path)[1].lower()
        self.head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        """The first bytes, without a byte order mark and blanks before them."""
        self.is_zip = data.startswith(_ZIP)
        self.is_ole = data.startswith(_OLE)

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
            return _utf16("Workbook") in self.data or _utf16("PowerPoint Document") in self.data
        if "word/document.xml" in self.entries or "OFD.xml" in self.entries:
            return False
        other = self.mimetype.startswith((_ODF + b"spreadsheet", _ODF + b"presentation"))
        return other or not self.entries.isdisjoint(("xl/workbook.xml", "ppt/presentation.xml"))

    @cached_property
    def _archive(self) -> "Archive":
        from linter.readers.support.archive import open_archive

        return open_archive(self.path, self.data)


def is_docx(sample: Sample) -> bool:
    """Whether it is a Word file, one whose main part has another name than usual included."""
    if "word/document.xml" in sample.entries:
        return True
    return "[Content_Types].xml" in sample.entries and not (is_ofd(sample) or is_odt(sample))


def is_ofd(sample: Sample) -> bool:
    """Whether it is an OFD file (GB/T 33190)."""
    return "OFD.xml" in sample.entries


def is_odt(sample: Sample) -> bool:
    """Whether it is an OpenDocument text."""
    return "content.xml" in sample.entries


def is_ole(sample: Sample) -> bool:
    """Whether it is a compound file, as Word and WPS wrote them until 2003."""
    return sample.is_ole


def is_pdf(sample: Sample) -> bool:
    """Whether it is a PDF."""
    return sample.head.startswith(b"%PDF-")


def is_rtf(sample: Sample) -> bool:
    """Whether it is Rich Text Format."""
    return sample.head.startswith(b"{\\rtf")


def is_html(sample: Sample) -> bool:
    """Whether it is a web page: by its first tags, or by its name where it begins with any tag."""
    head = sample.head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:].lstrip()
    if not head.startswith(b"<"):
        return False
    begins = head.lower().startswith(_HTML_TAGS) or b"<html" in head.lower()
    return begins or sample.suffix in (".html", ".htm")


def is_markdown(sample: Sample) -> bool:
    """Whether it is a text called Markdown; of others the reader of text finds out whether they are."""
    return sample.suffix in (".md", ".markdown") and is_text(sample)


def is_text(sample: Sample) -> bool:
    """Whether it may be a text: its bytes begin as no other kind of file that is known here."""
    return not (sample.is_zip or sample.is_ole or sample.data.startswith(_FOREIGN_MAGIC))


_FOREIGN_MAGIC = tuple(magic for magic, _, _ in _FOREIGN)


def require_readable(sample: Sample, formats_zh: str, formats_en: str) -> None:
    """Raises UnreadableError: locked with a password, or a spreadsheet or slides.

    `formats_zh`, `formats_en` name the formats that can be read instead.
    """
    if sample.is_ole and _utf16("EncryptedPackage") in sample.data:
        raise UnreadableError(
            f"{sample.path}：文件设有打开密码。请在 Word 或 WPS 中去掉密码、另存后再检查",
            f"{sample.path}: the file is password-protected; remove the password, save it again and retry",
        )
    if sample.is_spreadsheet_or_slides:
        raise _unsupported(sample, "表格或演示文稿", "a spreadsheet or slides", formats_zh, formats_en)


def foreign(sample: Sample, formats_zh: str, formats_en: str) -> UnreadableError:
    """The error to raise for a file that no reader takes; `formats_zh`, `formats_en` as above."""
    for magic, zh, en in _FOREIGN:
        if sample.data.startswith(magic):
            return _unsupported(sample, zh, en, formats_zh, formats_en)
    return _unsupported(sample, "压缩包", "an archive", formats_zh, formats_en)


def _unsupported(sample: Sample, zh: str, en: str, formats_zh: str, formats_en: str) -> UnreadableError:
    return UnreadableError(
        f"{sample.path}：这是{zh}，无法检查。请提供{formats_zh}格式的报告",
        f"{sample.path}: this is {en}, which cannot be checked; give the report as {formats_en}",
    )


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
