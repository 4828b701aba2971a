"""`reportlint explain`: the evidence for a section."""

from __future__ import annotations

from typing import Annotated

import typer

from linter.cli.options import (
    ConfigOption,
    IsolatedOption,
    LangOption,
    RulesetOption,
    configured,
    language,
    names,
)
from linter.cli.output import write
from linter.model.errors import guarded
from linter.model.message import Message


def explain(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    section: Annotated[
        list[str] | None, typer.Option(help="章节编号，可多次给出；默认全部。 Section id.")
    ] = None,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    lang: LangOption = None,
) -> None:
    """说明某一章节为什么算有或算缺。 Show why a section counts as present or absent."""
    from linter import readers
    from linter.engine.selection import RulesetSelector, Selection, require_known
    from linter.structure.explanation import explain as explained

    settings = configured(config, isolated, path)
    document = readers.read(path)
    selector = RulesetSelector(Selection(tuple(ruleset or ())), settings)
    parts, chosen = selector.outlined(document)
    prepared = selector.prepared(chosen)
    wanted = names(section)
    require_known(
        "章节", "section", wanted, prepared.ruleset.id, [terms.id for terms in prepared.ruleset.sections]
    )
    with guarded(path, Message("查找章节", "looking for the sections")):
        text = explained(document, parts, prepared.vocabulary, wanted, language(lang, settings))
    write(text)
