"""Takes the pictures of the page, docs/page*.png: the reports of an invented county, in Chromium.

Needs a Chinese font (fonts-noto-cjk), Chromium and Playwright (`sh .ci/setup browser`); not run in CI, for
other fonts make other pictures.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from linter import api
from linter.reporters import html
from tests.support.browser import browsing, opened
from tests.support.page_drafts import drafts

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Picture(NamedTuple):
    """One picture."""

    at: str = ""
    """What of the page: the part of its address behind `#`."""
    lang: str = "zh"
    scheme: str = "light"
    size: tuple[int, int] = (1360, 860)
    act: str = ""
    """Keys to press before, and what to click on."""
    start: bool = False
    """Whether it is of the start, where reports are dropped; else of the reports."""


PICTURES = {
    "page-start.zh-CN.png": Picture(size=(1000, 560), start=True),
    "page-start.png": Picture(lang="en", size=(1000, 560), start=True),
    "page.zh-CN.png": Picture("file=7", act="n n n n"),
    "page.png": Picture("file=6", "en", act="n n n"),
    "page-dark.png": Picture("file=6", scheme="dark", act="n n n"),
    "page-table.zh-CN.png": Picture(),
    "page-table.png": Picture(lang="en", scheme="dark"),
    "page-copies.png": Picture(act=".pairs button"),
    "page-phone.png": Picture("file=7", size=(390, 780)),
    "page-phone-findings.png": Picture("file=7", scheme="dark", size=(390, 780), act="n n"),
}


HOST = "window.reportlintHost = { kind: 'offline', rulesets: [], limits: null, ready: Promise.resolve() };"
"""What the page needs to open with its start; nothing is checked."""


def main() -> None:
    """Write the pictures."""
    result = api.check_many([api.draft(data, name) for name, data in drafts().items()], keep_text=True)
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        path = Path(folder, "report.html")
        for name, each in PICTURES.items():
            shown = api.report(result, "html", api.View(each.lang))
            path.write_text(html.page(None, each.lang, [HOST]) if each.start else shown, "utf-8")
            width, height = each.size
            options = {
                "viewport": {"width": width, "height": height},
                "color_scheme": each.scheme,
                "reduced_motion": "reduce",
            }
            with opened(browser, f"{path.as_uri()}#{each.at}", **options) as it:
                _act(it.page, each.act)
                it.page.screenshot(path=ROOT / "docs" / name)


def _act(page: Page, act: str) -> None:
    page.wait_for_timeout(500)
    if act.startswith("."):
        page.click(f"{act} >> nth=0")
    for key in act.split() if act[:1] != "." else ():
        page.keyboard.press(key)
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
