"""Runs over files within this process, as the command line makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from linter.engine.run import judge_drafts
from linter.engine.selection import RulesetSelector
from linter.model.finding import Result
from linter.project import config
from linter.project.config import Config
from linter.project.files import drafts


def check(
    paths: Sequence[str],
    selector: RulesetSelector,
    settings: Config,
    stdin: tuple[str, bytes] | None = None,
    jobs: int = 1,
    tick: Callable[[int, int], None] = lambda done, total: None,
) -> Result:
    """What the files that paths stand for get."""
    return judge_drafts(drafts(paths, partial(config.excluded, settings), stdin), selector, jobs, tick)
