"""The page of `archive history`, in a real browser: for everybody, on a phone, and asking nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.model.archive import History, ReportOfUnit
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.archive.history_page import html
from tests.support.browser import opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

SITUATION, PROBLEMS = Message("工作情况", "The work done"), Message("存在问题", "Problems")
PERIODS = tuple(f"{year}H{half}" for year in range(2020, 2026) for half in (1, 2))
UNITS = ("云栖街道办事处", "<b>石&桥社区", "松溪镇人民政府" * 6)


def report(unit: str, period: str, state: str = "heading", old: float = 0.0) -> ReportOfUnit:
    path = f"{period}/{unit}/{'总结' * 30}.docx"
    sections = ((SITUATION, "heading"), (PROBLEMS, state))
    return ReportOfUnit(path, f"{unit}工作总结", unit, period, sections, old, path if old else "")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page in Chinese and in English, and one of an archive with nothing in it."""
    reports = [
        *(report(UNITS[0], period) for period in PERIODS),
        *(report(UNITS[1], period, "absent", 0.7) for period in PERIODS[::2]),
        report(UNITS[2], PERIODS[0], "empty"),
        report("", PERIODS[0]),
    ]
    found = History(PERIODS, UNITS, tuple(reports))
    folder = tmp_path_factory.mktemp("pages")
    texts = {
        "zh": html(found, View("zh")),
        "en": html(found, View("en")),
        "none": html(History((), (), ()), View("zh")),
    }
    paths = {name: folder / f"{name}.html" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, "utf-8")
    return paths


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["zh", "en", "none"])
def test_everybody_can_read_it(browser: Browser, pages: dict[str, Path], name: str, scheme: str) -> None:
    with opened(browser, pages[name], color_scheme=scheme, bypass_csp=True) as it:
        assert violations(it.page) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", ["zh", "en", "none"])
def test_nothing_but_the_table_moves_sideways(
    browser: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    with opened(browser, pages[name], viewport={"width": width, "height": 740}, bypass_csp=True) as it:
        wide = it.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
        inside = it.page.evaluate(
            "[...document.querySelectorAll('main > :not(.frame), main section *')]"
            ".filter(each => each.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert inside == 0


def test_on_a_phone_the_unit_leaves_room_for_its_periods(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["zh"], viewport={"width": 360, "height": 740}) as it:
        frame = it.page.locator(".frame").bounding_box()
        unit = it.page.locator("tbody th").last.bounding_box()
        assert frame
        assert unit
        assert unit["width"] <= frame["width"] / 2


def test_a_unit_leads_to_its_reports(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["zh"]) as it:
        it.page.click("tbody a >> nth=1")
        assert it.page.locator(":target h2").inner_text() == UNITS[1]


def test_it_asks_for_nothing_and_breaks_no_policy(browser: Browser, pages: dict[str, Path]) -> None:
    for path in pages.values():
        with opened(browser, path) as it:
            assert it.requests == [path.as_uri()]
            assert it.problems == []
