"""Characters as they are printed, in any direction and font; those that can be read, on upright pages."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from linter.readers.support.legible import is_legible
from linter.readers.support.page_lines import Glyph, Page

SCAN_SHARE, SCAN_GLYPHS = 0.5, 40
"""A picture over so much of a page, with fewer characters beside it, is a scan."""
SLANT = 0.05
"""How far a line may be from horizontal or upright, as a share of its length."""


class Sign(NamedTuple):
    """A character as it is printed."""

    turn: int
    """How many quarter turns clockwise make its line horizontal, 0 to 3."""
    glyph: Glyph
    """With its coordinates on the page turned so."""
    font: str
    """Its name, or its id within the file."""
    is_unmapped: bool = False
    """Whether the font does not tell which character it is."""


class Sheet(NamedTuple):
    """A page as it lies in the file."""

    width: float
    height: float
    signs: Sequence[Sign]
    is_picture: bool = False
    """Whether pictures or drawings are all, or nearly all, that is on it."""


class Reading(NamedTuple):
    """What can be read of some sheets, and what cannot."""

    pages: list[Page]
    pictures: list[int]
    """Numbers (1-based) of the pages that are pictures."""
    garbled: list[int]
    """Numbers of the pages with text in fonts that do not tell their characters; it is left out."""
    is_garbled: bool
    """Whether that is most of the text."""


def quarter_turns(right: float, down: float) -> int | None:
    """How many quarter turns clockwise make a line horizontal that runs so far to the right and down.

    None for a slanted one: of a watermark or a stamp.
    """
    if abs(down) <= SLANT * abs(right):
        return 0 if right >= 0 else 2
    if abs(right) <= SLANT * abs(down):
        return 3 if down > 0 else 1
    return None


def read_sheets(sheets: Sequence[Sheet]) -> Reading:
    """The upright pages of some sheets."""
    bad = _bad_fonts(sign for sheet in sheets for sign in sheet.signs)
    good = [[sign for sign in sheet.signs if sign.font not in bad] for sheet in sheets]
    lost = [len(sheet.signs) - len(kept) for sheet, kept in zip(sheets, good, strict=True)]
    return Reading(
        [_upright(sheet, kept) for sheet, kept in zip(sheets, good, strict=True)],
        [number for number, sheet in enumerate(sheets, 1) if sheet.is_picture],
        [number for number, count in enumerate(lost, 1) if count],
        sum(lost) > sum(map(len, good)),
    )


def _bad_fonts(signs: Iterable[Sign]) -> frozenset[str]:
    """The fonts whose characters are not those that they print."""
    bad = set()
    for font, group in groupby(sorted(signs, key=lambda sign: sign.font), key=lambda sign: sign.font):
        used = [sign for sign in group if not sign.glyph.text.isspace()]
        text = "".join(sign.glyph.text for sign in used)
        if not is_legible(text, sum(sign.is_unmapped for sign in used)):
            bad.add(font)
    return frozenset(bad)


def _upright(sheet: Sheet, signs: Sequence[Sign]) -> Page:
    """The page with the text of its usual direction horizontal; other text on it is left out."""
    turns: list[list[Glyph]] = [[], [], [], []]
    for sign in signs:
        turns[sign.turn].append(sign.glyph)
    usual = max(range(4), key=lambda turn: len(turns[turn]))
    sides = (sheet.height, sheet.width) if usual % 2 else (sheet.width, sheet.height)
    return Page(*sides, turns[usual])
