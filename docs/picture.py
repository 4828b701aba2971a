"""Draws the pictures of the README: what `reportlint check` shows of two examples on a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from html import escape, unescape
from io import StringIO
from itertools import accumulate
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from linter import api
from linter.reporters import View
from linter.reporters.colour import paint
from linter.reporters.layout import lines
from linter.reporters.terminal_text import StyledLine, width

DRAFTS = ("missing.txt", "markdown.md")
COLUMNS = 84
PICTURES = {"check.svg": "en", "check.zh-CN.svg": "zh"}

_CELL = 12.2
"""Width of a column in rich's pictures: 20 pixels of type × 0.61."""
_RUN = re.compile(r' x="([^"]*)" y="([^"]*)" textLength="[^"]*"([^>]*)>([^<]*)<')
_PIECE = re.compile(r"[!-~]+| +|.")
_PICTURE = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px "Sarasa Mono SC", "Noto Sans Mono CJK SC", "DejaVu Sans Mono", Menlo, Consolas,
    "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", monospace;
}}
.{unique_id}-title {{ font: bold 18px sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def main() -> None:
    """Write the pictures beside this file."""
    folder = Path(__file__).parent.resolve()
    os.chdir(ROOT / "examples")
    result = api.check_many(api.draft(Path(name).read_bytes(), name) for name in DRAFTS)
    for name, lang in PICTURES.items():
        title = " ".join(("reportlint check", *DRAFTS, *(["--lang en"] if lang == "en" else [])))
        picture = svg(lines(result, View(lang, COLUMNS)), title, COLUMNS)
        (folder / name).write_text(picture, "utf-8")


def svg(lines: Iterable[StyledLine], title: str, columns: int) -> str:
    """A picture of a terminal that shows the lines; it needs no font from the network.

    Rich sizes a run of characters by their number, half of what Chinese needs: so each wide
    character and each narrow word gets a place of its own.
    """
    console = Console(record=True, width=columns, file=StringIO(), force_terminal=True, no_color=False)
    paint(lines, console)
    console.print()
    picture = console.export_svg(title=title, code_format=_PICTURE, unique_id="reportlint")
    return _RUN.sub(_placed, picture)


def _placed(run: re.Match[str]) -> str:
    left, top, attributes, text = run.groups()
    pieces = _PIECE.findall(unescape(text).replace("\xa0", " "))
    places = accumulate(map(width, pieces), initial=0)
    spans = [_span(float(left) + at * _CELL, piece) for at, piece in zip(places, pieces, strict=False)]
    return f' y="{top}"{attributes}>{"".join(spans)}<'


def _span(left: float, piece: str) -> str:
    if piece.isspace():
        return ""
    size = 'font-size="23"' if width(piece) == 2 * len(piece) else f'textLength="{width(piece) * _CELL:.1f}"'
    return f'<tspan x="{left:.1f}" {size}>{escape(piece)}</tspan>'


if __name__ == "__main__":
    main()
