"""`reportlint server` and `reportlint mcp`: for editors and assistants, over standard input and output."""

import os
from typing import Annotated

import typer

from linter.cli.options import LangOption, RulesetOption, default_language


def server(lang: LangOption = None) -> None:
    """供编辑器使用的语言服务器。 The language server, for editors."""
    from linter.extras import require

    require("pygls", "server")
    import logging

    from linter.cli import interrupt
    from linter.surfaces.editor.server import make_server

    if not os.environ.get("REPORTLINT_DEBUG"):  # pygls writes tracebacks to the editor's log
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    make_server(lang.value if lang else None, default_language()).start_io()
    if interrupt.interrupted():  # pygls keeps it to itself
        raise KeyboardInterrupt


def mcp(
    folder: Annotated[
        str | None,
        typer.Option(help="可按路径读取的文件夹；默认不读文件。 The folder whose files may be named."),
    ] = None,
    ruleset: RulesetOption = None,
    lang: LangOption = None,
) -> None:
    """供智能助手使用的 MCP 服务器。 The MCP server, for assistants."""
    from linter.extras import require

    require("mcp", "mcp")
    from linter.model.rules import Ruleset
    from linter.ruleset.library import library, load
    from linter.schema.file_names import is_path
    from linter.surfaces.assistant import reading
    from linter.surfaces.assistant.checking import Checker
    from linter.surfaces.assistant.rules import Rules
    from linter.surfaces.assistant.server import make_server

    found = library()
    named = [load(name, found) if is_path(name) else name for name in ruleset or ()]
    own = [each for each in named if isinstance(each, Ruleset)]
    with Checker(named, reading.folder(folder) if folder else None) as checker:
        make_server(checker, Rules(own), lang.value if lang else default_language()).run()
