"""The page of a draft that was held against earlier reports, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter import api
from linter.archive.against import with_earlier
from tests.cli.test_against import OTHER
from tests.support.browser import opened, violations
from tests.support.earlier_reports import LAST_YEAR, THIS_YEAR

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]


def test_old_passages_are_told_beside_the_text_and_lead_to_it(browser: Browser, tmp_path: Path) -> None:
    draft, before = (
        api.check_many([api.draft(text.encode(), name)], keep_text=True)
        for text, name in ((THIS_YEAR, "今年.txt"), (LAST_YEAR, "<b>去年</b>.txt"))
    )
    path = tmp_path / "r.html"
    path.write_text(api.report(with_earlier(draft, before), "html"), "utf-8")
    with opened(browser, path, viewport={"width": 1300, "height": 500}) as it:
        told = it.page.inner_text(".earlier")
        assert "见于 <b>去年</b>.txt（2024年上半年）" in told
        assert "上次的打算，这次又写成打算" in told
        it.page.click(".earlier summary")
        assert "96→104" in it.page.inner_text(".earlier details")
        it.page.click(".earlier li:last-child button")
        it.page.wait_for_selector(".flash >> text=声控灯")
        it.page.evaluate("scrollTo(0, 0)")  # what lies under the bar is no target
        assert violations(it.page) == []
        assert len(it.requests) == 1
        assert not it.problems


def test_of_many_drafts_those_that_are_old_are_named(browser: Browser, tmp_path: Path) -> None:
    drafts = [api.draft(text.encode(), name) for text, name in ((THIS_YEAR, "今年.txt"), (OTHER, "新写.txt"))]
    result = api.check_many(drafts, keep_text=True)
    before = api.check_many([api.draft(LAST_YEAR.encode(), "去年.txt")], keep_text=True)
    path = tmp_path / "r.html"
    path.write_text(api.report(with_earlier(result, before), "html"), "utf-8")
    with opened(browser, path) as it:
        told = it.page.locator(".notice", has_text="文字多半来自以前的材料").inner_text()
        assert "青石社区" in told
        assert "白石社区" not in told
