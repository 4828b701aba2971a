"""The cache: right when it is there, not there, damaged, read-only or out of date."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.ruleset import cache, library, packing
from linter.ruleset import weights as weight_files
from linter.ruleset.encoding import decode, encode
from linter.ruleset.weights import load as load_weights

RECORDS = [b"", "甲\n 乙".encode(), b"\x00 1"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entries(folder: Path) -> list[Path]:
    return sorted(own(folder).iterdir()) if own(folder).is_dir() else []


def own(folder: Path) -> Path:
    return folder / "reportlint-compiled"


def keep(found: library.Library) -> None:
    cache.put(found.digest, library._records(found))


def path_of(folder: Path, key: bytes) -> Path:
    return own(folder) / f"reportlint-{key.hex()}"


posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes as POSIX has them")


def test_what_was_put_is_got(folder: Path) -> None:
    key = cache.digest(b"x")
    assert cache.get(key) is None
    cache.put(key, RECORDS)
    assert cache.get(key) == RECORDS
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
    cache.put(key, RECORDS)
    [entry] = entries(folder)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get(key) is None
    cache.put(key, RECORDS)
    assert cache.get(key) == RECORDS


def test_an_entry_under_another_name_is_ignored(folder: Path) -> None:
    cache.put(cache.digest(b"x"), RECORDS)
    [entry] = entries(folder)
    entry.rename(path_of(folder, cache.digest(b"y")))
    assert cache.get(cache.digest(b"y")) is None


@given(data=st.binary(max_size=80))
def test_any_bytes_in_its_place_do_no_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    base = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTLINT_CACHE_DIR", str(base))
        key = cache.digest(b"x")
        own(base).mkdir(mode=0o700)
        path_of(base, key).touch(0o600)
        path_of(base, key).write_bytes(data)
        assert cache.get(key) is None


def test_a_folder_that_cannot_be_written_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    cache.put(cache.digest(b"x"), RECORDS)
    assert cache.get(cache.digest(b"x")) is None
    assert "report-form" in library.library().paths


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write everywhere")
def test_a_read_only_folder_is_no_matter(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    cache.put(cache.digest(b"x"), RECORDS)
    assert not entries(folder)


def test_old_entries_go(folder: Path) -> None:
    for number in range(70):
        cache.put(cache.digest(bytes([number])), [bytes([number])])
    assert len(entries(folder)) < 65
    assert cache.get(cache.digest(bytes([69]))) == [bytes([69])]


def test_the_oldest_half_goes(folder: Path) -> None:
    keys = [cache.digest(bytes([number])) for number in range(cache._MAX_ENTRIES + 1)]
    for second, key in enumerate(keys[:-1]):
        cache.put(key, RECORDS)
        os.utime(path_of(folder, key), (second, second))
    assert len(entries(folder)) == cache._MAX_ENTRIES
    cache.put(keys[-1], RECORDS)
    left = sorted(path_of(folder, key) for key in keys[cache._MAX_ENTRIES // 2 :])
    assert entries(folder) == left


# --- files of others ------------------------------------------------------------------------------


def test_nothing_but_our_own_entries_is_deleted(folder: Path) -> None:
    """Reports in the folder that the user names, and files of other names in ours, stay."""
    own(folder).mkdir(parents=True, mode=0o700)
    kept = [folder / f"{number}.docx" for number in range(100)]
    kept += [
        own(folder) / name for name in ("report.txt", "reportlint-notes", "f" * 32, "reportlint-" + "A" * 32)
    ]
    kept += [own(folder) / ("reportlint-" + "0" * 32 + ".docx"), own(folder) / ("reportlint-" + "0" * 33)]
    for path in kept:
        path.write_text("年度工作报告", encoding="utf-8")
        os.utime(path, (0, 0))
    for number in range(200):
        cache.put(cache.digest(number.to_bytes(2, "big")), RECORDS)
    assert all(path.read_text(encoding="utf-8") == "年度工作报告" for path in kept)
    assert len(entries(folder)) < 100


def test_what_a_killed_run_left_behind_goes_too(folder: Path) -> None:
    cache.put(cache.digest(b"x"), RECORDS)
    left = path_of(folder, cache.digest(b"y")).with_suffix(".4711-0123abcd")
    left.touch(0o600)
    os.utime(left, (0, 0))
    for number in range(cache._MAX_ENTRIES):
        cache.put(cache.digest(bytes([number])), RECORDS)
    assert not left.exists()


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o720, 0o702, 0o705, 0o1777])
def test_a_folder_that_others_can_reach_is_not_used(folder: Path, mode: int) -> None:
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    own(folder).chmod(mode)
    assert cache.get(key) is None
    cache.put(cache.digest(b"y"), RECORDS)
    assert entries(folder) == [path_of(folder, key)]
    own(folder).chmod(0o700)
    assert cache.get(key) == RECORDS


@posix
@pytest.mark.parametrize("mode", [0o666, 0o660, 0o602, 0o640, 0o604])
def test_an_entry_that_others_can_reach_is_not_used(folder: Path, mode: int) -> None:
    """Also one that a repository brought along: git makes files that others may read."""
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    path_of(folder, key).chmod(mode)
    assert cache.get(key) is None
    cache.put(key, RECORDS)  # replaces it
    assert cache.get(key) == RECORDS


@posix
@pytest.mark.parametrize("what", ["folder", "entry"])
def test_what_another_user_owns_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    real = {"folder": os.lstat, "entry": os.fstat}[what]

    def foreign(*arguments: object) -> os.stat_result:
        found = real(*arguments)  # type: ignore[arg-type]
        return os.stat_result((*found[:4], found.st_uid + 1, *found[5:10]))

    with monkeypatch.context() as patch:
        patch.setattr(os, real.__name__, foreign)
        assert cache.get(key) is None
    assert cache.get(key) == RECORDS


@posix
def test_a_linked_entry_is_not_used_and_its_target_stays(folder: Path, tmp_path: Path) -> None:
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    target = tmp_path / "elsewhere"
    path_of(folder, key).rename(target)
    before = target.read_bytes()
    path_of(folder, key).symlink_to(target)
    assert cache.get(key) is None
    cache.put(key, RECORDS[:1])
    assert cache.get(key) == RECORDS[:1]
    assert target.read_bytes() == before


@posix
def test_a_linked_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    own(folder).rename(tmp_path / "elsewhere")
    own(folder).symlink_to(tmp_path / "elsewhere")
    assert cache.get(key) is None
    cache.put(cache.digest(b"y"), RECORDS)
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


@posix
def test_a_pipe_in_place_of_an_entry_is_not_waited_for(folder: Path) -> None:
    own(folder).mkdir(parents=True, mode=0o700)
    os.mkfifo(path_of(folder, cache.digest(b"x")), 0o600)
    assert cache.get(cache.digest(b"x")) is None


def test_an_entry_that_is_too_long_is_not_read(folder: Path) -> None:
    key = cache.digest(b"x")
    cache.put(key, RECORDS)
    with path_of(folder, key).open("r+b") as file:
        file.truncate(cache._MAX_SIZE + 1)
    assert cache.get(key) is None


def _put_and_get(number: int) -> bool:
    """What one of several runs does to the same folder at the same time: false when it met a wrong entry."""
    right = True
    for round in range(200):
        key = cache.digest(bytes([round % 80]))
        cache.put(key, [bytes([round % 80]) * 5000])
        right = right and cache.get(key) in (None, [bytes([round % 80]) * 5000])
    return right


@pytest.mark.process
def test_runs_at_the_same_time_do_not_disturb_each_other(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(_put_and_get, range(4), chunksize=1) == [True] * 4
    assert all(re.fullmatch(cache._ENTRY, entry.name) for entry in entries(folder))
    assert not [entry for entry in entries(folder) if entry.suffix]  # nothing half-written is left


# --- forged entries -------------------------------------------------------------------------------


def emptied(packed: Sequence[bytes]) -> packing.Pieces:
    """A ruleset without its rules, in perfect form."""
    fields = list(decode(b"".join(packed), packing._RULESET))
    fields[4] = ()
    return (encode(tuple(fields)),)


def test_forged_sets_without_rules_are_not_used(folder: Path) -> None:
    found = library.library()
    real = library.load("report-form", found)
    forgeries = {id: each._replace(pieces=emptied(each.pieces)) for id, each in found.sets.items()}
    keep(found._replace(sets=forgeries))
    forged = library.library()
    assert forged.sets == forgeries
    assert library.load("report-form", forged) == real


def test_a_forged_set_of_the_user_without_rules_is_not_used(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("id: mine\ntitle: {zh: 甲, en: One}\nextends: [report-form]\n", encoding="utf-8")
    found = library.library()
    real = library.load(str(mine), found)
    state = found.digest, library._program_state()
    key = cache.digest(b"own", os.path.realpath(mine).encode(), mine.read_bytes(), *state)
    files, *packed = cache.get(key) or []
    cache.put(key, [files, *emptied(packed)])
    assert library.load(str(mine), found) == real
    cache.put(key, [encode({}), b"".join(packed).replace("遗留".encode(), "不是".encode())])
    assert library.load(str(mine), found) == real


def test_a_rule_that_several_sets_inherit_is_kept_once(folder: Path) -> None:
    found = library.library()
    kept = library._records(found)
    assert len(kept) == len(set(kept))
    assert len(kept) * 3 < sum(len(each.pieces) for each in found.sets.values())


WEIGHTS = """sections	one two
place	one	0.25 5
place	two	0.75 5
naming	责任	3 -1
treating	牵头	0 5
"""


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A file of weights."""
    path = tmp_path / "weights.tsv"
    path.write_text(WEIGHTS, encoding="utf-8", newline="\n")
    return path


def test_weights_are_read_once(folder: Path, weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_weights([str(weights)])
    with monkeypatch.context() as patch:
        patch.setattr(weight_files, "_read", lambda *_: pytest.fail("read"))
        assert load_weights([str(weights)]) == first


def test_weights_that_were_changed_are_read_anew(folder: Path, weights: Path) -> None:
    load_weights([str(weights)])
    weights.write_text(WEIGHTS.replace("责任\t3", "责任\t4"), encoding="utf-8", newline="\n")
    assert load_weights([str(weights)]).naming == {"责任": "4 -1"}


@pytest.mark.parametrize(
    "records",
    [
        [b"x"],
        [encode((("one", "two"), ("责任", "担当"), ("3 -1",), (), (), {}, {}, {}))],
        [encode((("one", "two"), ("责任",), (3,), (), (), {}, {}, {}))],
    ],
    ids=["no value", "an n-gram more than rows", "a number for a row"],
)
def test_forged_weights_are_not_used(folder: Path, weights: Path, records: list[bytes]) -> None:
    real = load_weights([str(weights)])
    cache.put(cache.digest(weight_files._FORM, weights.read_bytes()), records)
    assert load_weights([str(weights)]) == real


FORGED: dict[str, Callable[[library.Library], library.Library]] = {
    "no sets": lambda found: found._replace(sets={}),
    "a set fewer": lambda found: found._replace(sets=dict(list(found.sets.items())[1:])),
    "titles that are no texts": lambda found: found._replace(
        sets={id: each._replace(titles=(1,)) for id, each in found.sets.items()}  # type: ignore[arg-type]
    ),
    "no words": lambda found: found._replace(words={}),
    "empty words": lambda found: found._replace(
        words={"zh": {group: tuple(() for _ in lists) for group, lists in found.words["zh"].items()}}
    ),
    "a number for words": lambda found: found._replace(words={"zh": {"residue": 1}}),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_library_is_not_used(
    folder: Path, forge: Callable[[library.Library], library.Library]
) -> None:
    found = library.library()
    keep(forge(found))
    assert library.library() == found


# --- where ----------------------------------------------------------------------------------------


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


# --- what a wheel holds compiled ------------------------------------------------------------------


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """The folder of the rulesets as a wheel has it."""
    copy = tmp_path / "rulesets"
    shutil.copytree(library.shipped_folder(), copy)
    (copy / library.BUILT).write_bytes(library.build())
    monkeypatch.setattr(library, "shipped_folder", lambda: str(copy))
    return copy


def test_a_release_compiles_nothing_and_keeps_nothing(
    release: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(library, "_compile", lambda *_: pytest.fail("compiled"))
        found = library.library()
    assert entries(folder) == []
    (release / library.BUILT).unlink()
    compiled = library.library()
    for id in found.paths:
        assert library.load(id, found) == library.load(id, compiled)


def test_a_rule_file_that_was_changed_after_the_release_is_compiled(release: Path, folder: Path) -> None:
    path = release / "work-report.yaml"
    path.write_text(path.read_text("utf-8").replace("title: {zh: 工作总结", "title: {zh: 年度总结"), "utf-8")
    assert library.load("work-report").title.zh == "年度总结"


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_a_damaged_release_is_compiled(release: Path, folder: Path, damage: Callable[[bytes], bytes]) -> None:
    path = release / library.BUILT
    path.write_bytes(damage(path.read_bytes()))
    assert library.load("work-report").rules
    assert len(entries(folder)) == 1


def test_a_release_says_nothing_of_where_it_was_built() -> None:
    assert os.path.dirname(library.shipped_folder()).encode() not in library.build()
