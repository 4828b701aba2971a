"""Many files at once: worker processes, where they pay.

Each worker is given one share of the tasks at a time over a pipe and answers with the outcomes, so
nothing but this process's main thread has to be interrupted, and no thread is left behind. SIGINT is
blocked while workers are made: one that exists is always known here, and ended on the way out.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from linter.model.errors import ReportlintError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

FORK_BYTES = 100_000
"""Below this, starting workers takes longer than they save: they cost some 60 ms, 100 KB of reports 150."""
SPAWN_BYTES = 1_500_000
"""The same where a worker is no copy of this process: it has to get the rules ready for itself."""
_MAX_WORKERS = 16
"""Workers beyond this many wait for the process that collects."""
_SHARE = 64
"""Tasks that a worker is given at once, at most. What is the same in several of its outcomes is sent once."""
_SHARES_LEFT = 4
"""Shares of the same size that would be left for each worker: towards the end they get smaller."""
_NEEDED = "linter.engine.run"
"""The module that loads what workers need."""


class _Worker(NamedTuple):
    process: "BaseProcess"
    pipe: "Connection[Any, Any]"
    """Our end."""


def count(jobs: int, sizes: Sequence[int]) -> int:
    """How many processes are to judge drafts of these sizes (bytes); fewer than 2 for none.

    `jobs` is what the user wants, 0 for what pays.
    """
    if jobs:
        return min(jobs, len(sizes))
    enough = FORK_BYTES if start_method() == "fork" else SPAWN_BYTES
    return min(cores(), len(sizes), _MAX_WORKERS) if len(sizes) > 1 and sum(sizes) >= enough else 1


@contextmanager
def mapper(count: int, method: str | None = None) -> Iterator[Callable[..., Iterable[Any]]]:
    """What maps a function over tasks in order, as `map` does, with `count` processes.

    They are made when it is first called, and end with the context, at once if it is left by an exception
    such as KeyboardInterrupt. Function, tasks and outcomes are pickled. An error in a worker is raised
    here. Raises ReportlintError when a worker dies. Where the system gives no workers, it is `map`.
    `method` is how they are started, by default `start_method()`.
    """
    if count < 2:
        yield map
        return
    workers: list[_Worker] = []
    try:
        yield partial(_spread, workers, count, method or start_method())
    finally:
        _end(workers)


def _spread(
    workers: list[_Worker], count: int, method: str, work: Callable[[Task], Outcome], tasks: Sequence[Task]
) -> Iterator[Outcome]:
    """The outcome of each task, in order."""
    if not workers:
        try:
            _start(workers, count, method)
        except (ImportError, NotImplementedError, OSError, EOFError):
            _end(workers)
            yield from map(work, tasks)
            return
    shares = list(_shares(tasks, count))
    answers = _answers(workers, work, shares)
    early = {}
    for due in range(len(shares)):
        while due not in early:
            number, answer = next(answers)
            early[number] = answer
        yield from _outcomes(early.pop(due))


def _shares(tasks: Sequence[Task], count: int) -> Iterator[Sequence[Task]]:
    """The tasks in shares for so many workers; the last ones are small, for nobody to be waited for."""
    at = 0
    while left := len(tasks) - at:
        size = max(1, min(_SHARE, left // (count * _SHARES_LEFT)))
        yield tasks[at : at + size]
        at += size


def _outcomes(answer: list[Any] | Exception) -> list[Any]:
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answers(
    workers: Sequence[_Worker], work: Callable[[Any], Any], shares: Sequence[Any]
) -> Iterator[tuple[int, list[Any] | Exception]]:
    """The number of each share and what came of it, in the order in which workers end them."""
    from multiprocessing.connection import wait
    from multiprocessing.reduction import ForkingPickler

    packed = bytes(ForkingPickler.dumps(work))
    left = enumerate(shares)
    busy: dict[Any, int] = {}

    def hand(pipe: Any, packed: bytes | None) -> None:
        for number, share in left:
            pipe.send((packed, share))
            busy[pipe] = number
            break

    try:
        for worker in workers:
            hand(worker.pipe, packed)
        while busy:
            ready: list[Any] = wait(list(busy))
            for pipe in ready:
                number, answer = busy.pop(pipe), pipe.recv()
                hand(pipe, None)
                yield number, answer
    except (EOFError, ConnectionError):
        raise ReportlintError(
            "检查文件的子进程意外终止，可能是内存不足。请用 --jobs 1 重试",
            "A worker process died, perhaps for want of memory; try --jobs 1",
        ) from None


# --- their life -----------------------------------------------------------------------------------


def _start(workers: list[_Worker], count: int, method: str) -> None:
    """Add so many workers to the list, ready for work. Raises OSError, EOFError or ImportError.

    Whatever ends this, a worker that lives is in the list.
    """
    from multiprocessing import get_context

    context: Any = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([_NEEDED])
    with _interrupts_held():
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            workers.append(_Worker(process, ours))
            theirs.close()
    for worker in workers:
        worker.pipe.recv()


def _end(workers: list[_Worker]) -> None:
    """End the workers and empty the list. None of them has anything to put away."""
    for worker in workers:
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.pipe.close()
    workers.clear()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let SIGINT wait, here and in processes made meanwhile; Windows cannot."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: "Connection[Any, Any]") -> None:
    """What a worker does until it is killed. Ctrl-C is for its parent, and it does not outlive that."""
    import pickle
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):  # for the processes that it starts in turn
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_leave, daemon=True).start()
    pipe.send(None)
    work: Any = None
    with suppress(EOFError, ConnectionError):
        while True:
            packed, share = pipe.recv()
            try:
                work = work if packed is None else pickle.loads(packed)
                answer = pickle.dumps([work(task) for task in share])
            except Exception as error:
                answer = pickle.dumps(error)
            pipe.send_bytes(answer)


def _leave() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def start_method() -> str:
    """How workers are started: as copies of this process where that is safe, else of a small one that has no
    threads, else as new interpreters.
    """
    threading = sys.modules.get("threading")  # who has not loaded it has no threads
    if forks() and (threading is None or threading.active_count() == 1):
        return "fork"
    from multiprocessing import get_all_start_methods

    return "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


def forks() -> bool:
    """Whether a copy of this process makes a good worker; on macOS its system libraries may crash."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def cores() -> int:
    """How many processes can compute at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
