"""What the options mean that several commands take; loads no Typer."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.model.errors import ConfigError

if TYPE_CHECKING:
    from linter.engine.selection import RulesetSelector
    from linter.project.config import Configs
    from linter.project.settings import Config
    from linter.reporters import View


_COLUMNS = 80


def configured(config: str | None, isolated: bool) -> "Configs":
    """The configurations that `--config` and `--isolated` ask for. Raises ConfigError."""
    from linter.project.config import Configs, load
    from linter.project.settings import Config

    if isolated and config:
        raise ConfigError(
            f"--isolated 表示不读任何配置，不能与 --config {config} 同时使用",
            f"--isolated reads no configuration at all, so it does not go with --config {config}",
        )
    return Configs(Config() if isolated else load(config) if config else None)


def language(lang: str | None, config: "Config | None" = None) -> str:
    """The language of the output: the option, else the configuration, else the default."""
    return lang or (config and config.settings.lang) or default_language()


def default_language(locale: str = "zh") -> str:
    """The language if no option or configuration gives one: REPORTLINT_LANG, else Chinese where an editor's
    `locale` is, as `zh-cn`, else English."""
    said = os.environ.get("REPORTLINT_LANG")
    if said in ("zh", "en"):
        return said
    return "zh" if locale.lower().startswith("zh") else "en"


def width() -> int:
    """Columns of the terminal, within what a report adapts to; 80 where there is none."""
    if not (sys.stdout.isatty() or os.environ.get("COLUMNS")):  # noqa: TID251 - asks
        return _COLUMNS
    import shutil

    from linter.reporters import NARROWEST, WIDEST

    return max(NARROWEST, min(shutil.get_terminal_size((_COLUMNS, 24)).columns, WIDEST))


def view(lang: str | None, verbose: bool = False) -> "View":
    """How a command shows its output."""
    from linter.reporters import View

    return View(language(lang), width(), verbose=verbose)


def selector(
    configs: "Configs",
    ruleset: Iterable[str] | None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> "RulesetSelector":
    """What chooses rulesets and their rules, by `--ruleset`, `--select` and `--ignore`.

    Raises RulesetError, ConfigError.
    """
    from linter.engine.selection import RulesetSelector, Selection

    return RulesetSelector(Selection(tuple(ruleset or ()), names(select), names(ignore)), configs)


def names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Ids given in several options, or in one separated by commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def located(name: str) -> str:
    """The ruleset that a name means, for `library.load`: of an own rule file that has it as its id the path.

    Raises ConfigError, RulesetError: the configuration or an own file has mistakes.
    """
    from linter.engine.loaded_rulesets import LoadedRulesets
    from linter.project.config import Configs

    return LoadedRulesets({}, files=True).own_path(name, Configs().of("."))
