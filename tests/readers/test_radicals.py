"""Radicals that a PDF tells for characters: judged as the characters, told of once, put right on demand."""

import pytest

from linter import api
from linter.readers import read
from linter.text.radicals import plain
from tests.support.fixed_pages import build_ofd, said
from tests.support.ooxml import docx, p, r, t

RULE = "residue-radicals"
HTML = "<!doctype html><meta charset=utf-8><p>{}</p>"
TEXT = "全年⼯作平稳"
FILES = {
    "a.txt": TEXT.encode(),
    "a.md": f"# 总结\n\n{TEXT}\n".encode(),
    "a.html": HTML.format(TEXT).encode(),
    "a.docx": docx(p(r(t(TEXT)))),
    "a.ofd": build_ofd(said(TEXT)),
}


def found(text: str, name: str = "a.txt") -> list[str]:
    """The messages about radicals in a text."""
    result = api.check(text.encode(), name, rulesets=["residue"])
    findings = result.findings
    return [finding.message.zh for finding in findings if finding.rule == RULE]


SILENT = {
    "characters": "全年工作平稳，人大、政协的建议全部办结。",
    "a text about radicals": "部首“⼯”在“江”的右边，“⼀”和“⼆”各占一格。",
    "a table of radicals": "⼀ ⼁ ⼂ ⼃ ⼄ ⼅ ⼆",
    "code": "用 `⼯作` 作例子。",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_radicals_that_are_meant_are_not_told_of(text: str) -> None:
    assert found(text, "a.md") == []


COPIED = {
    "one": ("全年⼯作平稳", "1 个部首字，从“⼯”起（应为“工”）"),
    "several in a file": ("⼯作总结\n\n⼀、⼤⼒推进", "4 个部首字，从“⼯”起（应为“工”）"),
    "from the supplement": ("⻓期坚持", "1 个部首字，从“⻓”起（应为“长”）"),
    "side by side": ("⼈⼤代表", "2 个部首字，从“⼈⼤”起（应为“人大”）"),
}


@pytest.mark.parametrize(("text", "said_of_it"), COPIED.values(), ids=COPIED)
def test_copied_radicals_are_told_of_once(text: str, said_of_it: str) -> None:
    (message,) = found(text)
    assert said_of_it in message


@pytest.mark.parametrize("name", FILES)
def test_radicals_are_read_as_characters_in_every_format(name: str) -> None:
    assert "全年工作平稳" in read(name, FILES[name]).text


def test_a_page_format_is_not_told_of_the_work_of_its_fonts() -> None:
    result = api.check(FILES["a.ofd"], "a.ofd", rulesets=["residue"])
    assert result.findings == ()


def test_offsets_stay() -> None:
    text = "".join(map(chr, range(0x2E80, 0x2FD6)))
    assert len(plain(text)) == len(text)
    assert plain("一、工作") == "一、工作"


def test_a_fix_puts_all_of_them_right_and_nothing_else() -> None:
    before = "⼯作总结\r\n\r\n⼀、⼤⼒推进  \r\n⼈⼤代表"
    fixed = api.fix(before.encode(), "a.txt", rulesets=["residue"])
    assert fixed.after.decode() == "工作总结\r\n\r\n一、大力推进  \r\n人大代表"


def test_another_fix_leaves_them() -> None:
    fixed = api.fix("全年⼯作的的平稳，⼈⼤".encode(), "a.txt", rulesets=["wording"])
    assert fixed.after.decode() == "全年⼯作的平稳，⼈⼤"
