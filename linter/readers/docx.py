"""Word's own formats: .docx, .docm, .dotx, .dotm, Strict included.

No library at hand reads automatic numbers, hidden text, text boxes and tracked changes right (of 34
probes the best got 27). The text is that of the printed page with every tracked change accepted.
"""

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from linter.model.document import Block, Document, LineMap, Mark
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.ooxml.comments import open_comments
from linter.readers.ooxml.marks import fitted, marks_of
from linter.readers.ooxml.numbering import Numbering, read_lists
from linter.readers.ooxml.package import DRAWING, Package, flag, open_package, r, w
from linter.readers.ooxml.paragraphs import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    DRAWINGS,
    ENDNOTE,
    FOOTNOTE,
    Piece,
    StoryWalker,
    parted,
    text_of,
)
from linter.readers.ooxml.stories import BOX_KINDS, CHUNK, PARAGRAPH, WordParagraph, paragraphs, word_art
from linter.readers.ooxml.styles import Styles
from linter.readers.support.assemble import REVISIONS
from linter.readers.support.line_breaks import may_be_title
from linter.readers.support.unreadable import damaged, empty, too_complex
from linter.xml import Element

if TYPE_CHECKING:
    from linter.model.page_layout import PageLayout

MAX_PARAGRAPHS = 100_000
"""Paragraphs of one part: some seconds of work."""

_DOCUMENT, _BODY, _ID = w("document"), w("body"), w("id")
_NOTES = (("footnotes", FOOTNOTE, w("footnote")), ("endnotes", ENDNOTE, w("endnote")))
"""The part of each kind of notes, the reference to one, and the note itself."""
_SECTION, _TITLE_PAGE, _EVEN_ODD = w("sectPr"), w("titlePg"), w("evenAndOddHeaders")
_HEADERS = {w("headerReference"): "header", w("footerReference"): "footer"}
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_TYPE, _RELATION = w("type"), r("id")
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"

_CHUNKS = Message("文中插入的外部文件内容未检查", "the content of files inserted into this one was not read")


class Traced(NamedTuple):
    """A document and where its blocks come from."""

    document: Document
    sources: tuple[WordParagraph | None, ...]
    """The paragraph that each block was read from, with elements of the tree of its part; None for the
    texts of diagrams. Empty unless it is asked for."""
    package: Package
    root: Element
    """The root of the main part: the tree that the pieces of the body belong to."""


def read(path: str, data: bytes) -> Document:
    """The document in a Word file.

    Raises UnreadableError: damaged, encrypted, unsafe, not Word's, or empty.
    """
    return _read(path, data, keep=False).document._replace(
        page_layout=cache(partial(_page_layout, path, data))
    )


def trace(path: str, data: bytes) -> Traced:
    """The document in a Word file, with the XML elements that its blocks were read from.

    A block's text is the texts of its source's pieces in a row. Raises UnreadableError.
    """
    return _read(path, data, keep=True)


def _page_layout(path: str, data: bytes) -> "PageLayout":
    """The layout of the file. It is read once more: few rulesets ask, and the trees take much memory."""
    from linter.readers.ooxml.page_layout import page_layout

    document, sources, package, root = trace(path, data)
    pairs = zip(document.blocks, sources, strict=True)
    text = [(block.start, source) for block, source in pairs if source and block.kind == "paragraph"]
    return page_layout(package, root, text)


def _read(path: str, data: bytes, keep: bool) -> Traced:
    package = open_package(path, data)
    root = package.xml(package.main)
    body = root.find(_BODY)
    if root.tag != _DOCUMENT or body is None:
        raise damaged(path)
    reader = _Reader(package, keep)
    reader.story(package.main, root, [body], "paragraph")
    for part, reference, note in _NOTES:
        reader.notes(part, reference, note)
    for kind, part in _headers(package, root):
        header = package.xml(part)
        reader.story(part, header, [header], kind)
    document, sources = reader.finish(path)
    return Traced(document, sources, package, root)


class _Reader:
    """Collects the blocks and marks of one file."""

    def __init__(self, package: Package, keep: bool) -> None:
        self._package = package
        self._keep = keep
        self._styles = Styles(_optional(package, "styles"))
        self._lists = read_lists(_optional(package, "numbering"), self._styles)
        self._comments = _comments(package)
        self._comment_starts: dict[str, int] = {}
        self._references: dict[str, list[str]] = {FOOTNOTE: [], ENDNOTE: []}
        self._inserted: list[Element] = []  # drawings and the like, whose words follow their paragraph
        self._read: set[str] = set()  # parts of diagrams, and of files that were inserted
        self._chunks = 0  # files inserted into the story that were read
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._tables: dict[object, int] = {}
        self._sources: list[WordParagraph | None] = []
        self._marks: list[Mark] = []
        self._hidden: list[Mark] = []
        self._notes: list[Message] = []
        self._changes = 0
        self._offset = 0

    def story(self, part: str, root: Element, elements: list[Element], kind: str) -> None:
        """Add the paragraphs under some elements of a part; `kind` is that of their blocks."""
        walk = StoryWalker(self._styles, root)
        numbers = Numbering(self._lists)
        places = {paragraph: index for index, paragraph in enumerate(root.iter(PARAGRAPH), 1)}
        if len(places) > MAX_PARAGRAPHS:
            raise too_complex(self._package.path)
        self._chunks = 0
        for element in elements:
            for paragraph in paragraphs(element, kind, walk):
                anchor = f"{part}#{'+'.join(str(places[one]) for one in paragraph.elements)}"
                self._paragraph(paragraph, numbers, anchor)
        self._changes += sum(1 for _ in root.iter(*_CHANGES))
        self._note(self._changes, REVISIONS)
        self._note(sum(1 for _ in root.iter(CHUNK)) - self._chunks, _CHUNKS)

    def notes(self, kind: str, reference: str, tag: str) -> None:
        """Add the footnotes or endnotes that the text refers to, in the order of the references."""
        wanted = self._references[reference]
        part = self._package.related(kind) if wanted else None
        if part is None:
            return
        root = self._package.xml(part)
        found = {note.get(_ID, ""): note for note in root.findall(tag)}
        self.story(part, root, [found[one] for one in dict.fromkeys(wanted) if one in found], "note")

    def finish(self, path: str) -> tuple[Document, tuple[WordParagraph | None, ...]]:
        """The document, and the source of each block. Raises UnreadableError: there is no text."""
        if not self._blocks:
            raise _inserted_alone(path) if _CHUNKS in self._notes else empty(path)
        starts = tuple(block.start for block in self._blocks)
        end = self._blocks[-1].end
        hidden = (mark._replace(start=min(mark.start, end), end=min(mark.end, end)) for mark in self._hidden)
        document = Document(
            path=path,
            format="docx",
            text="\n".join(self._texts),
            blocks=tuple(self._blocks),
            lines=LineMap(starts),
            marks=tuple(sorted([*(fitted(mark, self._blocks, starts) for mark in self._marks), *hidden])),
            notes=tuple(self._notes),
            changes=self._changes,
        )
        return document, tuple(self._sources)

    def _note(self, count: int, note: Message) -> None:
        if count and note not in self._notes:
            self._notes.append(note)

    def _paragraph(self, paragraph: WordParagraph, numbers: Numbering, anchor: str) -> None:
        """Add a `w:p`: a block, or several where line breaks part it; number and level are the first's."""
        blank = not text_of(paragraph.pieces).strip()
        label, level = self._number(paragraph, numbers, blank)
        for pieces in parted(paragraph.pieces, may_be_title(level, len(self._blocks))):
            text = text_of(pieces)
            blank = not text or text.isspace()
            self._follow(pieces, blank)
            if not blank:
                self._marks += marks_of(text, pieces, self._offset)
                block = Block(0, 0, paragraph.kind, level, label, anchor, cell=self._cell(paragraph))
                self._block(text, block, paragraph._replace(pieces=pieces))
                label, level = "", 0
        while self._inserted:
            self._insert(self._inserted.pop(0), paragraph.kind, anchor)

    def _cell(self, paragraph: WordParagraph) -> tuple[int, ...]:
        """The place of a paragraph in a table, as `Block.cell`."""
        if paragraph.cell is None:
            return ()
        table, area = paragraph.cell
        return (self._tables.setdefault(table, len(self._tables)), *area)

    def _block(self, text: str, block: Block, source: WordParagraph | None = None) -> None:
        start, end = self._offset, self._offset + len(text)
        self._blocks.append(block._replace(start=start, end=end))
        self._texts.append(text)
        if self._keep:
            self._sources.append(source)
        self._offset = end + 1

    def _number(self, paragraph: WordParagraph, numbers: Numbering, blank: bool) -> tuple[str, int]:
        """The label and outline level of a paragraph; a blank one whose end is hidden or deleted gets no
        number.
        """
        own, inherited = paragraph.properties, paragraph.inherited
        level = inherited.level if own.level is None else own.level
        hidden = inherited.hidden if own.mark_hidden is None else own.mark_hidden
        if blank and (hidden or own.mark_deleted):
            return "", level
        num_id, ilvl = own.number or (None, None)
        if num_id is None:
            num_id = inherited.num_id
            ilvl = numbers.linked(num_id or "", inherited.numbered) if ilvl is None else ilvl
        ilvl = inherited.ilvl if ilvl is None else ilvl
        return numbers.next(num_id, ilvl or 0) if num_id else "", level

    def _follow(self, pieces: list[Piece], blank: bool) -> None:
        """Note what stands between texts of a paragraph: references to notes, ends of comments, drawings."""
        position = self._offset
        for piece in pieces:
            if piece.text:
                position += 0 if blank else len(piece.text)
                continue
            element = piece.element
            tag = element.tag
            if piece.hidden:
                self._hide(piece.hidden, position)
            elif tag in self._references:
                self._references[tag].append(element.get(_ID, ""))
            elif tag == COMMENT_START:
                self._comment_starts[element.get(_ID, "")] = position
            elif tag in (COMMENT_END, COMMENT_REFERENCE):
                self._comment(element.get(_ID, ""), position)
            elif tag in DRAWINGS or tag == CHUNK:
                self._inserted.append(element)

    def _hide(self, words: str, position: int) -> None:
        """Note hidden text; what is left out at one place is one stretch of it."""
        last = self._hidden[-1] if self._hidden else None
        if last and last.start == position:
            words = self._hidden.pop().content + words
        self._hidden.append(Mark(position, position, "hidden", words))

    def _comment(self, comment: str, end: int) -> None:
        note = self._comments.pop(comment, None)
        if note is not None:
            self._marks.append(Mark(self._comment_starts.get(comment, end), end, "comment", note))

    def _insert(self, element: Element, kind: str, anchor: str) -> None:
        """Add the words of a drawing, or of a file that is inserted; `kind` is that of the text around."""
        if element.tag == CHUNK:
            self._chunk(element, kind)
            return
        for words in filter(None, word_art(element)):
            self._block(words, Block(0, 0, BOX_KINDS.get(kind, kind), anchor=anchor))
        self._diagram(element)

    def _chunk(self, chunk: Element, kind: str) -> None:
        """Add the text of a file that is inserted as it is; each is read once."""
        from linter.readers.ooxml import inserted  # loads the readers of other formats; few files need them

        _, part = self._package.relations.get(chunk.get(_RELATION, ""), ("", ""))
        if not part or part in self._read:
            return
        self._read.add(part)
        found = inserted.document(part, self._package.archive.read(part))
        if found is None:
            return
        self._chunks += 1
        base = self._offset
        for index, block in enumerate(found.blocks, 1):
            table, *area = block.cell or (None,)
            cell = (self._tables.setdefault((part, table), len(self._tables)), *area) if area else ()
            own = block.kind if kind == "paragraph" else kind
            words = found.text[block.start : block.end]
            self._block(words, block._replace(kind=own, anchor=f"{part}#{index}", cell=cell))
        self._marks += [mark._replace(start=mark.start + base, end=mark.end + base) for mark in found.marks]

    def _diagram(self, drawing: Element) -> None:
        """Add the texts of a diagram (SmartArt), which stand in a part of their own; each part once."""
        for ids in drawing.iter(_DIAGRAM):
            _, part = self._package.relations.get(ids.get(r("dm"), ""), ("", ""))
            lines = self._package.xml(part).iter(f"{DRAWING}p") if part and part not in self._read else ()
            self._read.add(part)
            for index, line in enumerate(lines, 1):
                text = "".join(piece.text or "" for piece in line.iter(f"{DRAWING}t")).replace("\n", " ")
                if text.strip():
                    self._block(text, Block(0, 0, "textbox", anchor=f"{part}#{index}"))


def _inserted_alone(path: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：文字都在插入的外部文件里，不能读取。请用 Word 打开，另存一份再检查",
        f"{path}: all its text is in files inserted into it, which cannot be read; open it in Word and save "
        "it anew",
    )


def _headers(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """The (kind, part) of the headers and footers that are shown, once each."""
    sections = list(root.iter(_SECTION))
    shown = {"default"}
    if any(flag(section, _TITLE_PAGE) for section in sections):
        shown.add("first")
    if flag(_optional(package, "settings"), _EVEN_ODD):
        shown.add("even")
    seen = set()
    for section in sections:
        for reference in section:
            kind = _HEADERS.get(reference.tag)
            _, part = package.relations.get(reference.get(_RELATION, ""), ("", ""))
            if kind and part and part not in seen and reference.get(_TYPE, "default") in shown:
                seen.add(part)
                yield kind, part


def _comments(package: Package) -> dict[str, str]:
    root = _optional(package, "comments")
    return {} if root is None else open_comments(root, _optional(package, "commentsExtended"))


def _optional(package: Package, kind: str) -> Element | None:
    part = package.related(kind)
    return None if part is None else package.xml(part)
