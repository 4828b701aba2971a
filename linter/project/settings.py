"""The keys of the configuration, as `reportlint.toml` and `[tool.reportlint]` hold them.

A string may stand for a list of one string.
"""

from typing import Annotated, Any, Literal, NamedTuple

from linter.model.levels import Level, LevelOrOff
from linter.schema.types import Doc, Key, SourceNode

Several = str | tuple[str, ...]


class PathRules(NamedTuple):
    """Files that are judged by another ruleset, or are about another period."""

    match: Annotated[Several, Doc("文件的通配", "globs of the files")]
    ruleset: Annotated[Several, Doc("所用的规则集", "rulesets to judge them by")] = ()
    period: Annotated[str, Doc("报告期，写法同上", "the period that they are about, written as above")] = ""


class RuleSettings(NamedTuple):
    """Another level or other options of some rules, in all files or in some."""

    node: Annotated[Any, SourceNode]
    rule: Annotated[
        Several,
        Doc(
            "规则：标识、通配（leftover-*）、检查名或标签",
            "the rules: ids, globs (leftover-*), names of checks or tags",
        ),
    ]
    match: Annotated[Several, Doc("文件的通配；不写为全部", "globs of the files; all when left out")] = ()
    level: Annotated[
        LevelOrOff | None,
        Doc("级别：error、warning、info，或 off 停用", "level: error, warning, info, or off"),
    ] = None
    options: Annotated[
        Any,
        Key("with"),
        Doc("检查的选项，同规则文件的 with", "options of the check, as under with: of a rule file"),
    ] = None


class Settings(NamedTuple):
    """The keys of the file."""

    ruleset: Annotated[
        Several,
        Doc(
            "规则集：标识或路径；不写为 auto，按标题选用",
            "rulesets: ids or paths; auto, by the title, when left out",
        ),
    ] = ()
    select: Annotated[
        Several,
        Doc(
            "只用这些规则：标识、通配（leftover-*）、检查名或标签",
            "rules to use, no others: ids, globs (leftover-*), names of checks or tags",
        ),
    ] = ()
    ignore: Annotated[
        Several, Doc("不用这些规则，写法同 select", "rules not to use, written as in select")
    ] = ()
    fail_on: Annotated[
        Literal[Level, "never"] | None,
        Key("fail-on"),
        Doc("达到此级别即失败", "the mildest level that fails"),
    ] = None
    lang: Annotated[Literal["zh", "en"] | None, Doc("输出语言", "language of the output")] = None
    exclude: Annotated[
        Several,
        Doc(
            "不检查的文件的通配，直接点名的也不检查",
            "globs of files not to check, even when named",
        ),
    ] = ()
    period: Annotated[
        str,
        Doc(
            "报告期：2026、2026H1、2026Q3 或 2026-05",
            "the period that reports are about: 2026, 2026H1, 2026Q3 or 2026-05",
        ),
    ] = ""
    units: Annotated[
        Several,
        Doc(
            "应交报告的单位，别名写在 | 后面：组织部|组织科；没有交的会点名",
            "the units that are to hand in a report, other names of one behind |: the missing ones are named",
        ),
    ] = ()
    paths: Annotated[
        tuple[PathRules, ...], Doc("按路径另选规则集或报告期", "rulesets and periods by path")
    ] = ()
    rulesets: Annotated[
        Several,
        Doc(
            "自己的规则文件的通配：与自带的一起，由 auto 按 applies_to 选用，也可用 id 点名",
            "globs of own rule files: auto chooses from them, too, by their applies_to, "
            "and their ids may be named",
        ),
    ] = ()
    rules: Annotated[
        tuple[RuleSettings, ...],
        Doc("按规则和路径另定级别和选项，后面的优先", "levels and options by rule and path; later ones win"),
    ] = ()


class Config(NamedTuple):
    """The configuration in force for some files."""

    settings: Settings = Settings()
    folder: str = "."
    """The folder that globs and paths of rulesets are relative to."""
    path: str | None = None
    """The file; None when there is none."""
    own: tuple[str, ...] = ()
    """The rule files that `rulesets` names."""

    @property
    def ruleset_names(self) -> tuple[str, ...]:
        """Every ruleset that it names for its files: ids, and paths from its folder."""
        by_path = (name for each in self.settings.paths for name in each.ruleset)
        return (*self.settings.ruleset, *by_path)

    @property
    def rule_names(self) -> tuple[str, ...]:
        """Every name of rules in it."""
        of_rules = (name for each in self.settings.rules for name in each.rule)
        return (*self.settings.select, *self.settings.ignore, *of_rules)
