"""Rule files as read, with those they extend: only files of the same folder, and no circles."""

import os
from collections.abc import Mapping as Mapped
from types import MappingProxyType
from typing import Any, NamedTuple

from linter import bounded
from linter.model.errors import Problem, reason
from linter.model.message import Message
from linter.ruleset.rule_options import check_by_themselves
from linter.ruleset.rulefile import RuleFile
from linter.schema.file_names import MAX_BYTES, is_path, is_rule_file
from linter.schema.hints import hint, listed
from linter.schema.types import Id
from linter.schema.validate import WHOLE, ProblemLog, add_missing_keys, mapping
from linter.schema.yaml_reasons import wide_item
from linter.schema.yaml_tree import Listing, Mapping, Node, Scalar, tree

MAX_LAYERS = 64
"""Files that extend each other in a chain."""
NOTHING_GIVEN: Mapped[str, bytes] = MappingProxyType({})


class Layer(NamedTuple):
    """One file as read."""

    path: str
    """As it is shown to the user."""
    data: bytes
    file: RuleFile | None
    """None when it, or one that it extends, cannot be read; then the problem has been noted."""
    below: tuple[str, ...]
    """Real paths of the files it extends, however far, lowest first."""


def load(
    path: str,
    trail: tuple[str, ...],
    layers: dict[str, Layer],
    shipped: dict[str, str],
    problems: list[Problem],
    given: Mapped[str, bytes] = NOTHING_GIVEN,
    alone: bool = False,
) -> None:
    """Read a file, and before it those that it extends, into `layers` (by real path).

    `trail` are the real paths of the files that led to this one, `shipped` the path of each shipped id,
    `given` the contents of files, by path, that are not to be read; with `alone` files extend shipped sets
    only, and name nothing that stands beside them. Problems are appended to `problems`.
    """
    real = os.path.realpath(path)
    if real in layers:
        return
    try:
        data = given[path] if path in given else read_bytes(path)
    except OSError as error:
        why = reason(error)
        problems.append(Problem(path, 1, 1, f"无法读取：{why.zh}", f"cannot be read: {why.en}"))
        layers[real] = Layer(path, b"", None, ())
        return
    node, found = tree(data, path)
    log = ProblemLog(path, found)
    file = _file(node, log)
    if alone and path in given and file and file.weights:
        log.add(
            file.node.get("weights"),
            "这里只收单个规则文件，读不到旁边的权重文件，请删去 weights",
            "a rule file that comes alone has no weights beside it; leave them out",
        )
    named, parents = _parents(node, log, (*trail, real), shipped, alone)
    for parent in parents:
        load(parent, (*trail, real), layers, shipped, problems, given, alone)
    reals = [os.path.realpath(parent) for parent in parents]
    whole = len(parents) == named and all(layers[each].file for each in reals)
    if file and not whole:  # it will not be merged, which tells the mistakes in options
        check_by_themselves(file.rules, log)
    problems += log.problems
    below = dict.fromkeys(each for real in reals for each in (*layers[real].below, real))
    layers[real] = Layer(path, data, file if whole else None, tuple(below))


def read_bytes(path: str) -> bytes:
    """The bytes of a rule file. Raises OSError."""
    return bounded.read(path, MAX_BYTES)


def _file(node: Node | None, log: ProblemLog) -> RuleFile | None:
    """The file with all that is right in it: so that one problem does not hide the others."""
    if node is None:
        if not log.problems:
            log.problems.append(Problem(log.path, 1, 1, "文件是空的", "the file is empty"))
        return None
    given = mapping(node, RuleFile, WHOLE, log)
    if given is None:
        return None
    add_missing_keys(node, RuleFile, given, log)
    right = {name: value for name, value in given.items() if value is not None}
    file = RuleFile(**{"id": Id(""), "title": Message("", ""), "node": node, **right})
    sections = _unrepeated("sections", file.sections, log)
    for section in sections:
        for key in ("headings", "weak_headings"):
            _add_wide_items(section.node.get(key), log)
    return file._replace(sections=sections, rules=_unrepeated("rules", file.rules, log))


def _add_wide_items(words: Node | None, log: ProblemLog) -> None:
    """Put words of a list into the log that may be two, parted by a full-width comma: [整改，治理]."""
    if not isinstance(words, Listing):
        return
    for word in words.items:
        if not isinstance(word, Scalar) or not word.plain:
            continue
        if told := wide_item(word.text, words.inline):
            log.add(word, *told)


def _unrepeated(kind: str, entries: tuple[Any, ...], log: ProblemLog) -> tuple[Any, ...]:
    """The first entry of each id; that there are others is put into the log."""
    first: dict[str, Any] = {}
    for entry in entries:
        node = entry.node.get("id")
        if first.setdefault(entry.id, entry) is not entry:
            line = first[entry.id].node.get("id").line
            zh = f"{kind} 中“{entry.id}”重复，第 {line} 行已有"
            log.add(node, zh, f"'{entry.id}' is already in {kind}, on line {line}")
    return tuple(first.values())


def _parents(
    node: Any, log: ProblemLog, trail: tuple[str, ...], shipped: dict[str, str], alone: bool
) -> tuple[int, list[str]]:
    """How many names a file's `extends` holds, and the paths of those that can be read."""
    listing = node.get("extends") if isinstance(node, Mapping) else None
    items = listing.items if isinstance(listing, Listing) else []
    names = [item for item in items if isinstance(item, Scalar) and item.text]
    parents = []
    for name in names:
        beside = is_path(name.text) and not alone
        path = inside(name, log) if beside else _shipped(name, shipped, log, alone)
        if path is None:
            continue
        if os.path.realpath(path) in trail:
            circle = [os.path.basename(each) for each in trail[trail.index(os.path.realpath(path)) :]]
            way = " → ".join((*circle, circle[0]))
            log.add(name, f"循环继承：{way}", f"'extends' runs in a circle: {way}")
        elif len(trail) >= MAX_LAYERS:
            log.add(name, f"继承超过 {MAX_LAYERS} 层", f"more than {MAX_LAYERS} files deep")
        else:
            parents.append(path)
    return len(names), parents


def _shipped(name: Scalar, shipped: dict[str, str], log: ProblemLog, alone: bool) -> str | None:
    if name.text not in shipped:
        advice = hint(name.text, shipped)
        zh, en = f"未知的规则集“{name.text}”{advice.zh}", f"unknown ruleset '{name.text}'{advice.en}"
        files = [] if alone else rule_files(os.path.dirname(log.path) or ".")
        if others := [each for each in files if each != os.path.basename(log.path)]:
            zh += f"（自己的规则文件要写文件名：{listed(others).zh}）"
            en += f" (own rule files are named as files: {listed(others).en})"
        log.add(name, zh, en)
    return shipped.get(name.text)


def inside(name: Scalar, log: ProblemLog) -> str | None:
    """The path of a file that a rule file names; it must lie in the same folder or below.

    None where it does not, or does not exist: the problem is in the log.
    """
    folder = os.path.dirname(log.path)
    path = os.path.normpath(os.path.join(folder, name.text))
    real, home = os.path.realpath(path), os.path.realpath(folder or ".")
    if os.path.isabs(name.text) or not real.startswith(os.path.join(home, "")):
        zh = f"“{name.text}”不在本文件所在的文件夹内，只能用其中的文件：把它移到这里，或把本文件移到它那里"
        en = f"'{name.text}' lies outside this file's folder, where it cannot be used: move it here, or this "
        log.add(name, zh, f"{en}file to it")
        return None
    if not os.path.exists(real) or os.path.isdir(real):
        advice = hint(os.path.basename(path), rule_files(os.path.dirname(path) or "."))
        log.add(name, f"没有文件“{name.text}”{advice.zh}", f"no file '{name.text}'{advice.en}")
        return None
    return path


def rule_files(folder: str) -> list[str]:
    """Names of the rule files of a folder, sorted; none when it cannot be listed."""
    try:
        return sorted(name for name in os.listdir(folder) if is_rule_file(name) and not name.startswith("."))
    except OSError:
        return []
