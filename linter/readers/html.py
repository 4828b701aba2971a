"""HTML, as saved by Word, WPS or a browser: block tags make paragraphs, what is hidden is left out."""

import re
from collections import Counter
from html import unescape
from html.entities import html5
from html.parser import HTMLParser
from typing import NamedTuple

from linter.model.document import Document, Mark
from linter.readers.support.assemble import CUT_OFF, MarkupParagraph, assemble
from linter.readers.support.page_encoding import decode_page
from linter.readers.support.style_sheets import COMMENT_CLASSES, HIDDEN, hidden_classes
from linter.readers.support.tables import Grid
from linter.readers.support.unreadable import damaged, no_text

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_DROPPED = frozenset((
    "button", "datalist", "del", "noscript", "script", "select", "style", "svg", "template", "textarea",
    "title",
    "audio", "canvas", "iframe", "noembed", "noframes", "object", "video",  # what old browsers show instead
    "rp", "rt", "rtc", "annotation", "annotation-xml",  # the text around, said again in another way
))  # fmt: skip
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])")
_CLOSES = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("tr",), "li": ("li",), "dd": ("dd",), "dt": ("dt",)}
"""Open tags that a tag closes although nobody wrote the end tag."""
_SCOPES = frozenset(("table", "ul", "ol", "dl"))
_PROGRAM = re.compile(r"(?:^|\s)language-\w")
"""How the class begins by which pages tell the language of what they show as code."""
_CONTENTS_CLASS = "MsoToc"
"""How the classes begin by which Word and WPS mark the lines of a table of contents: `MsoToc1`."""

Place = tuple[int, int]


class _OpenTag(NamedTuple):
    """An element that has not ended."""

    tag: str
    hidden: bool
    level: int
    """The outline level that it gives to the paragraphs in it, 0 for none."""
    contents: bool
    """Whether it is a line of a table of contents."""
    program: bool
    """Whether it is a program."""
    cell: tuple[int, ...] = ()
    """Of a table's cell, as `Block.cell`."""


def read(path: str, data: bytes) -> Document:
    """The document in a web page; places are lines and columns of its source.

    Raises UnreadableError: no text in it, or markup that cannot be parsed.
    """
    decoded = decode_page(data)
    if decoded.encoding == "binary":
        raise no_text(path)
    notes = decoded.notes
    if decoded.text.rfind("<") > decoded.text.rfind(">"):
        notes += (CUT_OFF,)
    return assemble(path, "html", paragraphs(path, decoded.text), decoded.encoding, notes)


def paragraphs(path: str, source: str) -> list[MarkupParagraph]:
    """The paragraphs of a page. Raises UnreadableError: its markup cannot be parsed."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if _is_unbalanced(source):
        raise damaged(path)
    hidden = hidden_classes(source)
    found = _without(path, source, hidden)
    if hidden > COMMENT_CLASSES and not any(one.text.strip() for one in found):
        return _without(path, source, COMMENT_CLASSES)  # a script is to show the text
    return found


def _without(path: str, source: str, hidden: frozenset[str]) -> list[MarkupParagraph]:
    """The paragraphs of a page without elements of some classes."""
    reader = _Reader(source.split("\n"), hidden)
    try:
        reader.feed(source)
        reader.close()
    except AssertionError:  # how html.parser reports a declaration it does not know
        raise damaged(path) from None
    reader.flush()
    return reader.paragraphs


def _is_unbalanced(source: str) -> bool:
    """Whether many tags or comments never end: html.parser then takes time squared (minutes for 100 KB)."""
    unclosed_tags = source.count("<") - source.count(">")
    unclosed_comments = source.count("<!") - source.count("-->") - source.count("]>")
    return max(unclosed_tags, unclosed_comments) > 200


class _Reader(HTMLParser):
    """Collects paragraphs; whitespace is collapsed as a browser does, between Chinese words dropped."""

    def __init__(self, lines: list[str], hidden_classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)  # an entity keeps the place it stands at
        self.paragraphs: list[MarkupParagraph] = []
        self._open: list[_OpenTag] = []
        self._counts: Counter[str] = Counter()  # of open tags: no search for one that is not there
        self._tables: list[tuple[int, Grid]] = []  # those that are open, with their numbers
        self._table_count = 0
        self._lines = lines
        self._hidden_classes = hidden_classes
        self._hidden = 0
        self._in_program = False  # where the last piece stands: `</code>` comes before the paragraph's end
        self._pieces: list[tuple[str, Place]] = []
        self._pending_space: tuple[str, Place] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.flush()
            self._close_implied(tag)
        if tag == "br":
            self._break()
        if tag in _VOID:
            return
        said = dict(attrs)
        style = said.get("style") or ""
        classes = said.get("class") or ""
        hidden = tag in _DROPPED or HIDDEN.search(style) is not None or "hidden" in said
        if classes and not hidden and "display" not in style:  # a script may have shown it
            hidden = not self._hidden_classes.isdisjoint(classes.split())
        outline = _OUTLINE.search(style)
        level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else int(outline[1]) if outline else 0
        contents = classes.startswith(_CONTENTS_CLASS)
        program = tag == "code" and self._counts["pre"] > 0 and _PROGRAM.search(classes) is not None
        cell = self._table_part(tag, attrs)
        self._open.append(_OpenTag(tag, hidden, level, contents, program, cell))
        self._counts[tag] += 1
        self._hidden += hidden

    def _table_part(self, tag: str, attrs: list[tuple[str, str | None]]) -> tuple[int, ...]:
        """Follow a table, a row or a cell that begins; gives the place of a cell, as `Block.cell`."""
        if tag == "table":
            self._tables.append((self._table_count, Grid()))
            self._table_count += 1
        elif tag == "tr" and self._tables:
            self._tables[-1][1].next_row()
        elif tag in ("td", "th") and self._tables:
            number, grid = self._tables[-1]
            columns, rows = (_count(dict(attrs).get(name)) for name in ("colspan", "rowspan"))
            return (number, *grid.place(columns, rows))
        return ()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and ":" in tag:  # <o:p/>; elsewhere HTML ignores the slash
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if self._counts[tag]:
            self._pop_to(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        line, column = self.getpos()
        keeps_lines = self._counts["pre"] > 0
        for number, row in enumerate(data.split("\n")):
            if number:
                column = 0
                if keeps_lines:
                    self.flush()
                else:
                    self._space("\n", (line + number, 1))
            for match in re.finditer(r"([ \t\f]+)|[^ \t\f]+", row):
                place = line + number, column + match.start() + 1
                if match[1] and not keeps_lines:
                    self._space(" ", place)
                else:
                    self._add(match[0].replace("\xa0", " "), place)

    def handle_entityref(self, name: str) -> None:
        end = ";"
        if f"{name};" not in html5:  # html.parser takes a semicolon away that belongs to the text
            line, column = self.getpos()
            end = ";" if self._lines[line - 1].startswith(";", column + 1 + len(name)) else ""
        self._character(f"&{name}{end}")

    def handle_charref(self, name: str) -> None:
        self._character(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Keep a comment that is a directive: see `linter.readers.support.suppression_comments`."""
        if "eportlint" in data and not self._hidden:
            line, column = self.getpos()
            self._add(f"<!-- {' '.join(data.split())} -->", (line, column + 1))

    def flush(self) -> None:
        """End the paragraph."""
        self._pending_space = None
        if not self._pieces:
            return
        text = "".join(piece for piece, _ in self._pieces)
        places: list[tuple[int, Place]] = []
        offset = 0
        for piece, place in self._pieces:
            places.append((offset, place))
            offset += len(piece)
        kind = self._kind()
        marks = (Mark(0, len(text), "code"),) if kind == "code" else ()
        level = next((entry.level for entry in reversed(self._open) if entry.level), 0)
        cell = (
            next((entry.cell for entry in reversed(self._open) if entry.cell), ()) if kind == "cell" else ()
        )
        self.paragraphs.append(MarkupParagraph(text, kind, level, "", tuple(places), marks, cell))
        self._pieces = []

    def _kind(self) -> str:
        """The kind of the paragraph that ends here."""
        if any(entry.contents for entry in self._open):
            return "toc"
        if self._in_program:
            return "code"
        return "cell" if self._counts["td"] or self._counts["th"] else "paragraph"

    def _character(self, reference: str) -> None:
        if not self._hidden:
            line, column = self.getpos()
            self._add(unescape(reference).replace("\xa0", " "), (line, column + 1))

    def _break(self) -> None:
        self._pending_space = None
        if not self._hidden and self._pieces:
            line, column = self.getpos()
            self._pieces.append(("\n", (line, column + 1)))

    def _space(self, character: str, place: Place) -> None:
        """Note whitespace, which becomes a blank when words follow; a line end in it is remembered."""
        if self._pending_space is None or character == "\n":
            self._pending_space = (character, self._pending_space[1] if self._pending_space else place)

    def _add(self, text: str, place: Place) -> None:
        if self._pending_space and self._pieces and self._pieces[-1][0] != "\n":
            character, gap_place = self._pending_space
            wide = not self._pieces[-1][0][-1].isascii() and not text[0].isascii()
            if not (character == "\n" and wide):
                self._pieces.append((" ", gap_place))
        self._pending_space = None
        self._pieces.append((text, place))
        self._in_program = self._counts["code"] > 0 and any(entry.program for entry in self._open)

    def _close_implied(self, tag: str) -> None:
        closes = ("p", *_CLOSES.get(tag, ()))
        if not any(map(self._counts.__getitem__, closes)):
            return
        for entry in reversed(self._open):
            if entry.tag in closes:
                self._pop_to(entry.tag)
            elif entry.tag in _SCOPES:
                return

    def _pop_to(self, tag: str) -> None:
        while self._open:
            entry = self._open.pop()
            self._counts[entry.tag] -= 1
            self._hidden -= entry.hidden
            if entry.tag == "table":
                self._tables.pop()
            if entry.tag == tag:
                return


def _count(said: str | None) -> int:
    """How many columns or rows a cell takes by what its tag says."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1
