"""How computing time grows with the work: `python benchmarks/growth.py [--doublings N] [WORD …]`.

Judges inputs of many kinds (those whose name holds a WORD, or all), each twice as large as the one before, writes
every report about them, and prints the seconds and the factor of each doubling. A factor near 2 is right; above
`MOST` something looks at everything for each of its things. Times on a busy machine vary: look again with more
doublings before you believe a factor. Only the last one counts: with the first ones caches fill.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import traceback
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from growing import KINDS, Files, drafts

from linter import api
from linter.project.globs import fits

MOST = 2.3
SECONDS = 15
"""Of computing, for one input."""
QUICK = 0.1
"""Seconds below which a factor says nothing."""


def judged(files: Files) -> None:
    """Judge drafts, compare them, write every report; fix what is a text."""
    result = api.check_many(drafts(files), SELECTOR)
    for form in api.REPORTERS:
        api.report(result, form)
    for name, data in files.items():
        if name.endswith((".txt", ".md")) and not result.files[0].error:
            api.fix(data, name, SELECTOR)
    if "draft.docx" in files:
        api.annotate(files["draft.docx"], "draft.docx", SELECTOR, suggest=True)


def globs(glob: Callable[[int], str], path: Callable[[int], str]) -> Callable[[int], None]:
    """Whether a path fits a glob of the configuration."""
    return lambda n: [fits([glob(n)], ".", path(n)) for _ in range(20)] and None


OTHERS: dict[str, tuple[int, Callable[[int], None]]] = {
    "globs, stars": (20, globs(lambda n: "*a" * n + "b", lambda n: "a" * (2 * n))),
    "globs, folders": (20, globs(lambda n: "**/a/" * n + "b", lambda n: "a/" * (2 * n) + "c")),
    "globs, number": (500, lambda n: [fits([f"f{k}/*.txt" for k in range(n)], ".", f"f{k}/a.docx") for k in range(20)] and None),
}  # fmt: skip
"""The size to begin with, and what there is to do, for what is no draft."""


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--scale", type=float, default=1, help="begin with so many times the usual size")
    options = parser.parse_args()
    work = {
        name: (size, lambda n, make=make: judged(make(n))) for name, (size, make) in KINDS.items()
    } | OTHERS
    for name, (size, run) in work.items():
        if not options.words or any(word in name for word in options.words):
            print(line(name, int(size * options.scale), run, options.doublings), flush=True)


def line(name: str, size: int, run: Callable[[int], None], doublings: int) -> str:
    """The seconds at each size, and their factors; a star before what grows too fast."""
    times: list[float] = []
    for _ in range(doublings + 1):
        times.append(seconds(partial(run, size << len(times))))
        if times[-1] == float("inf"):
            break
    factors = [later / max(earlier, 1e-3) for earlier, later in pairwise(times)]
    bad = factors[-1] > MOST and times[-2] > QUICK
    shown = "  ".join(f"{time:6.2f}" for time in times)
    return f"{'*' if bad else ' '} {name:<38}{size:>6}  {shown}   × {'  '.join(f'{factor:4.1f}' for factor in factors)}"


def seconds(run: Callable[[], None]) -> float:
    """What some work takes in a process of its own; infinite when it takes too long or fails."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            run()
        except BaseException:
            traceback.print_exc(limit=-3)
            os._exit(1)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    return float("inf") if status else used.ru_utime + used.ru_stime


SELECTOR = api.choose(("ideology-work-report", "gbt-15834", "gbt-15835", "gbt-9704"))

if __name__ == "__main__":
    for words in ("headings 1.", "figures", "dates", "findings, masks", "docx paragraphs"):
        judged(KINDS[words][1](20))  # what is loaded and compiled once is no growth
    main()
