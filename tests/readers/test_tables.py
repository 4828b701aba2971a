"""Where the cells of tables stand: the same, whatever the format."""

from collections.abc import Sequence

import pytest

from linter.model.document import Document
from linter.readers import read
from tests.support.effort import calls
from tests.support.odf import build_odt
from tests.support.tables import FORMATS, Cell, Table, cells, written


def places(document: Document) -> list[tuple[str, tuple[int, ...]]]:
    """What stands in each block, and where."""
    return [(document.text[block.start : block.end], block.cell) for block in document.blocks]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            [cells("甲", "乙"), cells("丙", "丁")],
            {"甲": (0, 0, 1, 1), "乙": (0, 1, 1, 1), "丙": (1, 0, 1, 1), "丁": (1, 1, 1, 1)},
        ),
        ([cells("", "乙"), cells("丙", "")], {"乙": (0, 1, 1, 1), "丙": (1, 0, 1, 1)}),
        (
            [[Cell("甲", columns=2), Cell("乙")], cells("丙", "丁", "戊")],
            {
                "甲": (0, 0, 2, 1),
                "乙": (0, 2, 1, 1),
                "丙": (1, 0, 1, 1),
                "丁": (1, 1, 1, 1),
                "戊": (1, 2, 1, 1),
            },
        ),
        (
            [[Cell("甲", rows=3), Cell("乙")], cells("丙"), cells("丁"), cells("戊", "己")],
            {
                "甲": (0, 0, 1, 3),
                "乙": (0, 1, 1, 1),
                "丙": (1, 1, 1, 1),
                "丁": (2, 1, 1, 1),
                "戊": (3, 0, 1, 1),
                "己": (3, 1, 1, 1),
            },
        ),
        (
            [[Cell("甲"), Cell("乙", 2, 2), Cell("丙")], cells("丁", "戊"), cells("己", "", "", "庚")],
            {
                "甲": (0, 0, 1, 1),
                "乙": (0, 1, 2, 2),
                "丙": (0, 3, 1, 1),
                "丁": (1, 0, 1, 1),
                "戊": (1, 3, 1, 1),
                "己": (2, 0, 1, 1),
                "庚": (2, 3, 1, 1),
            },
        ),
    ],
)
def test_every_format_tells_the_same_places(
    table: Table, expected: dict[str, tuple[int, ...]], suffix: str
) -> None:
    assert dict(places(written(suffix, [table]))) == {text: (0, *area) for text, area in expected.items()}


@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
def test_text_between_two_tables_is_in_neither(suffix: str) -> None:
    table: Table = [cells("甲", "乙"), cells("丙", "丁")]
    above, *first, between, _, _, _, last = places(written(suffix, ["上文", table, "中间", table]))
    assert (above[1], between[1]) == ((), ())
    assert [place[1:] for _, place in first] == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert last[1][1:] == (1, 1, 1, 1)
    assert last[1][0] != first[0][1][0]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["| 甲 | 乙 |", "|---|---|", "| | 丁 |"], [("甲", 0, 0), ("乙", 0, 1), ("丁", 1, 1)]),
        (["甲 | 乙", "---|---", "丙 |", "| 丁"], [("甲", 0, 0), ("乙", 0, 1), ("丙", 1, 0), ("丁", 2, 0)]),
        (["|甲|乙|", "|---|---|", r"|a\|b||"], [("甲", 0, 0), ("乙", 0, 1), (r"a\|b", 1, 0)]),
        (["> | 甲 | 乙 |", "> |---|---|", "> | 丙 | 丁 |"], [("甲", 0, 0), ("乙", 0, 1), ("丙", 1, 0), ("丁", 1, 1)]),
    ],
)  # fmt: skip
def test_cells_of_markdown_count_the_empty_ones(
    rows: list[str], expected: list[tuple[str, int, int]]
) -> None:
    document = read("表.md", "\n".join(rows).encode())
    assert [(text, cell[1], cell[2]) for text, cell in places(document)] == expected


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        (
            "表.html",
            "<table><tr><th>甲<td><table><tr><td>丙<td>丁</table>乙<tr><td>戊</table>",
            [("甲", (0, 0, 0)), ("丙", (1, 0, 0)), ("丁", (1, 0, 1)), ("乙", (0, 0, 1)), ("戊", (0, 1, 0))],
        ),
        ("表.html", '<table><tr><td rowspan="x" colspan="0">甲<td>乙</table>', [("甲", (0, 0, 0)), ("乙", (0, 0, 1))]),
        ("表.html", "<td>甲</td></table><td>乙", [("甲", ()), ("乙", ())]),
        # The definition of a row behind its cells; edges that are a little off; a table within a cell.
        (
            "表.rtf",
            r"{\rtf1\ansi\ansicpg936 \pard\intbl 甲\cell 乙\cell\trowd\cellx2000\cellx9000\row"
            r"\pard\intbl 丙\cell\trowd\cellx9020\row\pard\par}",
            [("甲", (0, 0, 0)), ("乙", (0, 0, 1)), ("丙", (0, 1, 0))],
        ),
        (
            "表.rtf",
            r"{\rtf1\ansi\ansicpg936 \trowd\cellx2000\cellx9000 \pard\intbl 甲\cell"
            r"\pard\intbl\itap2 丙\nestcell 丁\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}"
            r"\pard\intbl 乙\cell\row\pard\par}",
            [("甲", (0, 0, 0)), ("丙", (0, 0, 1)), ("丁", (0, 0, 1)), ("乙", (0, 0, 1))],
        ),
        ("表.rtf", r"{\rtf1\ansi\ansicpg936 \pard\intbl 甲\cell 乙\cell\row\pard\par}", [("甲", (0, 0, 0)), ("乙", (0, 0, 1))]),
        (
            "表.rtf",
            r"{\rtf1\ansi\ansicpg936 \trowd\cellx2000\clmrg\cellx5000\cellx9000 \pard\intbl 甲\cell\cell 乙\cell\row\pard\par}",
            [("甲", (0, 0, 0)), ("乙", (0, 0, 2))],
        ),
    ],
)  # fmt: skip
def test_tables_as_programs_write_them(
    path: str, data: str, expected: Sequence[tuple[str, tuple[int, ...]]]
) -> None:
    document = read(path, data.encode("gbk" if path.endswith("rtf") else "utf-8"))
    assert [(text, cell[:3]) for text, cell in places(document)] == expected


def test_rows_of_a_head_and_cells_of_a_page_header_in_opendocument() -> None:
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    table = "<table:table>{}</table:table>".format(
        f"<table:table-header-rows>{row.format('甲')}</table:table-header-rows>{row.format('乙')}"
    )
    header = f"<style:master-page><style:header>{table}</style:header></style:master-page>"
    document = read("表.odt", build_odt(table, master=header))
    assert [(block.kind, block.cell[:3]) for block in document.blocks] == [
        ("cell", (0, 0, 0)),
        ("cell", (0, 1, 0)),
        ("header", ()),
        ("header", ()),
    ]


def test_work_grows_with_the_size_of_a_table() -> None:
    def work(count: int) -> int:
        text = "<table><tr>" + "<td rowspan=9999>甲" * count + "<tr><td>乙" * count
        return calls(lambda: read("表.html", text.encode()))

    assert work(1600) < 2.5 * work(800)
