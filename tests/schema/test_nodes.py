"""YAML as a tree: what is refused, and where."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.model.errors import Problem
from linter.schema.file_names import MAX_BYTES
from linter.schema.yaml_tree import Listing, Mapping, Scalar, tree

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def test_words_stay_words() -> None:
    node, mistakes = tree("级别: off\nlist: [no, 2024, 1:30]\n".encode(), "x.yaml")
    assert not mistakes
    assert node == Mapping(
        1,
        1,
        (
            (Scalar(1, 1, "级别"), Scalar(1, 5, "off")),
            (
                Scalar(2, 1, "list"),
                Listing(
                    2, 7, (Scalar(2, 8, "no"), Scalar(2, 12, "2024"), Scalar(2, 18, "1:30")), inline=True
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text", ["", "# nothing but a remark\n", "\ufeff", "---\n", "---\n# a remark\n...\n", "%YAML 1.2\n---\n"]
)
def test_nothing_is_no_mistake_here(text: str) -> None:
    assert tree(text.encode(), "x.yaml") == (None, [])


@pytest.mark.parametrize(
    ("data", "places"),
    [
        pytest.param(BOMB.encode(), [(1, 4), (2, 4), (2, 8), (2, 12), (3, 5), (3, 9)], id="alias bomb"),
        pytest.param(b"a: !!python/name:os.system x\n", [(1, 4)], id="tag"),
        pytest.param("键: 1\n<<: {x: 1}\n".encode(), [(2, 1)], id="merge key"),
        pytest.param("甲: 1\n乙: 2\n甲: 3\n".encode(), [(3, 1)], id="duplicate key"),
        pytest.param(b"a: 1\n? [x]\n: 2\n", [(2, 3)], id="a list as key"),
        pytest.param(b"a: 1\n---\nb: 2\n", [(2, 1)], id="second document"),
        pytest.param(b"[" * 5000, [(1, 18)], id="deep"),
        pytest.param(b"a: 1\nb: [1, 2\n", [(3, 1)], id="syntax"),
        pytest.param("a: 好\nb: 坏\x07\n".encode(), [(2, 5)], id="control character"),
        pytest.param("a: 好\n\tb: 1".encode(), [(2, 1)], id="tab"),
        pytest.param("a: x\n标: 题".encode("gb18030"), [(2, 1)], id="not UTF-8"),
        pytest.param(b"#" * (MAX_BYTES + 1), [(1, 1)], id="too large"),
    ],
)
def test_refused_at_its_place(data: bytes, places: list[tuple[int, int]]) -> None:
    _, mistakes = tree(data, "x.yaml")
    assert [(each.line, each.column) for each in mistakes] == places
    assert all(each.zh and each.en and each.path == "x.yaml" for each in mistakes)


@pytest.mark.parametrize(
    ("text", "place", "zh", "en"),
    [
        ('a: "\\d"\n', (1, 5), "双引号里的“\\”要写成“\\\\”", "or use single quotes"),
        ("a:\n\tb: 1\n", (2, 1), "缩进用了制表符", "use blanks to indent"),
        ("a: *检查\n", (1, 5), "文字不能以这个字符开头，要加引号", "put it in quotes"),
        ("a: [@检查]\n", (1, 5), "文字不能以这个字符开头，要加引号", "put it in quotes"),
        ("a: 坏\x07\n", (1, 5), "看不见的控制字符", "an invisible control character"),
        ("a: 依据: 第三条\n", (1, 6), "这里多了冒号", "put text with a colon in quotes"),
        ("a：1\nb: 2\n", (2, 2), "第 1 行的冒号是全角的", "line 1 has a full-width colon"),
        ("＃ 注\na: 1\n", (2, 2), "第 1 行的“＃”是全角的", "line 1 has a full-width ＃"),
        ("a: ｛b: 1｝\n", (1, 6), "第 1 行的“｛”是全角的", "line 1 has a full-width ｛"),
        ("x:\n  —b: 1\n    c: 2\n", (3, 6), "第 2 行开头的横线", "line 2 begins with a long dash"),
        ("x:\n  -b: 1\n    c: 2\n", (3, 6), "第 2 行的“-”后面要加空格", "line 2 has no blank behind its '-'"),
        ("x:\n  b:1\n  c: 2\n", (3, 4), "第 2 行的冒号后面要加空格", "line 2 has no blank behind its colon"),
        ('a: {b: "甲, c: 乙}\nd: ["丙"]\n', (2, 6), "第 1 行开始的", "it begins on line 1"),
    ],
)
def test_a_slip_of_syntax_is_told_in_the_words_of_who_writes_the_file(
    text: str, place: tuple[int, int], zh: str, en: str
) -> None:
    _, mistakes = tree(text.encode(), "x.yaml")
    (found,) = mistakes
    assert (found.line, found.column) == place
    assert zh in found.zh
    assert en in found.en
    assert found.zh.startswith("YAML 语法错误：")


DEEP = [
    pytest.param("[" * 5000, (1, 18), id="lists that never end"),
    pytest.param("[" * 20 + "]" * 20, (1, 18), id="lists"),
    pytest.param("{a: " * 5000, (1, 66), id="mappings that never end"),
    pytest.param("- " * 5000, (1, 35), id="lists in lines"),
    pytest.param("- - a\n- - &b b\n- " + "[" * 2000, (3, 19), id="behind other content"),
    pytest.param("".join(" " * level + "a:\n" for level in range(1200)), (17, 17), id="keys under keys"),
]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(("text", "place"), DEEP)
def test_deep_nesting_is_refused_by_every_parser_in_the_same_words(
    text: str, place: tuple[int, int], loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    node, mistakes = tree(text.encode(), "x.yaml")
    assert node is None
    assert mistakes[-1] == Problem("x.yaml", *place, "嵌套超过 16 层", "nested deeper than 16 levels")
    assert [(each.line, each.column) for each in mistakes[:-1]] == ([(2, 5)] if "&b" in text else [])


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_sixteen_levels_are_read(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    node, mistakes = tree(b"[" * 16 + b"]" * 16, "x.yaml")
    assert isinstance(node, Listing)
    assert mistakes == []


@given(
    st.binary(max_size=200) | st.text(alphabet="ab&*!<:-[]{}\"'#|>?%@`,\n\t 好", max_size=60).map(str.encode)
)
def test_any_bytes_give_a_tree_or_mistakes(data: bytes) -> None:
    node, mistakes = tree(data, "x.yaml")
    assert node is None or isinstance(node, Scalar | Listing | Mapping)
    assert all(each.line > 0 and each.column > 0 for each in mistakes)
