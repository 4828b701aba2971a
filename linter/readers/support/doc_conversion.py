"""A .doc made into a .docx, with as much left out as is broken: one bad shape does not lose the text.

`msdoc2docx` keeps the automatic numbers and drops deleted text; catdoc corrupted a third of a Chinese
file, antiword has no numbers and leaks deleted text. It gives a file up for one broken table of the many
that lie beside the text. So a file that it gives up is tried again as if it had no drawings, then no
fields, no notes, at last no formatting: each table is named in the head of the file (FIB, [MS-DOC]
2.5), and one of length 0 is as good as none.

The converter goes from file to file; here it is made to work in memory, for a process that is stopped
leaves its temporary files behind.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any, NamedTuple, NoReturn
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


def work(data: bytes) -> bytes:
    """The .docx that a .doc becomes. Raises `sandbox.Refused`."""
    from doc2docx.errors import EncryptedDocumentError

    for number, cut in enumerate(CUTS):
        try:
            converted = _convert(data, cut)
            return _marked(converted, number) if number else converted
        except EncryptedDocumentError:
            raise sandbox.Refused(sandbox.PASSWORD) from None
        except Exception:  # whatever the converter stumbles over, the next try leaves it out
            continue
    raise sandbox.Refused(sandbox.DAMAGED)


def tries(converted: bytes) -> int:
    """How many tries of `CUTS` failed for what `work` gave."""
    return int(ZipFile(BytesIO(converted)).comment or 0)


def _convert(data: bytes, cut: _Cut) -> bytes:
    from doc2docx import converter
    from doc2docx.ooxml import package

    made: list[Any] = []
    output = BytesIO()
    head = _reduced_head(converter.FileInformationBlock, cut)
    names = _in_memory(converter, data, made)
    with _replaced(converter, FileInformationBlock=head, **names), suppress(_MadeError):
        converter.convert("source.doc")
    with _replaced(package, Path=lambda stream: stream):
        package.write_docx(made[-1], output)
    package.validate_docx(output)
    return output.getvalue()


class _MadeError(Exception):
    """The converter has made the document, and begins to write it to the disk."""


class _Nowhere(PurePosixPath):
    """A path that leads to no disk. To make its folder is the first that the converter does to write."""

    def resolve(self) -> "_Nowhere":
        return self

    def mkdir(self, **_: bool) -> NoReturn:
        raise _MadeError


def _in_memory(converter: Any, data: bytes, made: list[Any]) -> dict[str, Any]:
    """What stands in for the names by which the converter reads a file and begins to write one."""
    read_file, make_document = converter.CompoundFile, converter.Document

    def document(**fields: Any) -> Any:
        made.append(make_document(**fields))
        return made[-1]

    return {
        "CompoundFile": SimpleNamespace(from_path=lambda path, limits: read_file(data, limits=limits)),
        "Document": document,
        "Path": _Nowhere,
    }


def _reduced_head(whole: Any, cut: _Cut) -> Any:
    """What reads a file's head for one that names none of the tables in `cut`."""
    from dataclasses import replace

    def parse(stream: bytes) -> Any:
        head = whole.parse(stream)
        tables, lengths = enumerate(head.fib_rg_fc_lcb), enumerate(head.fib_rg_lw)
        return replace(
            head,
            fib_rg_fc_lcb=tuple(replace(one, lcb=0) if at in cut.tables else one for at, one in tables),
            fib_rg_lw=tuple(0 if at in cut.stories else length for at, length in lengths),
        )

    return SimpleNamespace(parse=parse)


@contextmanager
def _replaced(module: Any, **names: Any) -> Iterator[None]:
    """Other values for some names of a module."""
    before = {name: getattr(module, name) for name in names}
    vars(module).update(names)
    try:
        yield
    finally:
        vars(module).update(before)


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
    sandbox.serve(work)
