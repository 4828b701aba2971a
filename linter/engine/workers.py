"""Worker processes that judge many files at the same time, where that saves time."""

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
"""Drafts with fewer bytes in all are judged without workers: to start these takes some 60 ms, to judge
100 KB of reports 150 ms."""
SPAWN_BYTES = 1_500_000
"""The same where a worker is a new interpreter, which has to import every module."""
_MAX_WORKERS = 16
"""More workers would wait for the process that collects their outcomes."""


def count(jobs: int, sizes: Sequence[int]) -> int:
    """How many processes are to judge drafts of these sizes (bytes); fewer than 2 for none.

    `jobs` is the number that the user wants; 0 leaves it to this function.
    """
    if jobs:
        return min(jobs, len(sizes))
    enough = FORK_BYTES if _forks() else SPAWN_BYTES
    return min(_cores(), len(sizes), _MAX_WORKERS) if len(sizes) > 1 and sum(sizes) >= enough else 1


@contextmanager
def mapper(count: int, fork: bool | None = None) -> Iterator[Callable[..., Iterable[Any]]]:
    """Gives a function like `map`, which calls a function for each task in `count` processes, in order.

    Function, tasks and outcomes are pickled. An error in a worker is raised here. Raises
    ReportlintError when a worker dies.
    """
    executor = _executor(count, _forks() if fork is None else fork) if count > 1 else None
    if executor is None:
        yield map
        return
    from concurrent.futures.process import BrokenProcessPool

    def parallel_map(work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterable[Outcome]:
        share = max(1, min(16, len(tasks) // (count * 4)))
        return executor.map(work, tasks, chunksize=share)  # type: ignore[no-any-return]

    try:
        yield parallel_map
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
    """A pool of started workers; None where the system cannot start any."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        executor = ProcessPoolExecutor(count, get_context("fork" if fork else "spawn"), _init_worker)
        executor.submit(int).result()
    except (ImportError, NotImplementedError, OSError, BrokenProcessPool):
        return None
    return executor


def _init_worker() -> None:
    """Set up a worker: it ignores Ctrl-C, to which its parent reacts, and exits with its parent."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _stop(executor: Any) -> None:
    """End the workers at once, without waiting for their tasks."""
    import threading
    from multiprocessing import active_children

    # The thread that manages the workers may fail on cancelled tasks, and would print a traceback.
    threading.excepthook = lambda args: None
    executor.shutdown(wait=False, cancel_futures=True)
    for child in active_children():
        child.terminate()


def _forks() -> bool:
    """Whether workers are forks of this process; on macOS, system libraries can crash in those."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
