"""The page of a result in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter import api
from tests.support.browser import Opened, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DESKTOP = {"width": 1400, "height": 900}


@contextmanager
def shown(
    browser: Browser, folder: Path, result: api.Result, at: str = "", lang: str = "zh", **options: Any
) -> Iterator[Opened]:
    """The page of a result; its scripts must not fail."""
    path = folder / "report.html"
    path.write_text(api.report(result, "html", api.View(lang)), "utf-8")
    with opened(
        browser, path.as_uri() + at, **{"viewport": DESKTOP, "reduced_motion": "reduce"} | options
    ) as it:
        yield it
        assert it.problems == []


def one(text: str, name: str = "草稿.txt", rulesets: Any = ()) -> api.Result:
    return api.check_many([api.draft(text.encode(), name)], rulesets, keep_text=True)
