"""The server as people meet it: the page in a browser, files dropped on it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from tests.support.browser import Opened, opened
from tests.support.program import EXAMPLES
from tests.support.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download

pytestmark = [pytest.mark.slow, pytest.mark.process]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with serving("--host", "0.0.0.0", cwd=tmp_path) as found:
        yield found


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Opened]:
    """The page, whose scripts must not fail and which asks nobody but the server."""
    own = f"http://127.0.0.1:{server.port}{server.root}"
    with opened(browser, own, accept_downloads=True) as found:
        yield found
        assert found.problems == []
        assert [address for address in found.requests if not address.startswith((own, "blob:"))] == []


def give(page: Opened, *names: str) -> None:
    """Choose files, as a click does."""
    page.page.set_input_files(".zone input >> nth=0", [EXAMPLES / name for name in names])


def test_a_draft_is_judged_and_its_copy_with_comments_downloaded(page: Opened, tmp_path: Path) -> None:
    give(page, "missing.txt")
    page.page.get_by_text("missing.txt").first.wait_for()
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name="批注").first.click()
    assert download.value.suggested_filename == "missing-批注.docx"
    saved = tmp_path / "saved.docx"
    download.value.save_as(saved)
    assert "word/comments.xml" in zipfile.ZipFile(saved).namelist()


def test_many_drafts_are_a_table(page: Opened) -> None:
    give(page, "missing.txt", "complete.txt", "leftovers.txt")
    page.page.locator("table").first.wait_for()
    for name in ("missing.txt", "complete.txt", "leftovers.txt"):
        assert page.page.locator("table").get_by_text(name).count()


def test_a_text_is_pasted_and_its_copy_has_comments(page: Opened) -> None:
    page.page.click("text=粘贴文字")
    page.page.keyboard.type("青禾镇工作总结\n已走访××户，群众\u200b满意。")
    page.page.get_by_role("dialog").get_by_role("button", name="检查").click()
    page.page.get_by_text("××").first.wait_for()
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name="批注").first.click()
    assert download.value.suggested_filename == "粘贴的文字-批注.docx"
    assert b"<w:del " not in document(download.value)
    page.page.check("text=把稳妥的建议写成修订")
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name="批注").first.click()
    assert b"<w:del " in document(download.value)


def document(download: Download) -> bytes:
    """The text of a Word file, as XML."""
    with zipfile.ZipFile(download.path()) as file:
        return file.read("word/document.xml")


def test_a_server_that_was_stopped_is_told_and_the_result_stays(page: Opened, server: Served) -> None:
    give(page, "missing.txt")
    page.page.wait_for_selector(".document")
    server.process.kill()
    server.process.wait()
    page.page.get_by_role("button", name="批注").first.click()
    page.page.wait_for_selector("#live.shown:has-text('连不上服务器')")
    assert page.page.locator(".card").count()
    page.page.click("text=检查别的文件")
    give(page, "missing.txt")
    page.page.wait_for_selector(".trouble:has-text('连不上服务器')")
    page.problems.clear()  # the console tells of the refused connection


def test_a_server_that_has_another_address_by_now_is_told(page: Opened) -> None:
    page.page.route(
        "**/check", lambda route: route.continue_(url=route.request.url.replace("/check", "x/check"))
    )
    give(page, "missing.txt")
    page.page.wait_for_selector(".trouble:has-text('这个地址已经失效')")
    page.problems.clear()  # the console tells of the answer 404


def test_mistakes_in_a_rule_file_are_shown_as_a_sentence(page: Opened, tmp_path: Path) -> None:
    wrong = tmp_path / "own.yaml"
    wrong.write_text("id: x\n", "utf-8")
    page.page.set_input_files(".zone input >> nth=0", [wrong, EXAMPLES / "missing.txt"])
    trouble = page.page.get_by_role("alert")
    trouble.wait_for()
    assert "own.yaml:1:1" in (trouble.text_content() or "")
    page.problems.clear()  # the console tells of the answer 422
