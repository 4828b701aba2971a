"""YAML text as a tree whose every node knows its line and column; hostile YAML is refused.

The tree is made from the parser's events, not by `yaml.compose`: aliases are then seen where they
stand, depth is bounded before anything recurses, and scalars stay text. The type expected at a place
decides what a scalar means: where text is expected, `off`, `no`, `2024` and `1:30` are that text.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from linter.model.errors import Problem
from linter.schema.file_names import MAX_BYTES
from linter.schema.yaml_reasons import explained

MAX_DEPTH = 16
"""Lists and mappings within one another."""


class Scalar(NamedTuple):
    """A word, sentence or number, as text. `plain` is False where it stands in quotes."""

    line: int
    column: int
    text: str
    plain: bool = True


class Listing(NamedTuple):
    """A list."""

    line: int
    column: int
    items: tuple[Any, ...]
    inline: bool = False
    """Whether commas part its items, in brackets: […]; else each stands on lines of its own."""


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; no key twice."""

    line: int
    column: int
    pairs: tuple[tuple[Scalar, Any], ...]

    def get(self, key: str) -> "Node | None":
        """The value of a key; None when it is not there."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node: TypeAlias = Scalar | Listing | Mapping
"""Lines and columns are 1-based; columns count code points."""


class _Refused(Exception):
    """Reading cannot go on; the problem is in the list."""


class _TooDeep(_Refused):
    """Reading cannot go on: nesting is deeper than `MAX_DEPTH`."""


def tree(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The tree of one YAML document (`path` names it in messages), and the problems in its form.

    The node is None when the text cannot be read at all or is empty. Refused: more than
    `MAX_BYTES`, nesting deeper than `MAX_DEPTH`, anchors and aliases, tags, merge keys, keys that
    are not words, duplicate keys, a second document.
    """
    problems: list[Problem] = []
    try:
        return _document(_decode(data, path, problems), path, problems), problems
    except _Refused:
        return None, problems


def _decode(data: bytes, path: str, problems: list[Problem]) -> str:
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES >> 10
        problems.append(Problem(path, 1, 1, f"文件超过 {limit} KB", f"the file is larger than {limit} KB"))
        raise _Refused
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        zh, en = "不是 UTF-8 文本，请另存为 UTF-8", "not UTF-8 text; save the file as UTF-8"
        problems.append(Problem(path, *_place(before, len(before)), zh, en))
        raise _Refused from None


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _document(text: str, path: str, problems: list[Problem]) -> Node | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composer = _Composer(path, problems, iter(yaml.parse(text, Loader=loader)))
    try:
        return composer.document()
    except yaml.MarkedYAMLError as error:
        _require_flat(text, path, problems)
        mark: Any = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "unreadable"
        place = (mark.line + 1, mark.column + 1)
        opened = error.context_mark.line + 1 if error.context_mark else None
    except yaml.reader.ReaderError as error:
        reason = error.reason
        place, opened = _place(text, max(text.find(chr(int(error.character))), 0)), None
    told = explained(reason, text, *place, opened)
    zh, en = f"YAML 语法错误：{told.zh}", f"not valid YAML: {told.en}"
    problems.append(Problem(path, *place, zh, en))
    raise _Refused


def _require_flat(text: str, path: str, problems: list[Problem]) -> None:
    """Raises _TooDeep, the problem put into the list, where a text is refused for its nesting.

    The C parser reads ahead, and newer ones refuse a thousand levels before they tell of the first: the
    parser in Python, which has no such limit, then finds the level that is one too many.
    """
    import yaml

    found: list[Problem] = []
    try:
        _Composer(path, found, iter(yaml.parse(text, Loader=yaml.SafeLoader))).document()
    except _TooDeep:
        problems[:] = found
        raise
    except (_Refused, yaml.YAMLError):
        return


class _Composer:
    """Makes the tree from the parser's events; problems are appended to the list that is given."""

    def __init__(self, path: str, problems: list[Problem], events: Iterator[Any]) -> None:
        self.path = path
        self.problems = problems
        self.events = events

    def document(self) -> Node | None:
        next(self.events)  # the start of the stream
        if not _is(next(self.events), "DocumentStartEvent"):
            return None
        root = self.node(next(self.events), 0)
        next(self.events)  # the end of the document
        event = next(self.events)
        if _is(event, "DocumentStartEvent"):
            self.refuse(
                event, "一个文件只能有一份内容（多了“---”）", "a file holds one document, this is a second"
            )
        return None if root == Scalar(root.line, root.column, "") else root  # `---` with nothing behind it

    def refuse(self, event: Any, zh: str, en: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, zh, en))

    def node(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if depth > MAX_DEPTH:
            self.refuse(event, f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels")
            raise _TooDeep
        if event.anchor is not None:
            self.refuse(
                event,
                f"不支持锚点和引用（“{event.anchor}”），请把内容写出来",
                f"anchors and aliases ('{event.anchor}') are not supported; write the value out",
            )
        if getattr(event, "tag", None) is not None:
            self.refuse(event, f"不支持标签“{event.tag}”", f"tags ('{event.tag}') are not supported")
        if _is(event, "SequenceStartEvent"):
            return Listing(line, column, tuple(self.items(depth)), bool(event.flow_style))
        if _is(event, "MappingStartEvent"):
            return Mapping(line, column, tuple(self.pairs(depth)))
        if _is(event, "AliasEvent"):
            return Scalar(line, column, "")
        return Scalar(line, column, event.value, event.implicit[0])

    def items(self, depth: int) -> Iterator[Node]:
        while not _is(event := next(self.events), "SequenceEndEvent"):
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        while not _is(event := next(self.events), "MappingEndEvent"):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.refuse(event, "键必须是一个词", "a key must be a word")
            elif key.plain and key.text == "<<":
                self.refuse(event, "不支持合并键“<<”", "merge keys ('<<') are not supported")
            elif key.text in seen:
                zh = f"键“{key.text}”重复，第 {seen[key.text]} 行已有"
                self.refuse(event, zh, f"duplicate key '{key.text}', already on line {seen[key.text]}")
            else:
                seen[key.text] = key.line
                yield key, value


def _is(event: Any, name: str) -> bool:
    return type(event).__name__ == name
