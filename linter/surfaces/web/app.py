"""Which address does what: `/` is the page, `/check` and `/annotate` take files.

Their answer is a stream, so that a visitor sees how far it is: lines of JSON, `{"progress": [done, total]}`
while files are judged, at last `{"page": …}`; or `{"file": name}` and behind it the bytes of the file; or
`{"error": {"zh": …, "en": …}}`. When he leaves, the work for him ends.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message as Event
from starlette.types import Receive, Scope, Send

from linter.engine.stranger_batch import Batch
from linter.model.errors import ReportlintError, RulesetError, guarded
from linter.model.message import Message
from linter.reporters.html import policy_of
from linter.surfaces.web.bounds import Bounds
from linter.surfaces.web.memory import FullError, Memory
from linter.surfaces.web.upload import Upload, UploadError, receive
from linter.surfaces.web.visits import Visits

_PIECE = 1 << 16
"""Bytes that are sent at once: a slow reader is told by one that he does not take."""
_LINGER = 2
"""Seconds for which the rest of a refused upload is read: some browsers show no answer before all is sent."""
_WORK = Message("检查提交的文件", "judging the files that were sent")

Tell = Callable[[bytes], object]
"""Sends a piece of an answer."""


class Desk:
    """Takes what visitors send, a batch in a thread of its own."""

    def __init__(self, visits: Visits, bounds: Bounds) -> None:
        self._visits = visits
        self._bounds = bounds
        self._memory = Memory(bounds.memory)
        self._threads = ThreadPoolExecutor(bounds.at_once, "batch")

    async def check(self, request: Request) -> Response:
        """Judge the files of a request."""

        def work(upload: Upload, batch: Batch, tell: Tell) -> None:
            def progress(done: int, total: int) -> None:
                tell(_line("progress", [done, total]))

            page = self._visits.check(upload, batch, progress)
            tell(b'{"page":' + page.rstrip() + b"}\n")

        return await self._answer(request, work)

    async def annotate(self, request: Request) -> Response:
        """Write comments into the file of a request."""

        def work(upload: Upload, batch: Batch, tell: Tell) -> None:
            name, data = self._visits.annotate(upload, batch)
            tell(_line("file", name) + data)

        return await self._answer(request, work)

    async def _answer(self, request: Request, work: Callable[[Upload, Batch, Tell], None]) -> Response:
        """What some work makes of a request. Raises UploadError, FullError, RulesetError before it begins."""
        loop = asyncio.get_running_loop()
        with ExitStack() as held:
            share = held.enter_context(self._memory.share(self._bounds.answer))
            stream = request.stream()
            try:
                upload = await receive(stream, self._bounds, share)
            except ReportlintError:
                await _linger(stream)
                raise
            make = self._visits.batch
            batch = held.enter_context(await loop.run_in_executor(self._threads, make, upload, share))
            pieces: asyncio.Queue[bytes] = asyncio.Queue()

            def tell(piece: bytes) -> None:
                with suppress(RuntimeError):  # the server has ended
                    loop.call_soon_threadsafe(pieces.put_nowait, piece)

            self._threads.submit(_done, work, upload, batch, tell)
            return _Stream(_pieces(pieces), held.pop_all(), self._bounds.silence)

    def close(self) -> None:
        """Begin nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def application(desk: Desk, page: str) -> Starlette:
    """The application: a page, and a desk that takes files."""

    headers = {"content-security-policy": f"{policy_of(page)}; frame-ancestors 'none'"}

    async def show(_: Request) -> Response:
        return HTMLResponse(page, headers=headers)

    return Starlette(
        routes=[
            Route("/", show),
            Route("/check", desk.check, methods=["POST"]),
            Route("/annotate", desk.annotate, methods=["POST"]),
        ],
        exception_handlers={ReportlintError: _refused, Exception: _failed},
    )


def _done(work: Callable[[Upload, Batch, Tell], None], upload: Upload, batch: Batch, tell: Tell) -> None:
    """Do some work; whatever becomes of it is told, and then the end."""
    try:
        with guarded("", _WORK):
            work(upload, batch, tell)
    except ReportlintError as error:
        tell(_line("error", error.text._asdict()))
    finally:
        tell(b"")


async def _pieces(told: asyncio.Queue[bytes]) -> AsyncIterator[bytes]:
    while piece := await told.get():
        for at in range(0, len(piece), _PIECE):
            yield piece[at : at + _PIECE]


async def _linger(stream: AsyncIterator[bytes]) -> None:
    with suppress(Exception):
        async with asyncio.timeout(_LINGER):
            async for _ in stream:
                pass


class _Stream(StreamingResponse):
    """An answer that holds something until it is sent, or nobody takes it any more."""

    def __init__(self, pieces: AsyncIterator[bytes], held: ExitStack, silence: float) -> None:
        super().__init__(pieces, media_type="application/x-ndjson")
        self._held = held
        self._silence = silence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def timed(event: Event) -> None:
            async with asyncio.timeout(self._silence):
                await send(event)

        with self._held:
            await super().__call__(scope, receive, timed)


def _line(key: str, value: Any) -> bytes:
    return json.dumps({key: value}, separators=(",", ":")).encode() + b"\n"


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, ReportlintError)
    code = error.code if isinstance(error, UploadError) else _CODES.get(type(error), 500)
    return Response(_line("error", error.text._asdict()), code, media_type="application/x-ndjson")


_CODES: dict[type, int] = {FullError: 503, RulesetError: 422}


async def _failed(_: Request, error: Exception) -> Response:
    text = Message(
        f"服务器自身出错（{type(error).__name__}），请再试一次，并把这句话反馈给开发者",
        f"a fault of the server ({type(error).__name__}); try again, and report this to the developers",
    )
    return Response(_line("error", text._asdict()), 500, media_type="application/x-ndjson")
