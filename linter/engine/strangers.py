"""A judge for strangers' files: each is judged in a process of its own, within limits of time and memory.

Whatever a file does there is that file's error. The worker processes are kept for the next file, and
replaced when they end. Nothing is read from the user's disk or written to it.
"""

import pickle
from queue import LifoQueue
from threading import Lock

from linter.confined import Limits
from linter.engine import stranger_protocol as protocol
from linter.engine import wire
from linter.engine.selection import RulesetSelector
from linter.engine.stranger_process import Worker
from linter.model.errors import ReportlintError, UnreadableError
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.project.files import require_size


class StrangersJudge:
    """Judges files of unknown origin, several at once for as many threads. Close it, or use `with`.

    Make it in the process that uses it: it does not survive `os.fork`.
    """

    def __init__(self, selector: RulesetSelector, limits: Limits, workers: int) -> None:
        """For so many files at once. Raises ReportlintError where no process can be started."""
        self._selector = selector
        self._limits = limits
        self._lock = Lock()
        self._closed = False
        self._living: set[Worker] = set()
        self._idle: LifoQueue[Worker | None] = LifoQueue()
        for _ in range(workers - 1):
            self._idle.put(None)
        self._idle.put(self._worker(None))

    def __enter__(self) -> "StrangersJudge":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every worker at once. A thread that waits for an outcome gets a ReportlintError."""
        with self._lock:
            self._closed = True
            for worker in self._living:
                worker.end()
            self._living.clear()

    def check(
        self, data: bytes, name: str, selector: RulesetSelector | None = None, keep_text: bool = False
    ) -> FileOutcome:
        """Judge a file, by the rulesets of this judge or by what `linter.api.choose` returned.

        `name` stands for the file in messages; its suffix is a hint of the format. Waits while as many
        files are judged as there are workers. What is wrong with the file, breaches of the limits
        included, is the `error` of the outcome, and says what to do. With `keep_text` the outcome holds its
        text. Raises ReportlintError where the judge is closed, or no process can be started.
        """
        try:
            require_size(data, name)
        except UnreadableError as error:
            return FileOutcome(name, "", error.text)
        task = protocol.Task(name, data, selector or self._selector, self._limits, keep_text)
        answer = self._asked(pickle.dumps(task))
        try:
            if answer.startswith(protocol.OK):
                return wire.unpack(answer[len(protocol.OK) :])._replace(path=name)
        except ValueError:
            answer = protocol.ENDED
        return FileOutcome(name, "", _refusal(name, answer, self._limits))

    def _asked(self, task: bytes) -> bytes:
        """The answer of the worker that is idle next. Raises ReportlintError."""
        worker = self._idle.get()
        try:
            worker = self._worker(worker)
            answer = worker.ask(task, self._limits.wall)
        except BaseException:  # Ctrl-C, say: half an answer may be in its pipe
            if worker:
                worker.end()
            raise
        finally:
            self._idle.put(worker)
        if self._closed:
            raise _closed()
        return answer

    def _worker(self, idle: Worker | None) -> Worker:
        """This worker if it lives, else a new one. Raises ReportlintError."""
        with self._lock:
            if self._closed:
                raise _closed()
            if idle and idle.is_alive():
                return idle
            self._living.discard(idle)
            worker = Worker()
            self._living.add(worker)
            return worker


def _closed() -> ReportlintError:
    return ReportlintError("检查已经关闭，不再接收文件", "this judge is closed and takes no more files")


def _refusal(name: str, answer: bytes, limits: Limits) -> Message:
    """Why there is no outcome, and what to do."""
    zh, en = {
        protocol.TIME: (
            f"检查用时过长（限 {limits.cpu} 秒计算时间），已中止。请拆成几个文件，或另存为新的 .docx 再检查",
            f"judging it took too long (the limit is {limits.cpu} s of computing) and was stopped; split the "
            "file, or save it anew as .docx in Word or WPS",
        ),
        protocol.MEMORY: (
            f"检查所需内存超过 {limits.memory >> 20} MB，已中止。请拆成几个文件，或删去图片和附件后再检查",
            f"judging it takes more than {limits.memory >> 20} MB of memory and was stopped; split the file, "
            "or take pictures and attached files out of it",
        ),
        protocol.SIZE: (
            "发现的问题太多，无法全部列出。请拆成几个文件再检查",
            "there are more findings than can be listed; split the file",
        ),
    }.get(
        answer,
        (
            "检查时出现异常，已中止，文件可能已损坏。请在 Word 或 WPS 中打开、另存为新文件后再检查",
            "the process that judged it broke down, so the file may be damaged; open it in Word or WPS, "
            "save it as a new file and check that",
        ),
    )
    return Message(f"{name}：{zh}", f"{name}: {en}")
