"""What the offline page is made from: pinned, whole, and the same every time."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from linter.model.errors import ConfigError
from linter.ruleset.library import BUILT
from linter.surfaces.offline import archive, building, ingredients


def wheel() -> ZipFile:
    """As that of pypdfium2 is made."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name in ("pypdfium2/__init__.py", "pypdfium2_cli/__init__.py", "pypdfium2_raw/libpdfium.so"):
            file.writestr(name, "")
    return ZipFile(buffer)


def test_an_ingredient_that_is_not_the_pinned_one_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / ingredients.listed()[0].file
    path.write_bytes(b"another")
    with pytest.raises(ConfigError) as found:
        ingredients.collected(str(tmp_path))
    assert str(path) in found.value.text.zh
    assert str(path) in found.value.text.en


def test_without_the_client_of_a_registry_the_file_to_bring_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigError) as found:
        ingredients.collected(str(tmp_path))
    first = ingredients.listed()[0].file
    assert first in found.value.text.zh
    assert first in found.value.text.en
    assert "--ingredients" in found.value.text.zh
    assert list(tmp_path.iterdir()) == []


def test_every_ingredient_is_pinned_by_a_hash() -> None:
    assert all(len(bytes.fromhex(each.sha256)) == 32 for each in ingredients.listed())
    assert all(each.version in each.file for each in ingredients.listed())


def test_the_archive_holds_the_program_its_packages_and_its_rulesets_compiled() -> None:
    with ZipFile(BytesIO(archive.program(wheel()))) as file:
        names = file.namelist()
        assert {entry.compress_type for entry in file.infolist()} == {ZIP_STORED}
    assert {
        "linter/api.py",
        "linter/surfaces/offline/inside.py",
        f"linter/rulesets/{BUILT}",
        "linter/rulesets/work-report.yaml",
        "yaml/__init__.py",
        "jieba/dict.txt",
        "pypdfium2_raw/libpdfium.so",
    } <= set(names)
    assert len(names) == len(set(names))
    assert not [
        name for name in names if name.startswith(("tests", "pypdfium2_cli")) or "__pycache__" in name
    ]


def test_the_archive_is_the_same_every_time() -> None:
    assert archive.program(wheel()) == archive.program(wheel())


def test_of_the_library_of_python_what_nothing_calls_is_left_out() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name in ("json/__init__.py", "unittest/mock.py", "pdb.py", "pdbx.py"):
            file.writestr(name, "x")
    with ZipFile(BytesIO(archive.library(buffer.getvalue()))) as kept:
        assert kept.namelist() == ["json/__init__.py", "pdbx.py"]


def test_the_licence_of_python_stands_in_the_page_in_full() -> None:
    told = building.notices(wheel())
    for words in ("PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2", "8. By copying, installing", "CWI LICENSE"):
        assert words in told
    assert "*/" not in told


def test_every_package_is_named_with_its_licence() -> None:
    told = dict(archive.licences())
    assert [name.partition(" ")[0] for name in told] == list(archive.PACKAGES)
    assert "Permission is hereby granted" in next(text for name, text in told.items() if "PyYAML" in name)
