"""The archive on Apache Spark: at a standalone master with two workers, as at an office's cluster."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from linter import __version__
from linter.archive import spark, spark_errors, spark_join
from linter.archive.clusters import copies
from linter.archive.index import Archive
from linter.archive.spark import session
from linter.archive.spark_check import check_all, judged
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import ConfigError, ReportlintError
from linter.model.finding import FileOutcome, PartResult, TextBlock
from linter.project.config import Configs
from linter.reporters import View
from linter.reporters.json import dump, file_value
from tests.support.program import EXAMPLES, ROOT, environment
from tests.support.spark_cluster import BRISK, Cluster, cluster, needs_spark

on_cluster = [pytest.mark.slow, pytest.mark.process, needs_spark]
THRESHOLD = 0.7
GUEST = {"SPARK_EXECUTOR_MEMORY": "512m", "SPARK_LOCAL_IP": "127.0.0.1", **BRISK}
"""The environment of a program that uses the cluster."""


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster, and what a program needs to be its guest."""
    with pytest.MonkeyPatch.context() as patch, cluster(tmp_path_factory.mktemp("spark")) as found:
        for name, value in GUEST.items():
            patch.setenv(name, value)
        yield found


# --- the copies in an archive ---------------------------------------------------------------------

SAID = "渡口码头船员旅客航班票务安全检查台账整改通知登记巡查维修更换栏杆灯具救生衣浮筒缆绳值班电话记录夜间清晨雨雾停航恢复"
ORDER = "凡遇大雾和五级以上大风一律停航并在候船厅张贴告示"
"""What all are told, and copy out."""


def sentence(chance: random.Random) -> str:
    return "，".join("".join(chance.choices(SAID, k=chance.randint(9, 16))) for _ in range(5)) + "。"


def passages(count: int) -> Iterator[str]:
    """Passages of which some are earlier ones, changed ones, hold half of one, or have a set phrase."""
    chance = random.Random(7)
    kept: list[str] = []
    for _ in range(count):
        text, kind = sentence(chance), chance.random()
        earlier = chance.choice(kept) if kept else text
        if kind < 0.1:
            text = earlier
        elif kind < 0.2:
            at = chance.randrange(len(earlier) - 4)
            text = earlier[:at] + "另派专人" + earlier[at + 4 :]
        elif kind < 0.3:
            text = text[: len(text) // 3] + "，" + earlier[len(earlier) // 4 :]
        elif kind < 0.55:
            text = f"{ORDER}，{text}"
        kept.append(text)
        yield text


def report(at: int, texts: list[str]) -> FileOutcome:
    unit, period = f"第{at % 6 + 1}渡口", f"{2015 + at // 6}H1"
    blocks = tuple(TextBlock(0, text, line, line, "paragraph") for line, text in enumerate(texts, 3))
    part = PartResult("工作总结", 1, 50, (), unit, period)
    return FileOutcome(f"{period}/{unit}.txt", "work-report", parts=(part,), text=blocks)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of some hundred passages."""
    path = tmp_path_factory.mktemp("archive") / "reports.db"
    texts = list(passages(480))
    with Archive(str(path), new=True) as made:
        for at in range(0, len(texts), 12):
            file = report(at // 12, texts[at : at + 12])
            made.add(file.path, file)
        made.commit()
    return path


def joined(path: Path, engine: str, master: str = "") -> dict[str, object]:
    """All that is known of the copies in an archive."""
    ticks: list[tuple[int, int]] = []
    with Archive(str(path), new=True) as opened:
        if engine == "spark":
            spark_join.find_copies(opened, THRESHOLD, False, master, lambda *tick: ticks.append(tick))
        else:
            from linter.archive import duckdb_join

            duckdb_join.find_copies(opened, THRESHOLD, False, 1, lambda *tick: ticks.append(tick))
        rows = {
            table: opened.sql.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("pairs", "set_phrases")
        }
        assert all(done == total for done, total in ticks[-1:])
        return rows | {"copies": copies(opened, THRESHOLD)}


class TestJoin:
    pytestmark = on_cluster

    def test_spark_finds_what_duckdb_finds_row_by_row(
        self, archive: Path, workers: Cluster, tmp_path: Path
    ) -> None:
        pytest.importorskip("duckdb")
        other = Path(shutil.copy(archive, tmp_path / "other.db"))
        by_duckdb, by_spark = joined(archive, "duckdb"), joined(other, "spark", workers.master)
        assert by_spark == by_duckdb
        assert len(by_spark["pairs"]) > 50  # type: ignore[arg-type]
        assert any(ORDER in text for text, _ in by_spark["set_phrases"])  # type: ignore[attr-defined]
        # Nothing is left to do: no session is made, so the address does not matter.
        assert joined(other, "spark", "spark://127.0.0.1:1")["pairs"] == by_duckdb["pairs"]


@pytest.mark.process
def test_the_workers_of_a_join_need_the_shipped_package_and_nothing_else(tmp_path: Path) -> None:
    zipped = spark_join.shipped(tmp_path)
    program = f"""
import sys
sys.path[:] = [each for each in sys.path if "site-packages" not in each] + [{str(zipped)!r}]
from linter.archive import spark_work
text = "每周三下午组织船员学习操作规程，考试不及格的停航补课，今年有两名船员补了课。"
(id, same, numbers), = spark_work.prints([spark_work.packed([(7, text)])])
assert (id, same) == (7, text) and len(numbers) > 3, numbers
assert list(spark_work.pairs(0.7, [(7, text, 9, text)])) == [(7, 9, 1.0)]
loaded = {{name.partition(".")[0] for name in sys.modules}} - sys.stdlib_module_names
assert loaded == {{"__main__", "linter"}}, loaded
assert all("reportlint.zip" in str(sys.modules[name].__file__) for name in sys.modules if name.startswith("linter"))
"""
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", program], check=False, cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


# --- the check of a list --------------------------------------------------------------------------


class TestCheck:
    pytestmark = on_cluster

    def test_each_line_is_what_a_check_of_the_file_says(
        self, workers: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(ROOT)
        missing = "examples/没有的总结.txt"
        broken = tmp_path / "坏.docx"
        broken.write_bytes(b"PK\3\4 no archive")
        paths = [os.path.relpath(path, ROOT) for path in sorted(EXAMPLES.glob("*.*")) if path.is_file()]
        listed = [*paths, missing, str(broken), paths[0]]
        selector = RulesetSelector(Selection(), Configs())
        ticks: list[tuple[int, int]] = []
        lines = list(check_all(listed, selector, workers.master, lambda *tick: ticks.append(tick)))
        assert lines == [alone(path, selector) for path in listed]
        assert ticks[-1] == (len(listed), len(listed))
        assert sum('"error": null' not in line for line in lines) >= 2


@pytest.mark.parametrize(
    ("version", "said"), [(__version__, '"path": "没有.txt"'), ("0.0.1", "install the same one")]
)
def test_a_worker_of_another_version_is_told(version: str, said: str, tmp_path: Path) -> None:
    selector = RulesetSelector(Selection(), Configs())
    (line,) = judged(version, selector, View(), str(tmp_path), ["没有.txt"])
    assert said in str(line)


def test_a_configuration_that_is_wrong_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "reportlint.toml").write_text("nonsense = 1\n")
    (tmp_path / "a.txt").write_text("云杉镇工作总结\n\n一、工作情况\n走访二十户。\n")
    found = list(
        judged(__version__, RulesetSelector(Selection(), Configs()), View(), str(tmp_path), ["a.txt"] * 2)
    )
    assert [type(each) for each in found] == [ConfigError]


def alone(path: str, selector: RulesetSelector) -> str:
    """What `reportlint check PATH` says of the file."""
    from linter.engine.run import judge_drafts
    from linter.project.drafts import drafts

    result = judge_drafts(drafts([path], lambda path: False), selector)
    return dump(file_value(result.files[0], View().say)).rstrip("\n")


# --- what goes wrong ------------------------------------------------------------------------------


def die(rows: Iterator[int]) -> Iterator[int]:
    """The work of a worker that is killed."""
    os._exit(1)
    yield from rows


def end_java_of_a_session() -> None:
    with session("local[1]") as opened:
        gateway: Any = opened.sparkContext._gateway
        gateway.proc.kill()
        opened.sparkContext.parallelize([1], 1).collect()


@pytest.mark.slow
@pytest.mark.process
@needs_spark
def test_what_dies_is_told_without_a_traceback_and_without_a_word_of_java(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", BRISK["JAVA_TOOL_OPTIONS"])
    with pytest.raises(ReportlintError) as java:
        end_java_of_a_session()
    with pytest.raises(ReportlintError) as worker, session("local[1]") as opened:  # it begins anew
        opened.sparkContext.parallelize([1], 1).mapPartitions(die).collect()
    for caught in (java, worker):
        assert ("意外终止" in caught.value.text.zh, "died" in caught.value.text.en) == (True, True)
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@pytest.mark.process
@needs_spark
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("after", [1.5, 8.0])
def test_ctrl_c_leaves_nothing_behind(after: float, tmp_path: Path) -> None:
    program = (
        "import time\nfrom linter.archive.spark import session\n"
        "with session('local[1]') as opened:\n    time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment(**BRISK),
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) != 0
    until = time.monotonic() + 20
    while left := living(process.pid):
        assert time.monotonic() < until, left
        time.sleep(0.2)


def living(session: int) -> list[str]:
    """The programs of a session that are still there."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, rest = each.read_text("utf-8", "replace").rpartition(") ")
            state, _, _, its = rest.split()[:4]
            if int(its) == session and state != "Z":
                found.append(name)
    return found


def test_nobody_waits_for_ever_for_the_first_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "_WORKERS", 0.2)
    context = Mock()
    context._jsc.sc().statusTracker().getExecutorInfos.return_value = ["this process"]
    waited = spark._watched(context, "spark://host:7077")
    with pytest.raises(ConfigError, match="too little memory") as caught, waited:
        pass
    assert "spark://host:7077 没有可用的工作机" in caught.value.text.zh


@pytest.mark.parametrize(
    ("master", "said"),
    [
        pytest.param("", "is no master", id="nothing"),
        pytest.param("spark:/host:7077", "is no master", id="a slip"),
        pytest.param("spark://host", "is no master", id="no port"),
        pytest.param("local[", "is no master", id="half of one"),
        pytest.param("spark://127.0.0.1:1", "does not answer", id="nobody there"),
        pytest.param("spark://127.0.0.1:99999", "does not answer", id="no such port"),
    ],
)
def test_a_master_that_is_none_is_told_before_anything_is_started(master: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        spark_errors.require_master(master)


@pytest.mark.parametrize(
    "master",
    ["local", "local[*]", "local[2]", "local[2,3]", "local-cluster[2,1,1024]", "yarn", "k8s://https://h:443"],
)
def test_a_master_without_an_address_of_its_own_is_left_to_spark(master: str) -> None:
    spark_errors.require_master(master)


def test_where_there_is_no_java_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="Java 17") as caught:
        spark_errors.require_java()
    assert "请安装" in caught.value.text.zh
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(ConfigError, match="JAVA_HOME"):
        spark_errors.require_java()


@pytest.mark.slow
@pytest.mark.process
@needs_spark
def test_nobody_waits_for_ever_for_workers_that_are_gone(
    workers: Cluster, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The last test: it ends the workers of the cluster."""
    monkeypatch.setattr(spark, "_LOOK", 0.5)
    with pytest.raises(ReportlintError, match="workers of Spark died"):
        end_workers_of_a_session(workers, monkeypatch)
    assert capfd.readouterr() == ("", "")


def end_workers_of_a_session(found: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with session(found.master) as opened:
        monkeypatch.setattr(spark, "_WORKERS", 2.0)
        for worker in found.processes[1:]:
            os.killpg(worker.pid, signal.SIGKILL)
        opened.sparkContext.parallelize([1], 1).collect()
