"""A small walker: a tree of nodes in, validated data out, every mistake noted with its place.

What is expected is said by named tuples, the same for rule files, for the options of checks and
for the project's configuration:

- a field is a key, by its own name or by `Key("with")` where Python reserves the word; a field
  without a default is required; `Doc` explains it; `Here` is filled with the node itself, and
  `WordLists` is filled when a rule is prepared;
- `str`, `int`, `float`, `bool`, `Literal[...]`, `tuple[X, ...]`, another named tuple, `X | None`
  for a key that may be left out, `X | tuple[X, ...]` for one or several, `Any` for a node that is
  read later;
- `Pattern`, `SectionId` and `Id` for text with a meaning, `OneOf` beside `str` for one of some names.

`json_schema` gives the same description to editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from linter.model.errors import ReportlintError
from linter.model.message import Message
from linter.schema.hints import hint
from linter.schema.types import Doc, Here, Id, Key, OneOf, Pattern, SectionId, WordLists
from linter.schema.yaml_tree import Listing, Mapping, Node, Problem, Scalar

MAX_PATTERN = 2000


class Notes(NamedTuple):
    """What a walk writes down."""

    path: str
    mistakes: list[Problem]
    sections: list[Scalar]
    """The section ids met, for the caller to look up."""

    def mistake(self, node: Node, zh: str, en: str) -> None:
        """Note one mistake at the place of a node."""
        self.mistakes.append(Problem(self.path, node.line, node.column, zh, en))


class Field(NamedTuple):
    """One key of a named tuple."""

    name: str
    key: str
    kind: Any
    doc: Doc
    required: bool
    default: Any


@cache
def fields(shape: Any) -> tuple[Field, ...]:
    """The keys that a named tuple describes, in order."""
    return tuple(
        _field(shape, name, hint)
        for name, hint in _hints(shape)
        if Here not in _notes(hint) and WordLists not in _notes(hint)
    )


@cache
def _heres(shape: Any) -> tuple[str, ...]:
    return tuple(name for name, hint in _hints(shape) if Here in _notes(hint))


def _hints(shape: Any) -> Iterable[tuple[str, Any]]:
    return get_type_hints(shape, include_extras=True).items()


def _notes(hint: Any) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _field(shape: Any, name: str, hint: Any) -> Field:
    kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        kind = kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007  (kinds is not known here)
    kind = next((note for note in _notes(hint) if isinstance(note, OneOf)), kind)
    key = next((note.name for note in _notes(hint) if isinstance(note, Key)), name)
    doc = next((note for note in _notes(hint) if isinstance(note, Doc)), Doc("", ""))
    defaults = shape._field_defaults
    return Field(name, key, kind, doc, name not in defaults, defaults.get(name))


def read(node: Node, kind: Any, key: str, notes: Notes) -> Any:
    """The value of a node, of the kind expected under `key`; None where a mistake was noted."""
    origin = get_origin(kind)
    if kind is Any:
        return node
    if origin is Literal:
        return _choice(node, get_args(kind), key, notes)
    if origin is tuple:
        return _items(node, get_args(kind)[0], key, notes)
    if origin in (Union, UnionType):
        single = next(each for each in get_args(kind) if get_origin(each) is not tuple)
        several = node if isinstance(node, Listing) else Listing(node.line, node.column, [node])
        return _items(several, single, key, notes)
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return record(node, kind, key, notes)
    return _scalar(node, kind, key, notes)


def record(node: Node, shape: Any, key: str, notes: Notes) -> Any:
    """The named tuple that a mapping describes; None where it cannot be made."""
    given = mapping(node, shape, key, notes)
    if given is None or missing(node, shape, given, notes):
        return None
    right = {name: value for name, value in given.items() if value is not None}
    if any(field.required and field.name not in right for field in fields(shape)):
        return None
    return shape(**right, **dict.fromkeys(_heres(shape), node))


def mapping(node: Node, shape: Any, key: str, notes: Notes) -> dict[str, Any] | None:
    """The keys that a mapping gives, by field name: None for a value that is wrong.

    Whether all that is required was given is another question: see `missing`.
    """
    if not isinstance(node, Mapping):
        keys = "、".join(field.key for field in fields(shape))
        _wrong(
            node, key, Message(f"键和值（{keys}）", f"keys with values ({keys.replace('、', ', ')})"), notes
        )
        return None
    known = {field.key: field for field in fields(shape)}
    given = {}
    for name, value in node.pairs:
        if field := known.get(name.text):
            given[field.name] = read(value, field.kind, field.key, notes)
        elif _is_prose(name.text) and value == Scalar(value.line, value.column, ""):
            zh = f"“{name.text}”前面是逗号：文字里有逗号的，整句要加引号"
            notes.mistake(name, zh, f"a comma comes before '{name.text}': put text with a comma in quotes")
        else:
            unknown(name, Message("键", "key"), known, notes)
    return given


def _is_prose(name: str) -> bool:
    """Whether what should be a key looks like the end of a sentence."""
    return not name.isascii() or " " in name


def missing(node: Node, shape: Any, given: Iterable[str], notes: Notes) -> bool:
    """Note the required keys that were not given; True when there are any."""
    lacking = [field.key for field in fields(shape) if field.required and field.name not in given]
    for key in lacking:
        notes.mistake(node, f"缺少必需的键“{key}”", f"the key '{key}' is missing")
    return bool(lacking)


def unknown(node: Scalar, what: Message, names: Iterable[str], notes: Notes) -> None:
    """Note a name that is not one of `names`, with the nearest that is."""
    advice = hint(node.text, names)
    notes.mistake(
        node, f"未知的{what.zh}“{node.text}”{advice.zh}", f"unknown {what.en} '{node.text}'{advice.en}"
    )


def complaint(mistakes: Iterable[Problem], kind: type[ReportlintError]) -> ReportlintError:
    """One error that holds a line for each mistake, by file and place."""
    ordered = sorted(set(mistakes))
    places = [f"{each.path}:{each.line}:{each.column}" for each in ordered]
    zh = "\n".join(f"{place}：{each.zh}" for place, each in zip(places, ordered, strict=True))
    en = "\n".join(f"{place}: {each.en}" for place, each in zip(places, ordered, strict=True))
    return kind(zh, en)


def plain(value: Any) -> Any:
    """The value with every named tuple as a tuple, in the order of its fields: what marshal takes."""
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def _wrong(node: Node, key: str, expected: Message, notes: Notes) -> None:
    if any(node[:2] == (each.line, each.column) for each in notes.mistakes):
        return  # an alias, say, was refused here: what stands in its place is nobody's mistake
    if isinstance(node, Scalar):
        found = Message("空值", "nothing") if _empty(node) else Message(f"“{node.text}”", f"'{node.text}'")
    else:
        found = (
            Message("列表", "a list") if isinstance(node, Listing) else Message("一组键", "a group of keys")
        )
    notes.mistake(
        node,
        f"“{key}”应为{expected.zh}，这里是{found.zh}",
        f"'{key}' must be {expected.en}, not {found.en}",
    )


def _items(node: Node, kind: Any, key: str, notes: Notes) -> tuple[Any, ...]:
    if not isinstance(node, Listing):
        _wrong(node, key, Message("列表（[…]）", "a list ([…])"), notes)
        return ()
    values = [read(item, kind, key, notes) for item in node.items]
    return tuple(value for value in values if value is not None)


def _choice(node: Node, choice: tuple[str, ...], key: str, notes: Notes) -> str | None:
    if isinstance(node, Scalar) and node.text in choice:
        return node.text
    if isinstance(node, Scalar) and node.text:
        advice = hint(node.text, choice)
        zh, en = f"“{key}”不能是“{node.text}”{advice.zh}", f"'{key}' cannot be '{node.text}'{advice.en}"
        notes.mistake(node, zh, en)
    else:
        _wrong(node, key, Message("、".join(choice), ", ".join(choice)), notes)
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


def _scalar(node: Node, kind: Any, key: str, notes: Notes) -> Any:
    if not isinstance(node, Scalar) or _empty(node):
        _wrong(node, key, _EXPECTED.get(kind, _TEXT), notes)
        return None
    if kind in FORMS and not re.fullmatch(FORMS[kind], node.text):
        _wrong(node, key, _EXPECTED[kind], notes)
        return None
    if isinstance(kind, OneOf) and node.text not in kind.names:
        unknown(node, kind.what, kind.names, notes)
        return None
    if kind is Pattern and (fault := _fault(node.text)):
        notes.mistake(node, f"“{key}”中的正则有误：{fault.zh}", f"bad pattern in '{key}': {fault.en}")
        return None
    if kind is SectionId:
        notes.sections.append(node)
    return _VALUES.get(kind, str)(node.text)


@lru_cache(maxsize=4096)
def _fault(pattern: str) -> Message | None:
    from linter.text import patterns

    if len(pattern) > MAX_PATTERN:
        return Message(f"超过 {MAX_PATTERN} 个字符", f"longer than {MAX_PATTERN} characters")
    try:
        compiled = patterns.compile(pattern)
    except patterns.PatternError as error:
        return Message(f"{error}（{pattern}）", f"{error} ({pattern})")
    if compiled.groupindex:
        return Message(f"不支持命名的组（{pattern}）", f"named groups are not supported ({pattern})")
    if compiled.search("") is not None:
        return Message(
            f"空文字也能匹配，处处都会命中（{pattern}）", f"it matches empty text, so everywhere ({pattern})"
        )
    return None
