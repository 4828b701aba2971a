"""Lists of files, as `reportlint archive check-all` takes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.archive.listed import paths
from linter.model.errors import ConfigError

TWO = ["渡口/总结.txt", "码头, 新/总结.docx"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.txt", b"", [], id="nothing"),
        pytest.param("a.csv", b"", [], id="an empty table"),
        pytest.param("a.csv", b"path,unit\n", [], id="heads alone"),
        pytest.param("a.txt", b"\n  \n\r\n", [], id="blank lines"),
        pytest.param("a.txt", "渡口/总结.txt\r\n码头, 新/总结.docx\r\n".encode(), TWO, id="lines"),
        pytest.param("a.txt", "渡口/总结.txt\n码头, 新/总结.docx".encode("gb18030"), TWO, id="in gb18030"),
        pytest.param("a.txt", "渡口/总结.txt\n码头, 新/总结.docx".encode("utf-8-sig"), TWO, id="with a mark"),
        pytest.param(
            "a.csv", '渡口/总结.txt\n"码头, 新/总结.docx"\n'.encode(), TWO, id="a table of one column"
        ),
        pytest.param(
            "A.CSV",
            '单位,Path\n渡口,渡口/总结.txt\n码头,"码头, 新/总结.docx"\n'.encode("gb18030"),
            TWO,
            id="column path",
        ),
        pytest.param(
            "a.csv",
            'path,单位\n渡口/总结.txt,渡口\n,无\n\n"码头, 新/总结.docx"\n'.encode("utf-8-sig"),
            TWO,
            id="empty cells",
        ),
        pytest.param("a.csv", "单位,path\n渡口\n渡口,一.txt\n".encode(), ["一.txt"], id="a short row"),
    ],
)
def test_the_paths_of_a_list_are_taken_as_they_stand(
    tmp_path: Path, name: str, data: bytes, expected: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert paths(str(tmp_path / name)) == expected


def test_a_list_that_cannot_be_read_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read the list"):
        paths(str(tmp_path / "none.txt"))
    with pytest.raises(ConfigError, match="cannot read the list"):
        paths(str(tmp_path))
    with pytest.raises(ConfigError, match="illegal"):
        paths("a\0b")
