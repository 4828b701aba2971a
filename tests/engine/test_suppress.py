"""Suppressions: directives in the draft and the file beside it, those without a use among them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import readers
from linter.readers.support.suppression_comments import with_directives
from tests.support.effort import calls
from tests.support.living import found, judged, ruleset, selector
from tests.support.ooxml import docx
from tests.support.program import call
from tests.support.words import outline

MASK = "全年投入××万元。"


def findings(folder: Path, text: str, name: str = "draft.txt") -> list[tuple[str, int]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return found(judged(selector(folder), path).files[0])


# --- silent: what is suppressed ---------------------------------------------------------------

SUPPRESSED = [
    f"reportlint: disable-next-line mask\n{MASK}",
    f"# reportlint: disable-next-line mask\n{MASK}",
    f"<!-- reportlint: disable-next-line mask -->\n{MASK}",
    f"（reportlint: disable-next-line mask）\n{MASK}",
    f"（reportlint：disable-next-line mask）\n{MASK}",
    f"【Reportlint: disable-next-line mask】\n{MASK}",
    f"// reportlint: disable-next-line mask\n{MASK}",
    f"/* reportlint: disable-next-line mask */\n{MASK}",
    f"　　（ reportlint: disable-next-line mask ）　\n{MASK}",
    f"# reportlint: disable-next-line mask\n\n\n{MASK}",
    f"# reportlint: disable-next-line until, mask\n{MASK}截止目前。",
    f"# reportlint: disable-next-line until，mask\n{MASK}截止目前。",
    f"# reportlint: disable-next-line until、mask\n{MASK}截止目前。",
    f"# reportlint: disable-next-line until mask\n{MASK}截止目前。",
    f"# reportlint: disable-next-line mask -- 按规定隐去名称\n{MASK}",
    f"（reportlint: disable-next-line mask —— 按规定隐去名称）\n{MASK}",
    f"# reportlint: disable-next-line mask # 按规定隐去名称\n{MASK}",
    f"# reportlint: disable-next-line mask - 按规定 隐去名称\n{MASK}",
    f"<!-- reportlint: disable-next-line mask – kept out as ruled -->\n{MASK}",
    f"<!-- reportlint-disable-next-line mask -->\n{MASK}",
    f"<!-- reportlint disable-next-line mask -->\n{MASK}",
    f"{MASK} <!-- reportlint-disable-line mask -->",
    f"<!--\nreportlint: disable-next-line mask\n-->\n{MASK}",
    f"<!--\n  reportlint: disable-next-line mask -- 按规定隐去，\n  不得公开\n-->\n\n{MASK}",
    f"# reportlint: disable-next-line\n{MASK}截止目前。",
    f"# reportlint: disable-next-line mask\n# reportlint: disable-next-line until\n{MASK}截止目前。",
    f"{MASK} # reportlint: disable-line mask",
    f"{MASK}# reportlint: disable-line mask",
    f"{MASK}<!-- reportlint: disable-line mask -->",
    f"<!-- reportlint: disable-line mask -->{MASK}",
    "全年<!-- reportlint: disable-line mask -->投入××万元。",
    f"{MASK}（reportlint: disable-line mask）",
    f"{MASK} # reportlint: disable-line",
    f"{MASK}\n{MASK}\n# reportlint: disable-file mask",
    f"# reportlint: disable-file\n{MASK}\n截止目前。",
    f"# reportlint: disable-file mask, until\n{MASK}\n截止目前。",
    f"# reportlint: disable mask\n{MASK}\n{MASK}\n# reportlint: enable mask",
    f"# reportlint: disable mask\n{MASK}\n{MASK}\n# reportlint: enable",
    f"# reportlint: disable mask, until\n{MASK}\n# reportlint: enable mask\n截止目前。",
    f"# reportlint: disable\n{MASK}\n截止目前。\n# reportlint: enable",
    f"正文。\n# reportlint: disable mask\n{MASK}",
]


@pytest.mark.parametrize("text", SUPPRESSED)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_suppressed(tmp_path: Path, name: str, text: str) -> None:
    assert findings(tmp_path, text, name) == []


TABLE = "| 项目 | 金额 |\n|---|---|\n| 修路 | ×× <!-- reportlint: disable-line mask --> |\n| 架桥 | ×× |\n"


def test_in_a_table_of_markdown(tmp_path: Path) -> None:
    assert findings(tmp_path, f"# 一览\n\n{TABLE}", "draft.md") == [("mask", 6)]


def test_in_a_web_page(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>总结</h1>\n<!-- reportlint: disable-next-line mask -->\n"
        f"<p>{MASK}</p>\n<p>{MASK}<!-- reportlint:\n disable-line mask --></p>\n<p>{MASK}</p></body></html>"
    )
    assert findings(tmp_path, page, "draft.html") == [("mask", 6)]


@pytest.mark.parametrize("form", ["disable-line mask", "disable-next-line mask -- 隐去名称", "disable-file"])
def test_in_a_comment_of_word(tmp_path: Path, form: str) -> None:
    commented = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>全年投入××万元。</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    comment = (
        f'<w:comment w:id="0" w:author="某科"><w:p><w:r><w:t>reportlint: {form}</w:t></w:r></w:p></w:comment>'
    )
    other = "<w:p><w:r><w:t>另外投入××万元。</w:t></w:r></w:p>"
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(commented + other, comments=comment))
    result = judged(selector(tmp_path), path).files[0]
    assert found(result) == ([] if "file" in form else [("mask", 2)])


@pytest.mark.parametrize("blanks", ["", " ", "\t", "\u3000", " \u3000 "])
@pytest.mark.parametrize("form", ["# reportlint{}:{}disable-file mask", "（reportlint{}：{}disable-file）"])
def test_with_any_blanks_around_the_colon(tmp_path: Path, form: str, blanks: str) -> None:
    assert findings(tmp_path, f"{form.format(blanks, blanks)}\n{MASK}") == []


@pytest.mark.parametrize(
    "words", ["已用 reportlint 检查", "reportlint", "reportlint：", "见 reportlint: 说明"]
)
def test_a_comment_of_word_may_name_the_program(tmp_path: Path, words: str) -> None:
    comment = f'<w:comment w:id="0" w:author="某科"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
    path = tmp_path / "draft.docx"
    path.write_bytes(
        docx(
            '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>全年投入××万元。</w:t></w:r>'
            '<w:commentRangeEnd w:id="0"/></w:p>',
            comments=comment,
        )
    )
    result = judged(selector(tmp_path), path).files[0]
    assert (result.error, found(result)) == (None, [("mask", 1)])


# --- silent: what is no directive -------------------------------------------------------------

NONE = [
    "请在文中写 reportlint: disable-line 并注明理由。",
    "本单位用 reportlint 检查报告。",
    "（reportlint：由信息科维护）",
    "（reportlint 由信息科维护）",
    "请在文中写 reportlint disable-line 并注明理由。",
    "# reportlint-plugin 的说明",
    "见 https://example.com/reportlint: 说明",
]


@pytest.mark.parametrize("text", NONE)
def test_no_directive(tmp_path: Path, text: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    assert readers.read(str(path), Path(path).read_bytes()).text == text
    assert findings(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "`# reportlint: disable-file`",
        "```python\n# reportlint: disable-file\n```",
        "~~~sh\n# reportlint: disable-file\n~~~",
    ],
)
def test_quoted_code_is_no_directive(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, f"# 说明\n\n{text}\n\n{MASK}", "draft.md") == [
        ("mask", 2 + text.count("\n") + 3)
    ]


# --- what they do not cover -------------------------------------------------------------------

LEFT = [
    (f"# reportlint: disable-next-line mask\n{MASK}\n{MASK}", [("mask", 3)]),
    (f"{MASK} # reportlint: disable-line mask\n{MASK}", [("mask", 2)]),
    (f"# reportlint: disable-next-line mask\n{MASK}截止目前。", [("until", 2)]),
    (f"# reportlint: disable mask\n{MASK}\n# reportlint: enable mask\n{MASK}", [("mask", 4)]),
    (f"{MASK}\n# reportlint: disable mask\n{MASK}", [("mask", 1)]),
    (f"<!--\nreportlint: disable-next-line mask\n-->\n{MASK}\n{MASK}", [("mask", 5)]),
    (f"<!-- 草稿 -->\n# reportlint: disable-next-line mask\n{MASK}\n<!-- 完 -->\n{MASK}", [("mask", 5)]),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_left(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert findings(tmp_path, text) == expected


# --- without a use ----------------------------------------------------------------------------

UNUSED, UNKNOWN = "unused-suppression", "unknown-suppression"
WRONG = [
    ("# reportlint: disable-next-line mask\n正文。", [(UNUSED, 1)]),
    (f"# reportlint: disable-next-line mask, until\n{MASK}", [(UNUSED, 1)]),
    ("正文。 # reportlint: disable-line mask", [(UNUSED, 1)]),
    ("# reportlint: disable-file mask\n正文。", [(UNUSED, 1)]),
    ("# reportlint: disable-file\n正文。", [(UNUSED, 1)]),
    ("# reportlint: disable mask\n正文。\n# reportlint: enable mask", [(UNUSED, 1)]),
    ("正文。\n# reportlint: enable mask", [(UNUSED, 2)]),
    ("正文。\n# reportlint: disable-next-line mask", [(UNUSED, 2)]),
    (f"# reportlint: disable-next-line masks\n{MASK}", [(UNKNOWN, 1), ("mask", 2)]),
    (f"# reportlint: disable-nextline mask\n{MASK}", [(UNKNOWN, 1), ("mask", 2)]),
    (f"# reportlint: disable-next-line mask 涉及名称\n{MASK}", [(UNKNOWN, 1)]),
    (f"# reportlint-ignore mask\n{MASK}", [(UNKNOWN, 1), ("mask", 2)]),
    (f"# reportlint: disable-next-line pattern, ma*\n{MASK}", [(UNKNOWN, 1), (UNKNOWN, 1), ("mask", 2)]),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_without_a_use(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert findings(tmp_path, text) == expected


def test_what_is_wrong_is_said_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(f"# reportlint: disable-next-line mask, maks\n{MASK}", encoding="utf-8")
    (finding,) = judged(selector(tmp_path), path).files[0].findings
    assert (finding.excerpt, finding.column, finding.level) == ("maks", 39, "warning")
    assert finding.message.zh == "没有规则“maks”，这一抑制不起作用，是否应为“mask”？"
    assert finding.message.en == "There is no rule maks, so this suppresses nothing; did you mean 'mask'?"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("pattern", "“pattern” is no rule, so this suppresses nothing; name rules one by one, by the ids"),
        ("ma*", "“ma*” is no rule, so this suppresses nothing; name rules one by one, by the ids"),
        (
            "withheld",
            "no rule withheld, so this suppresses nothing; check its name; a reason goes behind “--”",
        ),
        ("按规定", "“按规定” is no rule, so this suppresses nothing; a reason goes behind “--”"),
    ],
)
def test_what_is_no_rule_is_told_by_what_it_may_be(tmp_path: Path, rule: str, said: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(f"# reportlint: disable-next-line mask {rule}\n{MASK}", encoding="utf-8")
    (finding,) = judged(selector(tmp_path), path).files[0].findings
    assert said in finding.message.en


@pytest.mark.parametrize(
    ("select", "ignore", "text", "expected"),
    [
        # Whether it has a use cannot be told when its rule was not looked for.
        (("until",), (), "# reportlint: disable-file mask\n正文。", []),
        ((), ("mask",), f"# reportlint: disable-next-line mask\n{MASK}", []),
        (("until",), (), f"# reportlint: disable-file\n{MASK}", []),
        ((), (UNUSED,), "# reportlint: disable-file mask\n正文。", []),
        ((), (UNKNOWN,), "# reportlint: disable-file maks\n正文。", []),
        (("mask", UNUSED), (), "# reportlint: disable-file mask\n正文。", [(UNUSED, 1)]),
        # A rule of another ruleset, one that compares files: another run may need it.
        ((), (), "# reportlint: disable-file leftover-mask\n正文。", []),
        ((), (), "# reportlint: disable-file copied\n正文。", []),
    ],
)
def test_rules_left_out(
    tmp_path: Path,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    text: str,
    expected: list[tuple[str, int]],
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    assert found(judged(selector(tmp_path, select, ignore), path).files[0]) == expected


# --- a directive is not judged ----------------------------------------------------------------

DRAFT = """\
清溪镇二○二三年河道整治工作总结
一、清淤
全年清淤十七处，新筑护岸三百米，两岸环境明显好转。
二、巡查
巡河员每周巡查两次，发现问题随手登记，由水利站逐件销号。
清溪镇水利站
"""
DIRECTIVES = [
    "# reportlint: disable-file leftover-mask",
    "（reportlint: disable-file leftover-mask -- 某某某，截止目前，点击下载文档。）",
    "<!-- reportlint: disable-file leftover-mask -->",
    "reportlint: disable-file leftover-mask",
]


def shape(text: str, name: str = "draft.txt") -> list[tuple[object, list[str]]]:
    """Titles and headings of the reports in a text."""
    document = readers.read(name, text.encode())
    return [
        (
            part.title and document.text[slice(*part.title)],
            [document.text[head.start : head.end] for head in part.headings],
        )
        for part in outline(document)
    ]


@pytest.mark.parametrize("at", range(7))
@pytest.mark.parametrize("directive", DIRECTIVES)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_the_outline_does_not_see_it(name: str, directive: str, at: int) -> None:
    lines = DRAFT.split("\n")
    text = "\n".join([*lines[:at], directive, *lines[at:]])
    assert shape(text, name) == shape(DRAFT, name)
    assert readers.read(name, text.encode()).format == readers.read(name, DRAFT.encode()).format


WRAPPED = """\
清溪镇河道整治工作总结
今年以来，清溪镇把清明河道当作头等大事，先后清淤十七处，新筑护
岸三百米，参加义务劳动的干部群众约有一千二百人次，两岸的环境比
往年明显好转，群众交口称赞。
巡河员每周巡查两次，发现问题随手登记，由水利站逐件核实，按期销
号，全年共登记问题八十六件，销号八十五件，剩下的一件列入明年的
计划，由分管领导包案负责到底。
"""


def test_lines_broken_at_a_width_are_joined_around_it() -> None:
    plain = readers.read("draft.txt", WRAPPED.encode())
    assert len(plain.blocks) == 3
    wide = "# reportlint: disable-next-line leftover-mask, residue-web, numbering-order -- 按规定隐去名称"
    lines = WRAPPED.split("\n")
    document = readers.read("draft.txt", "\n".join([lines[0], wide, *lines[1:]]).encode())
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        plain.text[b.start : b.end] for b in plain.blocks
    ]


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_no_shipped_rule_judges_it(tmp_path: Path, directive: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.txt").write_text(f"{directive}\n{DRAFT}", encoding="utf-8")
    arguments = ("check", "draft.txt", "--ruleset", "report-form", "--output-format", "concise")
    done = call(*arguments, "--ignore", UNUSED, "--fail-on", "info", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 0)


@given(
    st.lists(
        st.sampled_from(
            [
                "正文××。",
                "# 标题",
                "",
                "　　",
                *DIRECTIVES,
                f"{MASK} # reportlint: disable-line",
                "`#",
                "|a|b|",
            ]
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["draft.txt", "draft.md"]),
)
def test_offsets_stay_true(lines: list[str], name: str) -> None:
    text = "\n".join(["开头的话", *lines])
    document = readers.read(name, text.encode())
    assert len(document.text) == len(text)
    assert with_directives(document) == text
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)
    assert list(document.marks) == sorted(document.marks)


@pytest.mark.parametrize(
    "text",
    [
        "# " * 200_000 + "reportlint: disable-file",
        " " * 400_000 + "reportlint: x" + " " * 400_000 + "x",
        "（" * 400_000 + "reportlint: x",
        "# reportlint: disable-line mask\n" * 20_000,
        "<!-- reportlint: x " * 4_000,
    ],
    ids=["signs", "blanks", "brackets", "directives", "comments"],
)
def test_hostile_texts_are_read(text: str) -> None:
    """In time squared, as a careless pattern takes it, this would not end."""
    document = readers.read("draft.txt", f"正文。\n{text}".encode())
    assert len(document.text) == len(text) + 4


# --- the file beside a draft ------------------------------------------------------------------

BESIDE = "- rule: mask\n  text: 投入××万元\n  reason: 按规定隐去\n"
DRAFTS = f"{MASK}\n另外支出××万元。"


def test_beside(tmp_path: Path) -> None:
    (tmp_path / "draft.txt.reportlint.yml").write_text(BESIDE, encoding="utf-8")
    assert findings(tmp_path, DRAFTS) == [("mask", 2)]


BESIDES = [
    ("- {rule: mask}", []),
    ("- {rule: mask, text: ××}", []),
    ('- {rule: mask, text: "全 年 投入××万元。"}', [("mask", 2)]),
    ('- {rule: mask, text: "支出××"}', [("mask", 1)]),
    ('- {rule: mask, text: "无此文字"}', [(UNUSED, 1), ("mask", 1), ("mask", 2)]),
    ("- {rule: maks}", [(UNKNOWN, 1), ("mask", 1), ("mask", 2)]),
    ("[]", [("mask", 1), ("mask", 2)]),
    ("", [("mask", 1), ("mask", 2)]),
    ("---\n# as yet none\n", [("mask", 1), ("mask", 2)]),
]


@pytest.mark.parametrize(("beside", "expected"), BESIDES)
def test_besides(tmp_path: Path, beside: str, expected: list[tuple[str, int]]) -> None:
    (tmp_path / "draft.txt.reportlint.yml").write_text(beside, encoding="utf-8")
    assert findings(tmp_path, DRAFTS) == expected


def test_what_is_wrong_beside_is_said_with_its_line(tmp_path: Path) -> None:
    beside = tmp_path / "draft.txt.reportlint.yml"
    beside.write_text("- rule: mask\n\n- rule: maks\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(MASK, encoding="utf-8")
    (finding,) = judged(selector(tmp_path), tmp_path / "draft.txt").files[0].findings
    assert [(related.path, related.place.line) for related in finding.related] == [(str(beside), 3)]
    assert finding.message.en.startswith("draft.txt.reportlint.yml:3: There is no rule maks")


TWO = "全年投入××万元，修路三公里，另支出××万元。"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("××", []),
        ("××万元", []),
        ("投入××万元", [19]),
        ("另支出××", [5]),
        ("修路三公里", [5, 19]),
        ("年投入××万元，修路三公里，另支出××万", []),
        ("全 年 投入××", [19]),
    ],
)
def test_words_beside_are_about_the_finding_that_they_hold(
    tmp_path: Path, text: str, columns: list[int]
) -> None:
    (tmp_path / "draft.txt.reportlint.yml").write_text(f"- rule: mask\n  text: {text}\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(f"第一段。\n{TWO}", encoding="utf-8")
    found = judged(selector(tmp_path), tmp_path / "draft.txt").files[0].findings
    assert [finding.column for finding in found if finding.rule == "mask"] == columns


def test_one_beside_that_is_called_yaml_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "draft.txt.reportlint.yaml").write_text(BESIDE, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(MASK, encoding="utf-8")
    error = judged(selector(tmp_path), tmp_path / "draft.txt").files[0].error
    assert error is not None
    assert error.en.endswith(
        "draft.txt.reportlint.yaml: a file of suppressions is called .reportlint.yml at its end; rename it"
    )
    (tmp_path / "draft.txt.reportlint.yml").write_text(BESIDE, encoding="utf-8")
    assert judged(selector(tmp_path), tmp_path / "draft.txt").files[0].error is None


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("withheld", "没有规则“withheld”，这一抑制不起作用，请核对规则名"),
        ("maks", "没有规则“maks”，这一抑制不起作用，是否应为“mask”？"),
        ("按规定", "“按规定”不是规则名，这一抑制不起作用"),
    ],
)
def test_what_is_no_rule_beside_the_draft_needs_no_dashes(tmp_path: Path, rule: str, said: str) -> None:
    (tmp_path / "draft.txt").write_text(MASK, encoding="utf-8")
    (tmp_path / "draft.txt.reportlint.yml").write_text(f"- rule: {rule}\n  text: ××\n", encoding="utf-8")
    found = judged(selector(tmp_path), tmp_path / "draft.txt").files[0].findings
    assert f"draft.txt.reportlint.yml:1：{said}" in [each.message.zh for each in found]


MISTAKES = [
    ("- rule: mask\n  txet: 无\n", "draft.txt.reportlint.yml:2:3：未知的键“txet”"),
    ("- text: 无\n", "draft.txt.reportlint.yml:1:3：缺少必需的键“rule”"),
    ("rule: mask\n", "draft.txt.reportlint.yml:1:1：文件内容应为列表"),
    ("- rule: [\n", "draft.txt.reportlint.yml:2:1：YAML 语法错误"),
]


@pytest.mark.parametrize(("beside", "message"), MISTAKES)
def test_mistakes_beside(tmp_path: Path, beside: str, message: str) -> None:
    rules = ruleset(tmp_path)
    (tmp_path / "draft.txt.reportlint.yml").write_text(beside, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(MASK, encoding="utf-8")
    (tmp_path / "other.txt").write_text(MASK, encoding="utf-8")
    arguments = ("check", "draft.txt", "other.txt", "--ruleset", rules, "--output-format", "concise")
    done = call(*arguments, cwd=tmp_path)
    assert message in done.stdout
    assert "other.txt:1:5: error mask" in done.stdout  # the other file is judged all the same
    assert (done.returncode, done.stderr) == (2, "")


# --- as reported ------------------------------------------------------------------------------


def test_what_is_suppressed_does_not_count(tmp_path: Path) -> None:
    rules = ruleset(tmp_path)
    (tmp_path / "draft.txt").write_text(f"# reportlint: disable-next-line mask\n{MASK}", encoding="utf-8")
    arguments = ("check", "draft.txt", "--ruleset", rules)
    value = json.loads(call(*arguments, "--output-format", "json", cwd=tmp_path).stdout)
    (file,) = value["files"]
    assert (file["findings"], value["summary"]["errors"]) == ([], 0)
    assert {row["state"] for row in file["checklist"]} == {"passed"}
    done = call(*arguments, cwd=tmp_path)
    assert (done.returncode, "抑制" in done.stdout) == (0, False)
    assert "已抑制：1 处" in call(*arguments, "-v", cwd=tmp_path).stdout
    assert "Suppressed: 1" in call(*arguments, "-v", "--lang", "en", cwd=tmp_path).stdout


# --- many of them ------------------------------------------------------------------------------

MANY = {
    "unknown rules": lambda k: f"# reportlint: disable-next-line no-such-rule-{k}\n{MASK}\n",
    "one unknown rule": lambda k: f"# reportlint: disable-next-line maks\n{MASK}\n",
    "useless": lambda k: "# reportlint: disable-next-line until\n无事。\n",
    "used": lambda k: f"# reportlint: disable-next-line mask\n{MASK}\n",
    "above blank lines": lambda k: "# reportlint: disable-next-line mask\n\n",
    "of the whole file": lambda k: f"# reportlint: disable-file mask\n{MASK}\n",
    "unknown verbs": lambda k: f"# reportlint: disable-lines-{chr(97 + k % 26)} mask\n{MASK}\n",
}


@pytest.mark.parametrize("kind", MANY)
def test_work_grows_with_the_number_of_directives(tmp_path: Path, kind: str) -> None:
    known = selector(tmp_path)

    def work(count: int) -> int:
        path = tmp_path / f"{count}.txt"
        path.write_text("".join(map(MANY[kind], range(count))), encoding="utf-8")
        return calls(lambda: judged(known, path))

    work(10)
    assert work(120) < 2.3 * work(60)


def test_nearest_name_is_looked_for_a_few_times_only(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("".join(f"# reportlint: disable-file mas{k}\n" for k in range(30)) + MASK, "utf-8")
    messages = [finding.message.zh for finding in judged(selector(tmp_path), path).files[0].findings]
    assert sum("是否应为“mask”" in message for message in messages) == 20
    assert sum("请核对规则名" in message for message in messages) == 10
