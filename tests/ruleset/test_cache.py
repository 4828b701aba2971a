"""The cache: right when it is there, not there, damaged, read-only or out of date."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.ruleset import cache, library

PLAIN = {"甲": (1, 2.5, None, True, ["x"], b"\x00"), "乙": ()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_what_was_put_is_got(folder: Path) -> None:
    key = cache.digest(b"x")
    assert cache.get(key) is None
    cache.put(key, PLAIN)
    assert cache.get(key) == PLAIN
    assert cache.get(cache.digest(b"y")) is None
    assert len(entries(folder)) == 1


def test_parts_are_not_run_together() -> None:
    assert cache.digest(b"ab", b"c") != cache.digest(b"a", b"bc") != cache.digest(b"abc")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-3],
    "header only": lambda data: data[:20],
    "a bit turned": lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
    "longer": lambda data: data + b"x",
    "another program": lambda data: b"#!/bin/sh\n" + data,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_ignored_and_replaced(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    key = cache.digest(b"x")
    cache.put(key, PLAIN)
    [entry] = entries(folder)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get(key) is None
    cache.put(key, PLAIN)
    assert cache.get(key) == PLAIN


def test_an_entry_under_another_name_is_ignored(folder: Path) -> None:
    cache.put(cache.digest(b"x"), PLAIN)
    [entry] = entries(folder)
    entry.rename(folder / cache.digest(b"y").hex())
    assert cache.get(cache.digest(b"y")) is None


@given(data=st.binary(max_size=80))
def test_any_bytes_in_its_place_do_no_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    base = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTLINT_CACHE_DIR", str(base))
        key = cache.digest(b"x")
        (base / key.hex()).write_bytes(data)
        assert cache.get(key) is None


def test_a_folder_that_cannot_be_written_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    cache.put(cache.digest(b"x"), PLAIN)
    assert cache.get(cache.digest(b"x")) is None
    assert "report-form" in library.shipped(library.library())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write everywhere")
def test_a_read_only_folder_is_no_matter(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    cache.put(cache.digest(b"x"), PLAIN)
    assert not entries(folder)


def test_old_entries_go(folder: Path) -> None:
    for number in range(70):
        cache.put(cache.digest(bytes([number])), number)
    assert len(entries(folder)) < 65
    assert cache.get(cache.digest(bytes([69]))) == 69


def test_the_oldest_half_goes(folder: Path) -> None:
    keys = [cache.digest(bytes([number])) for number in range(cache._MAX_ENTRIES + 1)]
    for second, key in enumerate(keys[:-1]):
        cache.put(key, second)
        os.utime(folder / key.hex(), (second, second))
    assert len(entries(folder)) == cache._MAX_ENTRIES
    cache.put(keys[-1], 0)
    assert {entry.name for entry in entries(folder)} == {key.hex() for key in keys[cache._MAX_ENTRIES // 2 :]}


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"REPORTLINT_CACHE_DIR": "/own"}, "/own"),
        ({"XDG_CACHE_HOME": "/xdg", "HOME": "/home/me"}, "/xdg/reportlint"),
        ({"HOME": "/home/me"}, "/home/me/.cache/reportlint"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}, None),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other folders there")
def test_the_folder(variables: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPORTLINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == expected


def modules(code: str) -> set[str]:
    """The modules that a fresh process has loaded after some code."""
    script = f"import sys\n{code}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


HEAVY = {
    "yaml",
    "difflib",
    "tomllib",
    "pathlib",
    "tempfile",
    "json",
    "dataclasses",
    "linter.schema.validate",
}


@pytest.mark.process
def test_a_warm_run_loads_no_yaml(folder: Path) -> None:
    code = "from linter.ruleset.library import load; load('report-form')"
    assert "yaml" in modules(code)
    assert not modules(code) & HEAVY


@pytest.mark.parametrize("state", ["damaged", "stale"])
def test_a_set_of_the_user_is_right_whatever_the_cache_holds(
    folder: Path, tmp_path: Path, state: str
) -> None:
    text = "id: mine\ntitle: {zh: 甲, en: One}\nextends: [report-form]\n"
    mine = tmp_path / "mine.yaml"
    mine.write_text(text, encoding="utf-8")
    found = library.library()
    first = library.load(str(mine), found)
    assert library.load(str(mine), found) == first
    if state == "damaged":
        for entry in entries(folder):
            entry.write_bytes(entry.read_bytes()[:-9])
        assert library.load(str(mine), library.library()) == first
    else:
        mine.write_text(text.replace("One", "Two"), encoding="utf-8")
        assert library.load(str(mine), found).title.en == "Two"
