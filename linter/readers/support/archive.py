"""Untrusted zip files: opened in memory, within limits; nothing is extracted to disk."""

import zlib
from io import BytesIO
from struct import error
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from linter import xml
from linter.model.errors import UnreadableError
from linter.readers.support.unreadable import damaged, locked, too_complex

MAX_ENTRIES = 10_000
MAX_PART = 40 << 20
"""Bytes of one part, unpacked."""
MAX_TOTAL = 200 << 20
"""Bytes of all parts, unpacked."""
MAX_RATIO = 200
"""Unpacked to packed size of a part above `RATIO_FROM`: only made-up data packs better."""
RATIO_FROM = 4 << 20
MAX_TAGS = 1_000_000
"""Tags of one XML part: about a million characters in very short runs, 250 MB once parsed."""

_ENCRYPTED = 1  # bit 0 of the general purpose flags, APPNOTE 4.4.4


class Archive(NamedTuple):
    """A zip file whose directory has been checked against the limits."""

    path: str
    zip: ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnreadableError: missing, damaged, longer than declared."""
        try:
            with self.zip.open(name) as file:
                data = file.read(MAX_PART + 1)
        except (KeyError, BadZipFile, EOFError, NotImplementedError, OSError, ValueError, error, zlib.error):
            raise damaged(self.path) from None
        if len(data) > MAX_PART:
            raise _bomb(self.path)
        return data

    def xml(self, name: str) -> xml.Element:
        """The root of an XML part. Raises UnreadableError: as `read`, not XML, has a DTD."""
        return parse_xml(self.path, self.read(name))


def open_zip(data: bytes) -> ZipFile:
    """The zip file in some bytes, the names of its entries with slashes.

    Evernote and some .NET programs write `word\\document.xml`. Word opens that, and so does Python on
    Windows; elsewhere Python takes it for a name without a folder. Raises what `zipfile` raises.
    """
    file = ZipFile(BytesIO(data))
    if any("\\" in name for name in file.NameToInfo):
        for entry in file.infolist():
            entry.filename = entry.filename.replace("\\", "/")
        file.NameToInfo = {entry.filename: entry for entry in file.infolist()}
    return file


def open_archive(path: str, data: bytes) -> Archive:
    """The archive in some bytes.

    Raises UnreadableError: damaged, encrypted, duplicate names, or larger than the limits above.
    """
    try:
        file = open_zip(data)
        entries = file.infolist()
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError):
        raise damaged(path) from None
    if len({entry.filename for entry in entries}) < len(entries):
        raise damaged(path)
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise damaged(path)  # no office program packs otherwise
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise locked(path)
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise _bomb(path)
    if any(map(_too_large, entries)):
        raise _bomb(path)
    return Archive(path, file, frozenset(entry.filename for entry in entries))


def parse_xml(path: str, data: bytes) -> xml.Element:
    """The root of an XML text; no entity is resolved, nothing is fetched.

    Raises UnreadableError: not well-formed, too many tags, or has a document type (which no office
    file needs).
    """
    if data.count(b"<") > MAX_TAGS:
        raise too_complex(path)
    try:
        return xml.parse(data)
    except xml.NotWellFormedError:
        raise damaged(path) from None
    except xml.DoctypeError:
        raise UnreadableError(
            f"{path}：文件内含外部实体声明（DTD），正常的办公文件没有，可能不安全，不予读取",
            f"{path}: the file declares a document type (DTD), which no office program writes; "
            "it may be unsafe and was not read",
        ) from None


def _too_large(entry: ZipInfo) -> bool:
    size = entry.file_size
    return size > MAX_PART or (size > RATIO_FROM and size > MAX_RATIO * entry.compress_size)


def _bomb(path: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：解压后体积异常（疑似压缩炸弹），不予读取",
        f"{path}: unpacks to an abnormal size (a zip bomb?) and was not read",
    )
