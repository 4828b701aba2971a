"""Work grows with what there is to judge and no faster: steps are counted, on the inputs of the benchmark.

What a pattern or the library of a format does within one step is not counted: `benchmarks/growth.py` tells that.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from linter import api
from linter.text import similarity
from tests.support.effort import calls

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from growing import KINDS, Files, drafts

SELECTOR = api.choose(("ideology-work-report", "gbt-15834", "gbt-15835"))
IN_THIS_PROCESS = [kind for kind in KINDS if "pdf" not in kind]


def judge(files: Files) -> None:
    """Judge and report from scratch: what is kept of a run would make the next one cheap."""
    for function in vars(similarity).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
    result = api.check_many(drafts(files), SELECTOR)
    for form in api.REPORTERS:
        api.report(result, form)


@pytest.mark.slow
@pytest.mark.parametrize("kind", IN_THIS_PROCESS)
def test_twice_as_much_takes_twice_as_many_steps(kind: str) -> None:
    size, make = KINDS[kind]
    small, large = make(size // 4), make(size // 2)
    judge(make(size // 8))  # what is loaded and compiled once is no growth
    # Looking at everything for each thing would take four times as many; sentences fill their reach first.
    assert calls(partial(judge, large)) / calls(partial(judge, small)) < 2.6
