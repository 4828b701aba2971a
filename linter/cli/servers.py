"""`reportlint server` and `reportlint mcp`: for editors and assistants, over standard input and output."""

from linter.cli.options import LangOption, default_language


def server(lang: LangOption = None) -> None:
    """供编辑器使用的语言服务器。 The language server, for editors."""
    from linter.surfaces.extras import require

    require("pygls", "server")
    from linter.cli import interrupt
    from linter.surfaces.editor.server import make_server

    make_server(lang.value if lang else None, default_language()).start_io()
    if interrupt.interrupted():  # pygls keeps it to itself
        raise KeyboardInterrupt
