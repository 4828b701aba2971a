"""The offline page in a browser, opened from a disk: what it says is what the program says, and it asks for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from linter import api
from linter.reporters import View
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from linter.surfaces.offline import archive, ingredients
from tests.samples.make import FILES
from tests.support.browser import Opened, opened
from tests.support.offline import annotated, built, checked
from tests.support.program import ROOT
from tests.support.shared import folder
from tests.surfaces.test_offline_inside import OWN, TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

EXAMPLES = {path.name: path.read_bytes() for path in sorted((ROOT / "examples").iterdir()) if path.is_file()}
PATIENCE = 300_000
"""Milliseconds for what the page does at a click: it may start Python anew first."""
_ENDED = """async (bad) => {
  const before = window.workers.length;
  const files = [...document.getElementById("given").files].map((file) => ({ path: file.name, file }));
  const told = ({ name }) => {
    if (name === bad) window.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
  };
  const data = await window.reportlintHost.check(files, { ruleset: "auto", rulesetFiles: [], units: [] }, told);
  return [data.files.map(({ error }) => error && error.zh), window.workers.length - before];
}"""
"""Checks files, and counts the workers that it takes for that beside the one that is there; a worker gets the
signal of a browser that is out of memory whenever it reads the bad one."""
_STOP = """() => {
  const stop = () => [...document.querySelectorAll(".zone button")].find((each) => each.textContent === "停止检查").click();
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".status")?.textContent.startsWith("正在检查")) return;
    observer.disconnect();
    setTimeout(stop);
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
}"""
"""Stops the next check as soon as the worker has been asked, before it can answer."""
_WORKERS = """window.workers = [];
window.Worker = class extends Worker {
  constructor(...given) { super(...given); window.workers.push(this); }
};"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("offline") / "reportlint.html")


@pytest.fixture(scope="module")
def offline(browser: Browser, page_file: Path) -> Iterator[Opened]:
    """The page, ready; it is kept for all tests of this module, for Python takes seconds to start."""
    with opened(browser, "about:blank", locale="zh-CN") as found:
        found.page.add_init_script(_WORKERS)
        found.page.set_default_timeout(PATIENCE)
        found.page.goto(page_file.as_uri())
        found.page.evaluate("() => window.reportlintHost.ready")
        yield found


def native(files: Mapping[str, bytes], ruleset: str = "auto") -> dict[str, Any]:
    """What the program says outside the browser."""
    drafts = [api.draft(data, name) for name, data in files.items()]
    told: dict[str, Any] = json.loads(
        dump(page_data(api.check_many(drafts, ruleset, keep_text=True), View("zh")))
    )
    return told


def documents() -> dict[str, bytes]:
    """Files of every format that stand beside the repository."""
    base = folder("documents")
    found = (path for path in sorted(base.rglob("*")) if path.is_file() and "expected" not in path.parts)
    return {"-".join(path.relative_to(base).parts): path.read_bytes() for path in found}


def test_the_same_is_said_of_files_of_every_format_and_of_copies_among_them(offline: Opened) -> None:
    files = EXAMPLES | {name: data() for name, data in FILES.items()}
    found = checked(offline.page, files)
    assert found["data"] == native(files)
    told = [each.get("name") for each in found["told"]]
    assert told[: len(files) + 1] == [*files, None]  # at last they are compared


def test_the_same_is_said_of_documents_beside_the_repository(offline: Opened) -> None:
    for name, data in documents().items():
        assert checked(offline.page, {name: data})["data"] == native({name: data}), name


@pytest.mark.parametrize("name", ["report.docx", "report.odt", "utf8.txt"])
@pytest.mark.parametrize("suggest", [False, True])
def test_the_copy_with_comments_is_the_same(offline: Opened, name: str, suggest: bool) -> None:
    data = FILES[name]()
    called, copy = annotated(offline.page, name, data, suggest=suggest)
    wanted = api.annotate(data, name, suggest=suggest)
    assert called == f"{name.rpartition('.')[0]}-批注{wanted.suffix}"
    assert parts(copy) == parts(wanted.data)


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file, whenever its comments were written."""
    with ZipFile(BytesIO(data)) as file:
        return {name: re.sub(rb'w:date="[^"]*"', b"", file.read(name)) for name in file.namelist()}


def test_the_file_names_what_is_in_it_and_the_licences(page_file: Path) -> None:
    head = page_file.read_text("utf-8").partition("window.reportlintOffline")[0]
    named = [*(each.name for each in ingredients.listed()), *archive.PACKAGES, "CPython"]
    assert [name for name in named if name not in head] == []
    assert "Mozilla Public License" in head


def test_an_own_ruleset_is_used_and_a_broken_one_told(offline: Opened) -> None:
    found = checked(offline.page, {"甲.txt": TEXT}, {"own.yaml": OWN})
    assert [finding["rule"] for finding in found["data"]["files"][0]["findings"]] == ["readers"]
    broken = checked(offline.page, {"甲.txt": TEXT}, {"own.yaml": b"id: [\n"})
    assert "own.yaml" in broken["error"]["zh"]
    assert "own.yaml" in broken["error"]["en"]


def choose(offline: Opened, files: Mapping[str, bytes]) -> None:
    """Choose files on the start screen, as a user does."""
    if (again := offline.page.get_by_role("button", name="检查别的文件")).is_visible():
        again.click()
    given = [{"name": name, "mimeType": "", "buffer": data} for name, data in files.items()]
    offline.page.set_input_files("input[type=file] >> nth=0", given)


def test_files_are_chosen_seen_and_annotated_by_clicks(offline: Opened) -> None:
    choose(offline, {"甲.txt": TEXT})
    offline.page.get_by_text("××").first.wait_for()
    with offline.page.expect_download() as download:
        offline.page.get_by_role("button", name="批注").first.click()
    assert download.value.suggested_filename == "甲-批注.docx"
    asked = [address.partition(":")[0] for address in offline.requests]
    assert asked.count("file") == 1
    assert {*asked} <= {"file", "blob"}
    assert offline.problems == []


def test_a_check_is_stopped_and_another_begun(offline: Opened) -> None:
    offline.page.evaluate(_STOP)
    choose(offline, {"甲.txt": TEXT})
    offline.page.get_by_text("已停止").wait_for()
    choose(offline, {"乙.txt": TEXT})
    offline.page.locator(".document").wait_for()
    assert "乙.txt" in offline.page.inner_text(".facts")
    assert offline.problems == []


def test_all_copies_are_one_download(offline: Opened) -> None:
    choose(offline, {"甲.txt": TEXT, "乙.docx": FILES["report.docx"](), "丙.docx": b"PK\x03\x04"})
    with offline.page.expect_download() as download:
        offline.page.get_by_role("button", name="全部批注版").click()
    with ZipFile(download.value.path()) as file:
        assert file.namelist() == ["乙-批注.docx", "甲-批注.docx", "没有批注的文件.txt"]
        assert "丙.docx" in file.read("没有批注的文件.txt").decode()
        assert parts(file.read("甲-批注.docx")) == parts(api.annotate(TEXT, "甲.txt").data)


def test_a_browser_that_is_too_old_is_told_in_a_sentence(browser: Browser, page_file: Path) -> None:
    with opened(browser, "about:blank", locale="zh-CN") as found:
        found.page.add_init_script("delete self.DecompressionStream")
        found.page.goto(page_file.as_uri())
        found.page.get_by_role("alert").filter(has_text="检查程序启动不了").wait_for()


def test_a_file_that_ends_the_program_gets_a_sentence_and_the_others_are_checked(offline: Opened) -> None:
    checked(offline.page, {"甲.txt": TEXT, "乙.txt": TEXT, "丙.txt": TEXT})
    errors, more_workers = offline.page.evaluate(_ENDED, "乙.txt")
    assert more_workers == 1
    assert [error and error.partition("：")[0] for error in errors] == [None, "乙.txt", None]
    assert "程序停了下来" in errors[1]
