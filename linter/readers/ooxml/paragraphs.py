"""A Word paragraph as pieces of text, each with the element it comes from.

Reading and writing share this walk: the block's text is the pieces' texts in a row, so an offset
into the block leads back to the run that holds the character.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.readers.ooxml.package import VAL, child, flag, number, value, w
from linter.readers.ooxml.styles import DELETED, Inherited, RunProperties, Styles, is_hidden, stated_by_runs
from linter.readers.support.bullets import symbol
from linter.readers.support.line_breaks import continued_lines
from linter.readers.support.lines import joint
from linter.xml import Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

RUN, TEXT, TAB = w("r"), w("t"), w("tab")
SDT, SDT_CONTENT, ALTERNATE = w("sdt"), w("sdtContent"), f"{_MC}AlternateContent"
FIELD_CHAR, FIELD_SIMPLE, INSTRUCTION = w("fldChar"), w("fldSimple"), w("instrText")
COMMENT_START, COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
COMMENT_REFERENCE = w("commentReference")
FOOTNOTE, ENDNOTE = w("footnoteReference"), w("endnoteReference")
DRAWINGS = (w("drawing"), w("pict"), w("object"))
"""Elements of a run that may hold text boxes."""

_SYMBOL, _RUBY, _RUBY_BASE = w("sym"), w("ruby"), w("rubyBase")
_FONT, _CHAR = w("font"), w("char")
_FIELD_TYPE, _INSTR = w("fldCharType"), w("instr")
_SDT_PR, _SHOWING_PROMPT = w("sdtPr"), w("showingPlcHdr")
_FORM, _LIST, _ENTRY, _RESULT, _DEFAULT = map(w, ("ffData", "ddList", "listEntry", "result", "default"))
_CHOICE, _FALLBACK, _MATH_TEXT = f"{_MC}Choice", f"{_MC}Fallback", f"{_MATH}t"

WRAPPERS = frozenset(map(w, ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo")))
"""Elements whose runs belong to the paragraph; those of `w:del` and `w:moveFrom` do not."""
_SIGNS = {TAB: "\t", w("ptab"): "\t", w("cr"): "\n", w("br"): "\n", w("noBreakHyphen"): "-"}
_NOTHING_STATED = RunProperties()
_EVENTS = frozenset((COMMENT_START, COMMENT_END, COMMENT_REFERENCE, FOOTNOTE, ENDNOTE, *DRAWINGS))


class Field:
    """A field around some text."""

    __slots__ = ("_words", "chosen", "shows", "toc")

    def __init__(self, outer: "Field | None", code: str = "", chosen: str = "") -> None:
        self._words = [code]
        self.chosen = chosen
        """The entry of a drop-down list that is shown, unless the result repeats it; else empty."""
        self.shows = False
        """Whether the code is complete, and its result is being read."""
        self.toc: bool = outer is not None and outer.toc
        """Whether it makes a table of contents, or stands in one."""

    def code(self) -> str:
        """The whole code ("REF _Ref1 \\h")."""
        return "".join(self._words).strip()

    def add(self, text: str) -> None:
        """Append to the code."""
        self._words.append(text)

    def show(self) -> None:
        """Begin the result: the code is complete."""
        self.shows = True
        self.toc = self.toc or self.code().upper().startswith("TOC")


class Piece(NamedTuple):
    """The text of one element of a paragraph, or an element between two texts (`text` is empty)."""

    text: str
    element: Element
    """The `w:t`, `w:tab`, `w:br`, … it stands for. The text is that of a `w:t` unless spaces at its
    ends do not count (no `xml:space`)."""
    run: Element | None = None
    field: Field | None = None
    """The innermost field whose result it is."""
    prompt: bool = False
    """Whether it is the prompt of a content control or a template."""
    highlight: bool = False
    hidden: str = ""
    """Hidden text that was left out here; `text` is empty."""


class StoryWalker:
    """Reads the paragraphs of a story one after another; keeps the open fields, which may span several."""

    def __init__(self, styles: Styles, story: Element) -> None:
        self.styles = styles
        self._stated = stated_by_runs(story)
        self._fields: list[Field] = []
        self._codes = 0
        """How many of the open fields have not come to their result."""
        self._chose = False
        """Whether the field that was closed last showed an entry of a list."""
        kinds = [mark.get(_FIELD_TYPE) for mark in story.iter(FIELD_CHAR)]
        self._balanced = kinds.count("begin") == kinds.count("end")

    def pieces(self, paragraph: Element, inherited: Inherited, prompt: bool = False) -> list[Piece]:
        """The pieces of a `w:p` in reading order: no deleted, hidden or field-code text, no text boxes.

        `prompt`: the paragraph stands in a content control that shows its prompt.
        """
        found = list(self._inline(paragraph, inherited, prompt or inherited.prompt))
        if not self._balanced:  # a field without an end must not swallow the rest of the file
            self._fields.clear()
            self._codes = 0
        return found

    def _inline(self, parent: Iterable[Element], paragraph: Inherited, prompt: bool) -> Iterator[Piece]:
        for node in parent:
            tag = node.tag
            if tag == RUN:
                yield from self._run(node, paragraph, prompt)
            elif tag in _EVENTS:
                yield Piece("", node)
            elif tag == FIELD_SIMPLE:
                self._open(node.get(_INSTR, ""))
                self._show()
                yield from self._inline(node, paragraph, prompt)
                self._close()
            elif tag in WRAPPERS:
                yield from self._inline(node, paragraph, prompt)
            elif tag == SDT:
                content = child(node, SDT_CONTENT)
                yield from self._inline(content_of(content), paragraph, prompt or shows_prompt(node))
            elif tag == ALTERNATE:
                yield from self._inline(alternative(node), paragraph, prompt)
            elif isinstance(tag, str) and tag.startswith(_MATH):
                yield from _formula(node)

    def _run(self, run: Element, paragraph: Inherited, prompt: bool) -> Iterator[Piece]:
        properties = self._stated.get(run, _NOTHING_STATED)
        inherited = self.styles.run(properties.style)
        hidden = is_hidden(properties, inherited, paragraph)
        colour = properties.highlight or inherited.highlight or paragraph.highlight
        marked = colour is not None and colour != "none"
        prompt = prompt or inherited.prompt
        if hidden:
            words = "".join([text for text, _ in self._contents(run)]).strip()
            if words:
                yield Piece("", run, hidden=words)
            return
        for text, element in self._contents(run):
            if not self._codes:
                field = self._fields[-1] if self._fields else None
                if field and field.chosen and text:
                    field.chosen = ""
                button = text != "" and element.tag == FIELD_CHAR and not self._chose
                yield Piece(text, element, run, field, prompt or button, marked)

    def _contents(self, run: Iterable[Element]) -> Iterator[tuple[str, Element]]:
        """The texts and elements of a run, or of a branch within it; opens and closes fields on the way."""
        for node in run:
            tag = node.tag
            if tag == TEXT:
                yield characters(node), node
            elif tag in _SIGNS:
                yield _SIGNS[tag], node
            elif tag == FIELD_CHAR:
                yield self._field_char(node), node
            elif tag == INSTRUCTION:
                if self._fields:
                    self._fields[-1].add(node.text or "")
            elif tag == _SYMBOL:
                yield symbol(_hex(node.get(_CHAR)), node.get(_FONT, "")), node
            elif tag in _EVENTS:
                yield "", node
            elif tag == ALTERNATE:
                yield from self._contents(alternative(node))
            elif tag == _RUBY:
                for inner in content_of(child(node, _RUBY_BASE)):
                    yield from self._contents(inner)

    def _field_char(self, mark: Element) -> str:
        """Open a field, begin its result or close it. Where it shows what is no result, that is given: the
        label of a button (MACROBUTTON), the entry chosen from a list (FORMDROPDOWN).
        """
        match mark.get(_FIELD_TYPE):
            case "begin":
                self._open(chosen=_chosen(child(child(mark, _FORM), _LIST)))
            case "separate" if self._fields:
                self._show()
            case "end" if self._fields:
                return self._close()
        return ""

    def _open(self, code: str = "", chosen: str = "") -> None:
        self._fields.append(Field(self._fields[-1] if self._fields else None, code, chosen))
        self._codes += 1

    def _show(self) -> None:
        if not self._fields[-1].shows:
            self._fields[-1].show()
            self._codes -= 1

    def _close(self) -> str:
        field = self._fields.pop()
        self._chose = field.chosen != ""
        if not field.shows:
            self._codes -= 1
        if field.shows or self._chose:
            return field.chosen
        words = field.code().split(maxsplit=2)
        return words[2] if len(words) == 3 and words[0].upper() == "MACROBUTTON" else ""


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of some pieces."""
    return "".join(piece.text for piece in pieces)


def trim(pieces: list[Piece]) -> list[Piece]:
    """The pieces without line and page breaks before the first and after the last character."""
    start, end = 0, len(pieces)
    while start < end and pieces[start].text in ("", "\n"):
        start += 1
    while end > start and pieces[end - 1].text in ("", "\n"):
        end -= 1
    return [piece for index, piece in enumerate(pieces) if piece.text != "\n" or start <= index < end]


def parted(pieces: list[Piece], title: bool) -> Iterator[list[Piece]]:
    """The pieces of each paragraph that a paragraph with manual line breaks holds; no breaks are left.

    `title`: whether it may be a title, which is broken anywhere.
    """
    breaks = [index for index, piece in enumerate(pieces) if piece.text == "\n"]
    lines = [pieces[start + 1 : end] for start, end in pairwise([-1, *breaks, len(pieces)])]
    texts = [text_of(line) for line in lines]
    continued = continued_lines(texts, title)
    found = lines[0]
    for index, place in enumerate(breaks, 1):
        if index not in continued:
            yield found
            found = lines[index]
        else:
            sign = joint(texts[index - 1], texts[index])
            found = [*found, *([pieces[place]._replace(text=sign)] if sign else []), *lines[index]]
    yield found


def shows_prompt(control: Element) -> bool:
    """Whether a `w:sdt` still shows its prompt."""
    return flag(child(control, _SDT_PR), _SHOWING_PROMPT) or False


def _chosen(entries: Element | None) -> str:
    """The entry that a drop-down list of a form shows: the chosen one, else its default, else the first."""
    if entries is None:
        return ""
    index = number(value(entries, _RESULT) or value(entries, _DEFAULT)) or 0
    words = [entry.get(VAL, "") for entry in entries.iterchildren(_ENTRY)]
    return words[index] if 0 <= index < len(words) else ""


def _formula(formula: Element) -> Iterator[Piece]:
    """The texts of a formula but those that are deleted."""
    gone = {text for change in formula.iter(*DELETED) for text in change.iter(_MATH_TEXT)}
    for text in formula.iter(_MATH_TEXT):
        if text not in gone:
            yield Piece(text.text or "", text)


def content_of(element: Element | None) -> Iterable[Element]:
    """The children of an element that may be missing."""
    return () if element is None else element


def alternative(element: Element) -> Iterable[Element]:
    """The children of the one branch of an `mc:AlternateContent` that is read.

    The same text stands in every branch; only emoji (w16se) are no text in the newer one.
    """
    choice = child(element, _CHOICE)
    fallback = child(element, _FALLBACK)
    plain = choice is None or (fallback is not None and "w16se" in choice.get("Requires", ""))
    return content_of(fallback if plain else choice)


def characters(element: Element) -> str:
    """The text of a `w:t`; spaces at its ends count only if it says so, a line end is a space."""
    text: str = element.text or ""
    if element.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    if "\n" in text or "\r" in text:
        text = text.replace("\n", " ").replace("\r", " ")
    return text


def _hex(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0
