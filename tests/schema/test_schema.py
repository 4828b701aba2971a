"""The walker: types in, validated data out; and the JSON Schema of the same types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_args

import pytest

from linter.checks import CHECKS, module
from linter.model.errors import RulesetError
from linter.ruleset.rulefile import RuleFile
from linter.schema.json_schema import json_schema
from linter.schema.types import Doc, Id, Key, Pattern, SectionId, SourceNode, Within
from linter.schema.validate import WHOLE, ProblemLog, as_tuples, fields, problems_error, read
from linter.schema.yaml_tree import tree


class Pair(NamedTuple):
    wording: Annotated[str, Key("from"), Doc("原文", "wording")]
    better: Annotated[str, Key("to"), Doc("改为", "better")] = "无"


class Shape(NamedTuple):
    name: Annotated[Id, Doc("名称", "name")]
    node: Annotated[Any, SourceNode]
    count: int = 0
    share: float = 0.5
    on: bool = False
    level: Literal["error", "off"] = "error"
    words: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    pairs: tuple[Pair, ...] = ()
    sets: str | tuple[str, ...] = ()
    section: SectionId | None = None


def walk(text: str, key: str = "x") -> tuple[Any, list[str]]:
    node, mistakes = tree(text.encode(), "x.yaml")
    log = ProblemLog("x.yaml", mistakes)
    assert node is not None
    value = read(node, Shape, key, log)
    return value, [f"{each.line}:{each.column} {each.en}" for each in mistakes]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("name: a-1", "name", "a-1"),
        ("name: next_steps", "name", "next_steps"),
        ("name: no", "name", "no"),
        ("{name: a, level: off}", "level", "off"),
        ("{name: a, count: -3}", "count", -3),
        ("{name: a, share: .7}", "share", 0.7),
        ("{name: a, share: 1}", "share", 1.0),
        ("{name: a, on: true}", "on", True),
        ("{name: a, words: [是, 2024, '']}", "words", ("是", "2024", "")),
        ("{name: a, pairs: [{from: 甲, to: 乙}, {from: 丙}]}", "pairs", (("甲", "乙"), ("丙", "无"))),
        ("{name: a, sets: 甲}", "sets", ("甲",)),
        ("{name: a, sets: [甲, 乙]}", "sets", ("甲", "乙")),
        ("{name: a}", "section", None),
    ],
)
def test_right(text: str, field: str, value: object) -> None:
    shape, mistakes = walk(text)
    assert not mistakes
    assert getattr(shape, field) == value


def test_a_record_knows_its_node() -> None:
    shape, _ = walk("\nname: a\n")
    assert (shape.node.line, shape.node.column) == (2, 1)


def test_plain_is_plain() -> None:
    value = as_tuples((Pair("甲", "乙"), ("丙",)))
    assert value == (("甲", "乙"), ("丙",))
    assert type(value[0]) is tuple


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("{name: a, cuont: 1}", "1:11 unknown key 'cuont'; did you mean 'count'?"),
        ("{name: a, Count: 1}", "1:11 unknown key 'Count'; did you mean 'count'?"),
        ("{count: 1}", "1:1 the key 'name' is missing"),
        ("name: A b", "1:7 'name' must be lower-case letters and digits, joined by - or _, not 'A b'"),
        ("name:", "1:6 'name' must be lower-case letters and digits, joined by - or _, not nothing"),
        ("{name: a, count: 八十}", "1:18 'count' must be a whole number, not '八十'"),
        ("{name: a, count: 99999999999}", "1:18 'count' must be a whole number, not '99999999999'"),
        ("{name: a, on: yes}", "1:15 'on' must be true or false, not 'yes'"),
        ("{name: a, level: eror}", "1:18 'level' cannot be 'eror'; did you mean 'error'?"),
        ("{name: a, level: [off]}", "1:18 'level' must be error, off, not a list"),
        ("{name: a, words: 甲}", "1:18 'words' must be a list ([…]), not '甲'"),
        ("{name: a, words: [{x: 1}]}", "1:19 'words' must be text, not a group of keys"),
        ("{name: a, words: [~]}", "1:19 'words' must be text, not nothing"),
        (
            "{name: a, patterns: ['(?=甲)']}",
            "1:22 bad pattern in 'patterns': invalid perl operator: (?= ((?=甲))",
        ),
        (
            "{name: a, patterns: ['甲*']}",
            "1:22 bad pattern in 'patterns': it matches empty text, so everywhere (甲*)",
        ),
        (
            "{name: a, patterns: ['(?P<x>甲)']}",
            "1:22 bad pattern in 'patterns': named groups are not supported",
        ),
        ("{name: a, pairs: [{form: 甲}]}", "1:20 unknown key 'form'; did you mean 'from'?"),
        ("[name]", "1:1 'x' must be keys with values (name, count, share"),
    ],
)
def test_wrong(text: str, mistake: str) -> None:
    _, mistakes = walk(text)
    assert any(each.startswith(mistake) for each in mistakes), mistakes


def test_of_a_long_text_in_the_wrong_place_the_beginning_is_told() -> None:
    _, (mistake,) = walk("青石镇上半年工作总结。\n\n" * 200)
    assert mistake.endswith("not '青石镇上半年工作总结。 青石镇上半年工作总结。 青石镇上半…'")


def test_a_pattern_is_told_once() -> None:
    _, (mistake,) = walk("{name: a, patterns: ['(甲']}")
    assert mistake.count("(甲") == 1


def test_what_was_refused_is_reported_once() -> None:
    _, mistakes = walk("{name: &n a, count: *n}")
    assert [each[:6] for each in mistakes] == ["1:8 an", "1:21 a"]


def test_an_error_holds_a_line_for_each_mistake_in_both_languages() -> None:
    _, mistakes = tree(b"a: 1\na: 2\n? [x]\n: 3\n", "规则.yaml")
    error = problems_error([*mistakes, *mistakes], RulesetError)
    assert error.text.zh.splitlines() == [
        "规则.yaml:2:1：键“a”重复，第 1 行已有",
        "规则.yaml:3:3：键必须是一个词",
    ]
    assert error.text.en.splitlines()[0] == "规则.yaml:2:1: duplicate key 'a', already on line 1"


class Numbers(NamedTuple):
    count: Annotated[int, Within(0, 20)] = 0
    share: Annotated[float, Within(0.1, 1)] = 0.5
    sides: Annotated[tuple[float, ...], Within(1, 2000)] = ()


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("{count: 0, share: 1, sides: [1, 2000]}", None),
        ("{count: 20, share: .1}", None),
        ("{count: -1}", "1:9 'count' must be from 0 to 20, not -1"),
        ("{count: 21}", "1:9 'count' must be from 0 to 20, not 21"),
        ("{share: 80}", "1:9 'share' must be from 0.1 to 1, not 80"),
        ("{sides: [210, 0]}", "1:15 'sides' must be from 1 to 2,000, not 0"),
        ("{count: many}", "1:9 'count' must be a whole number, not 'many'"),
    ],
)
def test_a_number_lies_within_its_bounds(text: str, mistake: str | None) -> None:
    node, problems = tree(text.encode(), "x.yaml")
    assert node is not None
    log = ProblemLog("x.yaml", problems)
    read(node, Numbers, "x", log)
    assert [f"{each.line}:{each.column} {each.en}" for each in problems] == ([mistake] if mistake else [])


def test_every_number_of_a_rule_file_has_bounds() -> None:
    def unbounded(shape: Any) -> Iterator[str]:
        for field in fields(shape):
            kinds = [field.kind, *get_args(field.kind)]
            if field.within is None and (int in kinds or float in kinds):
                yield f"{shape.__module__}: {field.key}"
            for inner in (kind for kind in kinds if isinstance(kind, type) and hasattr(kind, "_fields")):
                yield from unbounded(inner)

    shapes = [RuleFile, *(module(name).Options for name in CHECKS)]
    assert [name for shape in shapes for name in unbounded(shape)] == []


def test_json_schema_says_bounds() -> None:
    properties = json_schema(Numbers)["properties"]
    assert properties["count"] == {"type": "integer", "minimum": 0, "maximum": 20, "default": 0}
    assert properties["sides"]["items"] == {"type": "number", "minimum": 1, "maximum": 2000}


@pytest.mark.parametrize(
    "text",
    ["{naem: a}", "{Name: a}", "{name：a}", "{name： a, count: 1}", "{\u3000name: a}"],
)
def test_a_slip_in_a_required_key_is_told_once(text: str) -> None:
    _, mistakes = walk(text)
    assert len(mistakes) == 1


def test_json_schema_says_the_same() -> None:
    schema = json_schema(Shape)
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(Shape._fields) - {"node"}
    assert schema["properties"]["name"]["description"] == "名称\nname"
    assert schema["properties"]["level"] == {"enum": ["error", "off"], "default": "error"}
    assert schema["properties"]["pairs"]["items"]["required"] == ["from"]
    assert schema["properties"]["sets"]["anyOf"] == [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("- name: a", "a list"), ("7", "'7'"), ("visitors and guests", "'visitors and guests'")],
)
def test_a_whole_file_of_another_kind_is_told_without_a_key(text: str, found: str) -> None:
    _, (said,) = walk(text, WHOLE)
    assert said.startswith("1:1 what the file holds must be keys with values (name, ")
    assert said.endswith(f"), not {found}")
