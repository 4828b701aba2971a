"""`reportlint build-page`: the offline page, in which the program runs for people who install nothing."""

import os
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from linter.cli.option_values import language
from linter.cli.options import ForceOption, LangOption
from linter.cli.output import require_free, save, write
from linter.model.errors import ConfigError
from linter.model.message import Message


def build_page(
    output_file: Annotated[
        str, typer.Option("-o", "--output-file", help="写到哪里。 Where to write the page.")
    ] = "reportlint.html",
    ingredients: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="放 Pyodide 和 pdfium 的文件夹；没有的由 npm 和 pip 下载到这里。"
            " Holds Pyodide and pdfium; what is missing is fetched by npm and pip.",
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """生成离线网页：双击打开即可检查，不装软件、不联网。 Make the page that needs no installation."""
    from linter.surfaces.offline.building import build

    require_free(output_file, force)
    spoken = language(lang)
    if ingredients is not None and not os.path.isdir(ingredients):
        raise ConfigError(
            f"{ingredients}：没有这个文件夹，请先建好", f"{ingredients}: no such folder; make it first"
        )
    with TemporaryDirectory() as temporary:
        data = build(ingredients or temporary, spoken).encode()
    save(output_file, data)
    size = f"{len(data) / 1e6:.1f}"
    said = Message(
        f"已写入 {output_file}（{size} MB）：拷给谁，谁双击就能用",
        f"Wrote {output_file} ({size} MB): whoever gets it opens it by a double click",
    )
    write(said.say(spoken) + "\n")
