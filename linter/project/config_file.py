"""A configuration as a TOML text → its settings, or every problem in it with its place."""

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from linter.model.errors import ConfigError, Problem
from linter.model.message import Message
from linter.project.globs import compiled
from linter.project.own_rulesets import RuleFiles, TooManyFilesError
from linter.project.settings import Config, Settings
from linter.schema import validate
from linter.schema.pattern_reasons import why
from linter.schema.validate import ProblemLog, problems_error
from linter.schema.yaml_tree import Listing, Mapping, Node, Scalar
from linter.text import patterns
from linter.text.year_parts import parse

_KeyPath = tuple[Any, ...]
"""The keys that lead to a value of the file, from the outermost one."""
_Place = tuple[int, int]
"""A line and a column, 1-based."""
_MOST_PARTS = 40
"""Parts that a key may have: for a key of 50,000 tomllib takes a minute."""
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART}){{{_MOST_PARTS}}}"


def read(data: bytes, path: str, table: tuple[str, ...] = ()) -> Config | None:
    """The configuration in the content of a TOML file; of `table` in it, None where there is no such table.

    `path` is the file. Raises ConfigError with every problem in the file.
    """
    node, places = _parsed(data, path, table)
    if node is None:
        return None
    refuse = partial(_refuse, path, table, places)
    refuse(_misplaced(node, table))
    log = ProblemLog(path)
    settings: Settings = validate.read(node, Settings, validate.WHOLE, log)
    if log.problems:
        raise problems_error(log.problems, ConfigError)
    wrong = (_bad_globs(settings), _bad_periods(settings), _bad_units(settings), _idle_tables(settings))
    refuse(chain(*wrong))
    folder = os.path.dirname(path) or "."
    own, problems = _own_rulesets(settings, folder)
    refuse(problems)
    return Config(settings, folder, path, own)


def _refuse(
    path: str,
    table: tuple[str, ...],
    places: dict[_KeyPath, _Place],
    problems: Iterable[tuple[_KeyPath, Message]],
) -> None:
    """Raises ConfigError for problems, if there are any, at the places of their keys in the table."""
    placed = [Problem(path, *_place((*table, *key), places), *message) for key, message in problems]
    if placed:
        raise problems_error(placed, ConfigError)


def _parsed(data: bytes, path: str, table: tuple[str, ...]) -> "tuple[Node | None, dict[_KeyPath, _Place]]":
    """The tree of a table of a TOML file, None for one that is not there; and the places of all its keys.

    Raises ConfigError.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if text.count(".") > _MOST_PARTS and patterns.compile(_LONG_KEY).search(text):
            raise RecursionError
        value: Any = tomllib.loads(text)
        places = _places(text)
        for key in table:
            value = value.get(key) if isinstance(value, dict) else None
        return None if value is None else _node(value, table, places, places.get(table, (1, 1))), places
    except UnicodeDecodeError:
        raise ConfigError(
            f"{path}：不是 UTF-8 文本，请另存为 UTF-8", f"{path}: not UTF-8 text; save it as UTF-8"
        ) from None
    except tomllib.TOMLDecodeError as error:
        reason, line, column = _syntax(str(error), text)
        problem = Problem(path, line, column, f"TOML 语法错误：{reason.zh}", f"not valid TOML: {reason.en}")
        raise problems_error([problem], ConfigError) from None
    except RecursionError:
        problem = Problem(path, 1, 1, "括号或键嵌套太深", "brackets or keys are nested too deeply")
        raise problems_error([problem], ConfigError) from None
    except ValueError:
        problem = Problem(path, *_long_number(text), "数字太长", "the number is too long")
        raise problems_error([problem], ConfigError) from None


def _misplaced(node: Node, table: tuple[str, ...]) -> Iterator[tuple[_KeyPath, Message]]:
    """Tables written as in another file, or as one where there may be several, by key."""
    shared = node.get("tool") if isinstance(node, Mapping) else None
    if isinstance(shared, Mapping) and shared.get("reportlint"):
        yield (
            ("tool", "reportlint"),
            Message(
                "这里不写 [tool.reportlint]，它只用在 pyproject.toml 里；删去这一行，键直接写在文件里",
                "[tool.reportlint] is for pyproject.toml alone: here delete that line, the keys stand by "
                "themselves",
            ),
        )
    for name in ("paths", "rules"):
        if isinstance(node, Mapping) and isinstance(node.get(name), Mapping):
            header = f"[[{'.'.join((*table, name))}]]"
            yield (name,), Message(f"请用两层方括号：{header}", f"write two brackets: {header}")


def _bad_globs(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """What is wrong with globs that are invalid, such as `[z-a]`, or can fit no file, by key."""
    holders: list[tuple[_KeyPath, Iterable[str]]] = [(("exclude",), settings.exclude)]
    holders += [(("rulesets",), settings.rulesets)]
    holders += [(("paths", index, "match"), each.match) for index, each in enumerate(settings.paths)]
    holders += [(("rules", index, "match"), each.match) for index, each in enumerate(settings.rules)]
    for key, globs in holders:
        for glob in globs:
            if reason := _bad_glob(glob.removeprefix("!"), is_upwards_good=key == ("rulesets",)):
                yield key, Message(f"通配“{glob}”不成立：{reason.zh}", f"bad glob '{glob}': {reason.en}")


def _bad_glob(glob: str, is_upwards_good: bool) -> Message | None:
    if "\\" in glob:
        return Message("文件夹之间请用 / 隔开，不用 \\", "write / between folders, not \\")
    if ".." in glob.split("/") and not is_upwards_good:
        return Message(
            "它不能指向配置所在的文件夹之外，请把配置放到上一级",
            "it cannot lead out of the folder of this file: put the file into the one above",
        )
    try:
        compiled(glob)
    except patterns.PatternError as error:
        return why(error)
    return None


def _bad_periods(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """What is wrong with periods that are not written as they must be, by key."""
    holders: list[tuple[_KeyPath, str]] = [(("period",), settings.period)]
    holders += [(("paths", index, "period"), each.period) for index, each in enumerate(settings.paths)]
    for key, period in holders:
        if period and not parse(period):
            zh = f"“{period}”不是报告期，请写成 2026、2026H1、2026Q3 或 2026-05"
            yield key, Message(zh, f"'{period}' is no period: write 2026, 2026H1, 2026Q3 or 2026-05")


def _bad_units(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """What is wrong with the names of units: blank ones, and those that stand for two units."""
    names = [name.strip() for unit in settings.units for name in unit.split("|")]
    if not all(names):
        yield ("units",), Message("单位名称不能为空", "the name of a unit cannot be blank")
    for name, count in Counter(names).items():
        if name and count > 1:
            yield ("units",), Message(f"“{name}”写了 {count} 次", f"'{name}' stands there {count} times")


def _idle_tables(settings: Settings) -> Iterator[tuple[_KeyPath, Message]]:
    """Tables `[[paths]]` and `[[rules]]` that change nothing, by key."""
    for index, each in enumerate(settings.paths):
        if not each.ruleset and not each.period:
            yield ("paths", index), _IDLE_PATHS
    for index, rule in enumerate(settings.rules):
        if rule.level is None and rule.options is None:
            yield ("rules", index), _IDLE_RULES


_IDLE_PATHS = Message("缺少 ruleset 或 period，至少写一个", "'ruleset' or 'period' is missing: write one")
_IDLE_RULES = Message("缺少 level 或 with，至少写一个", "'level' or 'with' is missing: write one")


def _own_rulesets(settings: Settings, folder: str) -> tuple[tuple[str, ...], list[tuple[_KeyPath, Message]]]:
    """The rule files that `rulesets` names, and what is wrong with its globs, by key."""
    files = RuleFiles(folder)
    found: dict[str, None] = {}
    problems: list[tuple[_KeyPath, Message]] = []
    for glob in settings.rulesets:
        try:
            named = files.named(glob)
        except TooManyFilesError:
            zh = f"“{glob}”要查看的文件太多，请写明文件夹"
            en = f"'{glob}' has too many files to look at; name the folder"
            return (), [(("rulesets",), Message(zh, en))]
        if not named:
            zh = f"“{glob}”没有对应的规则文件（.yaml），请核对路径；通配从配置所在的文件夹算起"
            en = f"'{glob}' names no rule file (.yaml); it is relative to the folder of this file"
            problems.append((("rulesets",), Message(zh, en)))
        found.update(dict.fromkeys(named))
    return tuple(found), problems


def _long_number(text: str) -> tuple[int, int]:
    """The line and column of the longest number: Python reads none of more than some 4,000 digits."""
    found = max(re.finditer(r"[0-9_]+", text), key=lambda number: len(number[0]))
    return text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())


_SYNTAX = {
    "Invalid value": '这里的值写法不对：文字两边要加半角引号，如 units = ["财政所"]',
    "Expected '=' after a key": "键和值之间要用半角等号 =",
    "Expected newline or end": "值后面多了内容：文字两边要加半角引号，一行只写一项",
    "Unclosed array": "方括号没有合上，或缺少半角逗号",
    "Unterminated string": "引号没有合上",
    "Cannot overwrite a value": "键重复",
    "Invalid statement": "这一行应当是 键 = 值",
}
"""What tomllib says of the usual mistakes, by its beginning, in Chinese."""


def _syntax(message: str, text: str) -> tuple[Message, int, int]:
    """The reason and the place in a message of tomllib, which has no attributes for them before 3.14."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    en = found[1] if found else message
    zh = next((said for beginning, said in _SYNTAX.items() if en.startswith(beginning)), en)
    if not found or not found[2]:
        return Message(zh, en), text.count("\n") + 1, len(text) - text.rfind("\n")
    return Message(zh, en), int(found[2]), int(found[3])


_LINE = (
    r"[ \t]*(?:\[\[([^\]]+)\]\]|\[([^\]]+)\]"
    r"|([\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=)"
)


def _places(text: str) -> dict[_KeyPath, _Place]:
    """Lines and columns (1-based) of the keys of a TOML text, by path; tomllib does not give them."""
    places: dict[_KeyPath, _Place] = {}
    table: _KeyPath = ()
    counts: Counter[_KeyPath] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(_LINE, line)
        if not found:
            continue
        place = (number, len(line) - len(line.lstrip()) + 1)
        name = next(group for group in found.groups() if group is not None)
        parts = [part.strip(" \t\"'") for part in name.split(".")]
        if found[1]:
            array = (*_indexed(parts[:-1], counts), parts[-1])
            table = (*array, counts[array])
            counts[array] += 1
            places.setdefault(array, place)
        elif found[2]:
            table = _indexed(parts, counts)
        places.setdefault((*table, *parts) if found[3] else table, place)
    return places


def _indexed(parts: Iterable[str], counts: Counter[_KeyPath]) -> _KeyPath:
    """The path of a table of this name: behind the name of an array of tables the number of its last one."""
    path: _KeyPath = ()
    for part in parts:
        path = (*path, part)
        path = (*path, counts[path] - 1) if path in counts else path
    return path


def _place(path: _KeyPath, places: dict[_KeyPath, _Place]) -> _Place:
    """The place of a key, or of the nearest one around it."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, (1, 1))


def _node(value: Any, path: _KeyPath, places: dict[_KeyPath, _Place], near: _Place) -> Any:
    """A TOML value as a tree of nodes for `linter.schema.validate.read`."""
    place = places.get(path, near)
    if isinstance(value, dict):
        return Mapping(*place, tuple(_pairs(value, path, places, place)))
    if isinstance(value, list):
        return Listing(*place, tuple(_node(each, (*path, i), places, place) for i, each in enumerate(value)))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(*place, text, not isinstance(value, str))


def _pairs(
    table: dict[str, Any], path: _KeyPath, places: dict[_KeyPath, _Place], near: _Place
) -> Iterator[tuple[Any, Any]]:
    for key, value in table.items():
        place = places.get((*path, key), near)
        yield Scalar(*place, key), _node(value, (*path, key), places, place)
