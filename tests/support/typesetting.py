"""Paragraphs set into pages as an office program does it: the characters and where they stand."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.readers.support.page_lines import Glyph, Page

_NOT_FIRST = "，。；：！？、）》”%"


class Sheet(NamedTuple):
    """How a page looks; lengths in points, indents in characters."""

    width: float = 595
    height: float = 842
    left: float = 80
    right: float = 515
    top: float = 110
    bottom: float = 720
    size: float = 16
    pitch: float = 28
    indent: float = 2
    """Of a paragraph's first line; below 0 for a number that hangs out."""
    space: float = 0
    """Between paragraphs."""
    stretched: bool = True
    """Whether lines are stretched to the margin."""
    hanging: bool = False
    """Whether a mark may hang over the margin."""


def typeset(*runs: tuple[Sheet, Iterable[str]]) -> list[Page]:
    """The pages of some paragraphs; each run goes on where the one before ends if its page is as large."""
    pages: list[Page] = []
    y = 0.0
    for sheet, texts in runs:
        for text in texts:
            for number, (line, start) in enumerate(_broken(text, sheet)):
                is_new = not pages or (pages[-1].width, pages[-1].height) != (sheet.width, sheet.height)
                if is_new or y + sheet.pitch > sheet.bottom:
                    pages.append(Page(sheet.width, sheet.height, []))
                    y = sheet.top
                else:
                    y += sheet.pitch + (0 if number else sheet.space)
                is_last = number + 1 == len(list(_broken(text, sheet)))
                pages[-1].glyphs.extend(_placed(line, start, y, sheet, sheet.stretched and not is_last))  # type: ignore[attr-defined]
    return pages


def _wide(text: str, size: float) -> float:
    return sum(size / 2 if character.isascii() else size for character in text)


def _broken(text: str, sheet: Sheet) -> Iterator[tuple[str, float]]:
    """The lines of a paragraph, each with the x where it begins."""
    start = sheet.left + max(sheet.indent, 0) * sheet.size
    while text:
        end = 1
        while end < len(text) and start + _wide(text[: end + 1], sheet.size) <= sheet.right + 0.01:
            end += 1
        if sheet.hanging and text[end : end + 1] in tuple("，。；、"):
            end += 1
        while end < len(text) and (
            text[end] in _NOT_FIRST
            or text[end - 1] in "（《“"
            or (
                text[end - 1].isascii()
                and text[end].isascii()
                and text[end - 1].isalnum()
                and text[end].isalnum()
            )
        ):
            end -= 1
        yield text[:end], start
        text = text[end:].lstrip(" ")
        start = sheet.left - min(sheet.indent, 0) * sheet.size


def _placed(line: str, start: float, y: float, sheet: Sheet, stretched: bool) -> Iterator[Glyph]:
    line = line.rstrip(" ")
    room = sheet.right - start - _wide(line, sheet.size)
    step = room / (len(line) - 1) if stretched and room > 0 and len(line) > 1 else 0.0
    x = start
    for character in line:
        width = _wide(character, sheet.size)
        yield Glyph(character, x, x + width, y, sheet.size)
        x += width + step
