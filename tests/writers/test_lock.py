"""A lock is had by one process at a time, and what a dead one left is no hindrance."""

from __future__ import annotations

import os
import sys
from errno import EACCES
from pathlib import Path

import pytest

from linter.model.errors import WriteError
from linter.writers import lock
from linter.writers.lock import locked


@pytest.fixture(params=["system", "file"], autouse=True)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Locks of the system, and a system without them."""
    if request.param == "file":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    return str(request.param)


def test_it_leaves_nothing(tmp_path: Path) -> None:
    with locked(str(tmp_path / "a.json")):
        assert os.listdir(tmp_path) == ["a.json.lock"]
    with pytest.raises(ValueError, match="gone"), locked(str(tmp_path / "a.json")):
        raise ValueError("gone")
    assert os.listdir(tmp_path) == []


def test_another_one_waits_and_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(lock.time, "sleep", waited.append)
    with (
        locked(str(tmp_path / "a.json")),
        pytest.raises(WriteError, match=r"delete .*a\.json\.lock"),
        locked(str(tmp_path / "a.json"), patience=0.001),
    ):
        pass
    assert waited


def test_what_a_dead_process_left_is_taken_over(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        pytest.skip("nobody can tell")
    (tmp_path / "a.json.lock").touch()
    with locked(str(tmp_path / "a.json"), patience=0):
        pass
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_no_lock_is_left_alone(tmp_path: Path) -> None:
    """Such as `poetry.lock`, where a baseline was to be called `poetry`."""
    (tmp_path / "a.json.lock").write_text("x")
    with pytest.raises(WriteError, match=r"a\.json\.lock holds"), locked(str(tmp_path / "a.json")):
        pass
    assert (tmp_path / "a.json.lock").read_text() == "x"


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x")
    (tmp_path / "a.json.lock").symlink_to("other")
    with pytest.raises(OSError), locked(str(tmp_path / "a.json"), patience=0):  # noqa: PT011 - of any kind
        pass
    assert (tmp_path / "other").read_text() == "x"


@pytest.mark.skipif(os.name != "posix", reason="system calls as POSIX has them")
def test_a_folder_that_takes_no_files_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object, **more: object) -> int:
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr(lock.os, "open", refused)
    with pytest.raises(WriteError, match="its folder takes no new files"), locked(str(tmp_path / "a.json")):
        pass
