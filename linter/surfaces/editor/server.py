"""What an editor asks and tells, each with the function that answers it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from linter import __version__
from linter.surfaces.editor import (
    completion,
    fixes,
    hovers,
    lenses,
    rule_keys,
    settings_keys,
    silencing,
    symbols,
)
from linter.surfaces.editor.documents import Documents
from linter.surfaces.editor.judging import OpenFile
from linter.surfaces.editor.projects import WATCHED
from linter.surfaces.editor.rule_cursor import cursor


def make_server(lang: str | None, default: Callable[[str], str]) -> LanguageServer:
    """A server for one editor, to be started with `start_io`. `lang` and `default` are those of Documents."""
    # With every change the whole text comes: pygls counts vertical tabs and U+2028 as line ends, which
    # editors do not, and would put changes into the wrong place.
    server = LanguageServer("reportlint", __version__, lsp.TextDocumentSyncKind.Full)
    documents = Documents(server, lang, default)
    for name, answer, options in _ANSWERS:
        server.feature(name, options)(partial(answer, documents))

    async def go_to(uri: str, line: int) -> None:  # pygls reads the types of the arguments here
        await _go_to(documents, uri, line)

    server.command(lenses.GO_TO)(go_to)
    return server


# --- what the editor tells ------------------------------------------------------------------------


def _initialize(documents: Documents, params: lsp.InitializeParams) -> None:
    options = params.initialization_options
    lang = options.get("lang") if isinstance(options, dict) else None
    if lang in ("zh", "en") and documents.lang is None:
        documents.lang = lang
    documents.locale = params.locale or documents.locale
    if _supports(params.capabilities, "workspace", "code_lens", "refresh_support"):
        documents.judged = partial(documents.server.workspace_code_lens_refresh, None)


def _initialized(documents: Documents, params: lsp.InitializedParams) -> None:
    """Ask to be told when rule files change outside of the editor."""
    client = documents.server.client_capabilities
    if not _supports(client, "workspace", "did_change_watched_files", "dynamic_registration"):
        return
    watchers = [lsp.FileSystemWatcher(glob) for glob in WATCHED]
    options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = lsp.Registration("watch", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    documents.server.client_register_capability(lsp.RegistrationParams([registration]))


def _supports(capabilities: Any, *names: str) -> bool:
    """Whether the editor declares an ability, by the names that lead to it."""
    for name in names:
        capabilities = getattr(capabilities, name, None)
    return bool(capabilities)


async def _opened(documents: Documents, params: lsp.DidOpenTextDocumentParams) -> None:
    documents.changed(params.text_document.uri, 0)


async def _changed(documents: Documents, params: lsp.DidChangeTextDocumentParams) -> None:
    documents.changed(params.text_document.uri)


async def _saved(documents: Documents, params: lsp.DidSaveTextDocumentParams) -> None:
    opened = documents.now(params.text_document.uri)
    if opened and opened.kind in ("ruleset", "configuration"):
        documents.rules_changed()
    else:
        documents.changed(params.text_document.uri, 0)


async def _closed(documents: Documents, params: lsp.DidCloseTextDocumentParams) -> None:
    documents.closed(params.text_document.uri)


async def _files_changed(documents: Documents, params: lsp.DidChangeWatchedFilesParams) -> None:
    documents.rules_changed()


# --- what the editor asks -------------------------------------------------------------------------


async def _actions(documents: Documents, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    found = await documents.found(params.text_document.uri)
    if found is None:
        return []
    offered = (
        *fixes.actions(found, params.range, params.context),
        *silencing.silences(found, params.range, params.context),
    )
    can_ask = _supports(
        documents.server.client_capabilities, "text_document", "code_action", "resolve_support"
    )
    return [
        action if can_ask or action.edit else await _with_edit(documents, found, action) for action in offered
    ]


async def _resolved(documents: Documents, action: lsp.CodeAction) -> lsp.CodeAction:
    found = await documents.found(str(action.data))
    return await _with_edit(documents, found, action) if found else action


async def _with_edit(documents: Documents, found: OpenFile, action: lsp.CodeAction) -> lsp.CodeAction:
    action.edit = await documents.work(fixes.fix_all, found)
    return action


async def _hover(documents: Documents, params: lsp.HoverParams) -> lsp.Hover | None:
    uri, position = params.text_document.uri, params.position
    opened = documents.now(uri)
    if opened and opened.kind in ("ruleset", "configuration"):
        return _key_hover(opened, position)
    found = await documents.found(uri)
    return hovers.over_finding(found, position) if found else None


def _key_hover(opened: OpenFile, position: lsp.Position) -> lsp.Hover | None:
    lines, line = opened.text.lines, position.line
    before = opened.text.before(position, to_word_end=True)
    if opened.kind == "configuration":
        return hovers.over_key(settings_keys.key_at(lines, line, before), "", opened.lang)
    place = cursor(lines, line, before)
    field = rule_keys.key_at(place, opened.file.source)
    return hovers.over_key(field, place.word, opened.lang)


async def _symbols(documents: Documents, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    found = await documents.found(params.text_document.uri)
    if found is None:
        return []
    return await documents.work(symbols.symbols, found)


async def _lenses(documents: Documents, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    found = await documents.found(params.text_document.uri)
    if found is None:
        return []
    leads = _supports(documents.server.client_capabilities, "window", "show_document", "support")
    return list(lenses.lenses(found, leads))


async def _completion(documents: Documents, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    opened, line = documents.now(params.text_document.uri), params.position.line
    if opened is None:
        return []
    lines, before = opened.text.lines, opened.text.before(params.position)
    match opened.kind:
        case "ruleset":
            return completion.in_rules(lines, line, before, opened.file.source, opened.lang)
        case "configuration":
            return completion.in_configuration(lines, line, before, opened.lang)
    return []


async def _go_to(documents: Documents, uri: str, line: int) -> None:
    """Lead the editor to a line of a file."""
    place = lsp.Position(line, 0)
    await documents.server.window_show_document_async(
        lsp.ShowDocumentParams(uri, take_focus=True, selection=lsp.Range(place, place))
    )


_FIXES = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, fixes.FIX_ALL], resolve_provider=True)
_ANSWERS: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (lsp.INITIALIZE, _initialize, None),
    (lsp.INITIALIZED, _initialized, None),
    (lsp.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (lsp.TEXT_DOCUMENT_DID_SAVE, _saved, None),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, _files_changed, None),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, _actions, _FIXES),
    (lsp.CODE_ACTION_RESOLVE, _resolved, None),
    (lsp.TEXT_DOCUMENT_HOVER, _hover, None),
    (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
    (lsp.TEXT_DOCUMENT_CODE_LENS, _lenses, None),
    (lsp.TEXT_DOCUMENT_COMPLETION, _completion, lsp.CompletionOptions([":", " ", "-", "{", "["])),
)
"""What the editor sends: its name in the protocol, the function, the options that announce it."""
