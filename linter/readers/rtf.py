"""Rich Text Format (specification 1.9.1): words out of groups, controls and bytes in a code page.

Bytes are kept until the code page changes and decoded together: the second byte of a Chinese
character may be written as a plain letter.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from linter.model.document import Document, Mark
from linter.readers.support.assemble import CUT_OFF, REVISIONS, MarkupParagraph, assemble
from linter.readers.support.office_words import REFERENCE_ERRORS
from linter.readers.support.rtf_code_pages import code_pages
from linter.readers.support.rtf_streams import Stream
from linter.readers.support.rtf_tables import RtfTables

_TOKEN = rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([\0-\xff])|([{}])|[\r\n\0]+|"
_SINGLE = re.compile(_TOKEN + rb"([^\\{}\r\n\0]+)|\\$")
_DOUBLE = re.compile(_TOKEN + rb"((?:[^\\{}\r\n\0\x81-\xfe]|[\x81-\xfe][\x40-\xfe]?)+)|\\$")

_CHARACTERS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-"}
_SKIPPED = frozenset((
    "aftnsep", "aftnsepc", "atndate", "atnid", "atnauthor", "atnref", "atntime", "bkmkend", "bkmkstart",
    "colorschememapping", "colortbl", "datastore", "filetbl", "fonttbl", "ftnsep", "ftnsepc",
    "generator", "info", "latentstyles", "listoverridetable", "listtable", "nonshppict", "objclass",
    "objdata", "pgdsctbl", "pict", "revtbl", "rsidtbl", "shpinst", "shprslt", "sp", "stylesheet", "tc",
    "template", "themedata", "upr", "xe",
))  # fmt: skip
"""Groups that hold no words of the author. Starred groups are skipped unless `_STREAMS` names them."""
_STREAMS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "note", "shptxt": "textbox", "annotation": "comment", "listtext": "label", "pntext": "label",
    "fldinst": "instruction",
}  # fmt: skip
"""Groups with a text of their own, and what it is."""


class _Field(NamedTuple):
    """A field whose result is being read."""

    depth: int
    """How many groups are open around the result, its own included."""
    start: int
    """Where the result begins in its paragraph."""
    contents: bool
    """Whether it is, or stands in, a table of contents."""


class _State(NamedTuple):
    """The state that a group inherits from the one around it, and that is restored at its end."""

    codec: str
    """Empty: the bytes decide."""
    skip: bool = False
    hidden: bool = False
    highlight: bool = False
    uc: int = 1
    """Characters to skip after each `\\u`: the stand-in for old readers."""
    cell: bool = False
    level: int = 0


def read(path: str, data: bytes) -> Document:
    """The document in a rich text; hidden and deleted text is left out.

    Raises UnreadableError: no text in it. Damage elsewhere is read past.
    """
    reader = _Reader(data)
    reader.run()
    text = reader.streams[0].paragraphs
    for index, place in reader.tables.places():
        text[index] = text[index]._replace(cell=place)
    body = [*text, *reader.notes, *dict.fromkeys(reader.margins)]
    notes = ((REVISIONS, reader.revised), (CUT_OFF, reader.cut_off))
    return assemble(path, "rtf", body, notes=tuple(note for note, holds in notes if holds))


class _Reader:
    """The state of reading one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pages = code_pages(data)
        self._state = _State(self._pages.default)
        self._stack: list[_State] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._comment_start = 0
        self._fields: list[_Field] = []
        self._instruction = ""
        self.streams = [Stream("paragraph", 0)]
        self.tables = RtfTables()
        """Those of the text itself."""
        self.notes: list[MarkupParagraph] = []
        self.margins: list[MarkupParagraph] = []
        self.revised = False
        self.cut_off = False

    def run(self) -> None:
        """Read the whole file."""
        position = 0
        while match := self._pattern().match(self._data, position):
            position = match.end()
            if match.lastindex == 1 or match.lastindex == 2:
                argument = int(match[2]) if match[2] else None
                if match[1] == b"bin":
                    position += max(argument or 0, 0)
                else:
                    self._control(match[1].decode(), argument)
            elif match.lastindex:
                self._plain(match)
        self.cut_off = bool(self._stack)
        while len(self.streams) > 1:
            self._close_stream()
        self.end_paragraph()
        self.tables.end()

    def _pattern(self) -> re.Pattern[bytes]:
        return _DOUBLE if self._pages.is_double_byte(self._state.codec) else _SINGLE

    def _plain(self, match: re.Match[bytes]) -> None:
        """A token that is no control word."""
        _, _, code, symbol, brace, raw = match.groups()
        if brace == b"{":
            self._stack.append(self._state)
            self._to_skip = 0
        elif brace:
            self._close_group()
        elif code:
            self._add_bytes(bytes.fromhex(code.decode()), 1)
        elif raw:
            self._add_bytes(raw, len(raw))
        elif symbol == b"*":
            self._starred = True
        elif symbol in b"{}\\":
            self._add_bytes(symbol, 1)
        elif symbol in _SYMBOLS:
            self._add_text(_SYMBOLS[symbol])
        elif symbol in b"\r\n":
            self.end_paragraph()

    def _control(self, word: str, argument: int | None) -> None:
        starred, self._starred = self._starred, False
        skips, self._to_skip = self._to_skip, 0
        if skips and word in _CHARACTERS:
            self._to_skip = skips - 1
        elif word in _STREAMS and (word == "shptxt" or not self._state.skip):
            self._open_stream(_STREAMS[word])  # a box is all settings but its text
        elif word == "ud":  # the Unicode half of a text given twice
            self._set(skip=False)
        elif word == "atrfstart":
            self._start_comment()
        elif starred or word in _SKIPPED:
            self._set(skip=True)
        elif word == "u":
            self._unicode(argument or 0)
        elif word in _CHARACTERS:
            self._add_text(_CHARACTERS[word])
        elif self._state.skip:
            return
        elif word in _ACTIONS:
            _ACTIONS[word](self)
        elif word in _SETTINGS:
            _SETTINGS[word](self, argument)

    def _start_comment(self) -> None:
        self._set(skip=True)
        self._comment_start = self.streams[-1].length

    def _set(self, **changes: object) -> None:
        self._decode()
        self._state = self._state._replace(**changes)  # type: ignore[arg-type]

    def _unicode(self, code: int) -> None:
        self._add_text(chr(code % 65536))
        self._to_skip = self._state.uc

    def _add_bytes(self, data: bytes, count: int) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, count)
            self._to_skip -= skipped
            data = data[skipped:]
        if not self._state.skip and not self._state.hidden:
            self._bytes += data

    def _add_text(self, text: str) -> None:
        self._decode()
        if self._state.skip or self._state.hidden:
            return
        stream = self.streams[-1]
        if self._state.highlight:
            stream.highlight(len(text))
        stream.add(text)
        stream.in_contents |= bool(self._fields) and self._fields[-1].contents

    def _decode(self) -> None:
        """Turn the bytes waiting into text."""
        if self._bytes:
            text = self._pages.decode(bytes(self._bytes), self._state.codec)
            self._bytes.clear()
            self._add_text(text)

    def _close_group(self) -> None:
        self._decode()
        self._to_skip = 0
        self._starred = False
        depth = len(self._stack)
        if self._fields and self._fields[-1].depth == depth:
            self._close_field()
        if len(self.streams) > 1 and self.streams[-1].depth == depth:
            self._close_stream()
        if self._stack:
            self._state = self._stack.pop()

    def _open_stream(self, kind: str) -> None:
        self._decode()
        self.streams.append(Stream(kind, len(self._stack)))
        self._set(skip=False, cell=False, level=0)

    def _close_stream(self) -> None:
        self._decode()
        stream = self.streams.pop()
        stream.flush(False, 0)
        parent = self.streams[-1]
        words = "\n".join(paragraph.text for paragraph in stream.paragraphs).strip()
        match stream.kind:
            case "label":
                parent.label = words
            case "instruction":
                self._instruction = words
            case "comment":
                start = min(self._comment_start, parent.length)
                parent.marks.append(Mark(start, parent.length, "comment", words))
            case "note":
                self.notes += stream.paragraphs
            case "textbox":
                parent.boxes += stream.paragraphs
            case _:
                self.margins += stream.paragraphs

    def _close_field(self) -> None:
        start = self._fields.pop().start
        stream = self.streams[-1]
        if stream.since(start).startswith(REFERENCE_ERRORS):
            stream.marks.append(Mark(start, stream.length, "broken-reference"))

    def open_field(self) -> None:
        """The result of a field begins."""
        self._decode()
        outer = bool(self._fields) and self._fields[-1].contents
        contents = outer or self._instruction.upper().startswith("TOC")
        self._fields.append(_Field(len(self._stack), self.streams[-1].length, contents))

    def end_paragraph(self) -> None:
        """`\\par` and its like."""
        self._decode()
        stream = self.streams[-1]
        if len(self.streams) == 1:
            self.tables.paragraph(len(stream.paragraphs), self._state.cell)
        stream.flush(self._state.cell, self._state.level)

    def end_cell(self) -> None:
        """`\\cell`: also ends its last paragraph."""
        self.end_inner_cell()
        if len(self.streams) == 1:
            self.tables.end_cell()

    def end_inner_cell(self) -> None:
        """`\\nestcell`: ends a paragraph of the cell around it."""
        self._set(cell=True)
        self.end_paragraph()

    def end_row(self) -> None:
        """`\\row`."""
        if len(self.streams) == 1:
            self.tables.end_row()
        self.pard()

    def font(self, number: int | None) -> None:
        """`\\f`: with the font the code page changes."""
        self._set(codec=self._pages.fonts.get(number or 0, self._pages.other))

    def outline(self, level: int | None) -> None:
        """`\\outlinelevel`: 0 to 8; 9 is body text."""
        self._set(level=level + 1 if level is not None and 0 <= level < 9 else 0)

    def hide(self, on: int | None) -> None:
        """`\\v`, `\\deleted`; with 0 they end."""
        self._set(hidden=on != 0)

    def delete(self, on: int | None) -> None:
        """Text that a reviser took out."""
        self.revised = True
        self.hide(on)

    def revise(self, on: int | None) -> None:
        """Text that a reviser put in."""
        self.revised |= on != 0

    def plain(self) -> None:
        """`\\plain`: character formatting to its default."""
        self._set(codec=self._pages.default, hidden=False, highlight=False)

    def pard(self) -> None:
        """`\\pard`: paragraph formatting to its default."""
        self._set(cell=False, level=0)


def _of_table(follow: Callable[[RtfTables, int], None]) -> Callable[[_Reader, int | None], None]:
    """What a control word tells of a table, told to what follows those of the text itself."""

    def action(reader: _Reader, argument: int | None) -> None:
        if len(reader.streams) == 1:
            follow(reader.tables, argument or 0)

    return action


_ACTIONS: dict[str, Callable[[_Reader], None]] = {
    "par": _Reader.end_paragraph,
    "sect": _Reader.end_paragraph,
    "row": _Reader.end_row,
    "cell": _Reader.end_cell,
    "nestcell": _Reader.end_inner_cell,
    "intbl": lambda reader: reader._set(cell=True),
    "pard": _Reader.pard,
    "plain": _Reader.plain,
    "fldrslt": _Reader.open_field,
}
"""What the control words do that take no argument."""
_SETTINGS: dict[str, Callable[[_Reader, int | None], None]] = {
    "trowd": _of_table(lambda tables, _: tables.define()),
    "trleft": _of_table(lambda tables, left: tables.indent(left)),
    "clvmrg": _of_table(lambda tables, _: tables.merge(below=True)),
    "clmrg": _of_table(lambda tables, _: tables.merge(below=False)),
    "cellx": _of_table(lambda tables, right: tables.edge(right)),
    "f": _Reader.font,
    "uc": lambda reader, count: reader._set(uc=max(count or 0, 0)),
    "v": _Reader.hide,
    "deleted": _Reader.delete,
    "revised": _Reader.revise,
    "mvf": _Reader.delete,
    "mvt": _Reader.revise,
    "highlight": lambda reader, colour: reader._set(highlight=colour != 0),
    "outlinelevel": _Reader.outline,
}
"""What those do that may have one, and those of tables."""
