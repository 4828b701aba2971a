"""A YAML tree in, validated named tuples out; every problem goes to a `ProblemLog` with its place.

What is expected is described by named tuples, the same for rule files, for the options of checks and
for the project's configuration:

- a field is a key, by its own name or by `Key("with")` where Python reserves the word; a field
  without a default is required; `Doc` explains it. A field marked `SourceNode` is no key: it is
  filled with the node that the named tuple was read from. One marked `WordLists` is filled when a
  rule is prepared;
- `str`, `int`, `float`, `bool`, `Literal[...]`, `tuple[X, ...]`, another named tuple, `X | None`
  for a key that may be left out, `X | tuple[X, ...]` for one or several, `Any` for a node that is
  read later;
- `Pattern`, `SectionId` and `Id` for text with a meaning, `OneOf` next to `str` for one of some names.

`json_schema` gives the same description to editors.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from linter.model.errors import Problem, ReportlintError
from linter.model.message import Message
from linter.schema.hints import hint, nearest
from linter.schema.types import Doc, Id, Key, OneOf, Pattern, SectionId, SourceNode, Within, WordLists
from linter.schema.yaml_reasons import wide_name
from linter.schema.yaml_tree import Listing, Mapping, Node, Scalar

MAX_PATTERN = 2000
"""Characters that a pattern may have."""
WHOLE = ""
"""The key of all that a file holds, which has none."""
_LONGEST = 30
"""Characters of a wrong value that are told."""


class ProblemLog:
    """The problems met while one file is read; grows as it is read."""

    def __init__(self, path: str, problems: list[Problem] | None = None) -> None:
        """`path` is the file as the user knows it; with `problems`, new ones are appended to that list."""
        self.path = path
        self.problems: list[Problem] = [] if problems is None else problems
        self.section_ids: list[Scalar] = []
        """The nodes of every `SectionId` met, in order: whether there are such sections is for the caller."""

    def add(self, node: Node, zh: str, en: str) -> None:
        """Append one problem at the line and column of a node."""
        self.problems.append(Problem(self.path, node.line, node.column, zh, en))


class Field(NamedTuple):
    """One key that a named tuple describes."""

    name: str
    """Of the field."""
    key: str
    """In the file; differs from `name` where Python reserves the word."""
    kind: Any
    """The annotated type without `None`, or the `OneOf` next to it."""
    doc: Doc
    required: bool
    default: Any
    """None when there is none: see `required`."""
    within: Within | None = None
    """Of numbers the bounds; every number has some."""


@cache
def fields(shape: Any) -> tuple[Field, ...]:
    """The keys that a named tuple type describes, in the order of its fields.

    A field marked `SourceNode` or `WordLists` is no key.
    """
    return tuple(
        _field(shape, name, annotation)
        for name, annotation in _annotations(shape)
        if SourceNode not in _markers(annotation) and WordLists not in _markers(annotation)
    )


@cache
def _source_node_fields(shape: Any) -> tuple[str, ...]:
    return tuple(name for name, annotation in _annotations(shape) if SourceNode in _markers(annotation))


def _annotations(shape: Any) -> Iterable[tuple[str, Any]]:
    return get_type_hints(shape, include_extras=True).items()


def _markers(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()


def _field(shape: Any, name: str, annotation: Any) -> Field:
    kind = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        kind = kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007  (kinds is not known here)
    kind = next((marker for marker in _markers(annotation) if isinstance(marker, OneOf)), kind)
    key = next((marker.name for marker in _markers(annotation) if isinstance(marker, Key)), name)
    doc = next((marker for marker in _markers(annotation) if isinstance(marker, Doc)), Doc("", ""))
    within = next((marker for marker in _markers(annotation) if isinstance(marker, Within)), None)
    defaults = shape._field_defaults
    return Field(name, key, kind, doc, name not in defaults, defaults.get(name), within)


def read(node: Node, kind: Any, key: str, log: ProblemLog) -> Any:
    """The value of a node as `kind`, one of the kinds that this module lists.

    None where it is no such value: then the problem is in the log. `key` names the value in messages.
    """
    origin = get_origin(kind)
    if kind is Any:
        return node
    if origin is Literal:
        return _choice(node, get_args(kind), key, log)
    if origin is tuple:
        return _items(node, get_args(kind)[0], key, log)
    if origin in (Union, UnionType):
        single = next(each for each in get_args(kind) if get_origin(each) is not tuple)
        several = node if isinstance(node, Listing) else Listing(node.line, node.column, (node,))
        return _items(several, single, key, log)
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return record(node, kind, key, log)
    return _scalar(node, kind, key, log)


def record(node: Node, shape: Any, key: str, log: ProblemLog) -> Any:
    """The named tuple of type `shape` that a mapping describes.

    None where it cannot be made; then the problem is in the log.
    """
    given = mapping(node, shape, key, log)
    if given is None or add_missing_keys(node, shape, given, log):
        return None
    right = {name: value for name, value in given.items() if value is not None}
    if any(field.required and field.name not in right for field in fields(shape)):
        return None
    return shape(**right, **dict.fromkeys(_source_node_fields(shape), node))


def mapping(node: Node, shape: Any, key: str, log: ProblemLog) -> dict[str, Any] | None:
    """The values that a mapping gives, by field name; wrong values are None, and so are those of keys that
    an unknown one is likely to stand for. Other unknown keys are left out.

    None for a node that is no mapping. Problems go to the log; whether a required key is missing is left
    to `add_missing_keys`.
    """
    if not isinstance(node, Mapping):
        keys = "、".join(field.key for field in fields(shape))
        _add_wrong_kind(
            node, key, Message(f"键和值（{keys}）", f"keys with values ({keys.replace('、', ', ')})"), log
        )
        return None
    known = {field.key: field for field in fields(shape)}
    given: dict[str, Any] = {}
    for name, value in node.pairs:
        if field := known.get(name.text):
            given[field.name] = read(value, field.kind, field.key, log)
            if field.within:
                _add_out_of_bounds(value, field, log)
            continue
        if wide := wide_name(name.text, known):
            log.add(name, *wide[1])
        elif _is_prose(name.text) and value == Scalar(value.line, value.column, ""):
            zh = f"“{name.text}”前面是逗号：文字里有逗号的，整句要加引号"
            log.add(name, zh, f"a comma comes before '{name.text}': put text with a comma in quotes")
        else:
            add_unknown_name(name, Message("键", "key"), known, log)
        if (meant := _meant(name.text, known)) in known:
            given.setdefault(known[meant].name, None)
    return given


def _add_out_of_bounds(node: Node, field: Field, log: ProblemLog) -> None:
    """Put the numbers of a node that lie out of the bounds of their field into the log."""
    assert field.within is not None
    least, most = (f"{bound:,}" for bound in field.within)
    for each in node.items if isinstance(node, Listing) else (node,):
        number = each.text if isinstance(each, Scalar) and re.fullmatch(FORMS[float], each.text) else None
        if number and not field.within.least <= float(number) <= field.within.most:
            log.add(
                each,
                f"“{field.key}”应在 {least} 到 {most} 之间，这里是 {number}",
                f"'{field.key}' must be from {least} to {most}, not {number}",
            )


def _meant(name: str, known: Collection[str]) -> str:
    """The key that an unknown one is likely to stand for; empty for none."""
    wide = wide_name(name, known)
    return wide[0] if wide else nearest(name, known)


def states(node: Mapping, key: str, shape: Any) -> bool:
    """Whether a mapping has a key of `shape`, or an unknown one in its place, which is in the log already."""
    known = {field.key for field in fields(shape)}
    return any(
        name.text == key or (name.text not in known and _meant(name.text, known) == key)
        for name, _ in node.pairs
    )


def _is_prose(name: str) -> bool:
    """Whether what should be a key looks like the end of a sentence."""
    return not name.isascii() or " " in name


def add_missing_keys(node: Node, shape: Any, given: Iterable[str], log: ProblemLog) -> bool:
    """Put the required keys of `shape` that are not in `given` (field names) into the log.

    Gives whether there are any.
    """
    lacking = [field.key for field in fields(shape) if field.required and field.name not in given]
    for key in lacking:
        log.add(node, f"缺少必需的键“{key}”", f"the key '{key}' is missing")
    return bool(lacking)


def add_unknown_name(node: Scalar, what: Message, names: Iterable[str], log: ProblemLog) -> None:
    """Put a name that is not one of `names` into the log, with the nearest that is.

    `what` it should name: a rule, a key.
    """
    advice = hint(node.text, names)
    log.add(node, f"未知的{what.zh}“{node.text}”{advice.zh}", f"unknown {what.en} '{node.text}'{advice.en}")


def problems_error(problems: Iterable[Problem], kind: type[ReportlintError]) -> ReportlintError:
    """One error of type `kind`; its message has a line for each different problem, by file and place."""
    ordered = sorted(set(problems))
    lines = [each.text.about(f"{each.path}:{each.line}:{each.column}") for each in ordered]
    return kind("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines), tuple(ordered))


def as_tuples(value: Any) -> Any:
    """The value with every named tuple, however deep, as a plain tuple: what a cached ruleset has, too."""
    return tuple(map(as_tuples, value)) if isinstance(value, tuple) else value


def _add_wrong_kind(node: Node, key: str, expected: Message, log: ProblemLog) -> None:
    if any(node[:2] == (each.line, each.column) for each in log.problems):
        return  # an alias, say, was refused here: the value that stands in for it is not the author's
    if isinstance(node, Scalar):
        text = _short(node.text)
        found = Message("空值", "nothing") if _empty(node) else Message(f"“{text}”", f"'{text}'")
    else:
        found = (
            Message("列表", "a list") if isinstance(node, Listing) else Message("一组键", "a group of keys")
        )
    where = Message(f"“{key}”", f"'{key}'") if key != WHOLE else Message("文件内容", "what the file holds")
    log.add(
        node,
        f"{where.zh}应为{expected.zh}，这里是{found.zh}",
        f"{where.en} must be {expected.en}, not {found.en}",
    )


def _short(text: str) -> str:
    """A text as it is told in a sentence: the value may be a whole report, named in place of a rule file."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _items(node: Node, kind: Any, key: str, log: ProblemLog) -> tuple[Any, ...]:
    if not isinstance(node, Listing):
        _add_wrong_kind(node, key, Message("列表（[…]）", "a list ([…])"), log)
        return ()
    values = [read(item, kind, key, log) for item in node.items]
    return tuple(value for value in values if value is not None)


def _choice(node: Node, choice: tuple[str, ...], key: str, log: ProblemLog) -> str | None:
    if isinstance(node, Scalar) and node.text in choice:
        return node.text
    if isinstance(node, Scalar) and node.text:
        advice = hint(node.text, choice)
        zh, en = f"“{key}”不能是“{node.text}”{advice.zh}", f"'{key}' cannot be '{node.text}'{advice.en}"
        log.add(node, zh, en)
    else:
        _add_wrong_kind(node, key, Message("、".join(choice), ", ".join(choice)), log)
    return None


_TEXT = Message("文字", "text")
_EXPECTED = {
    int: Message("整数", "a whole number"),
    float: Message("数", "a number"),
    bool: Message("true 或 false", "true or false"),
    Id: Message("小写字母和数字（可用 - 和 _ 连接）", "lower-case letters and digits, joined by - or _"),
}
FORMS = {
    int: r"-?\d{1,9}",
    float: r"-?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})",
    bool: "true|false",
    Id: r"[a-z0-9]+(?:[-_][a-z0-9]+)*",
}
_VALUES: dict[Any, Callable[[str], Any]] = {int: int, float: float, bool: lambda text: text == "true"}


def _empty(node: Scalar) -> bool:
    return node.plain and node.text in ("", "~", "null")


def _scalar(node: Node, kind: Any, key: str, log: ProblemLog) -> Any:
    if not isinstance(node, Scalar) or _empty(node):
        _add_wrong_kind(node, key, _EXPECTED.get(kind, _TEXT), log)
        return None
    if kind in FORMS and not re.fullmatch(FORMS[kind], node.text):
        _add_wrong_kind(node, key, _EXPECTED[kind], log)
        return None
    if isinstance(kind, OneOf) and node.text not in kind.names():
        add_unknown_name(node, kind.what, kind.names(), log)
        return None
    if kind is Pattern and (problem := _pattern_problem(node.text)):
        log.add(node, f"“{key}”中的正则有误：{problem.zh}", f"bad pattern in '{key}': {problem.en}")
        return None
    if kind is SectionId:
        log.section_ids.append(node)
    return _VALUES.get(kind, str)(node.text)


@lru_cache(maxsize=4096)
def _pattern_problem(pattern: str) -> Message | None:
    from linter.schema.pattern_reasons import why
    from linter.text import patterns

    if len(pattern) > MAX_PATTERN:
        return Message(f"超过 {MAX_PATTERN} 个字符", f"longer than {MAX_PATTERN} characters")
    try:
        compiled = patterns.compile(pattern)
    except patterns.PatternError as error:
        zh, en = why(error)
        return Message(zh, en) if pattern in en else Message(f"{zh}（{pattern}）", f"{en} ({pattern})")
    if compiled.groupindex:
        return Message(f"不支持命名的组（{pattern}）", f"named groups are not supported ({pattern})")
    if compiled.search("") is not None:
        return Message(
            f"空文字也能匹配，处处都会命中（{pattern}）", f"it matches empty text, so everywhere ({pattern})"
        )
    return None
