"""The worker processes for strangers' files: kept for the next task, and replaced when they end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock

from linter.engine.stranger_process import Worker
from linter.engine.turns import Turns
from linter.model.errors import ReportlintError

Hold = Callable[[Worker], AbstractContextManager[object]]
"""A context in which a worker does a task: who holds it may end it from another thread."""


class Pool:
    """Workers for so many tasks at once. It does not survive `os.fork`."""

    def __init__(self, workers: int) -> None:
        """Start one of them. Raises ReportlintError where no process can be started."""
        self.size = workers
        self._lock = Lock()
        self._closed = False
        self._living: set[Worker] = set()
        self._idle: Turns[Worker | None] = Turns()
        for _ in range(workers - 1):
            self._idle.put(None)
        self._idle.put(self._worker(None))

    def close(self) -> None:
        """End every worker at once. A thread that waits for an answer gets a ReportlintError."""
        with self._lock:
            self._closed = True
            for worker in self._living:
                worker.end()
            self._living.clear()

    def ask(self, task: bytes, seconds: float, hold: Hold) -> bytes:
        """The answer of the worker whose turn it is. Raises ReportlintError."""
        worker = self._idle.get()
        try:
            worker = self._worker(worker)
            with hold(worker):
                answer = worker.ask(task, seconds)
        except BaseException:  # Ctrl-C, say: half an answer may be in its pipe
            if worker:
                worker.end()
            raise
        finally:
            self._idle.put(worker)
        if self._closed:
            raise closed()
        return answer

    def _worker(self, idle: Worker | None) -> Worker:
        """This worker if it lives, else a new one. Raises ReportlintError."""
        with self._lock:
            if self._closed:
                raise closed()
            if idle and idle.is_alive():
                return idle
            self._living.discard(idle)
            worker = Worker()
            self._living.add(worker)
            return worker


def closed() -> ReportlintError:
    """What is raised where nothing is judged any more."""
    return ReportlintError("检查已经关闭，不再接收文件", "this judge is closed and takes no more files")
