"""Bytes in, `Document` out. A format is one module with `read(path, data) -> Document`, loaded on need.

The format is decided by what the bytes are, not by what the file is called: half of the files named
.doc are something else. The name only breaks ties that the bytes leave open (.md, .html).
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from linter.model.document import Document
from linter.model.errors import guarded
from linter.model.message import Message
from linter.readers import sniffing
from linter.readers.sniffing import Sample
from linter.readers.support.contents import mark_contents
from linter.text.characters import RADICALS


class InputFormat(NamedTuple):
    """One format of files that can be read."""

    module: str
    """Dotted name of its reader."""
    name: Message
    """What people call it."""
    suffixes: tuple[str, ...]
    """Suffixes, in lower case with the dot, by which such files are taken from a folder."""
    fits: Callable[[Sample], bool]
    """Whether a file is one, by what its bytes are."""
    place: Message
    """What a finding is located by, in words: lines, paragraphs, pages."""
    numbers: str = "no"
    """Whether automatic numbers of headings and lists are given: `yes`, `no`, or only as `printed`."""
    marks: bool = False
    """Whether the document has marks for highlights, comments and broken references."""
    layout: bool = False
    """Whether the document has a `page_layout`."""


_LINE = Message("行", "line")
_PARAGRAPH = Message("段", "paragraph")
_PAGE = Message("段、页", "paragraph, page")

READERS = {
    "docx": InputFormat("linter.readers.docx", Message("Word", "Word"), (".docx", ".docm", ".dotx"),
        sniffing.is_docx, _PARAGRAPH, "yes", marks=True, layout=True),
    "doc": InputFormat("linter.readers.doc", Message("WPS", "WPS"), (".doc", ".wps"),
        sniffing.is_doc, _PARAGRAPH, "yes", marks=True),
    "wordxml": InputFormat("linter.readers.word_xml", Message("Word XML", "Word XML"), (),
        sniffing.is_word_xml, _PARAGRAPH, "yes", marks=True),
    "pdf": InputFormat("linter.readers.pdf", Message("PDF", "PDF"), (".pdf",),
        sniffing.is_pdf, _PAGE, "printed"),
    "ofd": InputFormat("linter.readers.ofd", Message("OFD", "OFD"), (".ofd",),
        sniffing.is_ofd, _PAGE, "printed"),
    "odt": InputFormat("linter.readers.odt", Message("ODT", "ODT"), (".odt",),
        sniffing.is_odt, _PARAGRAPH, "yes", marks=True),
    "rtf": InputFormat("linter.readers.rtf", Message("RTF", "RTF"), (".rtf",),
        sniffing.is_rtf, _PARAGRAPH, "yes", marks=True),
    "mht": InputFormat("linter.readers.mht", Message("网页存档", "web archive"), (".mht", ".mhtml"),
        sniffing.is_web_archive, _PARAGRAPH),
    "html": InputFormat("linter.readers.html", Message("网页", "HTML"), (".html", ".htm"),
        sniffing.is_html, _LINE),
    "markdown": InputFormat("linter.readers.markdown", Message("Markdown", "Markdown"), (".md", ".markdown"),
        sniffing.is_markdown, _LINE),
    "text": InputFormat("linter.readers.text", Message("纯文本", "plain text"), (".txt", ".text"),
        sniffing.is_text, _LINE),
}  # fmt: skip
"""Every format, by the name that `Document.format` uses. The first that fits a file reads it."""

SUFFIXES = frozenset(suffix for each in READERS.values() for suffix in each.suffixes)
"""Suffixes of what is taken from a folder; a file named by the user is read whatever its name."""


def read(path: str, data: bytes) -> Document:
    """The document in the bytes of a file. `path` is its name for messages; its ending may break a tie.

    Raises UnreadableError: of no format that can be read, or damaged. CrashError: the reader failed.
    """
    with guarded(path, Message("辨认文件格式", "telling the format")):
        format_name = sniff(path, data)
    with guarded(path, Message(f"读取 {format_name} 格式", f"the reader of {format_name}")):
        return _read(format_name, path, data)


def _read(format_name: str, path: str, data: bytes) -> Document:
    document: Document = import_module(READERS[format_name].module).read(path, data)
    if re.search(f"[{RADICALS}]", document.text):
        from linter.readers.support.radicals import as_characters

        document = as_characters(document)
    document = mark_contents(document)
    if sniffing.is_misnamed(path, READERS[format_name].suffixes):
        document = document._replace(notes=(*document.notes, _misnamed(format_name)))
    if "eportlint" in document.text:
        from linter.readers.support.suppression_comments import extract_directives

        return extract_directives(document)
    return document


def _misnamed(format_name: str) -> Message:
    name = READERS[format_name].name
    return Message(
        f"文件的后缀名与内容不符：内容是{name.zh}，已按内容检查。发出前请改正后缀名，否则对方可能打不开",
        f"the file's name does not fit what it holds, {name.en}, and it was read as that; rename it "
        "before it goes out, or others may not be able to open it",
    )


def sniff(path: str, data: bytes) -> str:
    """The format of a file, a key of `READERS`. Raises UnreadableError: it is of none of them."""
    sample = Sample(path, data)
    if data and not (sniffing.is_locked(sample) or sample.is_spreadsheet_or_slides):
        for format_name, each in READERS.items():
            if each.fits(sample):
                return format_name
    from linter.readers.refusals import refusal

    raise refusal(sample, _readable())


def _readable() -> Message:
    names = [each.name for each in READERS.values()]
    return Message(
        f" {'、'.join(name.zh for name in names[:-1])} 或{names[-1].zh}",
        f"{', '.join(name.en for name in names[:-1])} or {names[-1].en}",
    )
