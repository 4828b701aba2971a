"""The start screen of the page with a host of the tests: what it is asked, and what it answers, are known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter import api
from linter.reporters import html
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from tests.support.browser import Opened, opened
from tests.support.shown import one

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOST = """
window.reportlintHost = {
  kind: 'offline',
  rulesets: [
    { id: 'work-report', title: { zh: '工作总结', en: 'Work report' } },
    { id: 'gbt', title: { zh: '按国家标准查公文的版面、编号和结束语', en: 'The layout, numbers and endings of letters' } },
  ],
  ready: Promise.resolve(),
  limits: { files: 3, bytes: 1000 },
  suffixes: ['.txt', '.docx'],
  check(files, options, tell, signal) {
    window.asked = [files.map((each) => each.path), options.ruleset, options.rulesetFiles.map((file) => file.name), options.units];
    files.forEach((each, at) => tell({ done: at, total: files.length, name: each.path }));
    if (files[0].path === 'bad.txt') return Promise.reject({ zh: '规则文件第 3 行有误', en: 'Line 3' });
    files[0].file.text().then((text) => (window.askedText = text));
    signal.addEventListener('abort', () => (window.askedToStop = true));
    return new Promise((keep) => (files[0].path === 'slow.txt' ? (window.finish = () => keep(DATA)) : keep(DATA)));
  },
  annotate: async ({ path }, { suggest }) => ({ name: `${path}-${suggest}.docx`, blob: new Blob(['x']) }),
};
"""
"""It tells in `window` what it was asked. `bad.txt` is refused; `slow.txt` is judged when `finish` is called."""


@contextmanager
def hosted(browser: Browser, folder: Path, **options: Any) -> Iterator[Opened]:
    data = dump(page_data(one("工作总结\n已走访××户。\n", "甲.txt"), api.View())).replace("<", "\\u003c")
    path = folder / "start.html"
    path.write_text(html.page(None, "zh", [HOST.replace("DATA", data)]), "utf-8")
    with opened(browser, path, **options) as it:
        yield it
        assert it.problems == []


def give(it: Opened, *names: str, size: int = 2) -> None:
    files = [{"name": name, "mimeType": "text/plain", "buffer": b"x" * size} for name in names]
    it.page.set_input_files(".zone input >> nth=0", files)
