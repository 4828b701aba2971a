"""Which of the units that are to hand in a report have done so: files told apart by the names of units.

A file is of the unit that its name says; else of the one that its reports are by, or have in their titles.
A name within a longer one does not count: the report of 青山镇中心小学 is none of 青山镇.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from os.path import commonpath, dirname, normpath, splitext
from typing import NamedTuple
from unicodedata import normalize

from linter.model.finding import FileOutcome, HandedIn, Result
from linter.model.rules import DEFAULT_LANGUAGE
from linter.ruleset.library import library
from linter.structure.reporting_unit import Words


class _Name(NamedTuple):
    """One name of a unit."""

    words: str
    """As `_plain` gives it."""
    unit: int
    """Index of the unit."""


def with_units(result: Result, units: Sequence[str]) -> Result:
    """The result with what each unit has handed in; `units` are their names, other ones of it behind `|`."""
    names = [name for index, unit in enumerate(units) for name in _names(unit, index)]
    names.sort(key=lambda name: -len(name.words))
    root = _common_folder(file.path for file in result.files)
    paths: list[list[str]] = [[] for _ in units]
    for file in result.files:
        for index in sorted(_units_of(file, root, names)):
            paths[index].append(file.path)
    own = (unit.partition("|")[0].strip() for unit in units)
    return result._replace(
        units=tuple(HandedIn(unit, tuple(found)) for unit, found in zip(own, paths, strict=True))
    )


def _names(unit: str, index: int) -> Iterator[_Name]:
    for name in unit.split("|"):
        if words := _plain(name):
            yield _Name(words, index)


def _plain(text: str) -> str:
    """A text without blanks and signs, wide and narrow, small and capital letters alike."""
    return "".join(filter(str.isalnum, normalize("NFKC", text).casefold()))


def _common_folder(paths: Iterable[str]) -> str:
    """The folder that all files are in: what its name says is said of none of them."""
    folders = [dirname(normpath(path)) for path in paths]
    try:
        return commonpath(folders)
    except ValueError:  # no files, or some of another drive
        return ""


def _units_of(file: FileOutcome, root: str, names: Sequence[_Name]) -> set[int]:
    """The units, by index, that a file is of; several where it holds several reports."""
    own = [_plain(part.unit) for part in file.parts]
    named = _plain(splitext(normpath(file.path).removeprefix(root))[0])
    found = _named(named, names, own)
    if found:
        return {found[0]}
    return {
        index
        for part, unit in zip(file.parts, own, strict=True)
        for index in (_signed(unit, names) or _named(_plain(part.title or ""), names, own))[:1]
    }


def _signed(unit: str, names: Sequence[_Name]) -> list[int]:
    """The unit that the name of a report's own is, in full or with its place before it."""
    forms = {unit, *(unit.removesuffix(organ) for organ in _organs())}
    return [name.unit for name in names if any(form.endswith(name.words) for form in forms)]


@cache
def _organs() -> tuple[str, ...]:
    """The organs that sign for a unit."""
    return Words._make(library().words[DEFAULT_LANGUAGE]["reporting_unit"]).organs


def _named(text: str, names: Sequence[_Name], own: Iterable[str]) -> list[int]:
    """The units that a text names, the longest name first, but for names within one of a report's `own`."""
    for unit in own:
        if unit and not _signed(unit, names):
            text = text.replace(unit, "\n")
    found = []
    for words, index in names:
        if words in text:
            found.append(index)
            text = text.replace(words, "\n")
    return found
