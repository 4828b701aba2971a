"""The report on a terminal: its colours, and what is loaded for them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from xml.etree import ElementTree

import pytest

from linter.model.finding import (
    Result,
)
from linter.reporters import View, layout
from tests.support.outcomes import COLLECTION, EMPTY, REPORT, text


@pytest.mark.process
def test_only_a_terminal_needs_rich() -> None:
    script = """
import sys
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.reporters import View, reporter
list(reporter("text")(Result((FileOutcome("a", "b", Message("空", "empty")),)), View()))
print(*sorted({"rich", "json", "dataclasses", "inspect", "logging", "yaml", "jieba"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def painted(**options: Any) -> str:
    from io import StringIO

    from rich.console import Console

    from linter.reporters import colour

    console = Console(file=StringIO(), width=60, **options)
    colour.paint(layout.lines(Result((REPORT, EMPTY)), View(width=80, statistics=True)), console)
    return console.file.getvalue()


def test_paint_without_colour_is_the_plain_report() -> None:
    lines = [line.rstrip() for line in painted(color_system=None).splitlines()]
    assert lines == text(REPORT, EMPTY, statistics=True).splitlines()


def test_paint_colours_the_span_and_its_underline() -> None:
    colour = painted(force_terminal=True, color_system="standard", no_color=False, _environ={})
    assert "\x1b[1;31m××\x1b[0m" in colour
    assert "\x1b[1;31m^^\x1b[0m" in colour


def test_every_style_can_be_painted() -> None:
    from linter.reporters.colour import STYLES

    lines = layout.lines(Result((REPORT, EMPTY, COLLECTION)), View(statistics=True, verbose=True))
    assert {style for line in lines for _, style in line} <= STYLES.keys()


def test_a_picture_is_well_formed_and_places_wide_characters() -> None:
    from docs.picture import svg

    picture = svg([[("清a河", "error"), (" <b>", "")]], "报告", 40)
    spans = [
        (span.attrib["x"], span.text)
        for span in ElementTree.fromstring(picture).iter()
        if "tspan" in span.tag
    ]
    assert spans == [("0.0", "清"), ("24.4", "a"), ("36.6", "河"), ("73.2", "<b>")]
    assert "url(http" not in picture
