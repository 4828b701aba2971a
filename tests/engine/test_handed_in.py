"""Who has handed in a report: by the names of files, by signatures and titles; nobody by a part of a name."""

import pytest

from linter.engine.handed_in import with_units
from linter.model.finding import FileOutcome, PartResult, Result


def file(path: str, *parts: tuple[str, str]) -> FileOutcome:
    """An outcome with some reports, each a title and the unit that was read."""
    return FileOutcome(
        path, "work-report", parts=tuple(PartResult(title, 1, 9, (), unit) for title, unit in parts)
    )


def handed_in(units: list[str], *files: FileOutcome) -> dict[str, tuple[str, ...]]:
    return dict(with_units(Result(files), units).units)


NOT_ITS = {
    "no name anywhere": file("总结.docx", ("2026年上半年工作总结", "")),
    "another unit": file("财政局.docx", ("财政局2026年上半年工作总结", "财政局")),
    "a longer name, in the name of the file": file(
        "青山镇中心小学.docx", ("2026年工作总结", "青山镇中心小学")
    ),
    "a longer name, in the title": file("a.docx", ("青山镇中心小学2026年工作总结", "青山镇中心小学")),
    "a folder that all files are in": file("青山镇/a.docx", ("2026年上半年工作总结", "")),
}
ITS = {
    "the name of the file": file("03 青山镇（定稿）.docx", ("2026年上半年工作总结", "")),
    "the name of a file that cannot be read": FileOutcome("青山镇.docx", ""),
    "blanks in the name": file("青 山 镇.docx", ("2026年上半年工作总结", "")),
    "the signature": file("a.docx", ("2026年上半年工作总结", "青山镇")),
    "an organ that signs": file("a.docx", ("2026年上半年工作总结", "中共青山镇委员会")),
    "with its place": file("a.docx", ("2026年上半年工作总结", "白河区青山镇人民政府")),
    "the title": file("a.docx", ("关于青山镇半年工作情况的报告", "")),
    "another name of it": file("青山人民政府.docx", ("2026年上半年工作总结", "")),
}


@pytest.mark.parametrize("given", NOT_ITS.values(), ids=NOT_ITS)
def test_a_report_of_another_is_not_taken_for_the_units(given: FileOutcome) -> None:
    assert handed_in(["青山镇"], given) == {"青山镇": ()}


@pytest.mark.parametrize("given", ITS.values(), ids=ITS)
def test_a_unit_is_known_by_file_signature_or_title(given: FileOutcome) -> None:
    assert handed_in(["青山镇 | 青山人民政府"], given) == {"青山镇": (given.path,)}


def test_a_folder_below_that_of_all_files_names_its_unit() -> None:
    files = file("半年/青山镇/总结.docx", ("总结", "")), file("半年/财政局/总结.docx", ("总结", ""))
    assert handed_in(["青山镇", "财政局"], *files) == {
        "青山镇": ("半年/青山镇/总结.docx",),
        "财政局": ("半年/财政局/总结.docx",),
    }


def test_the_longest_name_counts() -> None:
    found = handed_in(["教育局", "教育局机关党委"], file("教育局机关党委.docx", ("2026年工作总结", "")))
    assert found == {"教育局": (), "教育局机关党委": ("教育局机关党委.docx",)}


def test_the_name_of_the_file_goes_before_a_signature_left_in_a_copy() -> None:
    found = handed_in(["组织科", "宣传科"], file("组织科.docx", ("2026年工作总结", "宣传科")))
    assert found == {"组织科": ("组织科.docx",), "宣传科": ()}


def test_each_report_of_a_collection_is_its_units() -> None:
    both = file("汇编.docx", ("一", "组织科"), ("二", "宣传科"))
    assert handed_in(["组织科", "宣传科"], both) == {"组织科": ("汇编.docx",), "宣传科": ("汇编.docx",)}


def test_missing_repeated_and_unlisted_ones_are_told() -> None:
    files = file("组织科.docx"), file("组织科（改）.docx"), file("食堂.docx")
    result = with_units(Result(files), ["组织科", "宣传科"])
    assert result.missing_units == ["宣传科"]
    assert result.repeated_units == {"组织科": ("组织科.docx", "组织科（改）.docx")}
    assert result.unlisted == ["食堂.docx"]


@pytest.mark.parametrize(
    ("names", "repeated"),
    [
        (["组织科.docx", "组织科.pdf"], False),
        (["组织科.doc", "组织科.docx", "组织科.pdf"], False),
        (["组织科.docx", "组织科（改）.pdf"], True),
        (["上半年/组织科.docx", "全年/组织科.docx"], True),
    ],
)
def test_two_formats_of_one_report_are_handed_in_once(names: list[str], repeated: bool) -> None:
    result = with_units(Result(tuple(file(name) for name in names)), ["组织科"])
    assert bool(result.repeated_units) == repeated


def test_where_no_units_are_named_nothing_is_missing_or_unlisted() -> None:
    result = with_units(Result((file("食堂.docx"),)), [])
    assert (result.missing_units, result.repeated_units, result.unlisted) == ([], {}, [])
