"""What a title, heading or paragraph has instead of what is wanted of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from linter.checks.layout.options import Options
from linter.checks.layout.units import Unit
from linter.text.characters import count_han

_SIZE_NAMES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五",
}  # fmt: skip
"""The names of type sizes, which GB/T 9704 and Word go by, for messages; the key is the size in points."""
_BLANKS = " \u3000\xa0\t"

Requirement = Callable[[Unit, str], str | None]


def requirements(options: Options) -> Iterator[Requirement]:
    """A function for each option given: what a unit has instead of what is wanted, or None if it has that."""
    if options.fonts:
        yield partial(_font, tuple(name.lower() for name in options.fonts))
    if options.size:
        yield partial(_size, options.size, options.tolerance)
    if options.line:
        yield partial(_line, options.line)
    if options.indent is not None:
        yield partial(_indent, options.indent, options.tolerance)
    if options.align:
        yield partial(_align, options.align)
    if options.no_blanks:
        yield _blanks
    if options.one_font:
        yield _fonts


def _font(wanted: tuple[str, ...], unit: Unit, text: str) -> str | None:
    weights: Counter[str] = Counter()
    for start, end, font, _ in unit.runs:
        weights[font] += count_han(text[start:end])
    font = weights.most_common(1)[0][0] if weights else ""
    return font if font and not any(name in font.lower() for name in wanted) else None


def _size(wanted: float, tolerance: float, unit: Unit, text: str) -> str | None:
    weights: Counter[float] = Counter()
    for start, end, _, size in unit.runs:
        weights[size] += count_han(text[start:end])
    size = weights.most_common(1)[0][0] if weights else wanted
    if abs(size - wanted) <= tolerance:
        return None
    return _SIZE_NAMES.get(size, "") + (f" {size:g} pt" if size not in _SIZE_NAMES else f"（{size:g} pt）")


def _line(wanted: tuple[float, ...], unit: Unit, text: str) -> str | None:
    rule, value, grid = unit.paragraph.spacing
    points = value if rule != "auto" else grid if value == 1 else 0.0
    if wanted[0] <= points <= wanted[-1]:
        return None
    return f"{round(points, 1):g} pt" if points else f"×{round(value, 2):g}"


def _indent(wanted: float, tolerance: float, unit: Unit, text: str) -> str | None:
    paragraph = unit.paragraph
    words = text[paragraph.start : paragraph.end]
    if "。" not in words or words[0] in _BLANKS or paragraph.align == "right":
        return None
    if paragraph.indent is None or abs(paragraph.indent - wanted) <= tolerance:
        return None
    return f"{round(paragraph.indent, 1):g}"


def _align(wanted: str, unit: Unit, text: str) -> str | None:
    return None if unit.paragraph.align == wanted else unit.paragraph.align


def _blanks(unit: Unit, text: str) -> str | None:
    words = text[unit.paragraph.start : unit.paragraph.end]
    return "" if words[:1] in tuple(_BLANKS) and "。" in words else None


def _fonts(unit: Unit, text: str) -> str | None:
    fonts = dict.fromkeys(run.font for run in unit.runs if run.font)
    return "、".join(fonts) if len(fonts) > 1 else None
