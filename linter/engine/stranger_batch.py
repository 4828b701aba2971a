"""Files that one stranger gave: judged each in a process of its own, and compared with each other in one."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from threading import Lock
from typing import Any

from linter.confined import Limits
from linter.engine import stranger_protocol as protocol
from linter.engine import stranger_work, wire
from linter.engine.compare import Compared, Matches, compare_drafts, result
from linter.engine.judge import JudgedDraft
from linter.engine.run import Progress
from linter.engine.selection import RulesetSelector
from linter.engine.stranger_pool import Pool, closed
from linter.engine.stranger_process import Worker
from linter.engine.stranger_refusals import UNCOMPARED, refusal
from linter.model.draft import Draft
from linter.model.errors import ReportlintError, UnreadableError
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.project.files import require_size


class Batch:
    """The work on the files of one stranger, by one choice of rulesets. To close it ends this work, and
    nobody else's.
    """

    def __init__(
        self,
        pool: Pool,
        selector: RulesetSelector,
        limits: Limits,
        keep_text: bool,
        keep_rules: bool,
        charge: Callable[[int], object],
    ) -> None:
        """`limits` hold for each file; the rest as in `StrangersJudge.batch`."""
        self._pool = pool
        self.selector = selector
        """The rulesets that judge."""
        self._limits = limits
        self._keep_text = keep_text
        self._ready = selector if keep_rules else None
        self._charge = charge
        self._lock = Lock()
        self._closed = False
        self._held: set[Worker] = set()

    def __enter__(self) -> "Batch":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the work at once, from any thread. One that waits for it gets a ReportlintError."""
        with self._lock:
            self._closed = True
            for worker in self._held:
                worker.end()

    def check(self, draft: Draft, compared: Matches = ()) -> FileOutcome:
        """Judge a file. What is wrong with it, breaches of the limits included, is the outcome's `error`.

        `compared` are the matches found by comparing it with others. Raises ReportlintError where this is
        closed, or no process can be started.
        """
        work = partial(stranger_work.outcome, self.selector, draft, compared, self._keep_text)
        try:
            require_size(draft.content(), draft.name)
            found: FileOutcome = self.do(work, FileOutcome, draft.name)
        except UnreadableError as error:
            return FileOutcome(draft.name, "", error.text)
        return found._replace(path=draft.name)

    def check_many(self, drafts: Sequence[Draft], progress: Progress = lambda done, total: None) -> Result:
        """Judge several files, and compare them with each other; each must have a name of its own.

        Raises as `check`.
        """
        judged: list[JudgedDraft] = []
        with _threads(min(self._pool.size, len(drafts))) as threads:
            for each in threads.map(self._judged, drafts):
                judged.append(each)
                progress(len(judged), len(drafts))
            compared, error = self._compared(judged)
            again = threads.map(lambda pair: self.check(drafts[pair[0]], pair[1]), compared.found)
            found = result(judged, compared, list(again), self.selector)
        return found._replace(error=error) if error else found

    def do(self, work: Callable[[], Any], kind: Any, name: str) -> Any:
        """What some work on a file gives, of a type that `wire` knows. All of it must be picklable.

        `name` stands for the file in messages. Raises UnreadableError where the work raises a
        ReportlintError or goes beyond the limits, and what `charge` raises; ReportlintError as `check`.
        """
        task = protocol.Task(pickle.dumps(work), self._limits, self._ready)
        answer = self._pool.ask(pickle.dumps(task), self._limits.wall, self._hold)
        if self._closed:
            raise closed()
        self._charge(len(answer))
        with suppress(ValueError):
            if answer[:1] == protocol.OK:
                return wire.unpack(answer[1:], kind)
            if answer[:1] == protocol.WRONG:
                raise UnreadableError(*wire.unpack(answer[1:], Message))
        raise UnreadableError(*refusal(name, answer, self._limits))

    def _judged(self, draft: Draft) -> JudgedDraft:
        """A file judged, with its passages."""
        work = partial(stranger_work.judged, self.selector, draft, self._keep_text)
        try:
            require_size(draft.content(), draft.name)
            found: stranger_work.Judged = self.do(work, stranger_work.Judged, draft.name)
        except UnreadableError as error:
            return JudgedDraft(FileOutcome(draft.name, "", error.text))
        outcome = found.outcome._replace(path=draft.name)
        if not found.names:
            return JudgedDraft(outcome)
        try:
            choice = self.selector.known_choice(found.names, draft.name)
        except ReportlintError:  # forged
            return JudgedDraft(FileOutcome(draft.name, "", refusal(draft.name, protocol.ENDED, self._limits)))
        return JudgedDraft(outcome, found.passages, choice)

    def _compared(self, judged: Sequence[JudgedDraft]) -> tuple[Compared, Message | None]:
        """What comparing files gives, or why it gives nothing."""
        if sum(any(each.passages) for each in judged) < 2:
            return Compared(), None
        with suppress(UnreadableError):
            found: Compared = self.do(partial(compare_drafts, judged, self.selector), Compared, "")
            if all(0 <= at < len(judged) for at, _ in (*found.found, *found.failed)):
                return found, None
        return Compared(), UNCOMPARED

    @contextmanager
    def _hold(self, worker: Worker) -> Iterator[None]:
        with self._lock:
            if self._closed:
                raise closed()
            self._held.add(worker)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(worker)


@contextmanager
def _threads(count: int) -> Iterator[ThreadPoolExecutor]:
    """So many threads; whoever leaves early waits for none of the work that has not begun."""
    threads = ThreadPoolExecutor(max(1, count))
    try:
        yield threads
    finally:
        threads.shutdown(cancel_futures=True)
