"""How computing time grows with the work: `python benchmarks/growth.py [--seconds S] [WORD …]`.

Judges inputs of many kinds (those whose name holds a WORD, or all), each twice as large as the one before until
one takes S seconds, writes every report about them, and prints the seconds and the factor of each doubling. A
factor near 2 is right; above `MOST` something looks at everything for each of its things. Only the last one
counts: with the first ones caches fill. Times on a busy machine vary: look again before you believe a factor.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from growing import KINDS, TITLE, Files, chinese, different, drafts

from linter import api
from linter.engine import baseline_file
from linter.engine.baseline import compare, updated
from linter.engine.changed import only_changed
from linter.engine.handed_in import with_units
from linter.model.errors import ReportlintError
from linter.project.globs import fits

MOST = 2.3
LONGEST = 60
"""Seconds of computing, for one input."""
DOUBLINGS = 14
REFUSED = 3
"""The status of a process whose input has an error, mostly by a limit on its size."""


def judged(files: Files) -> None:
    """Judge drafts, compare them, write every report; fix what is a text."""
    result = api.check_many(drafts(files), SELECTOR)
    if any(file.error for file in result.files):
        sys.exit(REFUSED)
    for form in api.REPORTERS:
        api.report(result, form)
    for name, data in files.items():
        if name.endswith((".txt", ".md")):
            api.fix(data, name, SELECTOR)
    if "draft.docx" in files:
        api.annotate(files["draft.docx"], "draft.docx", SELECTOR, suggest=True)


def globs(glob: Callable[[int], str], path: Callable[[int], str]) -> Callable[[int], None]:
    """Whether a path fits a glob of the configuration."""
    return lambda n: [fits([glob(n)], ".", path(n)) for _ in range(20)] and None


def baseline(files: int, findings: int) -> None:
    """Write a baseline, read it, and hold files with these findings against it."""
    text = "".join(f"第{k}站××单位\n" for k in range(findings)).encode()
    result = api.check_many([api.draft(text, f"{k}.txt") for k in range(files)], SELECTOR)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "baseline.json")
        known = updated(result, {}, path, lambda file: {row.rule for row in file.checklist})
        Path(path).write_text(baseline_file.text(known), "utf-8")
        renamed = result._replace(files=tuple(each._replace(path=f"a/{each.path}") for each in result.files))
        for now in (result, renamed):
            compare(now, baseline_file.load(path), path, lambda file: {row.rule for row in file.checklist})


def units(count: int) -> None:
    """Tell of files which unit each is of: half by their names, half by their titles."""
    drafts = [
        api.draft(f"{chinese(k)}镇{TITLE}\n{different(k)}\n".encode(), f"{chinese(k)}镇.txt" if k % 2 else f"{k}.txt")
        for k in range(count)
    ]  # fmt: skip
    result = api.check_many(drafts, SELECTOR)
    with_units(result, [f"{chinese(k)}镇|{chinese(k)}镇政府" for k in range(2 * count)])


def ruleset(rules: int = 1, words: int = 1, sections: int = 1) -> None:
    """Load a ruleset of its own, and judge by it."""
    lines = ["id: many", "title: {zh: 许多, en: Many}", "sections:"]
    for k in range(sections):
        name = f"第{chinese(k)}部分"
        lines += [f"- {{id: s{k}, title: {{zh: {name}, en: Part {k}}}, headings: [{name}]}}"]
    lines += ["rules:"]
    for k in range(rules):
        listed = ", ".join(f"第{chinese(j)}词{k}" for j in range(words))
        lines += [f"- id: r{k}", "  check: pattern", "  level: info", f"  with: {{forbid: [{listed}]}}"]
        lines += ["  message: {zh: 不用此词, en: Not this word}"]
        lines += [f"  examples: {{pass: [学习。], fail: [第{chinese(0)}词{k}。]}}"]
    made = api.load_ruleset("\n".join(lines).encode(), "many.yaml")
    text = "\n".join([TITLE, *(f"第{chinese(j)}词{j}" for j in range(max(rules, words, sections)))])
    result = api.check(text.encode(), "draft.txt", (made,))
    assert result.ruleset == "many"
    assert result.findings


def changed(lines: int) -> None:
    """Keep of the findings in a text those in lines that another text does not have."""
    before, now = ("\n".join(f"第{k}站××单位" for k in range(first, 2 * lines, 2)) for first in (0, 1))
    draft = api.draft(f"{before}\n{now}".encode(), "draft.txt")
    only_changed(api.check_many([draft], SELECTOR), [draft], lambda *_: before.encode(), "HEAD")


OTHERS: dict[str, tuple[int, Callable[[int], None]]] = {
    "baseline, files": (100, lambda n: baseline(n, 1)),
    "baseline, findings": (1000, lambda n: baseline(1, n)),
    "units and files": (100, units),
    "rules": (400, lambda n: ruleset(rules=n)),
    "words of a rule": (4000, lambda n: ruleset(words=n)),
    "sections of a ruleset": (400, lambda n: ruleset(sections=n)),
    "changed lines": (1000, changed),
    "globs, stars": (20, globs(lambda n: "*a" * 20 + "b", lambda n: "a" * n)),
    "globs, folders": (20, globs(lambda n: "**/a/" * 20 + "b", lambda n: "a/" * n + "c")),
    "globs, long": (20, globs(lambda n: "*a" * n + "b", lambda n: "a" * 40)),
    "globs, number": (500, lambda n: [fits([f"f{k}/*.txt" for k in range(n)], ".", f"f{k}/a.docx") for k in range(20)] and None),
}  # fmt: skip
"""The size to begin with, and what there is to do, for what is no draft."""


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--seconds", type=float, default=4)
    options = parser.parse_args()
    work = {
        name: (size, lambda n, make=make: judged(make(n))) for name, (size, make) in KINDS.items()
    } | OTHERS
    for name, (size, run) in work.items():
        if not options.words or any(word in name for word in options.words):
            print(line(name, size, run, options.seconds), flush=True)


def line(name: str, size: int, run: Callable[[int], None], enough: float) -> str:
    """The seconds at each size, and their factors; a star before what grows too fast or fails.

    A kind whose inputs are refused before they take long enough is shown with what it took until then.
    """
    times: list[float] = []
    while len(times) <= DOUBLINGS and (len(times) < 2 or times[-1] < enough):
        taken = seconds(partial(run, size << len(times)))
        if taken is None:
            break
        times.append(taken)
    factors = [later / max(earlier, 1e-3) for earlier, later in pairwise(times)]
    bad = not times or times[-1] == float("inf") or (factors[-1:] > [MOST] and times[-1] > enough / 2)
    shown = " ".join(f"{time:.2f}" for time in times[-4:])
    shown += f"  × {' '.join(f'{factor:.1f}' for factor in factors[-3:])}"
    return f"{'*' if bad else ' '} {name:<38}{size << len(times) - 1:>9}  {shown}"


def seconds(run: Callable[[], None]) -> float | None:
    """What some work takes in a process of its own; infinite when it takes too long or fails, None where the
    input is refused.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        status = 1
        try:
            run()
            status = 0
        except (SystemExit, ReportlintError):
            status = REFUSED
        except BaseException:
            traceback.print_exc(limit=-3)
        os._exit(status)
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) == REFUSED:
        return None
    return float("inf") if status else used.ru_utime + used.ru_stime


SELECTOR = api.choose(("ideology-work-report", "gbt-15834", "gbt-15835", "gbt-9704"))

if __name__ == "__main__":
    for words in ("headings 1.", "figures", "dates", "findings, masks", "docx paragraphs"):
        judged(KINDS[words][1](20))  # what is loaded and compiled once is no growth
    main()
