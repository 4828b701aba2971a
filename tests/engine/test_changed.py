"""`--diff-base`: which findings lie in what has changed."""

from __future__ import annotations

from functools import partial

import pytest

from linter import api
from linter.engine.changed import only_changed
from linter.model.draft import Draft

HEAD = "云杉镇工作总结\n\n一、工作情况\n"
OLD = "走访××户。\n"
ANOTHER = "全年办结××件，群众满意。\n"
LONG = (
    "针对重点时段和重点人群采取干部包片联系的办法走进院落和田间面对面宣讲政策收集意见××条逐一答复件件有着"
    "落事事有回音群众的满意度比去年明显提高基层的治理水平和服务能力也有了新的进步为全年工作开了一个好头。\n"
)


def wrapped(text: str) -> str:
    """The text broken into lines of 24 characters, as a mail program does."""
    return "".join(f"{text[at : at + 24].rstrip()}\n" for at in range(0, len(text), 24))


def lines(now: str | bytes, before: str | bytes | None, name: str = "总结.txt") -> list[int]:
    """The lines of the findings that are left."""
    content, earlier = (each.encode() if isinstance(each, str) else each for each in (now, before))
    draft = Draft(name, partial(bytes, content))
    result = only_changed(
        api.check_many([draft], "report-form", api.Settings(select=("leftover-mask",))),
        [draft],
        lambda path, data: content if earlier == data else earlier,
        "main",
    )
    return [finding.line for finding in result.files[0].findings]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (HEAD + OLD, HEAD + OLD),
        (HEAD + "全年如此。\n" + OLD, HEAD + OLD),
        (HEAD + ANOTHER + OLD, HEAD + OLD + ANOTHER),
        ((HEAD + OLD).replace("\n", "\r\n"), HEAD + OLD),
        ((HEAD + OLD).encode("gb18030"), HEAD + OLD),
        (HEAD + "　　" + OLD + "\n\n", HEAD + OLD),
        (HEAD + wrapped(LONG), HEAD + LONG),
        (HEAD + OLD, HEAD + OLD + ANOTHER),
    ],
    ids=[
        "nothing changed",
        "a line above",
        "moved",
        "other line ends",
        "another encoding",
        "other blanks",
        "broken into lines otherwise",
        "a paragraph taken out",
    ],
)
def test_what_stood_there_before_is_not_said_again(now: str | bytes, before: str | bytes) -> None:
    assert lines(now, before) == []


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (HEAD + OLD, None, [4]),
        (HEAD + OLD, b"", [4]),
        (HEAD + OLD, b"\x00\xff\x00\xfe", [4]),
        (HEAD + OLD + ANOTHER, HEAD + OLD, [5]),
        (HEAD + ANOTHER + OLD, HEAD + OLD, [4]),
        (HEAD + OLD + "好。\n" + OLD, HEAD + OLD, [6]),
        (HEAD + "今年" + OLD + ANOTHER, HEAD + OLD + ANOTHER, [4]),
        (HEAD + wrapped(LONG), HEAD + LONG.replace("逐一答复", "一一答复"), [5]),
        (HEAD + wrapped(LONG.replace("群众", "大家")), HEAD + wrapped(LONG), [5]),
    ],
    ids=[
        "a new file",
        "an empty file before",
        "no text before",
        "added below",
        "added above",
        "once more the same",
        "changed",
        "changed in its line",
        "changed in another line of its paragraph",
    ],
)
def test_what_is_new_is_said(now: str, before: str | bytes | None, found: list[int]) -> None:
    assert lines(now, before) == found


def test_markdown_goes_by_paragraphs_too() -> None:
    before = "# 云杉镇工作总结\n\n- 走访××户。\n"
    assert lines(before + "- 办结××件。\n", before, "总结.md") == [4]


def test_a_finding_that_refers_to_what_changed_is_said() -> None:
    """The copy itself stood there before; what it is a copy of is new."""
    draft = Draft("总结.txt", partial(bytes, (HEAD + LONG + "好。\n" + LONG).encode()))
    result = api.check_many([draft], "report-form", api.Settings(select=("duplicate-paragraph",)))
    (finding,) = result.files[0].findings
    assert finding.line == 6
    before = f"{HEAD}今年如此。\n好。\n{LONG}".encode()
    left = only_changed(result, [draft], lambda *_: before, "main").files[0].findings
    assert left == (finding,)


def test_the_result_says_what_it_leaves_out() -> None:
    draft = Draft("总结.txt", partial(bytes, (HEAD + OLD).encode()))
    result = only_changed(api.check_many([draft], "report-form"), [draft], lambda _, now: now, "main")
    (note,) = result.notes
    assert "main" in note.zh
    assert "1 处" in note.zh
    assert ("leftover-mask", "failed") in {(row.rule, row.state) for row in result.files[0].checklist}
    assert "新问题 0，另有未改动处 1 处" in api.report(result, "text")
