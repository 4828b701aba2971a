"""Draws the pictures of the README: what `reportlint check` shows of two examples on a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from linter import api
from linter.reporters import View
from linter.reporters.colour import svg
from linter.reporters.layout import lines

DRAFTS = ("missing.txt", "markdown.md")
COLUMNS = 84
PICTURES = {"check.svg": "en", "check.zh-CN.svg": "zh"}


def main() -> None:
    """Write the pictures beside this file."""
    folder = Path(__file__).parent.resolve()
    os.chdir(ROOT / "examples")
    result = api.check_many(api.draft(Path(name).read_bytes(), name) for name in DRAFTS)
    for name, lang in PICTURES.items():
        title = " ".join(("reportlint check", *DRAFTS, *(["--lang en"] if lang == "en" else [])))
        picture = svg(lines(result, View(lang, COLUMNS)), title, COLUMNS)
        (folder / name).write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
