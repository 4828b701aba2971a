"""Styles: what a paragraph or run inherits (ECMA-376 part 1, 17.7).

Only what reading needs is resolved here: outline level, numbering, hidden text. Styles are known by
*name*: ids are arbitrary and localised (WPS calls heading 1 `2`).
"""

from typing import NamedTuple

from linter.readers.ooxml.package import VAL, child, flag, is_on, number, value, w
from linter.readers.support import office_words
from linter.readers.support.style_chain import chain
from linter.xml import Element

STYLE, NAME, BASED_ON = w("style"), w("name"), w("basedOn")
PPR, RPR, NUM_PR, NUM_ID, ILVL = w("pPr"), w("rPr"), w("numPr"), w("numId"), w("ilvl")
OUTLINE, VANISH, HIGHLIGHT = w("outlineLvl"), w("vanish"), w("highlight")
DELETED = (w("del"), w("moveFrom"))
_TYPE, _ID, _DEFAULT = w("type"), w("styleId"), w("default")
_RUN_STYLE, _PARAGRAPH_STYLE = w("rStyle"), w("pStyle")


class Style(NamedTuple):
    """One style as written, nothing inherited."""

    id: str
    kind: str
    """`paragraph`, `character`, `table` or `numbering`."""
    name: str
    """In lower case, without the aliases that old files append."""
    based_on: str | None
    level: int | None
    """Outline level 1 to 9, 0 for body text; None when neither the style nor its name says."""
    number: tuple[str | None, int | None] | None
    """(numId, ilvl) as far as given."""
    hidden: bool | None
    highlight: str | None


class Inherited(NamedTuple):
    """What a style gives to a paragraph or run, its ancestors included."""

    level: int = 0
    num_id: str | None = None
    ilvl: int | None = None
    numbered: tuple[str, ...] = ()
    """Ids of the style and its ancestors, for levels that are linked to a style."""
    hidden: bool = False
    highlight: str | None = None
    toc: bool = False
    """Whether it is that of the lines of a table of contents."""
    prompt: bool = False
    """Whether it is that of the prompts of a template."""


class Styles:
    """All styles of a file; what they inherit is worked out once for each."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(STYLE)
        self._styles: dict[str | None, Style] = {style.id: style for style in map(_style, elements)}
        self._default = next((e.get(_ID) for e in elements if is_default(e)), None)
        self._inherited: dict[str | None, Inherited] = {}

    def paragraph(self, style_id: str | None) -> Inherited:
        """What a paragraph inherits; an unknown style counts as the default one."""
        style = self._styles.get(style_id or "")
        known = style_id if style and style.kind == "paragraph" else self._default
        return self._resolve(known)

    def run(self, style_id: str | None) -> Inherited:
        """What a run inherits from its character style."""
        return self._resolve(style_id)

    def number_of(self, style_id: str) -> str | None:
        """The numId of a numbering style."""
        return self._resolve(style_id).num_id

    def _resolve(self, style_id: str | None) -> Inherited:
        found = self._inherited.get(style_id)
        if found is None:
            ancestry = chain(self._styles, style_id, lambda style: style.based_on)
            found = self._inherited[style_id] = _inherit(ancestry)
        return found


def is_default(element: Element) -> bool:
    """Whether a style is that of paragraphs that name none."""
    return element.get(_TYPE) == "paragraph" and element.get(_DEFAULT) in ("1", "true", "on")


def _style(element: Element) -> Style:
    name = (value(element, NAME) or "").partition(",")[0].strip().lower()
    paragraph, run = child(element, PPR), child(element, RPR)
    numbers = child(paragraph, NUM_PR)
    return Style(
        id=element.get(_ID, ""),
        kind=element.get(_TYPE, "paragraph"),
        name=name,
        based_on=value(element, BASED_ON),
        level=_level(paragraph, name),
        number=None if numbers is None else _number(numbers),
        hidden=flag(run, VANISH),
        highlight=value(run, HIGHLIGHT),
    )


def _level(properties: Element | None, name: str) -> int | None:
    level = _outline(value(properties, OUTLINE))
    if level is not None:
        return level
    return _numbered(name, office_words.HEADING_STYLES)


def _numbered(name: str, words: tuple[str, ...]) -> int | None:
    """The digit after one of some words, when the name is no more than that ("heading 1")."""
    for word in words:
        digit = name.removeprefix(word).strip()
        if name.startswith(word) and len(digit) == 1 and digit in "123456789":
            return int(digit)
    return None


def _outline(text: str | None) -> int | None:
    """1 to 9; 0 for body text, which is written 9."""
    level = number(text)
    if level is None:
        return None
    return level + 1 if 0 <= level < 9 else 0


def _number(element: Element) -> tuple[str | None, int | None]:
    return value(element, NUM_ID), number(value(element, ILVL))


def _inherit(styles: list[Style]) -> Inherited:
    """What a style gives with its ancestors, nearest first."""
    numbers = [style.number for style in styles if style.number]
    return Inherited(
        level=next((style.level for style in styles if style.level is not None), 0),
        num_id=next((num_id for num_id, _ in numbers if num_id is not None), None),
        ilvl=next((ilvl for _, ilvl in numbers if ilvl is not None), None),
        numbered=tuple(style.id for style in styles),
        hidden=next((style.hidden for style in styles if style.hidden is not None), False),
        highlight=next((style.highlight for style in styles if style.highlight), None),
        toc=any(_numbered(style.name, office_words.CONTENTS_STYLES) for style in styles),
        prompt=any(style.name in office_words.PROMPT_STYLES for style in styles),
    )


class ParagraphProperties(NamedTuple):
    """What a `w:pPr` states itself, as far as reading needs it."""

    style: str | None = None
    level: int | None = None
    """As in `Style`."""
    number: tuple[str | None, int | None] | None = None
    """As in `Style`."""
    mark_deleted: bool = False
    """The end of the paragraph is deleted: its text runs on into the next one."""
    mark_hidden: bool | None = None
    """The end of the paragraph is hidden text, or is not; None when this is not said."""
    element: Element | None = None
    """The `w:pPr`, where there is one."""


def paragraph_properties(paragraph: Element) -> ParagraphProperties:
    """What a `w:p` states about itself."""
    properties = child(paragraph, PPR)
    found = ParagraphProperties(element=properties)
    for one in () if properties is None else properties.iterchildren(_PARAGRAPH_STYLE, NUM_PR, OUTLINE, RPR):
        if one.tag == _PARAGRAPH_STYLE:
            found = found._replace(style=one.get(VAL))
        elif one.tag == NUM_PR:
            found = found._replace(number=_number(one))
        elif one.tag == OUTLINE:
            found = found._replace(level=_outline(one.get(VAL)))
        else:
            deleted = next(one.iterchildren(*DELETED), None) is not None
            found = found._replace(mark_deleted=deleted, mark_hidden=run_properties(one).hidden)
    return found


class RunProperties(NamedTuple):
    """What a `w:rPr` states itself, as far as reading needs it."""

    style: str | None = None
    hidden: bool | None = None
    highlight: str | None = None


def run_properties(element: Element | None) -> RunProperties:
    """What a `w:rPr` states itself; most state none of the three."""
    found = RunProperties()
    for one in () if element is None else element.iterchildren(_RUN_STYLE, VANISH, HIGHLIGHT):
        if one.tag == VANISH:
            found = found._replace(hidden=is_on(one))
        elif one.tag == HIGHLIGHT:
            found = found._replace(highlight=one.get(VAL))
        else:
            found = found._replace(style=one.get(VAL))
    return found


def stated_by_runs(story: Element) -> dict[Element, RunProperties]:
    """What the runs of a story state themselves. Most state nothing and are left out: to ask every run
    would take a sixth of the time of reading.
    """
    marks = (mark.getparent() for mark in story.iter(_RUN_STYLE, VANISH, HIGHLIGHT))
    runs = (properties.getparent() for properties in marks if properties is not None)
    return {run: run_properties(child(run, RPR)) for run in runs if run is not None}


def is_hidden(properties: RunProperties, inherited: Inherited, paragraph: Inherited) -> bool:
    """Whether a run is hidden text.

    What the run states counts; else the paragraph style and the character style toggle each other
    (ECMA-376 part 1, 17.7.3).
    """
    direct = properties.hidden
    return inherited.hidden != paragraph.hidden if direct is None else direct
