"""The chapters of several reports, grouped: which of one is which of another.

Report after report, each chapter joins the group that it is most like, or founds one; of a report at most
one chapter is in a group. Then every report is taken out and placed again, until nothing moves. Two groups
that are left of one section (整改 here, 治理 there) are joined where they are alike and no report has both.

What comes of it hangs on the report that is taken first: of a few reports each is, in turn, and the groups
whose chapters are most like one another are kept.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from linter.authoring.centroids import Centroid, Example, Rarity, centroid, likeness, likenesses, rarity

_ROUNDS = 6
"""Rounds after which the groups stay as they are, whatever still moves."""
_FEW = 8
"""Reports of which each is taken first in turn: of more the order says little, and the time grows."""
_LEAST = 0.02
"""What is less like a group than that is not of it."""

Group = list[Example]


def grouped(reports: Sequence[Sequence[Example]]) -> list[Group]:
    """The groups of the chapters of some reports, by the mean of their places."""
    rare = rarity([each for report in reports for each in report])
    turns = range(len(reports) if len(reports) <= _FEW else 1)
    found = [_settled([*reports[turn:], *reports[:turn]], rare) for turn in turns]
    groups = max(found, key=lambda groups: _agreement(groups, rare), default=[])
    return sorted(groups, key=lambda group: sum(each.chapter.place for each in group) / len(group))


def _settled(reports: Sequence[Sequence[Example]], rare: Rarity) -> list[Group]:
    """The groups that come of taking the reports in this order."""
    groups: list[Group] = []
    means = _Means(rare)
    for report in reports:
        groups = _placed(report, groups, means.of(groups))
    for _ in range(_ROUNDS):
        before = _members(groups)
        for report in reports:
            rest = _without(report, groups)
            groups = _placed(report, rest, means.of(rest))
        if _members(groups) == before:
            break
    return _joined(groups, rare)


def _agreement(groups: Sequence[Group], rare: Rarity) -> float:
    """How like the chapters are to the others of their groups, in all."""
    pairs = (
        (each, [other for other in group if other is not each])
        for group in groups
        if len(group) > 1
        for each in group
    )
    return sum(likeness(each, centroid(others, rare)) for each, others in pairs)


class _Means:
    """The means of groups; those that were asked for last are kept, for few change from report to report."""

    def __init__(self, rare: Rarity) -> None:
        self._rare = rare
        self._known: dict[tuple[int, ...], Centroid] = {}

    def of(self, groups: Sequence[Group]) -> list[Centroid]:
        """The mean of each group."""
        keys = [tuple(map(id, group)) for group in groups]
        self._known = {
            key: self._known.get(key) or centroid(group, self._rare)
            for key, group in zip(keys, groups, strict=True)
        }
        return [self._known[key] for key in keys]


def _placed(report: Sequence[Example], groups: list[Group], means: Sequence[Centroid]) -> list[Group]:
    """The groups with the chapters of a report: the likest pair first, each taken once. `means` are those of
    the groups.
    """
    pairs = [
        (like, -number, -index)
        for number, likes in enumerate(likenesses(report, means))
        for index, like in enumerate(likes)
    ]
    joined: dict[int, int] = {}
    for like, number, index in sorted(pairs, reverse=True):
        if like > _LEAST and -number not in joined and -index not in joined.values():
            joined[-number] = -index
    groups = [list(group) for group in groups]
    for number, one in enumerate(report):
        if number in joined:
            groups[joined[number]].append(one)
        else:
            groups.append([one])
    return groups


def _without(report: Sequence[Example], groups: list[Group]) -> list[Group]:
    number = {each.report for each in report}
    rest = [[one for one in group if one.report not in number] for group in groups]
    return [group for group in rest if group]


def _joined(groups: Sequence[Group], rare: Rarity) -> list[Group]:
    """The groups, the likest two that no report has both of made one, again and again."""
    left = dict(enumerate(groups))
    means = {at: centroid(group, rare) for at, group in left.items()}
    reports = {at: {each.report for each in group} for at, group in left.items()}

    def alike(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        return {
            (one, other): (_fit(left[one], means[other]) + _fit(left[other], means[one])) / 2
            for one, other in pairs
            if reports[one].isdisjoint(reports[other])
        }

    known = alike(combinations(left, 2))
    while known:
        (one, other), like = max(known.items(), key=lambda pair: (pair[1], -pair[0][0], -pair[0][1]))
        if like <= _LEAST:
            break
        left[one] = left[one] + left.pop(other)
        means[one] = centroid(left[one], rare)
        reports[one] |= reports[other]
        known = {pair: value for pair, value in known.items() if not {one, other} & set(pair)}
        known |= alike((min(one, third), max(one, third)) for third in left if third != one)
    return list(left.values())


def _fit(group: Group, mean: Centroid) -> float:
    """How like the chapters of a group are to the mean of another."""
    return sum(likeness(each, mean) for each in group) / len(group)


def _members(groups: list[Group]) -> set[frozenset[tuple[int, int]]]:
    return {frozenset((one.report, one.chapter.body) for one in group) for group in groups}
