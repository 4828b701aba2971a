"""Rulesets by name: found, compiled once, kept in the cache, chosen by title.

`library()` reads the shipped files and looks for what was compiled of them: in a wheel beside them, else
in the cache. Only when one has changed are YAML and `linter.schema` loaded to compile them. A library holds
every set packed (as encoded bytes); `load` unpacks the one asked for. What was kept is used only if it has
the shape of a library or a set that is not empty: otherwise the files are compiled.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import linter
from linter import bounded
from linter.model.errors import Problem, RulesetError
from linter.model.message import Message
from linter.model.rules import Lists, Ruleset
from linter.ruleset import cache, packing
from linter.ruleset.encoding import EncodingError, decode, encode
from linter.schema.file_names import MAX_BYTES, is_path, is_rule_file, shipped_folder

BUILT = "compiled"
"""The file beside the rule files of a wheel in which they are compiled."""
_BUILT_LIMIT = 16 << 20
"""Bytes that it may have."""
_TEXTS = [str]
_INDEX = ({str: (_TEXTS, str, _TEXTS, _TEXTS)}, {str: packing.LISTS})
"""What is kept of a library, as `encoding.decode` checks it: of each set, by id, titles, script, what it
extends, and the numbers of its pieces; and the word lists."""
_OWN = {str: str}
"""What is kept of the user's own set: the digests of its files, by path."""

NO_RULESETS: Mapping[str, Ruleset] = MappingProxyType({})


class PackedSet(NamedTuple):
    """A set of a library, and what chooses it, as in `Ruleset`."""

    id: str
    titles: tuple[str, ...]
    script: str
    extends: tuple[str, ...]
    pieces: packing.Pieces
    """The set itself; a piece that several sets have is kept once."""


class Library(NamedTuple):
    """The rulesets of a folder, compiled; each stays packed until it is asked for."""

    paths: dict[str, str]
    """File of each set, by id; sorted by these."""
    sets: dict[str, PackedSet]
    """By id, in the same order."""
    words: dict[str, dict[str, Lists]]
    """The shipped word lists, by language and group: most sets go by them as they are, and share them."""
    digest: bytes
    """Of all the files, and of the program or its version: 16 bytes."""


def library(folder: str | None = None) -> Library:
    """All rulesets of a folder, by default the shipped ones. The name of a file is the id of its set.

    The word lists are the shipped ones in either case. Raises RulesetError with every mistake in any of
    the files.
    """
    base = folder or shipped_folder()
    files = _files_of(base)
    found = _built(base, files)
    if found:
        return found
    key = cache.digest(_program_state(), *files.contents)
    found = _opened(cache.get(key), key, files)
    if found is None:
        found = _compile(files.paths, files.words, key)
        cache.put(key, _records(found))
    return found


def build() -> bytes:
    """The shipped rulesets compiled, as a wheel holds them under the name `BUILT`: no run has to then.

    Raises RulesetError with every mistake in any of the files.
    """
    files = _files_of(shipped_folder())
    key = cache.release_digest(*files.contents)
    return cache.packed(key, _records(_compile(files.paths, files.words, key)))


class _Files(NamedTuple):
    """The files that a library is made from."""

    paths: dict[str, str]
    """The rule files, by id."""
    words: list[tuple[str, str]]
    """The word lists: see `_word_files`."""
    contents: list[bytes]
    """Name and content of each."""


def _files_of(base: str) -> _Files:
    paths = {name[:-5]: os.path.join(base, name) for name in _files(base)}
    words = _word_files()
    named = (*words, *paths.items())
    return _Files(paths, words, [part for name, path in named for part in (name.encode(), _bytes(path))])


def _built(base: str, files: _Files) -> Library | None:
    """The library that a wheel holds compiled; None in a checkout, and where a file has changed since."""
    path = os.path.join(base, BUILT)
    if not os.path.exists(path):
        return None
    key = cache.release_digest(*files.contents)
    return _opened(cache.unpacked(key, _bytes(path, _BUILT_LIMIT)), key, files)


def _opened(records: list[bytes] | None, key: bytes, files: _Files) -> Library | None:
    """The library in some records; None when there are none, or they lack a set or a word list."""
    try:
        index, *pieces = records or [b""]
        kept, words = decode(index, _INDEX)
        named = [name.split("/") for name, _ in files.words]
        has_words = all(any(words[language][group]) for language, group in named)
        if list(kept) != list(files.paths) or not has_words:
            return None
        sets = {
            id: PackedSet(id, titles, script, extends, tuple([pieces[int(number)] for number in numbers]))
            for id, (titles, script, extends, numbers) in kept.items()
        }
    except (ValueError, LookupError):
        return None
    return Library(files.paths, sets, words, key)


def _records(found: Library) -> list[bytes]:
    """What is kept of a library."""
    pieces = dict.fromkeys(piece for each in found.sets.values() for piece in each.pieces)
    numbers = {piece: str(number) for number, piece in enumerate(pieces)}
    kept = {
        each.id: (each.titles, each.script, each.extends, tuple(map(numbers.__getitem__, each.pieces)))
        for each in found.sets.values()
    }
    return [encode((kept, found.words)), *pieces]


def load(name: str, found: Library | None = None, folder: str | None = ".") -> Ruleset:
    """The ruleset of an id of the library (by default the shipped one), or of a path from `folder`.

    Without a folder there are ids only. Raises RulesetError: the name is unknown, or the file or one that
    it extends has problems; all are told.
    """
    found = found or library()
    if name in found.sets:
        return _shipped_set(name, found)
    if folder is None:
        raise _no_id(name, found)
    path = os.path.join(folder, name)
    if not os.path.exists(path) or os.path.isdir(path) or not is_path(name):
        raise unknown(name, path, found)
    return _own_set(os.path.normpath(path), found)


def load_all(found: Library) -> list[Ruleset]:
    """Every set of a library."""
    return [load(name, found) for name in found.paths]


def compiled(data: bytes, name: str, found: Library | None = None) -> Ruleset:
    """The ruleset in the content of a rule file that `name` stands for; it may extend the library's sets.

    Nothing is kept of it. Raises RulesetError with every mistake in it.
    """
    from linter.ruleset.inherit import compile_files

    found = found or library()
    ((ruleset, _),) = compile_files([name], found.paths, found.words, {name: data}, alone=True)
    return ruleset


def packed(data: bytes, name: str) -> bytes:
    """What `compiled` makes of a rule file, as bytes for `unpacked`. Raises RulesetError."""
    found = library()
    return b"".join(packing.pack(compiled(data, name, found), found.words))


def unpacked(data: bytes, name: str) -> Ruleset:
    """The ruleset in some bytes, whose form is checked. Raises ValueError when they hold none."""
    try:
        return packing.unpack([data], name, library().words)
    except KeyError:
        raise EncodingError("an unknown language") from None


def problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """What is wrong in the content of the rule file at a path, and in the files that it extends.

    The file itself is not read, so that an editor can ask about what is not saved yet.
    """
    from linter.ruleset.inherit import compile_files

    found = library()
    try:
        compile_files([path], found.paths, found.words, {path: data})
    except RulesetError as error:
        return error.problems
    return ()


def located(name: str, folder: str) -> str:
    """The name of a ruleset as seen from the working directory, where it is a path from a folder."""
    return os.path.normpath(os.path.join(folder, name)) if is_path(name) else name


def chooser(
    found: Library,
    own: Mapping[str, Ruleset] = NO_RULESETS,
    is_headline: Callable[[str], bool] = lambda title: False,
) -> Callable[[str], str | None]:
    """A function from the title of a report to the name of the ruleset for it, None when there is none: the
    id of a shipped one, the path of one of the user's `own`.

    The user's own sets go before the shipped ones. Of several whose `applies_to` fits, those that another of
    them extends give way to it; then the match that ends last wins, for a title ends with the kind of its
    document (述职报告评分表 is a form), then the longest, then the first id. An own set takes the place of a
    shipped one with its id, whatever its titles are; two own sets with one id are two sets. A headline
    (`is_headline`) speaks of a report that somebody gave: no shipped set judges what stands below it.
    """
    from linter.text import patterns
    from linter.text.characters import script_of

    replaced = {each.id for each in own.values()}
    shipped = {id: each for id, each in found.sets.items() if id not in replaced}
    sets: dict[str, Ruleset | PackedSet] = {**own, **shipped}
    compiled = {name: patterns.union(each.titles) for name, each in sets.items() if each.titles}

    def fitting(title: str, names: Iterable[str]) -> str | None:
        hits = {
            name: match
            for name in names
            if (pattern := compiled.get(name))
            and (match := pattern.search(title))
            and (not sets[name].script or script_of(title) in ("", sets[name].script))
        }
        inherited = {below for name in hits for below in sets[name].extends if below != sets[name].id}
        fits = [
            (-match.end(), match.start(), sets[name].id, name)
            for name, match in hits.items()
            if sets[name].id not in inherited
        ]
        return min(fits)[3] if fits else None

    return lambda title: fitting(title, own) or (None if is_headline(title) else fitting(title, shipped))


def _files(base: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(base) if is_rule_file(name) and name.endswith(".yaml"))
    except OSError:
        return []


def _bytes(path: str, limit: int = MAX_BYTES) -> bytes:
    try:
        return bounded.read(path, limit)
    except OSError:
        return b""


def _word_files() -> list[tuple[str, str]]:
    """The word lists that come with the program: LANGUAGE/GROUP and the path of each file, sorted."""
    base = os.path.join(shipped_folder(), "words")
    return [
        (f"{language}/{name[:-5]}", os.path.join(base, language, name))
        for language in sorted(os.listdir(base))
        for name in _files(os.path.join(base, language))
    ]


def _program_state() -> bytes:
    """The paths and times of change of the program's modules: in a checkout the version says too little.

    Which keys and word lists there are, and how they are compiled, depends on many of them.
    """
    try:
        return repr(sorted(_stamps(os.path.dirname(os.path.abspath(linter.__file__))))).encode()
    except OSError:  # in a zip file
        return b""


def _stamps(folder: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat().st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _stamps(entry.path)


def _compile(paths: dict[str, str], word_files: list[tuple[str, str]], key: bytes) -> Library:
    from linter.ruleset.inherit import compile_files
    from linter.ruleset.word_lists import WordFile, languages
    from linter.schema.validate import problems_error

    words, problems = languages(WordFile(name, path, _bytes(path)) for name, path in word_files)
    if problems:
        raise problems_error(problems, RulesetError)
    sets = [ruleset for ruleset, _ in compile_files(paths.values(), paths, words)]
    for id, each in zip(paths, sets, strict=True):
        if id != each.id:
            zh = f"文件名应与 id 一致（{each.id}.yaml）"
            en = f"the file must be named after its id ({each.id}.yaml)"
            problems.append(Problem(each.path, 1, 1, zh, en))
    if problems:
        raise problems_error(problems, RulesetError)
    packed_sets = {
        each.id: PackedSet(each.id, each.titles, each.script, each.extends, packing.pack(each, words))
        for each in sets
    }
    return Library(paths, packed_sets, words, key)


def _shipped_set(name: str, found: Library) -> Ruleset:
    path = found.paths[name]
    try:
        return packing.unpack(found.sets[name].pieces, path, found.words)
    except (ValueError, KeyError):
        from linter.ruleset.inherit import compile_files

        return compile_files([path], found.paths, found.words)[0][0]


def _own_set(path: str, found: Library) -> Ruleset:
    """The user's own file: from the cache when neither it nor anything below it changed."""
    state = found.digest, _program_state()  # two builds of one version may compile it differently
    key = cache.digest(b"own", os.path.realpath(path).encode(), _bytes(path), *state)
    try:
        files, *packed = cache.get(key) or [b""]
        seals = decode(files, _OWN)
        if seals and all(cache.digest(_bytes(below)).hex() == seal for below, seal in seals.items()):
            return packing.unpack(packed, path, found.words)
    except (ValueError, KeyError):  # too few records, another shape, an unknown language
        pass
    from linter.ruleset.inherit import compile_files

    ruleset, contents = compile_files([path], found.paths, found.words)[0]
    try:
        seals = encode({below: cache.digest(data).hex() for below, data in contents.items()})
        cache.put(key, (seals, *packing.pack(ruleset, found.words)))
    except EncodingError:  # a text with NUL: it is compiled every time
        pass
    return ruleset


def _no_id(name: str, found: Library) -> RulesetError:
    from linter.schema.hints import hint

    return _unknown_id(name, hint(name, found.paths))


def _unknown_id(name: str, advice: Message) -> RulesetError:
    return RulesetError(f"未知的规则集“{name}”{advice.zh}", f"unknown ruleset '{name}'{advice.en}")


def unknown(name: str, path: str, found: Library) -> RulesetError:
    """The error about the name of a ruleset that there is not, or whose `path` leads to no file."""
    from linter.ruleset.layers import rule_files
    from linter.schema.hints import hint

    if is_path(name):
        advice = hint(os.path.basename(path), rule_files(os.path.dirname(path) or "."))
        return RulesetError(
            f"没有规则文件“{name}”{advice.zh or '，请核对路径'}",
            f"no rule file '{name}'{advice.en or '; check the path'}",
        )
    beside = next((each for each in (f"{name}.yaml", f"{name}.yml") if os.path.isfile(each)), None)
    return _unknown_id(name, hint(beside, [beside]) if beside else hint(name, found.paths))
