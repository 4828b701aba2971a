"""Runs over files within this process, as the command line makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.engine.run import judge_drafts
from linter.engine.selection import RulesetSelector
from linter.model.finding import Result
from linter.project.drafts import drafts


def check(
    paths: Sequence[str],
    selector: RulesetSelector,
    stdin: tuple[str, bytes] | None = None,
    jobs: int = 1,
    tick: Callable[[int, int], None] = lambda done, total: None,
) -> Result:
    """What the files that paths stand for get."""
    return judge_drafts(drafts(paths, lambda path: False, stdin), selector, jobs, tick)
