"""An editor that drives the language server: a real client, another process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities

from tests.support.program import environment


class Editor:
    """One editor with a folder open."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.shown: list[lsp.ShowDocumentParams] = []
        self.watched: list[lsp.Registration] = []
        self.refreshed = 0
        self._versions: dict[str, int] = {}
        self._marks: dict[str, list[lsp.Diagnostic]] = {}
        self._published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _marked(params: lsp.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def _registered(params: lsp.RegistrationParams) -> None:
            self.watched += params.registrations

        @client.feature(lsp.WORKSPACE_CODE_LENS_REFRESH)
        def _refresh(params: None) -> None:
            self.refreshed += 1

        @client.feature(lsp.WINDOW_SHOW_DOCUMENT)
        def _show(params: lsp.ShowDocumentParams) -> lsp.ShowDocumentResult:
            self.shown.append(params)
            return lsp.ShowDocumentResult(True)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "plaintext") -> list[lsp.Diagnostic]:
        """Open a file; gives its marks."""
        item = lsp.TextDocumentItem(self.uri(name), language, 1, text)
        self._versions[name] = 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.marks(name)

    def type(self, name: str, text: str) -> None:
        """Change the whole text of a file."""
        self._versions[name] += 1
        which = lsp.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, [whole]))

    async def marks(self, name: str) -> list[lsp.Diagnostic]:
        """The marks of the newest version of a file, when they come."""
        while True:
            got = await asyncio.wait_for(self._published.get(), 60)
            if got.uri == self.uri(name) and got.version in (self._versions.get(name), None):
                self._marks[name] = list(got.diagnostics)
                return self._marks[name]

    async def close(self, name: str) -> list[lsp.Diagnostic]:
        """Close a file; gives the marks that are left."""
        del self._versions[name]
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.which(name)))
        return await self.marks(name)

    def which(self, name: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(name))

    async def actions(
        self, name: str, span: lsp.Range, only: list[str] | None = None
    ) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext(self._marks.get(name, []), only)
        params = lsp.CodeActionParams(self.which(name), span, context)
        return list(await self.client.text_document_code_action_async(params) or [])

    async def hover(self, name: str, line: int, character: int) -> str:
        params = lsp.HoverParams(self.which(name), lsp.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found else ""

    async def completed(self, name: str, line: int, character: int) -> list[str]:
        params = lsp.CompletionParams(self.which(name), lsp.Position(line, character))
        return [each.label for each in await self.client.text_document_completion_async(params) or []]


@asynccontextmanager
async def editor(
    folder: Path,
    *arguments: str,
    encodings: list[str] | None = None,
    options: Any = None,
    locale: str | None = None,
) -> AsyncIterator[Editor]:
    """An editor whose server runs until the end of the context."""
    client = LanguageClient(converter_factory=default_converter)
    opened = Editor(client, folder)
    await client.start_io(sys.executable, "-m", "linter", "server", *arguments, env=environment())
    able = client_capabilities("visual-studio-code")
    if encodings:
        able.general.position_encodings = encodings
    params = lsp.InitializeParams(
        able, locale=locale, root_uri=folder.as_uri(), initialization_options=options
    )
    await client.initialize_session(params)
    yield opened
    await client.shutdown_session()
    await client.stop()
