"""The format of a run and a paragraph, from defaults, styles and theme (ECMA-376 part 1, 17.7.2).

Document defaults, the chain of the paragraph style from its root, that of the character style, and
what the element states itself, each overriding the one before. Within one `w:rFonts` a theme font
beats a literal one, but a later literal beats an inherited theme font. Bold and colour are not kept.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.readers.ooxml.package import DRAWING, child, flag, number, value, w
from linter.readers.ooxml.styles import BASED_ON, PPR, RPR, STYLE, is_default
from linter.readers.support.style_chain import chain
from linter.xml import Element

_DEFAULTS, _RUN_DEFAULT, _PARAGRAPH_DEFAULT = w("docDefaults"), w("rPrDefault"), w("pPrDefault")
_ID = w("styleId")
_FONTS, _SIZE, INDENT, _SPACING, _JC, _SNAP = (
    w("rFonts"), w("sz"), w("ind"), w("spacing"), w("jc"), w("snapToGrid"),
)  # fmt: skip
_EAST_ASIA, _EAST_ASIA_THEME = w("eastAsia"), w("eastAsiaTheme")
_ALIGNMENTS = {"start": "left", "end": "right"}
_LEFT, _FIRST = (("start", 1), ("left", 1)), (("firstLine", 1), ("hanging", -1))
"""Attributes of `w:ind`, and whether they push in or pull out."""
_DEFAULT_SIZE = 10.0
"""Points where nothing says (17.3.2.38)."""


class RunFormat(NamedTuple):
    """The font of a run."""

    font: str = ""
    """Name of the font of Chinese characters; empty where nothing says."""
    size: float = _DEFAULT_SIZE
    """In points."""


class ParagraphFormat(NamedTuple):
    """Alignment, indents and line spacing of a paragraph."""

    align: str = "left"
    left: float = 0.0
    """Indent of all lines in points."""
    left_chars: float = 0.0
    """That indent in characters, where the file gives it so; else 0."""
    first: float = 0.0
    """Further indent of the first line in points; negative where it hangs out."""
    first_chars: float = 0.0
    """That indent in characters, where the file gives it so; else 0."""
    line: float = 240.0
    """In 240ths of a line where `rule` is `auto`, else in twentieths of a point."""
    rule: str = "auto"
    snaps: bool = True
    """Whether its lines keep to the grid of the page."""


class Cascade:
    """The formats that the styles of a file give; every combination of styles is worked out once."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        elements = [] if styles is None else styles.findall(STYLE)
        self._styles = {element.get(_ID): element for element in elements}
        self._default = next((e.get(_ID) for e in elements if is_default(e)), None)
        self._theme = dict(_theme_fonts(theme))
        defaults = child(styles, _DEFAULTS)
        self._run_default = child(child(defaults, _RUN_DEFAULT), RPR)
        self._paragraph_default = child(child(defaults, _PARAGRAPH_DEFAULT), PPR)
        self._run_formats: dict[tuple[str | None, str | None], RunFormat] = {}
        self._paragraph_formats: dict[str | None, ParagraphFormat] = {}

    def run_format(self, paragraph: str | None, run: str | None, direct: Element | None) -> RunFormat:
        """The format of a run, from the ids of its paragraph's style and its own and from its `w:rPr`."""
        base = self._run_formats.get((paragraph, run))
        if base is None:
            chains = (*self._chain(paragraph or self._default), *self._chain(run))
            base = self._run_format_over(
                RunFormat(), [self._run_default, *(child(style, RPR) for style in chains)]
            )
            self._run_formats[paragraph, run] = base
        return base if direct is None else self._run_format_over(base, [direct])

    def paragraph_format(self, paragraph: str | None, direct: Element | None) -> ParagraphFormat:
        """The format of a paragraph, from the id of its style and from its `w:pPr`."""
        base = self._paragraph_formats.get(paragraph)
        if base is None:
            chain = self._chain(paragraph or self._default)
            base = _paragraph_format_over(
                ParagraphFormat(), [self._paragraph_default, *(child(style, PPR) for style in chain)]
            )
            self._paragraph_formats[paragraph] = base
        return base if direct is None else _paragraph_format_over(base, [direct])

    def _chain(self, style_id: str | None) -> list[Element]:
        """A style after its ancestors."""
        return chain(self._styles, style_id, lambda style: value(style, BASED_ON))[::-1]

    def _run_format_over(self, base: RunFormat, layers: Iterable[Element | None]) -> RunFormat:
        font, size = base
        for layer in layers:
            fonts = child(layer, _FONTS)
            if fonts is not None:
                themed = fonts.get(_EAST_ASIA_THEME)
                font = (self._theme.get(themed) if themed else fonts.get(_EAST_ASIA)) or font
            halves = number(value(layer, _SIZE))
            size = halves / 2 if halves else size
        return RunFormat(font, size)


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    """The fonts of a theme for Chinese characters, by the name that a run uses."""
    if theme is None:
        return
    for kind in ("major", "minor"):
        for scheme in theme.iter(f"{DRAWING}{kind}Font"):
            named = child(scheme, f"{DRAWING}ea")
            font = "" if named is None else named.get("typeface", "")
            for script in scheme.iterchildren(f"{DRAWING}font"):
                font = font or (script.get("typeface", "") if script.get("script") == "Hans" else "")
            yield f"{kind}EastAsia", font


def _paragraph_format_over(base: ParagraphFormat, layers: Iterable[Element | None]) -> ParagraphFormat:
    format = base
    for layer in layers:
        align = value(layer, _JC)
        if align is not None:
            format = format._replace(align=_ALIGNMENTS.get(align, align))
        snaps = flag(layer, _SNAP)
        format = format if snaps is None else format._replace(snaps=snaps)
        format = _with_spacing(_with_indent(format, child(layer, INDENT)), child(layer, _SPACING))
    return format


def _with_indent(format: ParagraphFormat, ind: Element | None) -> ParagraphFormat:
    if ind is None:
        return format
    for side, names in (("left", _LEFT), ("first", _FIRST)):
        for name, sign in names:
            twips, chars = number(ind.get(w(name))), number(ind.get(w(f"{name}Chars")))
            given = {side: sign * twips / 20} if twips is not None else {}
            given |= {f"{side}_chars": sign * chars / 100} if chars is not None else {}
            format = format._replace(**given)  # type: ignore[arg-type]
    return format


def _with_spacing(format: ParagraphFormat, spacing: Element | None) -> ParagraphFormat:
    if spacing is None:
        return format
    line = number(spacing.get(w("line")))
    rule = spacing.get(w("lineRule"), "auto" if line is not None else format.rule)
    return format._replace(line=format.line if line is None else float(line), rule=rule)


def first_line_indent(format: ParagraphFormat, size: float) -> float:
    """Where the first line begins, in characters of `size` points; what is given in characters goes first."""
    left = format.left_chars or format.left / size
    return left + (format.first_chars or format.first / size)
