"""`reportlint serve`, for browsers; `server` and `mcp`, for editors and assistants, over standard streams."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli.option_values import default_language, language
from linter.cli.options import LangOption, RulesetOption
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.surfaces.web.server import Listening


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="端口，0 为任选。 The port, 0 for any.")] = 8765,
    host: Annotated[
        str,
        typer.Option(help="服务地址；供其他电脑使用时填 0.0.0.0。 The address; 0.0.0.0 for a network."),
    ] = "127.0.0.1",
    open_page: Annotated[
        bool, typer.Option("--open", help="同时在浏览器中打开。 Open it in the browser, too.")
    ] = False,
    lang: LangOption = None,
) -> None:
    """在浏览器里检查文件的本机网页。 A page on this machine for checking files in a browser."""
    from linter.extras import require

    require("starlette", "web")
    require("uvicorn", "web")
    from linter.cli.output import write
    from linter.surfaces.web import server

    chosen = language(lang)
    listening = server.listen(host, port)
    write(_served(listening).say(chosen))
    if open_page:
        _open(listening.url)
    server.serve(listening, chosen)


def _open(url: str) -> None:
    """Have the browser ask for the page: it waits for its answer until the server is at work."""
    import webbrowser
    from threading import Thread

    # A browser in the terminal holds up whoever starts it; one that cannot be started is no reason to stop.
    Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _served(listening: "Listening") -> Message:
    zh, en = f"请在浏览器中打开：{listening.url}\n", f"Open in a browser: {listening.url}\n"
    if listening.address.token:
        zh += "网络中知道这个地址的人都能使用；每次启动，地址都不同。\n"
        en += "Whoever in the network knows this address can use it; it is another one at every start.\n"
    zh += "文件只在内存中检查，不写入磁盘。按 Ctrl-C 停止。\n"
    en += "Files are judged in memory and never written to disk. Ctrl-C stops it.\n"
    return Message(zh, en)


def server(
    lang: LangOption = None,
    stdio: Annotated[
        bool, typer.Option("--stdio", help="用标准输入输出，本来如此。 Over standard streams, as always.")
    ] = False,
    client_process_id: Annotated[int | None, typer.Option("--clientProcessId", hidden=True)] = None,
) -> None:
    """供编辑器使用的语言服务器。 The language server, for editors."""
    del stdio, client_process_id  # the protocol has editors add them, whoever they start
    from linter.extras import require

    require("pygls", "server")
    from linter.cli import interrupt
    from linter.surfaces.editor.server import make_server

    _hide_tracebacks("pygls")
    interrupt.watch_waiting()
    make_server(lang, default_language).start_io()
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
    from linter.cli import interrupt
    from linter.model.rules import Ruleset
    from linter.ruleset.library import library, load
    from linter.schema.file_names import is_path
    from linter.surfaces.assistant import reading
    from linter.surfaces.assistant.checking import Checker
    from linter.surfaces.assistant.rules import Rules
    from linter.surfaces.assistant.server import make_server

    _hide_tracebacks("asyncio")  # of Ctrl-C, where it comes amid its work
    interrupt.watch_waiting()
    found = library()
    named = [load(name, found) if is_path(name) else name for name in ruleset or ()]
    own = [each for each in named if isinstance(each, Ruleset)]
    with Checker(named, reading.folder(folder) if folder else None) as checker:
        make_server(checker, Rules(own), language(lang)).run()


def _hide_tracebacks(logger: str) -> None:
    """Let a library write no tracebacks to the log of an editor or assistant."""
    if not os.environ.get("REPORTLINT_DEBUG"):
        import logging

        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
