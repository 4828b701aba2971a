"""Rulesets by name: found, compiled once, kept, chosen by title.

YAML and the walker are loaded only when a file changed. `library()` reads the shipped files,
looks their digest up in the cache and keeps each set packed; `load` unpacks the one asked for.
"""

import marshal
import os
from collections.abc import Callable
from typing import Any, NamedTuple

from linter.errors import RulesetError
from linter.files import is_path, is_rule_file
from linter.language import cache
from linter.model import Rule, Ruleset, Terms, Text

_ENOUGH = (1 << 20) + 1
"""One byte more than a rule file may have: see `linter.language.nodes`."""


class Library(NamedTuple):
    """The rulesets of a folder, compiled; each stays packed until it is asked for."""

    paths: dict[str, str]
    """File of each set, by id."""
    titles: dict[str, tuple[str, ...]]
    """Patterns of the titles of reports that a set is for, by id."""
    extends: dict[str, tuple[str, ...]]
    """Ids that a set inherits from, by id."""
    packed: dict[str, bytes]
    digest: bytes


def shipped_folder() -> str:
    """The folder of the rulesets that come with the program: in a wheel, or beside it in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "rulesets")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "rulesets")


def library(folder: str | None = None) -> Library:
    """All rulesets of a folder, by default the shipped ones. The name of a file is the id of its set.

    Raises RulesetError with every mistake in any of the files.
    """
    base = folder or shipped_folder()
    paths = {name[:-5]: os.path.join(base, name) for name in _files(base)}
    key = cache.digest(_program(), *(part for id in paths for part in (id.encode(), _bytes(paths[id]))))
    entry = cache.get(key)
    if entry is None:
        entry = _compile(paths)
        cache.put(key, entry)
    titles, extends, packed = entry
    return Library(paths, titles, extends, packed, key)


def shipped(found: Library) -> tuple[str, ...]:
    """The ids of a library, sorted."""
    return tuple(found.paths)


def load(name: str, found: Library | None = None, folder: str = ".") -> Ruleset:
    """The ruleset of an id of the library (by default the shipped one), or of a path from `folder`.

    Raises RulesetError for an unknown name, and for every mistake in the file and what it extends.
    """
    found = found or library()
    if name in found.packed:
        return _unpack(found.packed[name], found.paths[name])
    path = os.path.join(folder, name)
    if not (os.path.isfile(path) and is_path(name)):
        raise _unknown(name, path, found)
    return _unpack(_own(os.path.normpath(path), found), os.path.normpath(path))


def chooser(found: Library) -> Callable[[str], str | None]:
    """What finds the id of the ruleset for a title; None when there is none.

    Of the sets whose `applies_to` fits, those that another of them extends give way to it; then
    the longest match wins, then the first id.
    """
    from linter.text import patterns

    compiled = {id: patterns.union(titles) for id, titles in found.titles.items() if titles}

    def choose(title: str) -> str | None:
        hits = {id: match for id, pattern in compiled.items() if pattern and (match := pattern.search(title))}
        inherited = {below for id in hits for below in found.extends[id]}
        fits = [(match.start() - match.end(), id) for id, match in hits.items() if id not in inherited]
        return min(fits)[1] if fits else None

    return choose


def _files(base: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(base) if is_rule_file(name) and name.endswith(".yaml"))
    except OSError:
        return []


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_ENOUGH)
    except OSError:
        return b""


def _program() -> bytes:
    """What tells one state of the checks' options from another: in a checkout the version does not."""
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        with os.scandir(os.path.join(here, "checks")) as found:
            stamps = sorted((entry.name, entry.stat().st_mtime_ns) for entry in found if entry.is_file())
    except OSError:  # in a zip file
        return b""
    return repr(stamps).encode()


def _compile(paths: dict[str, str]) -> tuple[Any, ...]:
    from linter.language.merge import compile_files

    sets = [each.ruleset for each in compile_files(paths.values(), paths)]
    by_file = dict(zip(paths, sets, strict=True))
    for id, ruleset in by_file.items():
        if id != ruleset.id:
            zh = f"{paths[id]}:1:1：文件名应与 id 一致（{ruleset.id}.yaml）"
            raise RulesetError(
                zh, f"{paths[id]}:1:1: the file must be named after its id ({ruleset.id}.yaml)"
            )
    return (
        {id: each.titles for id, each in by_file.items()},
        {id: each.extends for id, each in by_file.items()},
        {id: _pack(each) for id, each in by_file.items()},
    )


def _own(path: str, found: Library) -> bytes:
    """The user's own file, packed: from the cache when neither it nor anything below it changed."""
    key = cache.digest(b"own", os.path.realpath(path).encode(), _bytes(path), found.digest)
    entry = cache.get(key)
    if entry is not None and all(cache.digest(_bytes(below)) == seal for below, seal in entry[0].items()):
        packed: bytes = entry[1]
        return packed
    from linter.language.merge import compile_files

    ruleset, files = compile_files([path], found.paths)[0]
    packed = _pack(ruleset)
    cache.put(key, ({below: cache.digest(data) for below, data in files.items()}, packed))
    return packed


def _pack(ruleset: Ruleset) -> bytes:
    from linter.language.schema import plain

    return marshal.dumps(plain(ruleset))


def _unpack(packed: bytes, path: str) -> Ruleset:
    id, title, titles, sections, rules, _, source, extends = marshal.loads(packed)
    return Ruleset(
        id,
        Text(*title),
        titles,
        tuple([Terms(id, Text(*title), *rest) for id, title, *rest in sections]),
        tuple([_rule(*rule) for rule in rules]),
        path,
        source,
        extends,
    )


def _rule(id: str, check: str, level: str, message: Any, options: Any, why: Any, *rest: Any) -> Rule:
    return Rule(id, check, level, Text(*message), options, Text(*why), *rest)


def _unknown(name: str, path: str, found: Library) -> RulesetError:
    from linter.language.layers import rule_files
    from linter.language.schema import hint

    if is_path(name):
        advice = hint(os.path.basename(path), rule_files(os.path.dirname(path) or "."))
        return RulesetError(f"没有规则文件“{name}”{advice.zh}", f"no rule file '{name}'{advice.en}")
    beside = next((each for each in (f"{name}.yaml", f"{name}.yml") if os.path.isfile(each)), None)
    advice = hint(beside, [beside]) if beside else hint(name, found.paths)
    return RulesetError(f"未知的规则集“{name}”{advice.zh}", f"unknown ruleset '{name}'{advice.en}")
