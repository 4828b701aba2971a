"""Bytes in, `Document` out. A format is one module, `read(path, data) -> Document`, loaded on need.

The format is decided by what the bytes are, not by what the file is called: half of the files named
.doc are something else. The name only breaks ties that the bytes leave open (.md, .html).
"""

from __future__ import annotations

from importlib import import_module

from linter.model.document import Document
from linter.model.errors import UnreadableError, guarded, reason
from linter.model.message import Message

MAX_BYTES = 100 << 20
"""Larger files are refused unread."""

READERS = {
    "doc": "linter.readers.doc",
    "docx": "linter.readers.docx",
    "html": "linter.readers.html",
    "markdown": "linter.readers.markdown",
    "odt": "linter.readers.odt",
    "ofd": "linter.readers.ofd",
    "pdf": "linter.readers.pdf",
    "rtf": "linter.readers.rtf",
    "text": "linter.readers.text",
}
"""Every format, by the name that `Document.format` uses."""

_HTML_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title", b"<div", b"<p>", b"<p ")
_TEXT_FORMATS = {".md": "markdown", ".markdown": "markdown"}


def read(path: str, data: bytes | None = None) -> Document:
    """The document in a file, or in `data` under that name.

    Raises UnreadableError: the file cannot be opened, or is of no format that can be read. CrashError:
    the reader failed.
    """
    if data is None:
        data = load(path)
    with guarded(path, Message("辨认文件格式", "telling the format")):
        form = sniff(path, data)
    with guarded(path, Message(f"读取 {form} 格式", f"the reader of {form}")):
        return _read(form, path, data)


def _read(form: str, path: str, data: bytes) -> Document:
    document: Document = import_module(READERS[form]).read(path, data)
    if "eportlint" in document.text:
        from linter.readers.support.suppression_comments import lift

        return lift(document)
    return document


def load(path: str) -> bytes:
    """The bytes of a file. Raises UnreadableError."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        zh, en = _reason(error)
        raise UnreadableError(f"{path}：{zh}", f"{path}: {en}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{path}：文件超过 100 MB，不予读取。请拆分后再检查",
            f"{path}: the file is larger than 100 MB and was not read; split it",
        )
    return data


def sniff(path: str, data: bytes) -> str:
    """The format of a file, one of `READERS`. Raises UnreadableError for those that are none."""
    start = data[:4]
    if start in (b"PK\3\4", b"PK\5\6"):
        return _sniff_zip(path, data)
    if start == b"\xd0\xcf\x11\xe0":
        return _sniff_ole(path, data)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    suffix = path[path.rfind(".") :].lower()
    if _is_html(suffix, head):
        return "html"
    if data.startswith(_FOREIGN_MAGIC):
        _refuse_foreign(path, data)
    return _TEXT_FORMATS.get(suffix, "text")


def _reason(error: Exception) -> tuple[str, str]:
    match error:
        case FileNotFoundError():
            return "找不到该文件，请核对路径", "no such file; check the path"
        case IsADirectoryError():
            return "这是文件夹，不是文件", "this is a folder, not a file"
        case PermissionError():
            return "没有读取权限，请检查文件权限或是否被占用", "permission denied; check its access rights"
        case OSError():
            why = reason(error)
            return f"无法打开（{why.zh}）", f"cannot be opened ({why.en})"
        case _:
            return "路径中有非法字符", "the path holds an illegal character"


def _is_html(suffix: str, head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:].lstrip()
    if not head.startswith(b"<"):
        return False
    return head.lower().startswith(_HTML_TAGS) or b"<html" in head.lower() or suffix in (".html", ".htm")


_ODF = b"application/vnd.oasis.opendocument."


def _sniff_zip(path: str, data: bytes) -> str:
    from linter.readers.support.archive import open_archive

    archive = open_archive(path, data)
    names = archive.names
    if "word/document.xml" in names:
        return "docx"
    if "OFD.xml" in names:
        return "ofd"
    kind = archive.read("mimetype") if "mimetype" in names else b""
    slides = kind.startswith((_ODF + b"spreadsheet", _ODF + b"presentation"))
    if slides or "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        raise _unsupported(path, "表格或演示文稿", "a spreadsheet or slides")
    if "content.xml" in names:
        return "odt"
    if "[Content_Types].xml" in names:
        return "docx"
    raise _unsupported(path, "压缩包", "an archive")


def _sniff_ole(path: str, data: bytes) -> str:
    if _utf16("EncryptedPackage") in data:
        raise UnreadableError(
            f"{path}：文件设有打开密码。请在 Word 或 WPS 中去掉密码、另存后再检查",
            f"{path}: the file is password-protected; remove the password, save it again and retry",
        )
    if _utf16("Workbook") in data or _utf16("PowerPoint Document") in data:
        raise _unsupported(path, "表格或演示文稿", "a spreadsheet or slides")
    return "doc"


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


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
_FOREIGN_MAGIC = tuple(magic for magic, _, _ in _FOREIGN)


def _refuse_foreign(path: str, data: bytes) -> None:
    for magic, zh, en in _FOREIGN:
        if data.startswith(magic):
            raise _unsupported(path, zh, en)


def _unsupported(path: str, zh: str, en: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：这是{zh}，无法检查。请提供 Word、WPS、PDF、OFD、ODT、RTF、网页或纯文本格式的报告",
        f"{path}: this is {en}, which cannot be checked; "
        "give the report as Word, WPS, PDF, OFD, ODT, RTF, HTML or plain text",
    )
