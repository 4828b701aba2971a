"""How long the page of many reports takes to open: `python benchmarks/open_page.py [REPORTS]`.

Judges invented reports (`texts.reports`), some of which share a paragraph or lack a section, writes the page
(`--output-format html`) and opens it in Chromium, headless. Printed are the size of the file, and
milliseconds until the table is drawn (of the clock, and of computing in the page: the machine may be busy),
then for a sort, a filter and a document.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from texts import reports

from linter import api
from tests.support.browser import browsing

SHARED = "各支部轮流主持学习会，会前一周发提纲，会后两天交心得，缺席的人由支部书记当面补课，次月再查一遍。"
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"
TIMED = f"async (act) => {{ const from = performance.now(); eval(act); return (await {DRAWN}) - from; }}"
ACTS = {
    "sort": "document.querySelector('thead th:last-child button').click()",
    "filter": "document.querySelector('.filters .chip').click()",
    "document": "location.hash = '#file=250'",
}


def drafts(count: int) -> list[api.Draft]:
    """That many reports: of every ten one lacks its last section, two share a paragraph."""
    made = []
    for number, text in enumerate(reports(count)):
        if number % 10 == 0:
            text = text.partition("五、")[0]
        if number % 10 in (1, 2):
            text = text.replace("二、理论学习", f"二、理论学习\n第{number // 10}片的{SHARED}", 1)
        made.append(api.draft(text.encode(), f"{number + 1:03}.txt"))
    return made


def main(count: int) -> None:
    """Print the figures."""
    result = api.check_many(drafts(count), jobs=0, keep_text=True)
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        path = Path(folder, "report.html")
        path.write_text(api.report(result, "html"), "utf-8")
        findings = sum(len(file.findings) for file in result.files)
        print(f"{count} reports, {findings} findings: {path.stat().st_size / 1e6:.1f} MB")
        for _ in range(3):
            with browser.new_context(bypass_csp=True) as context:
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Performance.enable", {"timeDomain": "threadTicks"})
                page.goto(path.as_uri())  # until the scripts have run: the first rows are there
                got = session.send("Performance.getMetrics")["metrics"]
                metrics = {each["name"]: each["value"] for each in got}
                opened = page.evaluate(DRAWN)
                computed = 1000 * metrics["ThreadTime"]
                page.wait_for_function(f"document.querySelectorAll('.matrix tbody tr').length === {count}")
                timed = {name: page.evaluate(TIMED, act) for name, act in ACTS.items()}
            print(
                f"open {opened:.0f} ms (computing {computed:.0f}), "
                + ", ".join(f"{name} {ms:.0f} ms" for name, ms in timed.items())
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 500)
