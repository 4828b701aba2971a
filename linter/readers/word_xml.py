"""Word documents in one XML file: the package written flat (since 2007), and the XML of Word 2003.

Both are made into a .docx in memory and read as one. The vocabulary of 2003 is an early form of that of
today; what differs in what is read is mapped in `linter.readers.ooxml.word2003`.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from linter import xml
from linter.model.document import Document
from linter.readers import docx
from linter.readers.ooxml import word2003
from linter.readers.support.archive import parse_xml
from linter.xml import Element

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PICTURES = re.compile(rb"(<(?:pkg:binaryData|w:binData)\b[^>]*>)[^<]*")


def read(path: str, data: bytes) -> Document:
    """The document in a Word XML file. Raises UnreadableError: damaged, unsafe, too large, or empty."""
    root = parse_xml(path, _PICTURES.sub(rb"\1", _utf8(data)).replace(*word2003.NAMESPACES))
    flat = root.tag == f"{_PACKAGE}package"
    parts = dict(_parts(root)) if flat else word2003.parts(path, root)
    document = docx.read(path, _zipped(parts))
    if flat:
        return document._replace(format="wordxml")
    blocks = tuple(block._replace(anchor="") for block in document.blocks)  # they name parts made here
    return document._replace(format="wordxml", blocks=blocks, page_layout=None)


def _utf8(data: bytes) -> bytes:
    """The file in UTF-8 if it is in UTF-16, without the declaration that says so."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return re.sub(r"^<\?xml[^>]*>", "", data.decode("utf-16", "replace")).encode("utf-8", "replace")


def _parts(package: Element) -> Iterator[tuple[str, bytes]]:
    for part in package.iter(f"{_PACKAGE}part"):
        name, content = part.get(f"{_PACKAGE}name", "").lstrip("/"), part.find(f"{_PACKAGE}xmlData")
        root = None if content is None else next(content.iterchildren("*"), None)
        if name and root is not None:
            yield name, xml.document(root)


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()
