"""OpenDocument text (OASIS ODF 1.3 part 3): paragraphs, list numbers, tables, notes, headers."""

import re
from collections.abc import Iterator

from linter.model.document import Document, Mark
from linter.readers.support.archive import open_archive
from linter.readers.support.assemble import REVISIONS, MarkupParagraph, assemble
from linter.readers.support.bullets import bullet
from linter.readers.support.list_numerals import numeral
from linter.readers.support.odt_text import ParagraphText
from linter.readers.support.office_words import REFERENCE_ERRORS
from linter.readers.support.style_chain import chain
from linter.readers.support.tables import Grid
from linter.readers.support.unreadable import damaged, locked
from linter.xml import Element


def _names(prefix: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{{urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0}}{name}" for name in names)


def _text(name: str) -> str:
    return _names("text", name)[0]


def _style(name: str) -> str:
    return _names("style", name)[0]


_MANIFEST = "META-INF/manifest.xml"
_P, _H, _LIST, _ITEM, _SPAN = _names("text", "p", "h", "list", "list-item", "span")
_SPACE, _TAB, _BREAK, _NOTE, _NOTE_BODY = _names("text", "s", "tab", "line-break", "note", "note-body")
_PROMPT = _text("placeholder")
_STYLE_NAME, _LEVEL, _START = _names("text", "style-name", "level", "start-value")
_MASTER = _style("master-page")
_DISPLAY, _HIDDEN_TEXT, _HIDDEN_PARAGRAPH = _names("text", "display", "hidden-text", "hidden-paragraph")
_TABLE, _ROW, _CELL, _COVERED = _names("table", "table", "table-row", "table-cell", "covered-table-cell")
_COLUMNS, _ROWS = _names("table", "number-columns-spanned", "number-rows-spanned")
_ANNOTATION, _ANNOTATION_END, _ANNOTATION_NAME = _names("office", "annotation", "annotation-end", "name")
_IS_HIDDEN = _text("is-hidden")
_TEXT_BOX = _names("drawing", "text-box")[0]
_BOXES = frozenset(
    (
        _TEXT_BOX,
        *_names("drawing", "custom-shape", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *_names("drawing", "regular-polygon", "path", "connector", "measure", "caption"),
    )
)
"""Drawings that may hold a text of their own (ODF 1.3 part 3, 10.3)."""
_BACKGROUND = _names("xsl-fo-compatible", "background-color")[0]
_REFERENCES = frozenset(_names("text", "bookmark-ref", "reference-ref", "sequence-ref", "note-ref"))
_DROPPED = frozenset(
    (
        # Generated from the headings: they would count twice.
        *_names("text", "table-of-content", "illustration-index", "table-index", "object-index"),
        *_names("text", "alphabetical-index", "user-index", "tracked-changes", "sequence-decls", "ruby-text"),
        *_names("office", "forms", "event-listeners"),
        *_names("drawing", "image", "object", "object-ole", "plugin"),
        *_names("svg-compatible", "title", "desc"),
        _COVERED,
        _HIDDEN_TEXT,
    )
)
_FORMATS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "①": "decimalEnclosedCircle", "１": "decimalFullWidth", "01": "decimalZero",
}  # fmt: skip
"""What `style:num-format` begins with, and the number format it stands for."""

_MOST_BLANKS = 100_000
"""How many blanks a document may hold in the elements that count them: beyond it each stands for one, for a
file of some kilobytes can count millions."""


def read(path: str, data: bytes) -> Document:
    """The document in an OpenDocument text.

    Raises UnreadableError: damaged, encrypted, unsafe, another kind of OpenDocument, or empty.
    """
    archive = open_archive(path, data)
    if b":encryption-data" in (archive.read(_MANIFEST) if _MANIFEST in archive.names else b""):
        raise locked(path)
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml") if "styles.xml" in archive.names else None
    body = content.find(f"{{*}}body/{_names('office', 'text')[0]}")
    if body is None:
        raise damaged(path)
    reader = _Reader([root for root in (styles, content) if root is not None])
    paragraphs = [*reader.walk(body, "paragraph"), *reader.notes]
    if styles is not None:
        paragraphs += dict.fromkeys(reader.headers(styles))
    revised = body.find(_text("tracked-changes"))
    changes = 0 if revised is None else len(revised)
    notes = (REVISIONS,) if changes else ()
    return assemble(path, "odt", paragraphs, notes=notes)._replace(changes=changes)


class _ListItem:
    """Where a paragraph stands in a list; `counts` is shared by the items of the list, and counted up.

    `level` is 1-based, `start` the number that the item is given, None to go on counting.
    """

    def __init__(self, style: str, counts: dict[int, int], level: int, start: int | None) -> None:
        self.style = style
        self.counts = counts
        self.level = level
        self.start = start


class _Reader:
    """Styles, counters and notes of one document."""

    def __init__(self, roots: list[Element]) -> None:
        self.notes: list[MarkupParagraph] = []
        self._lists: dict[str | None, Element] = {}
        self._styles: dict[str | None, Element] = {}
        self._hiding: dict[str, bool] = {}
        for root in roots:
            self._lists |= {e.get(_style("name")): e for e in root.iter(_text("list-style"))}
            for outline in root.iter(_text("outline-style")):
                self._lists[""] = outline
            self._styles |= {e.get(_style("name")): e for e in root.iter(_style("style"))}
        self._counts: dict[str, dict[int, int]] = {}  # by list id, and by list style for the latest one
        self._outline: dict[int, int] = {}
        self._blanks = _MOST_BLANKS
        self._tables = 0
        self._grid: tuple[int, Grid] | None = None  # the innermost table's number and cells
        self._cell: tuple[int, ...] = ()

    def headers(self, styles: Element) -> Iterator[MarkupParagraph]:
        """The paragraphs of the headers and footers of the pages that the text uses."""
        pages = list(styles.iter(_MASTER))
        used = self._used_pages(pages)
        for page in pages:
            for child in page if page.get(_style("name")) in used else ():
                name = str(child.tag).rpartition("}")[2]
                if name.startswith(("header", "footer")) and child.get(_style("display")) != "false":
                    yield from self.walk(child, name[:6])

    def _used_pages(self, pages: list[Element]) -> set[str | None]:
        """The names of the page styles that some style asks for, those that follow one, and the default one.

        An office program writes all it has, and most stand in no text.
        """
        following = {page.get(_style("name")): page.get(_style("next-style-name")) for page in pages}
        used: set[str | None] = {style.get(_style("master-page-name")) for style in self._styles.values()}
        used |= {None, "Standard"}
        if used.isdisjoint(following):
            used.add(next(iter(following), None))
        new = set(used)
        while new:
            new = {following.get(name) for name in new} - used
            used |= new
        return used

    def walk(self, parent: Element, kind: str) -> Iterator[MarkupParagraph]:
        """The paragraphs under an element, lists aside, in reading order."""
        for child in parent:
            tag = child.tag
            if tag in (_P, _H):
                yield from self._paragraph(child, kind, None)
            elif tag == _LIST:
                yield from self._list(child, kind, "", {}, 1)
            elif tag == _TABLE:
                yield from self._table(child, kind)
            elif tag == _CELL:
                yield from self._in_cell(child, "cell" if kind == "paragraph" else kind)
            elif tag in _BOXES:
                yield from self.walk(child, "textbox")
            elif tag not in _DROPPED and isinstance(tag, str) and not _is_hidden(child):
                if tag == _ROW and self._grid:
                    self._grid[1].next_row()
                yield from self.walk(child, kind)

    def _table(self, table: Element, kind: str) -> Iterator[MarkupParagraph]:
        outer = self._grid
        self._grid = self._tables, Grid()
        self._tables += 1
        yield from self.walk(table, kind)
        self._grid = outer

    def _in_cell(self, cell: Element, kind: str) -> Iterator[MarkupParagraph]:
        outer = self._cell
        if self._grid:
            number, grid = self._grid
            columns, rows = (_integer(cell.get(name)) or 1 for name in (_COLUMNS, _ROWS))
            self._cell = (number, *grid.place(columns, rows))
        yield from self.walk(cell, kind)
        self._cell = outer

    def _list(
        self, element: Element, kind: str, style: str, counts: dict[int, int], level: int
    ) -> Iterator[MarkupParagraph]:
        style = element.get(_STYLE_NAME) or style
        if level == 1:
            counts = self._counters(element, style)
        for item in element:
            label = None
            if item.tag == _ITEM:
                own_style = item.get(_text("style-override")) or style
                label = _ListItem(own_style, counts, level, _integer(item.get(_START)))
            for child in item:
                if child.tag == _LIST:
                    yield from self._list(child, kind, style, counts, level + 1)
                elif child.tag in (_P, _H):
                    yield from self._paragraph(child, kind, label)
                    label = None

    def _counters(self, element: Element, style: str) -> dict[int, int]:
        """The counts that a list goes on from: its own, or those of the list it continues."""
        earlier = element.get(_text("continue-list"))
        if earlier is None and element.get(_text("continue-numbering")) == "true":
            earlier = style
        counts = self._counts.get(earlier, {}) if earlier is not None else {}
        identity = element.get("{http://www.w3.org/XML/1998/namespace}id")
        self._counts[style] = counts
        if identity:
            self._counts[identity] = counts
        return counts

    def _paragraph(self, element: Element, kind: str, item: _ListItem | None) -> Iterator[MarkupParagraph]:
        hidden = element.find(f".//{_HIDDEN_PARAGRAPH}")
        if hidden is not None and hidden.get(_IS_HIDDEN) == "true":
            return
        if self._hides(element.get(_STYLE_NAME)):
            return
        level = _integer(element.get(_text("outline-level"))) or 0 if element.tag == _H else 0
        label = self._label(element, level, item)
        gathered = ParagraphText()
        boxes: list[Element] = []
        self._inline(element, gathered, boxes)
        text, marks = "".join(gathered.pieces), tuple(sorted(gathered.marks))
        cell = self._cell if kind == "cell" else ()
        yield MarkupParagraph(text, kind, min(level, 9), label, marks=marks, cell=cell)
        for box in boxes:
            yield from self.walk(box, "textbox")

    def _label(self, element: Element, level: int, item: _ListItem | None) -> str:
        if item:
            style = item.style or self._list_style(element)
            return self._number(self._lists.get(style), item.counts, item.level, item.start)
        if not level or element.get(_text("is-list-header")) == "true" or self._list_style(element) == "":
            return ""
        start = _integer(element.get(_START)) if element.get(_text("restart-numbering")) == "true" else None
        return self._number(self._lists.get(""), self._outline, level, start)

    def _list_style(self, element: Element) -> str | None:
        """The list style that a paragraph's style names; "" where it takes the number away."""
        named = (style.get(_style("list-style-name")) for style in self._chain(element.get(_STYLE_NAME)))
        return next((name for name in named if name is not None), None)

    def _hides(self, name: str | None) -> bool:
        """Whether a style, or the one it is based on, makes hidden text."""
        if name is None:
            return False
        found = self._hiding.get(name)
        if found is None:
            stated = map(_display, self._chain(name))
            found = self._hiding[name] = next((one for one in stated if one is not None), "") == "none"
        return found

    def _chain(self, name: str | None) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        return chain(self._styles, name, lambda style: style.get(_style("parent-style-name")))

    def _number(self, style: Element | None, counts: dict[int, int], level: int, start: int | None) -> str:
        levels = {_integer(e.get(_LEVEL)) or 0: e for e in style} if style is not None else {}
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        counts[level] = start if start is not None else counts.get(level, _first(levels.get(level)) - 1) + 1
        own = levels.get(level)
        if own is None:
            return ""
        sign = own.get(_text("bullet-char"))
        if sign is not None:
            return bullet(sign)
        return _format(own, levels, counts, level)

    def _inline(self, parent: Element, gathered: ParagraphText, boxes: list[Element]) -> None:
        gathered.add(parent.text or "")
        for child in parent:
            start = gathered.length
            self._piece(child, gathered, boxes)
            if child.tag == _PROMPT:
                gathered.marks.append(Mark(start, gathered.length, "prompt"))
            elif child.tag in _REFERENCES and gathered.since(start).startswith(REFERENCE_ERRORS):
                gathered.marks.append(Mark(start, gathered.length, "broken-reference"))
            gathered.add(child.tail or "")

    def _piece(self, child: Element, gathered: ParagraphText, boxes: list[Element]) -> None:
        """Add the text and marks of one element within a paragraph."""
        tag = child.tag
        if tag == _SPACE:
            gathered.put(" " * self._blanks_of(child))
        elif tag == _TAB:
            gathered.put("\t")
        elif tag == _BREAK:
            gathered.put("\n")
        elif tag == _NOTE:
            body = child.find(_NOTE_BODY)
            self.notes += self.walk(body, "note") if body is not None else ()
        elif tag == _ANNOTATION:
            words = ["".join(paragraph.itertext()) for paragraph in child.iter(_P)]
            gathered.comment(child.get(_ANNOTATION_NAME), "\n".join(words))
        elif tag == _ANNOTATION_END:
            gathered.end_comment(child.get(_ANNOTATION_NAME))
        elif tag in _BOXES:
            boxes.append(child)
        elif tag == _SPAN:
            self._span(child, gathered, boxes)
        elif tag not in _DROPPED and isinstance(tag, str):
            self._inline(child, gathered, boxes)

    def _blanks_of(self, element: Element) -> int:
        """How many blanks an element stands for: one at least, and no more than are left."""
        count = min(_integer(element.get(_text("c"))) or 1, max(1, self._blanks))
        self._blanks -= count
        return count

    def _span(self, span: Element, gathered: ParagraphText, boxes: list[Element]) -> None:
        name = span.get(_STYLE_NAME)
        if self._hides(name):
            return
        properties = _text_properties(self._styles.get(name))
        start = gathered.length
        self._inline(span, gathered, boxes)
        colour = properties.get(_BACKGROUND) if properties is not None else None
        if colour not in (None, "transparent", "#ffffff"):
            gathered.marks.append(Mark(start, gathered.length, "highlight"))


def _is_hidden(element: Element) -> bool:
    """Whether a section is hidden, by itself or by a condition that held when the file was saved."""
    display: str | None = element.get(_DISPLAY)
    held: str | None = element.get(_IS_HIDDEN)
    return display == "none" or (display == "condition" and held == "true")


def _text_properties(style: Element | None) -> Element | None:
    return None if style is None else style.find(_style("text-properties"))


def _display(style: Element) -> str | None:
    properties = _text_properties(style)
    return None if properties is None else properties.get(_DISPLAY)


def _first(level: Element | None) -> int:
    start = _integer(level.get(_START)) if level is not None else None
    return 1 if start is None else start


def _integer(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


def _format(own: Element, levels: dict[int, Element], counts: dict[int, int], level: int) -> str:
    """The label of a numbered level: "（%2%）", or a prefix, the numbers shown, a suffix."""

    def shown(index: int) -> str:
        other = levels.get(index)
        kind = (other.get(_style("num-format")) or "").partition(",")[0] if other is not None else ""
        return numeral(counts.get(index, _first(other)), _FORMATS.get(kind, "decimal")) if kind else ""

    pattern = next((value for name, value in own.items() if name.endswith("}num-list-format")), None)
    if pattern:
        return re.sub(r"%(\d{1,2})%", lambda match: shown(int(match[1])), pattern)
    count = min(_integer(own.get(_text("display-levels"))) or 1, level)
    numbers = filter(None, map(shown, range(level - count + 1, level + 1)))
    joined = ".".join(numbers)
    prefix, suffix = own.get(_style("num-prefix")) or "", own.get(_style("num-suffix")) or ""
    return f"{prefix}{joined}{suffix}" if joined else ""
