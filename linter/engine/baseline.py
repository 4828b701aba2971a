"""Baselines: known findings. A run with a baseline reports only new ones.

A finding is known if its file had one with the same rule and fingerprint (`Finding.fingerprint`, which
does not depend on lines) when the baseline was written; of several, as many as it had then. A file that
was renamed is known by its content. A run takes back only what it could have found: the rule judged the
file, and the files that the finding came from comparing with were judged, too, or are gone.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, TypeAlias

from linter.engine.baseline_file import Baseline, Entry, KnownFile
from linter.engine.sketch import SketchIndex
from linter.model.finding import FileOutcome, Finding, Result

_SHOWN = 40
"""How many characters of a finding's text are kept."""

Judged: TypeAlias = Callable[[FileOutcome], Collection[str]]
"""Gives the ids of the rules that judged a file."""


class BaselineComparison(NamedTuple):
    """A result compared with a baseline."""

    result: Result
    """The result without known findings."""
    stale: int
    """The number of known findings that no longer occur, of those that this run could have found."""


def compare(result: Result, known: Baseline, path: str, judged: Judged) -> BaselineComparison:
    """A result without the findings that are in the baseline `known`, which is the file at `path`.

    The checklist stays: a rule whose findings are known has not passed.
    """
    run = _Run(result, path, judged)
    known = _followed(known, run)
    files, stale = [], 0
    for file in result.files:
        entries = known.get(_key(file.path, path), KnownFile(())).entries
        left = Counter({each[:2]: each.times for each in entries})
        kept = [finding for finding in file.findings if not _take(left, finding)]
        baselined = len(file.findings) - len(kept)
        files.append(file._replace(findings=tuple(kept), baselined=baselined))
        stale += sum(left[each[:2]] for each in entries if run.could_find(file, each))
    return BaselineComparison(result._replace(files=tuple(files)), stale)


def updated(
    result: Result, known: Baseline, path: str, judged: Judged, walked: Collection[str] = ()
) -> Baseline:
    """The baseline `known`, which is the file at `path`, with the findings of a result.

    Of its entries those go that the run could have found and did not, and those of files that are gone from
    the folders it `walked` (real paths): one that is gone from elsewhere may have been renamed.
    """
    run = _Run(result, path, judged)
    made: Baseline = {}
    for key, old in _followed(known, run).items():
        file = run.files.get(key)
        if file is None and not run.exists(key) and run.is_below(key, walked):
            continue
        kept = tuple(each for each in old.entries if file is None or not run.could_find(file, each))
        made[key] = old._replace(entries=kept)
    for key, file in run.files.items():
        if not file.unreadable:
            old = made.get(key, KnownFile(()))
            made[key] = KnownFile(_joined(old.entries, _entries(file.findings, path)), file.sketch)
    return {key: each for key, each in made.items() if each.entries}


def size(baseline: Baseline) -> int:
    """The number of known findings in a baseline."""
    return sum(entry.times for each in baseline.values() for entry in each.entries)


class _Run:
    """What a run could have found."""

    def __init__(self, result: Result, path: str, judged: Judged) -> None:
        self.files = {_key(file.path, path): file for file in result.files}
        self._folder = os.path.dirname(path)
        self._judged = judged
        self._rules_of: dict[str, Collection[str]] = {}
        self._failed = {crash.rule for crash in result.crashes}

    def exists(self, key: str) -> bool:
        """Whether there is a file of this name in the baseline."""
        return os.path.exists(os.path.join(self._folder, key))

    def is_below(self, key: str, folders: Collection[str]) -> bool:
        """Whether a name in the baseline is that of a file below some folders."""
        path = os.path.realpath(os.path.join(self._folder, key))
        return any(path.startswith(os.path.join(each, "")) for each in folders)

    def could_find(self, file: FileOutcome, entry: Entry) -> bool:
        """Whether the run would have found what an entry is about, were it still there."""
        if file.unreadable or entry.rule in self._failed or entry.rule not in self._rules(file):
            return False
        return all(self._is_judged(other) or not self.exists(other) for other in entry.others)

    def _rules(self, file: FileOutcome) -> Collection[str]:
        if file.path not in self._rules_of:
            self._rules_of[file.path] = self._judged(file)
        return self._rules_of[file.path]

    def _is_judged(self, key: str) -> bool:
        file = self.files.get(key)
        return file is not None and not file.unreadable


def _followed(known: Baseline, run: _Run) -> Baseline:
    """The baseline with the entries of renamed files under their new names: of each file that is gone, those
    go to a judged file that has none and is alike.
    """
    gone = {key: each.sketch for key, each in known.items() if key not in run.files and not run.exists(key)}
    if not gone:
        return known
    index = SketchIndex(gone)
    new = {key: file.sketch for key, file in run.files.items() if key not in known}
    moved = {old: key for key, each in new.items() if (old := index.take(each)) is not None}
    return {moved.get(key, key): each for key, each in known.items()}


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


def _entries(findings: Iterable[Finding], path: str) -> list[Entry]:
    """The entries of a file's findings, in a baseline at `path`."""
    equal: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        equal[finding.rule, finding.fingerprint].append(finding)
    return [
        Entry(*key, len(each), " ".join(each[0].excerpt.split())[:_SHOWN], _others(each, path))
        for key, each in equal.items()
    ]


def _others(findings: Iterable[Finding], path: str) -> tuple[str, ...]:
    named = {place.path for finding in findings for place in finding.related if place.path}
    return tuple(sorted(_key(each, path) for each in named))


def _joined(kept: Iterable[Entry], found: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of both kinds: those that a run could not find, and those that it found. One that is both
    keeps the files that it was compared with before.
    """
    left = {each[:2]: each for each in kept}
    new = []
    for each in found:
        old = left.pop(each[:2], None)
        new.append(each._replace(others=tuple(sorted({*each.others, *old.others}))) if old else each)
    return (*left.values(), *new)
