"""Many files at once: worker processes, where they pay."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from linter.model.errors import ReportlintError

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

FORK_BYTES = 100_000
"""Below this, starting workers takes longer than they save: they cost some 60 ms, 100 KB of reports 150."""
SPAWN_BYTES = 1_500_000
"""The same where a worker is a new interpreter that loads everything again."""
_MOST = 16
"""Workers beyond this many wait for the process that collects."""


def count(jobs: int, sizes: Sequence[int]) -> int:
    """How many processes are to judge drafts of these sizes (bytes); fewer than 2 for none.

    `jobs` is what the user wants, 0 for what pays.
    """
    if jobs:
        return min(jobs, len(sizes))
    enough = FORK_BYTES if _forks() else SPAWN_BYTES
    return min(_cores(), len(sizes), _MOST) if len(sizes) > 1 and sum(sizes) >= enough else 1


@contextmanager
def mapper(count: int, fork: bool | None = None) -> Iterator[Callable[..., Iterable[Any]]]:
    """What maps a function over tasks in order, as `map` does, with `count` processes.

    Function, tasks and outcomes are pickled. An error in a worker is raised here. Raises
    ReportlintError when a worker dies.
    """
    executor = _executor(count, _forks() if fork is None else fork) if count > 1 else None
    if executor is None:
        yield map
        return
    from concurrent.futures.process import BrokenProcessPool

    def spread(work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterable[Outcome]:
        share = max(1, min(16, len(tasks) // (count * 4)))
        return executor.map(work, tasks, chunksize=share)  # type: ignore[no-any-return]

    try:
        yield spread
    except BrokenProcessPool:
        raise ReportlintError(
            "检查文件的子进程意外终止，可能是内存不足。请用 --jobs 1 重试",
            "A worker process died, perhaps for want of memory; try --jobs 1",
        ) from None
    except BaseException:
        _stop(executor)
        raise
    executor.shutdown()


def _executor(count: int, fork: bool) -> Any | None:
    """The workers, started; None where the system gives none."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        executor = ProcessPoolExecutor(count, get_context("fork" if fork else "spawn"), _settle)
        executor.submit(int).result()
    except (ImportError, NotImplementedError, OSError, BrokenProcessPool):
        return None
    return executor


def _settle() -> None:
    """A worker leaves it to its parent to react to Ctrl-C, and does not outlive it."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave, daemon=True).start()


def _leave() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _stop(executor: Any) -> None:
    """Let the workers go at once, whatever they are at."""
    import threading
    from multiprocessing import active_children

    # What minds the workers may trip over tasks that were taken back, and would print a traceback.
    threading.excepthook = lambda fault: None
    executor.shutdown(wait=False, cancel_futures=True)
    for child in active_children():
        child.terminate()


def _forks() -> bool:
    """Whether a copy of this process makes a good worker; on macOS its system libraries may crash."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
