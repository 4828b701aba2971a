"""The page for whoever reads it: by screen reader, by keyboard alone, on a phone, in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter import api
from tests.support.browser import violations
from tests.support.shown import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

VIEWS = ["", "#file=6", "#file=7", "#file=11"]


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1400)])
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, many: api.Result, at: str, scheme: str, width: int
) -> None:
    with shown(
        browser, tmp_path, many, at, color_scheme=scheme, viewport={"width": width, "height": 900}
    ) as it:
        it.page.keyboard.press("n")
        it.page.wait_for_timeout(300)
        it.page.evaluate("scrollTo(0, 0)")  # what lies under the bar is no target
        assert violations(it.page) == []


def test_axe_finds_no_barrier_in_the_window_of_the_keys(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many) as it:
        it.page.keyboard.press("?")
        assert violations(it.page) == []


def test_light_and_dark_follow_the_system_until_the_reader_chooses(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, color_scheme="dark") as it:

        def is_now(scheme: str) -> None:
            it.page.wait_for_selector(f"html[data-theme={scheme}]")
            assert it.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme

        is_now("dark")
        it.page.emulate_media(color_scheme="light")
        is_now("light")
        it.page.click("[aria-label^=明暗]")
        it.page.click("[aria-label^=明暗]")
        is_now("dark")
        it.page.reload()
        is_now("dark")


def test_the_focus_is_not_lost_when_the_page_is_drawn_anew(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    focused = "[document.activeElement.id, document.activeElement.textContent]"
    with shown(browser, tmp_path, many) as it:
        for label, then in (("English", "中文"), ("中文", "English")):
            it.page.focus(f".tools >> text={label}")
            it.page.keyboard.press("Enter")
            assert it.page.evaluate(focused) == ["", then]
        it.page.focus(".matrix a >> nth=0")
        it.page.keyboard.press("Enter")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate(focused)[0] == "main"


@pytest.mark.parametrize("size", [(640, 400), (320, 256), (360, 740)])
def test_in_a_low_window_a_finding_that_is_opened_is_seen(
    browser: Browser, tmp_path: Path, many: api.Result, size: tuple[int, int]
) -> None:
    """A window of 1280 by 800 has 640 by 400 at a zoom of 200 %."""
    viewport = {"width": size[0], "height": size[1]}
    with shown(browser, tmp_path, many, "#file=7", viewport=viewport) as it:
        for _ in range(4):
            it.page.keyboard.press("n")
            message = it.page.locator(".card.open .message").bounding_box()
            panes = it.page.locator(".panes").bounding_box()
            assert message
            assert panes
            assert panes["y"] + panes["height"] <= message["y"] < size[1]


def test_the_state_of_a_section_is_one_line_in_english(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=7", "en") as it:
        box = it.page.locator(".checklist .state.thin").first.bounding_box()
        assert box
        assert box["height"] < 30


def test_single_keys_can_be_turned_off_for_good(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many, "#file=7") as it:
        it.page.keyboard.press("?")
        it.page.uncheck("dialog input")
        it.page.keyboard.press("Escape")
        it.page.reload()
        it.page.keyboard.press("n")
        assert it.page.locator(".card.open").count() == 0
        it.page.click("[aria-label=快捷键]")
        it.page.check("dialog input")
        it.page.keyboard.press("Escape")
        it.page.keyboard.press("n")
        assert it.page.locator(".card.open").count() == 1


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_view_scrolls_sideways(
    browser: Browser, tmp_path: Path, many: api.Result, at: str, lang: str
) -> None:
    with shown(browser, tmp_path, many, at, lang, viewport={"width": 1600, "height": 800}) as it:
        for width in (1600, 1280, 901, 768, 360):
            it.page.set_viewport_size({"width": width, "height": 800})
            it.page.wait_for_timeout(200)
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width, width
