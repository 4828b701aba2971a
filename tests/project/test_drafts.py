"""Paths to drafts: each brings its name, its size, what gives its bytes and what is declared beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.model.draft import Draft
from linter.model.errors import UnreadableError
from linter.project.drafts import drafts
from linter.project.files import SUPPRESSIONS
from tests.support.drafts import document

TEXT = "投入××万元。"
BESIDE = "- rule: leftover-mask\n  text: ××\n  reason: 按规定隐去\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def the_draft(path: str, stdin: tuple[str, bytes] | None = None) -> Draft:
    (found,) = drafts([path], lambda _: False, stdin)
    return found


def declared(draft: Draft) -> list[str]:
    assert draft.suppressions is not None
    return [each.rule for each in draft.suppressions(document(TEXT, draft.name))]


def test_nothing_is_declared_where_there_is_no_file_beside() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    Path(f"b.txt{SUPPRESSIONS}").write_text(BESIDE, "utf-8")
    assert declared(the_draft("a.txt")) == []


def test_a_file_is_read_when_its_content_is_asked_for() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    Path(f"a.txt{SUPPRESSIONS}").write_text(BESIDE, "utf-8")
    draft = the_draft("a.txt")
    assert (draft.name, draft.size, draft.content().decode()) == ("a.txt", len(TEXT.encode()), TEXT)
    assert declared(draft) == ["leftover-mask"]
    Path("a.txt").write_bytes(b"changed")
    assert draft.content() == b"changed"


def test_standard_input_goes_by_its_name() -> None:
    """What is declared beside the file of that name holds, whether or not the file is there."""
    Path(f"a.txt{SUPPRESSIONS}").write_text(BESIDE, "utf-8")
    draft = the_draft("-", ("a.txt", TEXT.encode()))
    assert (draft.name, draft.size, draft.content().decode()) == ("a.txt", len(TEXT.encode()), TEXT)
    assert declared(draft) == ["leftover-mask"]
    Path("b.txt").write_bytes(b"other")
    assert the_draft("b.txt", ("a.txt", TEXT.encode())).content() == b"other"


def test_a_path_that_is_no_file_cannot_be_read() -> None:
    draft = the_draft("nowhere.txt")
    assert draft.size == 0
    with pytest.raises(UnreadableError, match="no such file or folder; check the path"):
        draft.content()


def test_a_draft_whose_name_leaves_no_room_for_a_file_beside_it_has_none() -> None:
    name = f"{'a' * 245}.txt"
    Path(name).write_text(TEXT, "utf-8")
    assert declared(the_draft(name)) == []


@pytest.mark.parametrize(
    ("path", "suggested"),
    [
        ("方案.txt", ""),
        ("乙.txt", ""),
        ("另一处/半年总结.txt", ""),
        ("", ""),
        ("半年总结/", "半年总结.txt"),
        ("半年总接.txt", "半年总结.txt"),
        ("半年总结.docx", "半年总结.txt"),
        ("各站/水泵小节.md", "各站/水泵小结.md"),
        ("各站点", "各站"),
    ],
)
def test_the_nearest_name_is_suggested_for_a_path_that_does_not_exist(path: str, suggested: str) -> None:
    for name in ("半年总结.txt", "甲.txt", "各站/水泵小结.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()
    with pytest.raises(UnreadableError) as caught:
        the_draft(path).content()
    expected = f"，是否应为“{Path(suggested)}”？" if suggested else "，请检查路径"
    assert caught.value.text.zh.endswith("没有这个文件或文件夹" + expected)
