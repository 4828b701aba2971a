"""Many files at once: the same result as one after the other, and clean ends."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from linter.engine import workers
from linter.engine.selection import RulesetSelector, Selection
from linter.engine.workers import mapper
from linter.model.errors import ReportlintError
from linter.project.files import size
from tests.support.living import ruleset
from tests.support.program import command, environment, run
from tests.support.runs import check

posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals as POSIX has them")

WORDS = [chr(code) for code in range(0x4E00, 0x4F00)]
PARAGRAPH = (
    "围绕服务窗口前移，在{0}个乡镇设立代办点，群众就近就能递交材料，平均办理时间缩短{0}天以上，群众反映良好。"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty reports: some copied from each other, some with faults, one that cannot be read."""
    (tmp_path / ".git").mkdir()
    for number in range(40):
        lines = [
            f"第{number}站工作总结",
            "一、工作开展情况",
            f"第{number}站清淤{number}处，投入××万元，截止目前全部完成。",
        ]
        if number % 5 == 0:
            lines.append(PARAGRAPH.format(number))
        if number % 7 == 0:
            lines.append("# reportlint: disable-file duplicate-across-files, leftover-mask")
        (tmp_path / f"{number:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "39.txt").write_bytes(b"")
    return tmp_path


def sizes(paths: list[str]) -> list[int]:
    return [size(path) for path in paths]


# --- how many ---------------------------------------------------------------------------------


def test_few_bytes_need_no_workers(folder: Path) -> None:
    paths = [str(path) for path in folder.glob("*.txt")]
    assert workers.count(0, sizes(paths)) == 1
    assert workers.count(0, sizes([*paths, "not/there.txt"])) == 1
    assert workers.count(0, []) == 1


def test_many_bytes_get_what_the_machine_has(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"x" * workers.SPAWN_BYTES)
    paths = [str(tmp_path / "a"), str(tmp_path / "b")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert workers.count(0, sizes(paths)) == min(2, cores)
    assert workers.count(0, sizes(paths[:1])) == 1  # one file is one task


@pytest.mark.parametrize(("jobs", "expected"), [(1, 1), (2, 2), (9, 3)])
def test_the_user_may_say(tmp_path: Path, jobs: int, expected: int) -> None:
    assert workers.count(jobs, [1, 2, 3]) == expected


# --- the same result --------------------------------------------------------------------------


@pytest.mark.process
def test_the_result_is_the_same(folder: Path) -> None:
    results = [
        check([str(folder)], RulesetSelector(Selection(("report-form",))), jobs=jobs) for jobs in (1, 2, 3)
    ]
    assert results[0] == results[1] == results[2]
    files = results[0].files
    assert [Path(file.path).name for file in files] == [f"{number:02}.txt" for number in range(40)]
    copied = {
        Path(file.path).name
        for file in files
        for each in file.findings
        if each.rule == "duplicate-across-files"
    }
    assert copied
    assert not copied & {"00.txt", "35.txt"}  # suppressed there
    assert files[39].error is not None


@pytest.mark.process
def test_every_file_is_counted(folder: Path) -> None:
    counts: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        counts.append((done, total))

    for jobs in (1, 2):
        check(
            [str(folder)],
            RulesetSelector(Selection(("report-form",))),
            jobs=jobs,
            tick=tick,
        )
    assert counts == [(done, 40) for done in range(1, 41)] * 2


@pytest.mark.process
def test_the_command_says_the_same(folder: Path) -> None:
    outputs = {
        run("check", ".", "--output-format", "json", "--jobs", jobs, cwd=folder).stdout
        for jobs in ("1", "2", "0")
    }
    assert len(outputs) == 1


@pytest.mark.process
@pytest.mark.parametrize(
    "method", [pytest.param("fork", marks=posix), pytest.param("forkserver", marks=posix), "spawn"]
)
def test_however_workers_are_started(method: str) -> None:
    with mapper(2, method) as spread:
        assert list(spread(abs, range(-50, 0))) == list(range(50, 0, -1))
        assert os.getpid() not in set(spread(own_process, range(8)))


@posix
def test_a_process_with_threads_is_not_forked() -> None:
    """Locks that a thread holds would stay shut in the copy for ever."""
    thread, done = threading.Event(), threading.Event()

    def wait() -> None:
        thread.set()
        done.wait(20)

    waiting = threading.Thread(target=wait)
    waiting.start()
    thread.wait(20)
    try:
        assert workers.start_method() == "forkserver"
    finally:
        done.set()
        waiting.join()


def test_shares_hold_every_task_in_order_and_get_smaller() -> None:
    tasks = range(1000)
    shares = list(workers._shares(tasks, 2))
    assert [task for share in shares for task in share] == list(tasks)
    sizes = [len(share) for share in shares]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (64, 1)
    assert list(workers._shares([], 2)) == []


# --- errors -----------------------------------------------------------------------------------


@pytest.mark.process
def test_an_error_is_that_of_one_process(folder: Path) -> None:
    """A mistake that only a worker meets: the rules of a later folder."""
    ruleset(folder)
    (folder / "late").mkdir()
    (folder / "late" / "z.txt").write_text("总结", encoding="utf-8")
    settings = 'ruleset = "report-form"\n[[paths]]\nmatch = "late/"\nruleset = "nothing"\n'
    (folder / "reportlint.toml").write_text(settings, encoding="utf-8")
    one, two = (run("check", ".", "--jobs", jobs, cwd=folder) for jobs in ("1", "2"))
    assert "reportlint.toml：未知的规则集“nothing”" in one.stderr
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.returncode == 2


@pytest.mark.process
def test_a_worker_that_dies_is_said() -> None:
    with pytest.raises(ReportlintError) as caught, mapper(2) as spread:
        list(spread(os._exit, [0, 0]))
    assert "--jobs 1" in caught.value.text.zh


@pytest.mark.process
@posix
def test_workers_that_die_at_once_are_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_serve", lambda pipe: os._exit(1))
    with mapper(2, "fork") as spread:
        for _ in range(2):
            assert list(spread(own_process, [1, 2, 3])) == [os.getpid()] * 3


@pytest.mark.process
def test_an_error_in_a_worker_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), mapper(2) as spread:
        list(spread(divmod_by, [1, 0]))


@pytest.mark.process
@posix
def test_workers_are_stopped_at_once_whatever_they_are_at() -> None:
    """No thread and no hook of theirs stays either."""
    busy = []
    hook, threads = threading.excepthook, threading.enumerate()

    def interrupted() -> None:
        with mapper(2, "fork") as spread:
            assert next(iter(spread(time.sleep, [0, 600, 600]))) is None
            busy.extend(multiprocessing.active_children())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (threading.excepthook, threading.enumerate()) == (hook, threads)
    try:
        for child in busy:
            child.join(20)
        assert len(busy) == 2
        assert [child.exitcode for child in busy] == [-signal.SIGKILL] * 2
    finally:
        for child in busy:
            child.kill()


@pytest.mark.process
@posix
def test_an_interrupt_while_workers_are_made_leaves_none() -> None:
    """It waits until the worker that is being made is known, and then ends both."""
    done = subprocess.run(  # pytest-xdist has threads, on which a signal may fall
        [sys.executable, "-c", INTERRUPTED_MAKING],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
    )
    assert done.stdout.split() == ["-9", "-9", "True"], done.stderr


INTERRUPTED_MAKING = """
import os, signal
from linter.engine import workers

made, real = [], workers._Worker

def known(process, pipe):
    os.kill(os.getpid(), signal.SIGINT)
    made.append(process)
    return real(process, pipe)

workers._Worker = known
try:
    with workers.mapper(2, "fork") as spread:
        list(spread(abs, [1, 2, 3]))
except KeyboardInterrupt:
    held = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    print(*(process.exitcode for process in made), not held)
"""


@pytest.mark.process
@posix
def test_a_worker_takes_no_interrupt_from_its_first_moment_on() -> None:
    with mapper(2, "fork") as spread:
        assert list(spread(interrupt, [0] * 4)) == [0] * 4


@pytest.mark.process
def test_the_first_error_in_order_is_raised_and_what_came_before_is_given() -> None:
    outcomes = []
    with pytest.raises(ZeroDivisionError), mapper(2) as spread:  # noqa: PT012
        for outcome in spread(divmod_by, [1, 1, 0, 1, "late"]):
            outcomes.append(outcome)  # noqa: PERF402
    assert outcomes == [1, 1]


@pytest.mark.process
def test_what_cannot_be_pickled_is_an_error_not_a_dead_worker() -> None:
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)), mapper(2) as spread:
        list(spread(generator, [1, 2]))


@pytest.mark.process
def test_the_same_workers_do_several_things() -> None:
    with mapper(2) as spread:
        first = set(spread(own_process, range(50)))
        assert set(spread(own_process, range(50))) <= first
        assert list(spread(abs, [])) == []
        assert os.getpid() not in first
        assert len(first) <= 2


def divmod_by(number: int) -> int:
    return 1 // number


def generator(number: int) -> object:
    return (each for each in [number])


def own_process(_: int) -> int:
    return os.getpid()


def interrupt(_: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return 0


# --- Ctrl-C and worse -------------------------------------------------------------------------


def many(folder: Path) -> None:
    """Reports that keep two workers busy long enough to be stopped at it."""
    (folder / ".git").mkdir()
    chance = random.Random(1)
    for number in range(24):
        lines = ("".join(chance.choices(WORDS, k=40)) + "××，截止目前。" for _ in range(300))
        (folder / f"{number}.txt").write_text(f"第{number}站工作总结\n" + "\n".join(lines), encoding="utf-8")


def started(folder: Path) -> subprocess.Popen[str]:
    """A run with two workers that takes its time."""
    many(folder)
    process = subprocess.Popen(
        command("check", ".", "--jobs", "2"),
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while process.poll() is None and len(children(process.pid)) < 2:
        time.sleep(0.01)
    return process


def children(pid: int) -> list[int]:
    """From /proc: a bare Debian has no `ps`."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for each in lists for child in each.read_text(encoding="ascii").split()]


def gone(pids: list[int]) -> bool:
    """Whether processes end; they get ten seconds."""
    for _ in range(1000):
        if not any(os.path.exists(f"/proc/{pid}") and "Z" not in state(pid) for pid in pids):
            return True
        time.sleep(0.01)
    return False


def state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


linux = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks processes up in /proc")


@pytest.mark.process
@linux
def test_ctrl_c(tmp_path: Path) -> None:
    """To the whole group, as a terminal sends it."""
    process = started(tmp_path)
    pids = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "")
    assert len(pids) >= 2
    assert gone(pids)


@pytest.mark.process
@linux
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_their_parent(tmp_path: Path, kind: signal.Signals) -> None:
    process = started(tmp_path)
    pids = children(process.pid)
    process.send_signal(kind)
    process.communicate(timeout=30)
    assert len(pids) >= 2
    assert gone(pids)
