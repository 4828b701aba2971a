"""The project's configuration: `reportlint.toml`.

It is looked for in the folder of what is checked and upwards, up to the folder that holds `.git`
or the root of the file system; the first one found is the whole configuration. Globs and paths
in it are relative to its folder. Without such a file nothing of TOML is loaded.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

from linter import bounded
from linter.model.errors import ConfigError, Problem, reason
from linter.model.levels import Level
from linter.model.message import Message
from linter.schema.types import Doc, Key
from linter.text import patterns

NAME = "reportlint.toml"
MAX_BYTES = 1 << 20
"""A larger configuration is refused unread."""


class PathRules(NamedTuple):
    """Files that are judged by another ruleset, or are about another period."""

    match: Annotated[str | tuple[str, ...], Doc("文件的通配", "globs of the files")]
    ruleset: Annotated[str | tuple[str, ...], Doc("所用的规则集", "rulesets to judge them by")] = ()
    period: Annotated[str, Doc("报告期，写法同上", "the period that they are about, written as above")] = ""


class Settings(NamedTuple):
    """The keys of the file. A string may stand for a list of one string."""

    ruleset: Annotated[str | tuple[str, ...], Doc("规则集：标识或路径", "rulesets: ids or paths")] = ()
    select: Annotated[str | tuple[str, ...], Doc("只用这些规则", "rules to use, no others")] = ()
    ignore: Annotated[str | tuple[str, ...], Doc("不用这些规则", "rules not to use")] = ()
    fail_on: Annotated[
        Literal[Level, "never"] | None,
        Key("fail-on"),
        Doc("达到此级别即失败", "the mildest level that fails"),
    ] = None
    lang: Annotated[Literal["zh", "en"] | None, Doc("输出语言", "language of the output")] = None
    exclude: Annotated[str | tuple[str, ...], Doc("不检查的文件", "globs of files not to check")] = ()
    period: Annotated[
        str,
        Doc(
            "报告期：2026、2026H1、2026Q3 或 2026-05",
            "the period that reports are about: 2026, 2026H1, 2026Q3 or 2026-05",
        ),
    ] = ""
    paths: Annotated[
        tuple[PathRules, ...], Doc("按路径另选规则集或报告期", "rulesets and periods by path")
    ] = ()


class Config(NamedTuple):
    """The configuration in force."""

    settings: Settings = Settings()
    folder: str = "."
    """The folder that globs and paths of rulesets are relative to."""
    path: str | None = None
    """The file; None when there is none."""


def load(path: str | None, start: str) -> Config:
    """The configuration of `path`, or of the file found upwards from `start` (a file or folder).

    Raises ConfigError with every problem in the file.
    """
    found = path or find(start)
    if found is None:
        return Config()
    try:
        data = bounded.read(found, MAX_BYTES)
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法读取配置 {found}：{why.zh}", f"cannot read {found}: {why.en}") from None
    return Config(parse(data, found), os.path.dirname(found) or ".", found)


def find(start: str) -> str | None:
    """The nearest configuration file at or above a file or folder, within its repository.

    Raises ConfigError: the working directory is gone.
    """
    try:
        folder = os.path.abspath(start)
    except FileNotFoundError:
        raise ConfigError(
            "当前文件夹已被删除，请换一个文件夹再运行",
            "the working directory has been deleted; change to another one",
        ) from None
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def ruleset_for(config: Config, path: str) -> tuple[str, ...]:
    """The rulesets that a file is judged by: of the last `[[paths]]` that fits it and names some, or the
    general ones. Empty when the configuration names none.
    """
    named = [each.ruleset for each in _fitting(config, path) if each.ruleset]
    return tuple(named[-1] if named else config.settings.ruleset)


def period_for(config: Config, path: str) -> str:
    """The period that a file must be about: of the last `[[paths]]` that fits it and names one, or the
    general one. Empty when the configuration names none.
    """
    named = [each.period for each in _fitting(config, path) if each.period]
    return named[-1] if named else config.settings.period


def _fitting(config: Config, path: str) -> list[PathRules]:
    """The `[[paths]]` that fit a file, in their order."""
    return [each for each in config.settings.paths if fits(each.match, config.folder, path)]


def excluded(config: Config, path: str) -> bool:
    """Whether `exclude` leaves a file or folder out."""
    return fits(config.settings.exclude, config.folder, path)


def fits(globs: Iterable[str], folder: str, path: str) -> bool:
    """Whether a path fits globs relative to a folder: the last glob that matches it decides, `!` excludes."""
    try:
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(folder)).replace(os.sep, "/")
    except ValueError:  # on another drive of Windows
        return False
    # The engine takes no names that are not UTF-8.
    relative = relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    verdict = False
    for glob in globs if not relative.startswith("../") else ():
        if _compiled(glob.removeprefix("!")).fullmatch(relative):
            verdict = not glob.startswith("!")
    return verdict


@cache
def _compiled(glob: str) -> Any:
    """A glob as a pattern of the linear engine: no configuration can hang the program.

    Raises PatternError.
    """
    return patterns.compile(translate(glob))


def translate(glob: str) -> str:
    """A regular expression for a glob as in `.gitignore`.

    `*` and `?` stay within a folder, `**` does not; a glob without `/` (but at its end) fits at any
    depth; one that names a folder fits everything in it.
    """
    body = glob.strip("/")
    anchored = "/" in glob.rstrip("/")
    tokens = re.split(r"(\*\*/|/\*\*$|\*|\?|\[!?\]?[^\]]{0,1000}\])", body)
    expression = "".join(_GLOB.get(token) or _literal(token) for token in tokens)
    return ("" if anchored else "(?:.*/)?") + expression + ("/.*" if glob.endswith("/") else "(?:/.*)?")


_GLOB = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def _literal(token: str) -> str:
    if token.startswith("[") and token.endswith("]"):
        # A class holds characters and ranges only; what else a regular expression knows there is literal.
        inside = re.sub(r"[\\\[&|~]|-(?=-)", r"\\\g<0>", token[1:-1])
        return f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(token)


# --- reading ----------------------------------------------------------------------------------


def parse(data: bytes, path: str) -> Settings:
    """The settings in the content of a configuration that `path` stands for.

    Raises ConfigError with every problem in it.
    """
    import tomllib

    from linter.schema.validate import ProblemLog, problems_error, read

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        places = _places(text)
        tree = _node(tomllib.loads(text), (), places, (1, 1))
    except UnicodeDecodeError:
        raise ConfigError(f"{path}：不是 UTF-8 文本", f"{path}: not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        reason, line, column = _syntax(str(error), text)
        problem = Problem(path, line, column, f"TOML 语法错误：{reason}", f"not valid TOML: {reason}")
        raise problems_error([problem], ConfigError) from None
    except RecursionError:
        problem = Problem(path, 1, 1, "括号或键嵌套太深", "brackets or keys are nested too deeply")
        raise problems_error([problem], ConfigError) from None
    except ValueError:
        problem = Problem(path, *_long_number(text), "数字太长", "the number is too long")
        raise problems_error([problem], ConfigError) from None
    log = ProblemLog(path)
    settings: Settings = read(tree, Settings, "配置", log)
    problems = log.problems or [
        Problem(path, *places.get(key, (1, 1)), *message)
        for key, message in (*_bad_globs(settings), *_bad_periods(settings), *_idle_paths(settings))
    ]
    if problems:
        raise problems_error(problems, ConfigError)
    return settings


_KeyPath = tuple[Any, ...]
"""The keys that lead to a value of the file, from the outermost one."""


def _bad_globs(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """What is wrong with invalid globs, such as `[z-a]`, by key."""
    holders: list[tuple[_KeyPath, Iterable[str]]] = [(("exclude",), settings.exclude)]
    holders += [(("paths", index, "match"), each.match) for index, each in enumerate(settings.paths)]
    for key, globs in holders:
        for glob in globs:
            try:
                _compiled(glob.removeprefix("!"))
            except patterns.PatternError as error:
                yield key, Message(f"通配“{glob}”不成立：{error}", f"bad glob '{glob}': {error}")


def _bad_periods(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """What is wrong with periods that are not written as they must be, by key."""
    from linter.text.year_parts import parse

    holders: list[tuple[_KeyPath, str]] = [(("period",), settings.period)]
    holders += [(("paths", index, "period"), each.period) for index, each in enumerate(settings.paths)]
    for key, period in holders:
        if period and not parse(period):
            yield (
                key,
                Message(
                    f"“{period}”不是报告期，请写成 2026、2026H1、2026Q3 或 2026-05",
                    f"'{period}' is no period: write 2026, 2026H1, 2026Q3 or 2026-05",
                ),
            )


def _idle_paths(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """Tables `[[paths]]` that change nothing, by key."""
    for index, each in enumerate(settings.paths):
        if not each.ruleset and not each.period:
            yield (
                ("paths", index),
                Message("缺少 ruleset 或 period，至少写一个", "'ruleset' or 'period' is missing: write one"),
            )


def _long_number(text: str) -> tuple[int, int]:
    """The line and column of the longest number: Python reads none of more than some 4,000 digits."""
    found = max(re.finditer(r"[0-9_]+", text), key=lambda number: len(number[0]))
    return text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())


def _syntax(message: str, text: str) -> tuple[str, int, int]:
    """The reason and the place in a message of tomllib, which has no attributes for them before 3.14."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    if not found or not found[2]:
        return (found[1] if found else message), text.count("\n") + 1, len(text) - text.rfind("\n")
    return found[1], int(found[2]), int(found[3])


_Place = tuple[int, int]
_LINE = (
    r"[ \t]*(?:\[\[([^\]]+)\]\]|\[([^\]]+)\]"
    r"|([\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=)"
)


def _places(text: str) -> dict[tuple[Any, ...], _Place]:
    """Lines and columns (1-based) of the keys of a TOML text, by path; tomllib does not give them."""
    places: dict[tuple[Any, ...], _Place] = {}
    table: tuple[Any, ...] = ()
    counts: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(_LINE, line)
        if not found:
            continue
        column = len(line) - len(line.lstrip()) + 1
        name = next(group for group in found.groups() if group is not None).strip(" \t").strip("\"'")
        if found[1]:
            places.setdefault((name,), (number, column))
            table = (name, counts[name])
            counts[name] += 1
        elif found[2]:
            table = (name,)
        places.setdefault(table if not found[3] else (*table, name), (number, column))
    return places


def _node(value: Any, path: tuple[Any, ...], places: dict[tuple[Any, ...], _Place], near: _Place) -> Any:
    """A TOML value as a tree of nodes for `linter.schema.validate.read`."""
    from linter.schema.yaml_tree import Listing, Mapping, Scalar

    place = places.get(path, near)
    if isinstance(value, dict):
        return Mapping(*place, list(_pairs(value, path, places, place)))
    if isinstance(value, list):
        return Listing(*place, [_node(each, (*path, i), places, place) for i, each in enumerate(value)])
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(*place, text, not isinstance(value, str))


def _pairs(
    table: dict[str, Any], path: tuple[Any, ...], places: dict[tuple[Any, ...], _Place], near: _Place
) -> Iterator[tuple[Any, Any]]:
    from linter.schema.yaml_tree import Scalar

    for key, value in table.items():
        place = places.get((*path, key), near)
        yield Scalar(*place, key), _node(value, (*path, key), places, place)
