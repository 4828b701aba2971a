"""`reportlint explain`: the evidence for a section."""

from typing import Annotated

import typer

from linter.cli.option_values import configured, language, names, selector
from linter.cli.options import ConfigOption, IsolatedOption, LangOption, RulesetOption
from linter.cli.output import write


def explain(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    section: Annotated[
        list[str] | None, typer.Option(help="部分的标识，可多次给出；默认全部。 Section id.")
    ] = None,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    lang: LangOption = None,
) -> None:
    """说明某一部分为什么算有或算缺。 Show why a section counts as present or absent."""
    from linter import api
    from linter.project.files import load

    configs = configured(config, isolated)
    chosen = selector(configs, ruleset)
    chosen.require_sound([path])
    output_lang = language(lang, configs.of(path))
    write(api.explain(load(path), path, chosen, sections=names(section), lang=output_lang))
