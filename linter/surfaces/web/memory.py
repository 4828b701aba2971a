"""The bytes that all visitors together may have here at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from linter.model.errors import ReportlintError, UnreadableError


class FullError(ReportlintError):
    """There is no room for a batch now; `text` says to come again."""


class Share:
    """What one batch has taken of a `Memory`."""

    def __init__(self, memory: "Memory", most: int) -> None:
        """`most` is how many bytes it may take for answers."""
        self._memory = memory
        self._left = most
        self._taken = 0
        self._lock = Lock()
        self._closed = False

    def take(self, size: int) -> None:
        """Take room for an upload. Raises FullError."""
        if not self._take(size):
            raise FullError(
                "服务器正忙，请一两分钟后再试，或分几批提交",
                "the server is busy; try again in a minute or two",
            )

    def charge(self, size: int) -> None:
        """Take room for an answer. Raises UnreadableError, which becomes the error of its file."""
        with self._lock:
            self._left -= size
            fits = self._left >= 0
        if not (fits and self._take(size)):
            raise UnreadableError(
                "这批文件的内容太多，服务器放不下这一份的结果。请分几批提交",
                "the files have more text than the server can hold at once, and this one has no result; "
                "give fewer at a time",
            )

    def close(self) -> None:
        """Give all of it back, and take no more: a thread may still be at work."""
        with self._lock:
            self._closed = True
            self._memory.give(self._taken)

    def _take(self, size: int) -> bool:
        with self._lock:
            if self._closed or not self._memory.take(size):
                return False
            self._taken += size
            return True


class Memory:
    """So many bytes, for threads and tasks alike."""

    def __init__(self, size: int) -> None:
        self._free = size
        self._lock = Lock()

    def take(self, size: int) -> bool:
        """Take room, if there is some."""
        with self._lock:
            if size > self._free:
                return False
            self._free -= size
            return True

    def give(self, size: int) -> None:
        """Give room back."""
        with self._lock:
            self._free += size

    @contextmanager
    def share(self, most: int) -> Iterator[Share]:
        """What one batch takes, given back in the end."""
        share = Share(self, most)
        try:
            yield share
        finally:
            share.close()
