"""Baselines: files of known findings. A run with a baseline reports only new findings.

A finding is known if its file had one with the same rule and fingerprint (`Finding.fingerprint`, which
does not depend on lines) when the baseline was written; of several, as many as it had then. Paths are
relative to the baseline's folder, with `/`. The file is JSON with a line for each entry, sorted, so that
its changes are easy to read:

    {"version": 1, "files": {
    "2023/summary.txt": [
      {"rule": "leftover-mask", "fingerprint": "0f3a…", "times": 1, "text": "××"}
    ]}}
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from linter import bounded
from linter.engine.checklist import with_findings
from linter.model.errors import ConfigError, reason
from linter.model.finding import FileOutcome, Finding, Result
from linter.model.message import Message
from linter.text.visible import escaped

VERSION = 1
MAX_BYTES = 100 << 20
"""A larger baseline is refused unread."""
_SHOWN = 40
"""How many characters of a finding's text are kept, for people who read the file."""


class Entry(NamedTuple):
    """A known finding of a file, and how many times the file has it."""

    rule: str
    fingerprint: str
    times: int
    text: str = ""


Baseline = dict[str, list[Entry]]
"""The known findings of each file, by its path relative to the baseline's folder."""


class BaselineComparison(NamedTuple):
    """A result compared with a baseline."""

    result: Result
    """The result without known findings."""
    stale: int
    """The number of known findings that no longer occur."""


def load(path: str) -> Baseline:
    """The baseline in a file. Raises ConfigError: the file cannot be read, or is not a baseline."""
    try:
        value = json.loads(
            bounded.read(path, MAX_BYTES).decode("utf-8"), object_pairs_hook=_object_without_duplicates
        )
    except FileNotFoundError:
        raise ConfigError(
            f"没有基线文件 {path}。先用 --write-baseline {path} 生成",
            f"There is no baseline {path}; make it with --write-baseline {path}",
        ) from None
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法读取基线 {path}：{why.zh}", f"cannot read {path}: {why.en}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"基线 {path} 不是 UTF-8 文本", f"{path}: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise ConfigError(f"{place}：不是 JSON：{error.msg}", f"{place}: not JSON: {error.msg}") from None
    except RecursionError:
        raise _no_baseline(path, "括号嵌套太深", "brackets are nested too deeply") from None
    except _DuplicateKey as error:
        raise _no_baseline(path, f"键“{error}”重复", f"the key '{error}' is there twice") from None
    except ValueError:
        raise _no_baseline(path, "其中的整数太长", "an integer in it is too long") from None
    return _checked(value, path)


def compare(result: Result, known: Baseline, path: str) -> BaselineComparison:
    """A result without the findings that are in the baseline `known`, which is the file at `path`."""
    files, stale = [], 0
    for file in result.files:
        left = Counter({each[:2]: each.times for each in known.get(_key(file.path, path), ())})
        kept = [finding for finding in file.findings if not _take(left, finding)]
        baselined = len(file.findings) - len(kept)
        files.append(with_findings(file, kept)._replace(baselined=baselined) if baselined else file)
        stale += 0 if file.error else left.total()
    return BaselineComparison(result._replace(files=tuple(files)), stale)


def updated(result: Result, known: Baseline, path: str, ran: Callable[[str], bool]) -> Baseline:
    """The baseline `known`, which is the file at `path`, with the findings of a result in place of its own.

    Its entries stay for files that were not judged and still exist, for rules that did not run (`ran`
    tells, by id), and for rules that failed.
    """
    compared = {crash.rule for crash in result.crashes}
    judged = {_key(file.path, path): file for file in result.files}
    made: Baseline = {}
    for key, entries in known.items():
        file = judged.get(key)
        if _is_unjudged(file) if file else os.path.exists(os.path.join(os.path.dirname(path), key)):
            made[key] = entries
        elif file:
            failed = compared | {crash.rule for crash in file.crashes}
            made[key] = [each for each in entries if each.rule in failed or not ran(each.rule)]
    for key, file in judged.items():
        if not _is_unjudged(file):
            new = _entries(file.findings)
            named = {entry[:2] for entry in new}
            made[key] = [each for each in made.get(key, []) if each[:2] not in named] + new
    return {key: entries for key, entries in made.items() if entries}


def _is_unjudged(file: FileOutcome) -> bool:
    return file.error is not None and not file.ruleset


def size(baseline: Baseline) -> int:
    """The number of known findings in a baseline."""
    return sum(entry.times for entries in baseline.values() for entry in entries)


def text(baseline: Baseline) -> str:
    """The content of the file of a baseline."""
    files = []
    for key in sorted(baseline):
        entries = sorted(baseline[key])
        lines = ",\n".join("  " + json.dumps(entry._asdict(), ensure_ascii=False) for entry in entries)
        files.append(f"{json.dumps(key, ensure_ascii=False)}: [\n{lines}\n]")
    body = "\n" + ",\n".join(files) + "\n" if files else ""
    return escaped(f'{{"version": {VERSION}, "files": {{{body}}}}}\n')


def _key(file: str, path: str) -> str:
    """The key of a file in the baseline at `path`: its path relative to the folder of the baseline."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        return os.path.relpath(os.path.abspath(file), folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(file).replace(os.sep, "/")


def _take(left: Counter[tuple[str, str]], finding: Finding) -> bool:
    """Take a finding off the known ones that are left to be met; whether it was among them."""
    key = (finding.rule, finding.fingerprint)
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True


def _entries(findings: Iterable[Finding]) -> list[Entry]:
    counts = Counter((finding.rule, finding.fingerprint) for finding in findings)
    texts = {(finding.rule, finding.fingerprint): finding.excerpt for finding in reversed(list(findings))}
    return [Entry(*key, count, " ".join(texts[key].split())[:_SHOWN]) for key, count in counts.items()]


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
    return {key: _file_entries(key, entries, path) for key, entries in files.items()}


def _file_entries(key: str, entries: Any, path: str) -> list[Entry]:
    if not isinstance(entries, list):
        raise _no_baseline(path, f"“{key}”应为列表", f"'{key}' must be a list")
    return [_entry(key, number, entry, path) for number, entry in enumerate(entries, 1)]


def _entry(key: str, number: int, entry: Any, path: str) -> Entry:
    kinds = {"rule": str, "fingerprint": str, "times": int, "text": str}
    where = Message(f"“{key}”的第 {number} 项", f"entry {number} of '{key}'")
    if not isinstance(entry, dict):
        raise _no_baseline(path, f"{where.zh}应为一组键", f"{where.en} must be an object")
    unknown = next((name for name in entry if name not in kinds), None)
    if unknown is not None:
        raise _no_baseline(
            path, f"{where.zh}有未知的键“{unknown}”", f"{where.en} has an unknown key '{unknown}'"
        )
    entry = {"text": "", **entry}
    for name, kind in kinds.items():
        if type(entry.get(name)) is not kind or (name == "times" and entry[name] < 1):
            zh = f"{where.zh}的“{name}”有误或缺失"
            raise _no_baseline(path, zh, f"'{name}' of {where.en} is wrong or missing")
    return Entry(**entry)


def _no_baseline(path: str, zh: str, en: str) -> ConfigError:
    return ConfigError(f"基线 {path} 有误：{zh}", f"{path} is no sound baseline: {en}")
