"""`reportlint annotate`: the answer in the file itself."""

from __future__ import annotations

from typing import Annotated

import typer

from linter.cli.options import (
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    LangOption,
    RulesetOption,
    SelectOption,
    configured,
    language,
    names,
)
from linter.cli.output import say, write
from linter.model.errors import BUG


def annotate(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    output_file: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output-file",
            "--output",
            help="写到哪里（默认：原名-批注.docx）。 Where to write the answer.",
        ),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="写进原文件。 Write into the draft itself.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="稳妥的建议写成修订。 Safe fixes as tracked changes.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件。 Overwrite the output.")] = False,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    lang: LangOption = None,
) -> None:
    """把检查结果写成 Word 批注。 Write the findings into a Word file as comments."""
    from linter.engine import annotated
    from linter.engine.selection import RulesetSelector, Selection

    settings = configured(config, isolated, path)
    selector = RulesetSelector(Selection(tuple(ruleset or ()), names(select), names(ignore)), settings)
    told = language(lang, settings)
    done = annotated.run(path, selector, annotated.Target(output_file, in_place, force), suggest, told)
    write("".join(f"{line.say(told)}\n" for line in done.said))
    if done.error:
        say(f"{done.error.say(told)}\n")
        raise typer.Exit(BUG)
