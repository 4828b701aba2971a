"""The open files: each is judged a moment after its last change, in a thread of its own.

The loop that answers the editor never waits for a judgement, whatever a file holds: only answers that
are about what was found in that file do.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from urllib.parse import unquote

from lsprotocol.types import Diagnostic, PublishDiagnosticsParams
from pygls.lsp.server import LanguageServer

from linter.model.errors import ReportlintError, guarded
from linter.model.message import Message
from linter.surfaces.editor import positions
from linter.surfaces.editor.diagnostics import diagnostics
from linter.surfaces.editor.judging import NOTHING, File, OpenFile, Verdict, judge
from linter.surfaces.editor.projects import Projects

_Result = TypeVar("_Result")

PAUSE = 0.2
"""Seconds without a change after which a file is judged."""


class Documents:
    """The open files of one editor. To be used in the loop of its server alone."""

    def __init__(self, server: LanguageServer, lang: str | None, default: Callable[[str], str]) -> None:
        """`lang` is the language of messages; None for that of the configuration, else what `default` makes
        of the locale."""
        self.server = server
        self.lang = lang
        self.locale = "zh"
        """The language of the editor itself, as `zh-cn`."""
        self._default = default
        self.judged: Callable[[], object] = lambda: None
        """Called after a file was judged."""
        self._projects = Projects()
        self._thread = ThreadPoolExecutor(1, "judge")
        self._found: dict[str, OpenFile] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def changed(self, uri: str, pause: float = PAUSE) -> None:
        """Judge a file after so many seconds, unless it changes before."""
        if before := self._tasks.get(uri):
            before.cancel()
        self._tasks[uri] = asyncio.ensure_future(self._judge(uri, pause))

    def closed(self, uri: str) -> None:
        """Take the marks of a file away."""
        if task := self._tasks.pop(uri, None):
            task.cancel()
        self._found.pop(uri, None)
        self._publish(uri, None, [])

    def rules_changed(self) -> None:
        """Read configurations and rule files anew, and judge every open file by them."""
        self._projects = Projects()
        for uri in list(self._found):
            self.changed(uri, 0)

    async def found(self, uri: str) -> OpenFile | None:
        """What is found in a file as it is now; None for one that is not open."""
        while (task := self._tasks.get(uri)) and not task.done():
            await asyncio.wait([task])
        return self._found.get(uri)

    async def work(self, function: Callable[..., _Result], *arguments: Any) -> _Result:
        """What a function returns that may take long, or judges; called in the thread of judgements."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def now(self, uri: str) -> OpenFile | None:
        """A file as it is now, with nothing found in it; None for one that is not open."""
        document = self.server.workspace.text_documents.get(unquote(uri))
        if document is None:
            return None
        encoding = self.server.workspace.position_encoding
        unit = str(getattr(encoding, "value", encoding) or "utf-16")
        file = File(document.path, document.language_id or "", document.source)
        lang = self._language(NOTHING)
        return OpenFile(uri, file, positions.text(document.source, unit), lang, document.version)

    async def _judge(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        opened = self.now(uri)
        if opened is None:
            return
        verdict = await self.work(judge, opened.file, self._projects)
        found = opened._replace(verdict=verdict, lang=self._language(verdict))
        self._found[uri] = found
        self._publish(uri, found.version, _marks(found))
        self.judged()

    def _language(self, verdict: Verdict) -> str:
        project = verdict.project
        return self.lang or (project.config.settings.lang if project else None) or self._default(self.locale)

    def _publish(self, uri: str, version: int | None, marks: list[Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(PublishDiagnosticsParams(uri, marks, version))


def _marks(found: OpenFile) -> list[Diagnostic]:
    """The marks in a file. Never raises: marks that cannot be made become one that says so."""
    try:
        with guarded(found.file.path, Message("标出位置", "marking places")):
            return list(diagnostics(found))
    except ReportlintError as error:
        return list(diagnostics(found._replace(verdict=Verdict(error=error.text))))
