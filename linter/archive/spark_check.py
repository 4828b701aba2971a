"""`reportlint check` over the files of a list, as a job of Apache Spark (extra `spark`).

Each worker needs reportlint with its dependencies, in the version of this machine, and reads the files from
the paths in the list: they lie where all workers see them, a network drive, say. Files are judged one by
one, so what is found by comparing them with each other (who has copied whom) is left out; `reportlint archive
join` tells that.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir, nullcontext
from functools import partial

from linter import __version__
from linter.archive.spark import cores, session
from linter.engine.run import Progress, judge_drafts
from linter.engine.selection import RulesetSelector
from linter.model.errors import ConfigError, ReportlintError
from linter.project.drafts import draft
from linter.reporters import View
from linter.reporters.json import dump, file_value

_BATCH = 100
"""Files that are given to the workers at once, for each core: their lines are collected here."""
_TASKS = 4
"""Tasks of a batch for each core: files differ in size, and no core is to wait for another one long."""


def check_all(
    paths: Sequence[str],
    selector: RulesetSelector,
    master: str,
    tick: Progress,
    view: View = View(),  # noqa: B008
) -> Iterator[str]:
    """The JSON of each file, as it stands in `files` of `reportlint check --output-format json`: a line each,
    in the order of the paths.

    A file that cannot be read has a line with its error. `tick` is called with how many are done. Raises
    what `spark.session` and the configurations of the files raise.
    """
    with session(master) as spark:
        size = cores(spark) * _BATCH
        work = partial(judged, __version__, selector, view, os.getcwd())
        for start in range(0, len(paths), size):
            batch = paths[start : start + size]
            sent = spark.sparkContext.parallelize(batch, min(len(batch), cores(spark) * _TASKS))
            for line in sent.mapPartitions(work).collect():
                if isinstance(line, ReportlintError):
                    raise line
                yield line
            tick(start + len(batch), len(paths))


def judged(
    version: str, selector: RulesetSelector, view: View, folder: str, paths: Iterable[str]
) -> Iterator[str | ReportlintError]:
    """What a worker does: the line of each file, or an error that ends the run.

    Paths that are not absolute are below `folder`, the working directory of who runs this with a `version`.
    """
    if version != __version__:
        yield ConfigError(
            f"工作机上的 reportlint 是 {__version__}，本机是 {version}，请装成同一版本",
            f"the workers have reportlint {__version__}, this machine has {version}; install the same one",
        )
        return
    with chdir(folder) if os.path.isdir(folder) else nullcontext():
        for path in paths:
            try:
                outcome = judge_drafts([draft(path)], selector).files[0]
            except ReportlintError as error:
                yield error
                return
            yield dump(file_value(outcome, view.say)).rstrip("\n")
