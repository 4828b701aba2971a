"""A .doc made into a .docx, with as much left out as is broken: one bad shape does not lose the text.

`msdoc2docx` keeps the automatic numbers and drops deleted text; catdoc corrupted a third of a Chinese
file, antiword has no numbers and leaks deleted text. It gives a file up for one broken table of the many
that lie beside the text. So a file that it gives up is tried again as if it had no drawings, then no
fields, no notes, at last no formatting: each table is named in the head of the file (FIB, [MS-DOC]
2.5), and one of length 0 is as good as none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from linter.readers.support import sandbox


class _Cut(NamedTuple):
    """What a file is read without."""

    tables: frozenset[int] = frozenset()
    """Indices in FibRgFcLcb97 ([MS-DOC] 2.5.6)."""
    stories: frozenset[int] = frozenset()
    """Indices in FibRgLw97 (2.5.4) of the lengths of texts besides the main one."""
    objects: bytes = b""
    """What stands in the text where an object or a cell's end was."""


_DRAWINGS = frozenset((40, 41, 50, 56, 57, 58, 59, 75, 76))
_FIELDS = _DRAWINGS | {16, 17, 18, 19, 48, 21, 22, 23}
_STORIES = _FIELDS | {2, 3, 4, 5, 11, 36, 37, 42, 43, 46, 47, 6, 15, 31}
_CHARACTERS, _PARAGRAPHS, _STYLES = {12}, {13}, {1, 73, 74}
_BOXES, _ALL = frozenset((9, 10)), frozenset((4, 5, 7, 8, 9, 10))
CUTS = (
    _Cut(), _Cut(_DRAWINGS, _BOXES), _Cut(_FIELDS, _BOXES), _Cut(_STORIES, _ALL),
    _Cut(_STORIES | _CHARACTERS, _ALL), _Cut(_STORIES | _PARAGRAPHS, _ALL, b"\t"),
    _Cut(_STORIES | _CHARACTERS | _PARAGRAPHS, _ALL, b"\t"),
    _Cut(_STORIES | _CHARACTERS | _PARAGRAPHS | _STYLES, _ALL, b"\t"),
)  # fmt: skip
"""What is left out, try by try. The comment of the resulting archive is the number of the one that worked."""
_OBJECT, _COMMENT = "\ufffc".encode(), "\ufffd".encode()
_MAIN = "word/document.xml"


def convert(data: bytes) -> bytes:
    """The .docx that a .doc becomes. Raises `sandbox.Refused`."""
    from doc2docx.errors import EncryptedDocumentError

    with TemporaryDirectory(prefix="reportlint-") as folder:
        source = Path(folder, "source.doc")
        source.write_bytes(data)
        for number, cut in enumerate(CUTS):
            try:
                converted = _convert(source, cut)
                return _marked(converted, number) if number else converted
            except EncryptedDocumentError:
                raise sandbox.Refused(sandbox.PASSWORD) from None
            except Exception:  # whatever the converter stumbles over, the next try leaves it out
                continue
    raise sandbox.Refused(sandbox.DAMAGED)


def tries(converted: bytes) -> int:
    """How many tries of `CUTS` failed for what `convert` gave."""
    return int(ZipFile(BytesIO(converted)).comment or 0)


def _convert(source: Path, cut: _Cut) -> bytes:
    import doc2docx

    target = source.with_suffix(".docx")
    with _reading_without(cut):
        doc2docx.convert(source, target)
    return target.read_bytes()


@contextmanager
def _reading_without(cut: _Cut) -> Iterator[None]:
    """The converter takes a file's head for one that names none of the tables in `cut`."""
    from dataclasses import replace

    from doc2docx import converter

    whole: Any = converter.FileInformationBlock

    class Reduced:
        @staticmethod
        def parse(stream: bytes) -> Any:
            head = whole.parse(stream)
            tables, lengths = enumerate(head.fib_rg_fc_lcb), enumerate(head.fib_rg_lw)
            return replace(
                head,
                fib_rg_fc_lcb=tuple(replace(one, lcb=0) if at in cut.tables else one for at, one in tables),
                fib_rg_lw=tuple(0 if at in cut.stories else length for at, length in lengths),
            )

    converter.FileInformationBlock = Reduced
    try:
        yield
    finally:
        converter.FileInformationBlock = whole


def _marked(converted: bytes, number: int) -> bytes:
    """The file with the number of the try, and without signs for what was left out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(converted)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _MAIN:
                content = content.replace(_OBJECT, CUTS[number].objects).replace(_COMMENT, b"")
            new.writestr(name, content)
        new.comment = str(number).encode()
    return buffer.getvalue()


if __name__ == "__main__":
    sandbox.serve(convert)
