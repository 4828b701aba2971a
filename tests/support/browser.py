"""A browser for tests of pages: Chromium as the system has it, headless, driven by Playwright.

Use `with browsing() as browser`, or the fixture `browser`, which keeps one for the session and skips
where there is none (`.ci/setup browser` installs it). `opened` gives a page and what it asked for. The
policy of our pages lets nothing be evaluated again and again: wait for selectors, not for functions.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.support.program import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 30_000
"""Milliseconds that a page is waited for."""
_AXE = ROOT / ".venv" / "node_modules" / "axe-core" / "axe.min.js"


class Opened(NamedTuple):
    """A page that is open."""

    page: Page
    requests: list[str]
    """The addresses that it asked for, its own among them."""
    problems: list[str]
    """Errors of its scripts, and what its console says: breaches of its policy are among that."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser. Raises ImportError without Playwright, LookupError without Chromium."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if not program:
        raise LookupError("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_OPTIONS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of a module. Its event loop runs until then: no other could be started."""
    try:
        with browsing() as opened_browser:
            yield opened_browser
    except (ImportError, LookupError) as error:
        pytest.skip(f"{error}: sh .ci/setup browser")


@contextmanager
def opened(browser: Browser, address: str | Path, **options: Any) -> Iterator[Opened]:
    """A page at an address or a path, in a context of its own with these options (`viewport`, `color_scheme`, …)."""
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        result = Opened(page, [], [])
        page.on("request", lambda request: result.requests.append(request.url))
        page.on("pageerror", lambda error: result.problems.append(str(error)))
        page.on("console", lambda message: result.problems.append(message.text))
        page.goto(address.as_uri() if isinstance(address, Path) else address)
        yield result


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page for people who use a keyboard or a screen reader, WCAG 2.2 AA."""
    if not _AXE.exists():
        pytest.skip("no axe-core: sh .ci/setup browser")
    page.evaluate(_AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(f"axe.run({{runOnly: {json.dumps(tags)}}})")["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]
    ]
