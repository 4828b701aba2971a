"""The file of a baseline: JSON with a line for each entry, sorted, so that its changes are easy to read.

    {"version": 1, "files": {
    "2023/summary.txt": [
      {"rule": "leftover-mask", "fingerprint": "0f3a…", "times": 1, "text": "××"},
      {"rule": "copied", "fingerprint": "77c1…", "times": 1, "text": "…", "with": ["2023/plan.txt"]}
    ]}, "contents": {
    "2023/summary.txt": "1c0f…"
    }}

Paths are relative to the folder of the file, with `/`.
"""

import json
import os
import re
from typing import Any, NamedTuple

from linter import bounded
from linter.model.errors import ConfigError, reason
from linter.model.message import Message
from linter.text.visible import escaped

VERSION = 1
MAX_BYTES = 100 << 20
"""A larger baseline is refused unread."""


class Entry(NamedTuple):
    """A known finding of a file, and how many times the file has it."""

    rule: str
    fingerprint: str
    times: int
    text: str = ""
    """The first words of the finding, for people who read the file."""
    others: tuple[str, ...] = ()
    """The files, as the baseline names them, that it was found by comparing with (`with` in the file)."""


class KnownFile(NamedTuple):
    """What a baseline knows of a file."""

    entries: tuple[Entry, ...]
    sketch: str = ""
    """Of its content (`FileOutcome.sketch`), by which the file is known again under another name."""


_CONFLICT = r"(?m)^(?:<{7}|>{7}) "
"""Marks that git leaves in a file that two branches changed."""

Baseline = dict[str, KnownFile]
"""The files with known findings, by path relative to the baseline's folder."""


def _missing(path: str) -> ConfigError:
    """Why there is no baseline; in a folder of the repository, often, it stands in one above."""
    above = path
    for _ in range(os.getcwd().count(os.sep) if not os.path.isabs(path) else 0):
        above = os.path.join(os.pardir, above)
        if os.path.isfile(above):
            return ConfigError(
                f"没有基线文件 {path}，上层文件夹里有 {above}：请写后面这个路径",
                f"There is no baseline {path}, but {above}: name that one",
            )
    return ConfigError(
        f"没有基线文件 {path}。先用 --write-baseline {path} 生成",
        f"There is no baseline {path}; make it with --write-baseline {path}",
    )


def load(path: str) -> Baseline:
    """The baseline in a file. Raises ConfigError: the file cannot be read, or is not a baseline."""
    try:
        value = json.loads(
            bounded.read(path, MAX_BYTES).decode("utf-8-sig"), object_pairs_hook=_object_without_duplicates
        )
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法读取基线 {path}：{why.zh}", f"cannot read {path}: {why.en}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"基线 {path} 不是 UTF-8 文本", f"{path}: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        if re.search(_CONFLICT, error.doc):
            raise ConfigError(
                f"{place}：git 的合并冲突还没有解决。两边的条目都留下，删去标记行即可；"
                "也可以先取一边，再用 --write-baseline 加 --accept-new 补齐",
                f"{place}: git left a merge conflict here. Keep the entries of both sides and delete the "
                "lines of marks; or take one side, and complete it with --write-baseline and --accept-new",
            ) from None
        raise ConfigError(f"{place}：不是 JSON：{error.msg}", f"{place}: not JSON: {error.msg}") from None
    except RecursionError:
        raise _no_baseline(path, "括号嵌套太深", "brackets are nested too deeply") from None
    except _DuplicateKey as error:
        raise _no_baseline(path, f"键“{error}”重复", f"the key '{error}' is there twice") from None
    except ValueError:
        raise _no_baseline(path, "其中的整数太长", "an integer in it is too long") from None
    return _checked(value, path)


def text(baseline: Baseline) -> str:
    """The content of the file of a baseline."""
    files = [f"{_json(key)}: [\n{_lines(baseline[key].entries)}\n]" for key in sorted(baseline)]
    body = "\n" + ",\n".join(files) + "\n" if files else ""
    known = {key: baseline[key].sketch for key in sorted(baseline) if baseline[key].sketch}
    sketches = [f"{_json(key)}: {_json(each)}" for key, each in known.items()]
    contents = ', "contents": {\n' + ",\n".join(sketches) + "\n}" if sketches else ""
    return escaped(f'{{"version": {VERSION}, "files": {{{body}}}{contents}}}\n')


def _lines(entries: tuple[Entry, ...]) -> str:
    return ",\n".join(f"  {_json(_plain(entry))}" for entry in sorted(entries))


def _plain(entry: Entry) -> dict[str, Any]:
    plain = entry._asdict()
    others = plain.pop("others")
    return {**plain, "with": others} if others else plain


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


# --- reading ----------------------------------------------------------------------------------


class _DuplicateKey(ValueError):
    """An object of the JSON file has a key twice, as a merge can leave it."""


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DuplicateKey(next(name for name in names if names.count(name) > 1))
    return value


def _checked(value: Any, path: str) -> Baseline:
    version = value.get("version") if isinstance(value, dict) else None
    files = value.get("files") if isinstance(value, dict) else None
    if not isinstance(files, dict) or version is None:
        raise _no_baseline(path, "缺少 version 或 files", "'version' or 'files' is missing")
    if version != VERSION:
        zh = f"版本是 {version}，本程序只认 {VERSION}，请重新生成"
        raise _no_baseline(path, zh, f"version {version}; this program knows {VERSION}: write it anew")
    contents = value.get("contents", {})
    if not isinstance(contents, dict) or not all(isinstance(each, str) for each in contents.values()):
        raise _no_baseline(path, "“contents”有误", "'contents' is wrong")
    return {
        key: KnownFile(_file_entries(key, entries, path), contents.get(key, ""))
        for key, entries in files.items()
    }


def _file_entries(key: str, entries: Any, path: str) -> tuple[Entry, ...]:
    if not isinstance(entries, list):
        raise _no_baseline(path, f"“{key}”应为列表", f"'{key}' must be a list")
    return tuple(_entry(key, number, entry, path) for number, entry in enumerate(entries, 1))


_KINDS = {"rule": str, "fingerprint": str, "times": int, "text": str, "with": list}


def _entry(key: str, number: int, entry: Any, path: str) -> Entry:
    where = Message(f"“{key}”的第 {number} 项", f"entry {number} of '{key}'")
    if not isinstance(entry, dict):
        raise _no_baseline(path, f"{where.zh}应为一组键", f"{where.en} must be an object")
    unknown = next((name for name in entry if name not in _KINDS), None)
    if unknown is not None:
        raise _no_baseline(
            path, f"{where.zh}有未知的键“{unknown}”", f"{where.en} has an unknown key '{unknown}'"
        )
    given = {"text": "", "with": [], **entry}
    wrong = next((name for name, kind in _KINDS.items() if not _is_right(given.get(name), kind)), None)
    if wrong is not None:
        zh = f"{where.zh}的“{wrong}”有误或缺失"
        raise _no_baseline(path, zh, f"'{wrong}' of {where.en} is wrong or missing")
    others = tuple(given.pop("with"))
    return Entry(**given, others=others)


def _is_right(value: Any, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return type(value) is kind and (not isinstance(value, int) or value > 0)


def _no_baseline(path: str, zh: str, en: str) -> ConfigError:
    return ConfigError(f"基线 {path} 有误：{zh}", f"{path} is no sound baseline: {en}")
