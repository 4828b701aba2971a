"""Which of the units that are to hand in a report have done so: files told apart by the names of units.

A file belongs to the unit that its name says; else to the one that wrote its reports, or that their titles
name. A name within a longer one does not count: the report of 青山镇中心小学 is not one of 青山镇.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from os.path import commonpath, dirname, normpath, splitext
from typing import NamedTuple
from unicodedata import normalize

from linter.model.finding import FileOutcome, HandedIn, Result
from linter.model.rules import DEFAULT_LANGUAGE
from linter.ruleset.library import library
from linter.structure.reporting_unit import Words
from linter.text.word_index import WordIndex


class _Names(NamedTuple):
    """The names of the units. There may be thousands, and every file is asked for all of them."""

    units: dict[str, int]
    """For each name, as `_plain` gives it, the index of its unit."""
    words: WordIndex

    def best(self, found: Iterable[str]) -> int | None:
        """Of some names the unit of the longest, of several the one that is listed first; None for none."""
        return min(((-len(name), self.units[name]) for name in found), default=(0, None))[1]


def with_units(result: Result, units: Sequence[str]) -> Result:
    """The result with what each unit has handed in; `units` are their names, other ones of it behind `|`."""
    listed: dict[str, int] = {}
    for index, unit in enumerate(units):
        for name in filter(None, map(_plain, unit.split("|"))):
            listed.setdefault(name, index)
    names = _Names(listed, WordIndex(listed))
    root = _common_folder(file.path for file in result.files)
    paths: list[list[str]] = [[] for _ in units]
    for file in result.files:
        for index in sorted(_units_of(file, root, names)):
            paths[index].append(file.path)
    own = (unit.partition("|")[0].strip() for unit in units)
    return result._replace(
        units=tuple(HandedIn(unit, tuple(found)) for unit, found in zip(own, paths, strict=True))
    )


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


def _units_of(file: FileOutcome, root: str, names: _Names) -> set[int]:
    """The units, by index, that a file is of; several where it holds several reports."""
    own = [_plain(part.unit) for part in file.parts]
    named = _named(_plain(splitext(normpath(file.path).removeprefix(root))[0]), names, own)
    if named is not None:
        return {named}
    found = set()
    for part, unit in zip(file.parts, own, strict=True):
        signed = _signed(unit, names)
        found.add(_named(_plain(part.title or ""), names, own) if signed is None else signed)
    return {index for index in found if index is not None}


def _signed(unit: str, names: _Names) -> int | None:
    """The unit that the name of a report's own is, in full or with its place before it."""
    forms = {unit, *(unit.removesuffix(organ) for organ in _organs())}
    ends = (form[at:] for form in forms for at in range(len(form)))
    return names.best(end for end in ends if end in names.units)


@cache
def _organs() -> tuple[str, ...]:
    """The organs that sign for a unit."""
    return Words._make(library().words[DEFAULT_LANGUAGE]["reporting_unit"]).organs


def _named(text: str, names: _Names, own: Iterable[str]) -> int | None:
    """The unit of the longest name in a text, but for names within one of a report's `own`."""
    for unit in own:
        if unit and _signed(unit, names) is None:
            text = text.replace(unit, "\n")
    return names.best(names.words.within(text))
