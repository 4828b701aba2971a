"""Options that several commands take, and what they mean."""

import os
import shutil
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from linter.project.config import Configs
    from linter.project.settings import Config
    from linter.reporters import View


class Lang(StrEnum):
    """Languages of the output."""

    zh = "zh"
    en = "en"


RulesetOption = Annotated[
    list[str] | None,
    typer.Option(help="规则集标识或文件，可多次给出；默认按标题选。 Ruleset id or file."),
]
ConfigOption = Annotated[str | None, typer.Option(help="所有草稿都用这份配置。 Configuration of all drafts.")]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="不读配置文件。 Ignore configuration files.")
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        help="只用这些规则：标识、通配、检查名或标签。 Only these rules: ids, globs, checks or tags."
    ),
]
IgnoreOption = Annotated[list[str] | None, typer.Option(help="不用这些规则，写法同上。 Not these rules.")]
LangOption = Annotated[Lang | None, typer.Option(help="输出语言（默认 zh）。 Language of the output.")]
AgainstOption = Annotated[
    list[str] | None,
    typer.Option(metavar="PATH", help="与以前的材料对照，可多次给出。 Earlier reports to compare with."),
]


def configured(config: str | None, isolated: bool) -> "Configs":
    """The configurations that `--config` and `--isolated` ask for. Raises ConfigError."""
    from linter.project.config import Configs, load
    from linter.project.settings import Config

    return Configs(Config() if isolated else load(config) if config else None)


def language(lang: Lang | None, config: "Config") -> str:
    """The language of the output: the option, else the configuration, else the default."""
    return lang.value if lang else config.settings.lang or default_language()


def default_language() -> str:
    """The language if no option or configuration gives one: REPORTLINT_LANG, else Chinese."""
    return "en" if os.environ.get("REPORTLINT_LANG") == "en" else "zh"


def width() -> int:
    """Columns of the terminal, at least 40 and at most 120."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))


def view(lang: Lang | None, verbose: bool = False) -> "View":
    """How a command shows its output."""
    from linter.reporters import View

    return View(lang.value if lang else default_language(), width(), verbose=verbose)


def names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Ids given in several options, or in one separated by commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
