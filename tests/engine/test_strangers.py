"""Files of unknown origin: whatever one does is its own error, and nothing of it is left."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from linter import api, confined
from linter.engine import stranger_process, stranger_work, wire
from linter.engine import stranger_protocol as protocol
from linter.engine.stranger_process import Worker
from linter.engine.stranger_protocol import Task
from tests.support import hostile_worker
from tests.support.program import EXAMPLES, ROOT

pytestmark = pytest.mark.process

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no address space")
posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")

MISSING = (EXAMPLES / "missing.txt").read_bytes()
SAMPLES = sorted(path for path in (ROOT / "tests" / "samples").iterdir() if path.suffix not in (".py", ""))
LIMITS = api.Limits(cpu=1, wall=60, memory=400 << 20)


@pytest.fixture(autouse=True)
def _hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setattr(stranger_process, "MODULE", hostile_worker.__name__)


@pytest.fixture
def without_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS, where a worker judges one file."""
    monkeypatch.setenv("TEST_NO_COPIES", "1")
    monkeypatch.setattr(stranger_process, "forks", lambda: False)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the workers that were started; in the end none of them, nor of theirs, lives."""
    numbers: list[int] = []
    start = confined.start

    def counted(module: str, **options: object) -> subprocess.Popen[bytes]:
        process = start(module, **options)
        if module == stranger_process.MODULE:
            numbers.append(process.pid)
        return process

    monkeypatch.setattr(confined, "start", counted)
    yield numbers
    until(lambda: not living(numbers))


def living(groups: list[int]) -> list[str]:
    """The processes of some groups that have not ended."""
    if sys.platform != "linux":
        return []
    states = [
        path.read_text().rpartition(")")[2].split()
        for path in Path("/proc").glob("[0-9]*/stat")
        if path.exists()
    ]
    return [state for state, _, group, *_ in states if int(group) in groups and state not in "ZX"]


def until(holds: Callable[[], bool]) -> None:
    """Wait for what must come at once, however busy the machine is."""
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it did not come")


def error(outcome: api.FileOutcome) -> str:
    assert outcome.error is not None
    assert (outcome.ruleset, outcome.findings) == ("", ())
    return outcome.error.en


# --- what must not change -------------------------------------------------------------------------


def test_an_outcome_is_that_of_check(started: list[int]) -> None:
    with api.strangers_judge(workers=1) as judge:
        for path in (EXAMPLES / "missing.txt", EXAMPLES / "leftovers.txt", EXAMPLES / "gbk.txt", *SAMPLES):
            data = path.read_bytes()
            assert judge.check(data, path.name) == api.check(data, path.name)
        for data in (b"", b"\x89PNG\r\n\x1a\n", MISSING[:1] + b"\0" + MISSING):
            assert judge.check(data, "a.txt") == api.check(data, "a.txt")
    assert len(started) == 1


def test_each_file_may_have_rulesets_of_its_own() -> None:
    rule = """
id: own
title: {zh: 自定, en: Own}
rules:
  - id: no-cats
    check: pattern
    level: error
    with: {forbid: [WORD]}
    message: {zh: 不宜用, en: better not}
    why: {zh: "-", en: "-"}
    source: "-"
    examples: {pass: [狗], fail: [WORD]}
"""
    text = "猫咪和小鸟".encode()
    with api.strangers_judge("report-form", workers=1) as judge:
        assert judge.check(MISSING, "a.txt").ruleset == "report-form"
        assert judge.check(MISSING, "a.txt", api.choose()).ruleset == "ideology-work-report"
        for word in ("猫咪", "小鸟"):  # two sets of one name
            chosen = api.choose(api.load_ruleset(rule.replace("WORD", word).encode(), "own.yaml"))
            assert [each.excerpt for each in judge.check(text, "a.txt", chosen).findings] == [word]


def test_the_text_is_kept_where_it_is_asked_for() -> None:
    with api.strangers_judge(limits=LIMITS, workers=1) as judge:
        assert judge.check(MISSING, "a.txt").text == ()
        kept = judge.check(MISSING, "a.txt", keep_text=True)
    assert kept.text == api.check(MISSING, "a.txt", keep_text=True).text != ()


def test_fifty_files_in_four_threads(started: list[int]) -> None:
    names = [f"{number}.txt" for number in range(50)]
    files = {name: MISSING + f"\n第{name}号。".encode() for name in names}
    with api.strangers_judge(workers=3) as judge, ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(lambda name: judge.check(files[name], name), names))
    chosen = api.choose()
    assert outcomes == [api.check(files[name], name, chosen) for name in names]
    assert len(started) <= 3


@pytest.mark.usefixtures("without_copies")
def test_where_processes_are_not_copied_each_file_gets_a_new_one(started: list[int]) -> None:
    with api.strangers_judge(workers=1, limits=LIMITS) as judge:
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")
        assert "took too long" in error(judge.check(b"!compute", "a.txt"))
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")
    assert len(started) == 3


# --- what a file may do ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        pytest.param("!memory", "takes more than 400 MB", marks=linux),
        ("!compute", "took too long"),
        pytest.param("!kill", "broke down", marks=posix),
        pytest.param("!killworker", "broke down", marks=posix),
        ("!abort", "broke down"),
        ("!leave", "broke down"),
    ],
)
def test_what_a_file_breaks_is_its_own_error(deed: str, expected: str, started: list[int]) -> None:
    with api.strangers_judge(workers=1, limits=LIMITS) as judge:
        assert expected in error(judge.check(deed.encode(), "a.txt"))
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")
    assert len(started) == (2 if deed == "!killworker" else 1)


def test_what_waits_for_ever_is_ended(started: list[int]) -> None:
    with api.strangers_judge(workers=1, limits=LIMITS._replace(wall=1)) as judge:
        assert "took too long" in error(judge.check(b"!sleep", "a.txt"))
    assert len(started) == 1


def test_too_many_findings_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_MAX_ANSWER", "1000")
    with api.strangers_judge(workers=1) as judge:
        assert "more findings than can be listed" in error(judge.check(MISSING, "a.txt"))


def test_too_large_a_file_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.project.files.MAX_BYTES", 10)
    with api.strangers_judge(workers=1) as judge:
        assert "larger than" in error(judge.check(MISSING, "a.txt"))


def test_a_file_cannot_answer_for_another_or_leave_a_trace(started: list[int]) -> None:
    with api.strangers_judge(workers=1) as judge:
        for deed in (b"!answer", b"!remember"):
            judge.check(deed + b"\n" + MISSING, "a.txt")
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")


@posix
def test_files_are_read_and_written_by_nobody_and_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the process of a file, whatever its format, only modules and rules of the program are opened."""
    monkeypatch.setenv("TEST_WATCHED", "1")
    with api.strangers_judge(workers=1) as judge:
        for path in (EXAMPLES / "missing.txt", EXAMPLES / "leftovers.txt", *SAMPLES):
            data = path.read_bytes()
            assert judge.check(data, path.name) == api.check(data, path.name)
        for deed in (b"!open", b"!write", b"!socket", b"!start"):
            assert "broke down" in error(judge.check(deed + b"\n" + MISSING, "a.txt"))


def test_what_stands_beside_a_file_of_that_name_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reportlint.toml").write_text('ignore = ["leftover-mask"]\n', "utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit")
    (tmp_path / "a.txt.reportlint.yml").write_text("- rule: leftover-mask\n", "utf-8")
    data = (EXAMPLES / "leftovers.txt").read_bytes()
    with api.strangers_judge(workers=1) as judge:
        outcome = judge.check(data, "a.txt")
    assert "leftover-mask" in {finding.rule for finding in outcome.findings}
    assert len(list(tmp_path.iterdir())) == 3


# --- their life -----------------------------------------------------------------------------------


def test_a_judge_that_is_closed_says_so(started: list[int]) -> None:
    judge = api.strangers_judge(workers=2)
    errors: list[api.ReportlintError] = []

    def wait() -> None:
        try:
            judge.check(b"!sleep", "a.txt")
        except api.ReportlintError as error:
            errors.append(error)

    waiting = Thread(target=wait)
    waiting.start()
    until(lambda: len(judge._pool._idle._idle) < 2)
    judge.close()
    waiting.join(60)
    judge.close()
    with pytest.raises(api.ReportlintError, match="closed"):
        judge.check(MISSING, "a.txt")
    assert [str(error) for error in errors] == ["this judge is closed and takes no more files"]


def test_ctrl_c_leaves_no_half_answer(started: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    with api.strangers_judge(workers=1) as judge:
        with monkeypatch.context() as patch:
            patch.setattr("linter.engine.stranger_protocol.receive", interrupt)
            with pytest.raises(KeyboardInterrupt):
                judge.check(MISSING, "a.txt")
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@posix
def test_a_worker_that_died_while_idle_is_replaced(started: list[int]) -> None:
    with api.strangers_judge(workers=1) as judge:
        os.kill(started[0], signal.SIGKILL)
        until(lambda: not living(started))
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")
    assert len(started) == 2


@linux
@pytest.mark.parametrize("judges", [False, True])
def test_workers_end_with_the_process_that_started_them(judges: bool) -> None:
    """As if it were killed: the pipe is closed, and nobody waits for an answer."""
    worker = Worker()
    process = worker._process
    assert process.stdin
    if judges:
        draft = api.draft(b"!sleep", "a.txt")
        work = pickle.dumps(partial(stranger_work.outcome, api.choose(), draft, (), False))
        task = Task(work, api.Limits())
        protocol.send(process.stdin, pickle.dumps(task))  # type: ignore[arg-type]
    until(lambda: len(living([process.pid])) == 1 + judges)
    process.stdin.close()
    until(lambda: not living([process.pid]))
    worker.end()


@pytest.mark.parametrize("program", ["/no/such/python", "/bin/true", ""])
def test_where_no_process_starts_the_judge_says_so(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(api.ReportlintError, match="cannot start a process"):
        api.strangers_judge(workers=1)


def test_an_unknown_ruleset_is_told_before_anything_is_started(started: list[int]) -> None:
    with pytest.raises(api.RulesetError, match="did you mean 'work-report'"):
        api.strangers_judge("work-reprot")
    assert started == []


# --- what comes from a worker ---------------------------------------------------------------------


def test_an_outcome_survives_the_pipe() -> None:
    outcome = api.check((EXAMPLES / "leftovers.txt").read_bytes(), "a\0\ud800.txt")
    assert outcome.findings
    assert wire.unpack(wire.pack(outcome), api.FileOutcome) == outcome


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b"1" * 10_000,
        b'["a.txt", "x", ["zh", "en", "more"]]',
        wire.pack(api.FileOutcome("a.txt", "")).replace(b'"a.txt"', b"1"),
        wire.pack(api.FileOutcome("a.txt", "")).replace(b"false", b"0"),
        wire.pack(api.FileOutcome("a.txt", "")).replace(b"null", b'["zh"]'),
        wire.pack(api.FileOutcome("a.txt", "")).replace(b"[]", b"[[]]", 1),
    ],
)
def test_a_forged_outcome_is_none(forged: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        wire.unpack(forged, api.FileOutcome)
