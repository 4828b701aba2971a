"""The program's side of the offline page, called as its worker calls it, without a browser."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from linter import api
from linter.reporters import View
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from linter.surfaces.offline.inside import annotate, bundle, check
from tests.samples.make import FILES

TEXT = "云泽县图书馆2024年上半年工作总结\n\n　　全年接待读者××万人次。\n".encode()
OWN = """\
id: own-words
title: {zh: 本馆用词, en: Words of the library}
rules:
  - id: readers
    check: pattern
    level: warning
    with: {forbid: [读者]}
    message: {zh: 不写“读者”, en: do not write it}
    examples: {pass: [甲], fail: [读者]}
""".encode()


class Content(bytes):
    """Bytes as JavaScript gives them."""

    def to_bytes(self) -> bytes:
        return self


def rules(ruleset: str = "auto", own: Mapping[str, bytes] | None = None, lang: str = "zh") -> dict[str, Any]:
    files = [{"name": name, "data": Content(data)} for name, data in (own or {}).items()]
    return {"ruleset": ruleset, "own": files, "units": [], "lang": lang}


def answer(
    files: Mapping[str, bytes],
    chosen: dict[str, Any] | None = None,
    stopped: tuple[int, ...] = (),
    sizes: Mapping[str, int] | None = None,
) -> tuple[dict[str, Any], list[int]]:
    """What is answered about some files, and which were told of."""
    told: list[int] = []
    contents = list(files.values())
    listed = [{"path": name, "size": (sizes or {}).get(name, len(data))} for name, data in files.items()]
    given = check(listed, chosen or rules(), stopped, lambda at: Content(contents[at]), told.append)
    return json.loads(given), told


def ids(found: dict[str, Any]) -> list[str]:
    return [finding["rule"] for file in found["value"]["files"] for finding in file["findings"]]


def test_files_are_judged_and_compared_as_by_the_api() -> None:
    files = {name: FILES[name]() for name in ("utf8.txt", "gbk.txt", "report.docx")}
    found, told = answer(files)
    drafts = [api.draft(data, name) for name, data in files.items()]
    wanted = page_data(api.check_many(drafts, "auto", keep_text=True), View("zh"))
    assert found == json.loads(dump({"value": wanted}))
    assert found["value"]["copies"]
    assert told[:4] == [0, 1, 2, len(files)]  # then they are compared, and those with copies judged again
    assert set(told[4:]) <= {0, 1, 2}


def test_the_units_that_are_expected_are_held_against_the_files() -> None:
    found, _ = answer({"云泽县图书馆.txt": TEXT}, rules() | {"units": ["县图书馆", "县档案馆"]})
    assert found["value"]["summary"]["missing_units"] == ["县档案馆"]


def test_a_file_that_ended_the_program_is_not_read_again_and_the_others_are() -> None:
    found, _ = answer({"甲.txt": TEXT, "乙.txt": TEXT}, stopped=(0,))
    first, second = found["value"]["files"]
    assert "甲.txt：检查这个文件时，程序停了下来" in first["error"]["zh"]
    assert "甲.txt: the program stopped" in first["error"]["en"]
    assert second["error"] is None
    assert second["findings"]


def test_a_file_of_more_than_100_mb_is_not_read() -> None:
    found, _ = answer({"大.docx": b""}, sizes={"大.docx": (100 << 20) + 1})
    assert "100 MB" in found["value"]["files"][0]["error"]["zh"]


@pytest.mark.parametrize(
    ("ruleset", "expected"),
    [
        pytest.param("auto", {"readers"}, id="alone"),
        pytest.param("leftovers", {"readers", "leftover-mask"}, id="beside a chosen one"),
    ],
)
def test_own_rules_take_the_place_of_the_choice_by_title(ruleset: str, expected: set[str]) -> None:
    found, _ = answer({"甲.txt": TEXT}, rules(ruleset, {"own.yaml": OWN}))
    assert set(ids(found)) == expected


@pytest.mark.parametrize(
    ("chosen", "zh", "en"),
    [
        pytest.param(rules(own={"own.yaml": b"id: [\n"}), "own.yaml:", "own.yaml:", id="a broken rule file"),
        pytest.param(rules("no-such-set"), "未知的规则集", "unknown ruleset", id="an unknown ruleset"),
    ],
)
def test_what_is_wrong_with_the_rules_is_told_in_both_languages(
    chosen: dict[str, Any], zh: str, en: str
) -> None:
    found, _ = answer({"甲.txt": TEXT}, chosen)
    assert zh in found["error"]["zh"]
    assert en in found["error"]["en"]
    copy = annotate("甲.txt", Content(TEXT), chosen, False)
    assert json.loads(copy.answer) == found
    assert copy.data == b""


@pytest.mark.parametrize(
    ("lang", "name"), [("zh", "总结-批注.docx"), ("en", "总结-reviewed.docx")], ids=["zh", "en"]
)
def test_the_copy_with_comments_is_named_as_on_the_command_line(lang: str, name: str) -> None:
    copy = annotate("2024/总结.docx", Content(FILES["report.docx"]()), rules(lang=lang), True)
    assert json.loads(copy.answer) == {"value": name}
    assert "word/comments.xml" in ZipFile(BytesIO(copy.data)).namelist()


def test_a_draft_that_cannot_be_read_gets_no_copy_but_a_sentence() -> None:
    copy = annotate("甲.docx", Content(b"PK\x03\x04"), rules(), False)
    assert "甲.docx" in json.loads(copy.answer)["error"]["zh"]


def test_all_copies_are_in_one_archive_and_those_without_are_named() -> None:
    copies = [
        {"name": name, "data": Content(data)}
        for name, data in (("a/总结-批注.docx", b"1"), ("a/总结-批注.docx", b"2"))
    ]
    made = bundle(copies, ["乙.pdf：没有文字层"], "zh")
    assert json.loads(made.answer) == {"value": "批注.zip"}
    with ZipFile(BytesIO(made.data)) as file:
        found = {name: file.read(name).decode() for name in file.namelist()}
    assert found == {
        "a/总结-批注.docx": "1",
        "a/总结-批注2.docx": "2",
        "没有批注的文件.txt": "乙.pdf：没有文字层\n",
    }
