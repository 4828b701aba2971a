"""`reportlint annotate`: the answer in the file itself."""

from typing import Annotated

import typer

from linter.commands.options import LangOption, default_language, names
from linter.commands.output import write


def annotate(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="写到哪里（默认：原名-批注.docx）。 Where to write the answer."),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="写进原文件。 Write into the draft itself.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="稳妥的建议写成修订。 Safe fixes as tracked changes.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件。 Overwrite the output.")] = False,
    ruleset: Annotated[
        list[str] | None, typer.Option(help="规则集标识或文件，可多次给出。 Ruleset id or file.")
    ] = None,
    config: Annotated[str | None, typer.Option(help="配置文件。 Configuration file.")] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="不读配置文件。 Ignore configuration files.")
    ] = False,
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则。 Only these rules.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。 Not these rules.")] = None,
    lang: LangOption = None,
) -> None:
    """把检查结果写成 Word 批注。 Write the findings into a Word file as comments."""
    from linter import config as configuration
    from linter.annotate import answer
    from linter.run import Bench, Wish

    settings = configuration.Config() if isolated else configuration.load(config, path)
    bench = Bench(Wish(tuple(ruleset or ()), names(select), names(ignore)), settings)
    language = lang.value if lang else settings.settings.lang or default_language()
    said = answer.run(path, bench, answer.Target(output, in_place, force), suggest, language)
    write("".join(f"{line.en if language == 'en' else line.zh}\n" for line in said))
