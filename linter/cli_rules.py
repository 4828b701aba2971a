"""The commands of rule authors: test, rule, rulesets, ruleset show, schema."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from linter.errors import FINDINGS, ConfigError
from linter.options import LangOption, view

VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="也列出通过的。 Show what passed, too.")]


def add_to(app: typer.Typer) -> None:
    """Give an application these commands."""
    app.command("test")(run_tests)


def run_tests(
    rulesets: Annotated[
        list[str] | None,
        typer.Argument(help="规则集标识、文件或文件夹；默认为自带的全部。 Ids, files or folders."),
    ] = None,
    verbose: VerboseOption = False,
    lang: LangOption = None,
) -> None:
    """用示例和用例检验规则。 Test rules by their examples and cases."""
    from linter.reporters.ruletest import report
    from linter.ruleset import library, shipped
    from linter.ruletest import run

    found = library()
    names = list(_expanded(rulesets)) if rulesets else shipped(found)
    reports = [run(name, found) for name in names]
    sys.stdout.write(report(reports, view(lang, verbose)))
    raise typer.Exit(0 if all(each.right for each in reports) else FINDINGS)


def _expanded(names: Iterable[str]) -> Iterator[str]:
    """The names, a folder as the rule files in it. Raises ConfigError for one without any."""
    from linter.layers import rule_files

    for name in names:
        if not os.path.isdir(name):
            yield name
            continue
        files = rule_files(name)
        if not files:
            raise ConfigError(f"{name}：文件夹里没有规则文件", f"{name}: no rule files in this folder")
        yield from (os.path.join(name, file) for file in files)
