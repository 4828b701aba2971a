"""The commands of rule authors: test, rule, rulesets, ruleset show, schema."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli.option_values import located, view
from linter.cli.options import LangOption
from linter.cli.output import write
from linter.model.errors import FINDINGS, ConfigError

if TYPE_CHECKING:
    from linter.model.rules import Ruleset
    from linter.ruleset.library import Library

VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="也列出通过的。 Show what passed, too.")]


def run_tests(
    rulesets: Annotated[
        list[str] | None,
        typer.Argument(help="规则集标识、文件或文件夹；默认为自带的全部。 Ids, files or folders."),
    ] = None,
    verbose: VerboseOption = False,
    lang: LangOption = None,
) -> None:
    """用示例和用例检验规则。 Test rules by their examples and cases."""
    from linter.authoring.ruletest import run
    from linter.authoring.testreport import report
    from linter.ruleset.library import library

    found = library()
    names = [located(name) for name in _expanded(rulesets)] if rulesets else found.paths
    reports = [run(name, found) for name in names]
    write(report(reports, view(lang, verbose)))
    raise typer.Exit(0 if all(each.passed for each in reports) else FINDINGS)


def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="规则标识；不写则列出全部。 Id; all when left out.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="逐条解释全部规则。 Explain every rule.")] = False,
    ruleset: Annotated[
        str | None, typer.Option(help="在此规则集中找；默认为自带的和配置里的各集。 The set to look in.")
    ] = None,
    lang: LangOption = None,
) -> None:
    """解释一条规则。 Explain a rule: what, why, source, examples, options."""
    from linter.authoring import about, manual
    from linter.authoring.origins import layers, origins
    from linter.ruleset.library import library, load

    found = library()
    sets = [load(located(ruleset), found)] if ruleset else _every_ruleset(found)
    defined = list(manual.defined_rules(sets))
    if name is None and not every:
        write(about.rules(defined, view(lang)))
        return
    wanted = manual.find_rule(name, defined) if name else defined
    homes = dict.fromkeys(each.ruleset.path for each in wanted)
    places = {path: origins(layers(path, found)) for path in homes}
    pages = (
        about.rule(each, places[each.ruleset.path][("rules", each.rule.id)], view(lang)) for each in wanted
    )
    write("\n".join(pages))


def rulesets(lang: LangOption = None) -> None:
    """列出自带的和配置里的规则集。 List the rulesets of the program and of the configuration."""
    from linter.authoring import about
    from linter.ruleset.library import library

    write(about.rulesets(_every_ruleset(library()), view(lang)))


def show(
    name: Annotated[str, typer.Argument(help="规则集标识或文件。 Id or file.")],
    resolved: Annotated[
        bool, typer.Option("--resolved", help="展开继承，注明每个值的出处。 With all that is inherited.")
    ] = False,
) -> None:
    """打印规则集。 Print a ruleset."""
    from linter.authoring.origins import layers, origins
    from linter.authoring.resolved import resolved as written
    from linter.ruleset.library import library, load

    found = library()
    ruleset = load(located(name), found)
    stack = layers(ruleset.path, found)
    text = (
        written(ruleset, origins(stack), found.words[ruleset.language])
        if resolved
        else stack[-1].data.decode("utf-8-sig")
    )
    write(text)


def schema() -> None:
    """打印规则文件的 JSON Schema。 Print the JSON Schema of rule files."""
    from linter.authoring.reference import schema_text

    write(schema_text())


ruleset = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
ruleset.command()(show)


@ruleset.callback()
def _ruleset() -> None:
    """一个规则集。 One ruleset."""


def _every_ruleset(found: "Library") -> "list[Ruleset]":
    """The rulesets of a library, then those of the configuration. Raises ConfigError, RulesetError."""
    from linter.project.config import Configs
    from linter.ruleset.library import load, load_all

    return [*load_all(found), *(load(path, found) for path in Configs().of(".").own)]


def _expanded(names: Iterable[str]) -> Iterator[str]:
    """The names, a folder as the rule files in it. Raises ConfigError for one without any."""
    from linter.ruleset.layers import rule_files

    for name in names:
        if not os.path.isdir(name):
            yield name
            continue
        files = rule_files(name)
        if not files:
            raise ConfigError(f"{name}：文件夹里没有规则文件", f"{name}: no rule files in this folder")
        yield from (os.path.join(name, file) for file in files)
