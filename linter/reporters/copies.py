"""Which files of a run share passages, and how much: for any painter."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.model.finding import FileOutcome, Finding, Result


class Cluster(NamedTuple):
    """Files that share passages, all of them the same ones."""

    paths: tuple[str, ...]
    passages: int
    characters: int
    """As counted in the file that has most of them."""


class Pair(NamedTuple):
    """Two files that share passages."""

    first: str
    second: str
    """Their paths, in the order of the run."""
    passages: int
    characters: int
    """As counted in the file that has more of them."""
    first_share: float
    second_share: float
    """How much of each file's text is shared, from 0 to 1."""


class _Shared(NamedTuple):
    """What passages amount to."""

    characters: int
    passages: int


def clusters(result: Result) -> list[Cluster]:
    """The groups of files that share passages, those that share most first."""
    found: dict[tuple[str, ...], _Shared] = {}
    for file in result.files:
        own: dict[tuple[str, ...], list[Finding]] = {}
        for finding, others in _copied(file):
            own.setdefault(tuple(sorted({file.path, *others})), []).append(finding)
        for paths, findings in own.items():
            shared = _amount(findings)
            found[paths] = max(found.get(paths, shared), shared)
    ordered = sorted(found.items(), key=lambda item: -item[1].characters)
    return [Cluster(paths, shared.passages, shared.characters) for paths, shared in ordered]


def pairs(result: Result) -> list[Pair]:
    """Every two files that share passages, those that share most first."""
    order = {file.path: at for at, file in enumerate(result.files)}
    sizes = {file.path: file.characters for file in result.files}
    shared: dict[tuple[str, str], _Shared] = {}
    for file in result.files:
        own: dict[str, list[Finding]] = {}
        for finding, others in _copied(file):
            for other in set(others):
                own.setdefault(other, []).append(finding)
        shared |= {(file.path, other): _amount(findings) for other, findings in own.items()}
    found = {tuple(sorted(pair, key=lambda path: order.get(path, len(order)))) for pair in shared}
    told = (_pair(first, second, shared, sizes) for first, second in found)
    return sorted(told, key=lambda pair: (-pair.characters, pair.first, pair.second))


def _pair(first: str, second: str, shared: dict[tuple[str, str], _Shared], sizes: dict[str, int]) -> Pair:
    none = _Shared(0, 0)
    ours, theirs = shared.get((first, second), none), shared.get((second, first), none)
    most = max(ours, theirs)
    shares = (
        min(1.0, amount.characters / (sizes.get(path) or 1))
        for path, amount in ((first, ours), (second, theirs))
    )
    return Pair(first, second, most.passages, most.characters, *shares)


def _copied(file: FileOutcome) -> Iterator[tuple[Finding, list[str]]]:
    """The findings of a file on passages that stand in other files, with the paths of these."""
    for finding in file.findings:
        others = [related.path for related in finding.related if related.path]
        if finding.check == "duplicate" and others and len(others) == len(finding.related):
            yield finding, others


def _amount(findings: list[Finding]) -> _Shared:
    return _Shared(sum(len("".join(finding.excerpt.split())) for finding in findings), len(findings))
