"""A few things that many threads want, given out in turn: who has just had one waits behind all others.

The queues of the standard library give what comes back to whoever asks first, which is the thread that gave
it back: a long batch would keep its workers.
"""

from collections import deque
from queue import SimpleQueue
from threading import Lock
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Turns(Generic[Thing]):
    """Some things, each for one thread at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: list[Thing] = []
        self._waiting: deque[SimpleQueue[Thing]] = deque()

    def get(self) -> Thing:
        """The one that was put last, or the next that comes, for who waits longest."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            turn: SimpleQueue[Thing] = SimpleQueue()
            self._waiting.append(turn)
        try:
            return turn.get()
        except BaseException:  # Ctrl-C
            self._leave(turn)
            raise

    def put(self, thing: Thing) -> None:
        """Give one to who waits longest."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().put(thing)
            else:
                self._idle.append(thing)

    def _leave(self, turn: "SimpleQueue[Thing]") -> None:
        """Wait no longer, and pass on what has come meanwhile."""
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return
        self.put(turn.get())
