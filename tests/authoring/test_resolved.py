"""A ruleset written out with everything inherited, and where each value came from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.authoring.origins import layers, origins
from linter.authoring.resolved import resolved, scalar
from linter.ruleset import library
from linter.schema.yaml_tree import Scalar, tree

LIBRARY = library.library()

UPPER = """\
id: upper
title: {zh: 上, en: Upper}
extends: [./lower.yaml]
sections:
  - {id: work, headings: [做法]}
rules:
  - id: slang
    level: info
    with: {scope: body}
  - {id: ending, level: off}
"""
LOWER = """\
id: lower
title: {zh: 下, en: Lower}
source: 实务
applies_to: {title: [总结]}
sections:
  - {id: work, title: {zh: 工作, en: Work}, headings: [工作, 做法]}
rules:
  - id: slang
    check: pattern
    level: warning
    with:
      forbid: [给力]
      prefer: [{from: 搞好, to: 做好}]
    message: {zh: 口语, en: Slang}
    examples: {pass: [有力], fail: [给力]}
  - id: ending
    check: pattern
    level: error
    with: {require: [特此报告], scope: last}
    message: {zh: 缺少结语, en: No ending}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str) -> str:
    found = library.load(name, LIBRARY)
    return resolved(found, origins(layers(found.path, LIBRARY)), LIBRARY.words[found.language])


def test_each_value_comes_with_the_file_and_line_that_had_the_last_word() -> None:
    Path("lower.yaml").write_text(LOWER, encoding="utf-8")
    Path("upper.yaml").write_text(UPPER, encoding="utf-8")
    assert (
        written("./upper.yaml")
        == """\
# extends: lower
id: upper  # upper.yaml:1
title: {zh: 上, en: Upper}  # upper.yaml:2

sections:
  - id: work  # lower.yaml:6
    title: {zh: 工作, en: Work}  # lower.yaml:6
    headings:
      - 工作  # lower.yaml:6
      - 做法  # lower.yaml:6

rules:
  - id: slang  # lower.yaml:8
    check: pattern  # lower.yaml:9
    level: info  # upper.yaml:8
    with:
      forbid:  # lower.yaml:12
        - 给力  # lower.yaml:12
      prefer:  # lower.yaml:13
        - {from: 搞好, to: 做好}  # lower.yaml:13
      scope: body  # upper.yaml:9
    message: {zh: 口语, en: Slang}  # lower.yaml:14
    examples:
      pass:  # lower.yaml:15
        - 有力  # lower.yaml:15
      fail:  # lower.yaml:15
        - 给力  # lower.yaml:15
  - id: ending  # lower.yaml:16
    check: pattern  # lower.yaml:17
    level: off  # upper.yaml:10
    with:
      require:  # lower.yaml:19
        - 特此报告  # lower.yaml:19
      scope: last  # lower.yaml:19
    message: {zh: 缺少结语, en: "No ending"}  # lower.yaml:20
"""
    )


@pytest.mark.parametrize("name", LIBRARY.paths)
def test_what_is_written_is_the_same_ruleset(name: str) -> None:
    written_text = written(name)
    Path("copy.yaml").write_text(written_text, encoding="utf-8")
    here, there = library.load(name, LIBRARY), library.load("copy.yaml", LIBRARY)
    named = [[Path(path).name for path in group] for group in here.weights[-1:]]
    assert [[os.path.relpath(path) for path in group] for group in there.weights] == named
    assert there == here._replace(path="copy.yaml", extends=(), weights=there.weights)
    inherited = [Path(path).name for group in here.weights[:-1] for path in group]
    assert all(name in written_text for name in inherited)


@pytest.mark.slow
@given(st.text())
def test_any_text_is_written_so_that_it_is_read_back(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode().replace("\r", "")
    node, mistakes = tree(f"[{scalar(text)}]".encode(), "x.yaml")
    assert not mistakes
    assert isinstance(node.items[0], Scalar)  # type: ignore[union-attr]
    assert node.items[0].text == text  # type: ignore[union-attr]
