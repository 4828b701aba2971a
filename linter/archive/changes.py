"""What is different between a passage and an earlier one, and which figures are not."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from linter.model.against import Change
from linter.text.measures import QUANTITIES, SCALES
from linter.text.sentences import ANY_STOPS, CLAUSE_ENDS

_ENDS = f"[{CLAUSE_ENDS}{ANY_STOPS}]|,(?!\\d)"
_CLAUSE = re.compile(f"(?:(?!{_ENDS}).)*(?:{_ENDS})?", re.DOTALL)
"""A comma before a digit stands within a number: 1,200."""
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:[.．]\d+)?[%％‰]?|[A-Za-z]+|.", re.DOTALL)
"""What changes as a whole: a number, a word of Latin letters, a Chinese character."""
_ALIKE = 0.4
"""From this share of equal characters on, two clauses are one with changes in it; below it, another one."""
_COMPARED = 1000
"""Of more clauses, or more characters of clauses that differ, only that they differ is told: comparing takes
time with the square of their number, and people write no such paragraph."""
_MOST = 12
"""Whoever is told of more changes in one passage reads both of them instead."""
_SCALES = "|".join(sorted((scale for scale in SCALES if scale), key=len, reverse=True))
_FIGURE = re.compile(
    rf"\d+(?:,\d{{3}})*(?:[.．]\d+)?(?:{_SCALES})?[余多]?(?:{'|'.join(map(re.escape, QUANTITIES))})"
)
_FULL = re.compile("100[%％]")
"""All of it stays all of it: that such a figure is the same says nothing."""
_AROUND = 8
"""Characters before a figure that tell what it counts; where they are few, half as many behind it as well."""


def changes(before: str, after: str) -> tuple[Change, ...]:
    """What stands in a passage in place of what an earlier one says: years, figures, names, whole clauses."""
    if before == after:
        return ()
    old, new = _CLAUSE.findall(before), _CLAUSE.findall(after)
    if max(len(old), len(new)) > _COMPARED:
        return (Change(before, after),)
    return tuple(_changes(old, new))[:_MOST]


def same_figures(before: str, after: str) -> tuple[str, ...]:
    """The figures in clauses that two passages share, each with the words before it: 全年开展培训12场."""
    known = set(_CLAUSE.findall(before))
    shared = [clause for clause in _CLAUSE.findall(after) if clause in known]
    return tuple(dict.fromkeys(figure for clause in shared for figure in _figures(clause)))


def _figures(clause: str) -> Iterator[str]:
    for match in _FIGURE.finditer(clause):
        if not _FULL.fullmatch(match[0]):
            start = max(0, match.start() - _AROUND)
            is_enough = match.start() - start >= _AROUND // 2
            behind = clause[match.end() : match.end() if is_enough else match.end() + _AROUND // 2]
            yield ("…" if start else "") + clause[start : match.end()] + behind.rstrip(CLAUSE_ENDS)


def _changes(before: list[str], after: list[str]) -> Iterator[Change]:
    for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _within("".join(before[first:last]), "".join(after[start:end]))


def _within(before: str, after: str) -> Iterator[Change]:
    """The changes in clauses that differ, told one by one where they are alike."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > _COMPARED or matcher.ratio() < _ALIKE:
        yield Change(before, after)
        return
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield Change("".join(old[first:last]), "".join(new[start:end]))
