"""The one door to Apache Spark (extra `spark`): a session that is quiet, and whose errors are told in words.

Spark's own settings (memory of the workers, encryption, folders) are those of its `spark-defaults.conf` in
`SPARK_CONF_DIR`, as for every program that uses it. What Spark writes to its log goes to a file that is
deleted with the session.
"""

import os
import re
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from linter.extras import require
from linter.model.errors import ConfigError, ReportlintError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOCAL = r"local(?:\[[^\]]+\])?"
_MASTER = re.compile(rf"{_LOCAL}|local-cluster\[[^\]]+\]|spark://[^/\s]+:\d+(?:,[^/\s,]+:\d+)*|yarn|k8s://\S+")
"""What Spark takes as a master."""
_CONNECT = 5.0
"""Seconds within which a master must answer; Spark itself tries for a minute, and says nothing."""
_WORKERS = 60.0
"""Seconds to wait for the first worker."""
_SETTINGS = {
    "spark.app.name": "reportlint",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
}
_HERE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
"""Workers that are threads of this machine: nothing of it is opened to the network."""


@contextmanager
def session(master: str) -> Iterator["SparkSession"]:
    """A session at a master: `local[*]` for this machine alone, `spark://HOST:PORT` for a cluster.

    On this machine the workers run the Python of this process, elsewhere `python3`; `PYSPARK_PYTHON` names
    another one. Raises ConfigError: no Spark, no Java, no such master, no free worker; ReportlintError: Spark
    failed, in the block, too.
    """
    require("pyspark", "spark")
    _require_master(master)
    _require_java()
    paths, on_interrupt = list(sys.path), signal.getsignal(signal.SIGINT)
    try:
        with TemporaryFile() as log, _told(log), _started(master, log) as spark:
            yield spark
    finally:
        sys.path[:] = paths  # what is shipped to the workers is put on it
        with suppress(ValueError):  # no main thread: Spark did not change it
            signal.signal(signal.SIGINT, on_interrupt)


def cores(spark: "SparkSession") -> int:
    """How many tasks the workers do at once."""
    return int(spark.sparkContext.defaultParallelism)


# --- its life -------------------------------------------------------------------------------------


@contextmanager
def _started(master: str, log: IO[bytes]) -> Iterator["SparkSession"]:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf(loadDefaults=False).setMaster(master)
    conf.setAll([*_SETTINGS.items(), *(_HERE.items() if re.fullmatch(_LOCAL, master) else ())])
    with _python(master):
        gateway = launch_gateway(conf, {"stdout": log, "stderr": log})
        try:
            with _stopped(SparkContext(conf=conf, gateway=gateway)) as context:
                if master.startswith("spark:"):
                    _await_workers(context, master)
                yield SparkSession(context)
        finally:
            _end(gateway)


@contextmanager
def _stopped(context: Any) -> Iterator[Any]:
    try:
        yield context
    finally:
        context.stop()


def _end(gateway: Any) -> None:
    """End the Java program: it holds a gigabyte. PySpark keeps it for the next session, so it must forget it."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    SparkContext._gateway = SparkContext._jvm = None
    SparkSession._instantiatedSession = None
    gateway.shutdown()
    if gateway.proc:  # none where `spark-submit` started this program
        gateway.proc.stdin.close()
        gateway.proc.wait()


@contextmanager
def _python(master: str) -> Iterator[None]:
    """Workers on this machine run this Python, unless the user wants another one."""
    name = "PYSPARK_PYTHON"
    if name in os.environ or not _is_here(master):
        yield
        return
    os.environ[name] = sys.executable
    try:
        yield
    finally:
        del os.environ[name]


def _is_here(master: str) -> bool:
    hosts = [host for host, _ in _addresses(master)]
    return master.startswith("local") or all(
        host in {"localhost", "127.0.0.1", socket.gethostname()} for host in hosts or [""]
    )


def _await_workers(context: Any, master: str) -> None:
    """Raises ConfigError if no worker takes part: Spark would wait for one for ever."""
    tracker = context._jsc.sc().statusTracker()
    until = time.monotonic() + _WORKERS
    while len(tracker.getExecutorInfos()) < 2:  # the first is this process
        if time.monotonic() > until:
            raise ConfigError(
                f"Spark 集群 {master} 没有可用的工作机：可能都在忙，也可能内存不够"
                "（每台要 1 GB，可在 spark-defaults.conf 中改 spark.executor.memory）",
                f"no worker of the Spark cluster {master} is free: all may be busy, or have too little memory "
                "(1 GB each, unless spark.executor.memory in spark-defaults.conf says otherwise)",
            )
        time.sleep(0.1)


# --- what can be wrong ----------------------------------------------------------------------------


def _require_master(master: str) -> None:
    if not _MASTER.fullmatch(master):
        raise ConfigError(
            f"“{master}”不是 Spark 主节点的地址。例如：local[*]（本机），spark://主机:7077（集群）",
            f"'{master}' is no master of Spark; one is local[*] (this machine) or spark://HOST:7077 (a cluster)",
        )
    addresses = _addresses(master)
    if addresses and not any(_answers(*each) for each in addresses):
        raise ConfigError(
            f"连不上 Spark 主节点 {master}，请核对地址，并确认它已启动",
            f"the Spark master {master} does not answer; check its address, and whether it is running",
        )


def _addresses(master: str) -> list[tuple[str, int]]:
    """Host and port of each master of a standalone cluster."""
    if not master.startswith("spark://"):
        return []
    pairs = (each.rsplit(":", 1) for each in master.removeprefix("spark://").split(","))
    return [(host.strip("[]"), int(port)) for host, port in pairs]


def _answers(host: str, port: int) -> bool:
    try:
        with closing(socket.create_connection((host, port), _CONNECT)):
            return True
    except (OSError, OverflowError, UnicodeError):
        return False


_NO_JAVA = (
    "Spark 需要 Java 17 或更新的版本，没有找到或无法启动。"
    "请安装（如 apt-get install openjdk-17-jre-headless），或设置 JAVA_HOME",
    "Spark needs Java 17 or later, which was not found or did not start; install it "
    "(apt-get install openjdk-17-jre-headless, say), or set JAVA_HOME",
)


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not shutil.which(os.path.join(home, "bin", "java") if home else "java"):
        raise ConfigError(*_NO_JAVA)


_FAILURES: tuple[tuple[str, type[ReportlintError], str, str], ...] = (
    (
        "PYTHON_VERSION_MISMATCH",
        ConfigError,
        "工作机上的 Python 版本与本机不同，请用 PYSPARK_PYTHON 指定相同的版本",
        "the workers run another version of Python than this machine; name the same one by PYSPARK_PYTHON",
    ),
    (
        "Cannot run program",
        ConfigError,
        "工作机上没有找到 Python，请用 PYSPARK_PYTHON 指定它的路径",
        "the workers have no such Python; name one by PYSPARK_PYTHON",
    ),
    (
        "ModuleNotFoundError|ImportError",
        ConfigError,
        "工作机上的 Python 缺少组件：检查文件需要每台工作机都装有同一版本的 reportlint",
        "the Python of the workers lacks a package: to check files, each needs the same reportlint installed",
    ),
    (
        "No space left on device",
        ReportlintError,
        "Spark 的临时文件夹（spark.local.dir）所在的磁盘已满",
        "the disk of Spark's temporary folder (spark.local.dir) is full",
    ),
    (
        "OutOfMemoryError",
        ReportlintError,
        "Spark 内存不足，请调大 spark.executor.memory 或 spark.driver.memory",
        "Spark ran out of memory; raise spark.executor.memory or spark.driver.memory",
    ),
    (
        "exited unexpectedly|ExecutorLostFailure|removed our application|heartbeat|Lost worker|"
        "stopped SparkContext|SparkContext was shut down|cancelled",
        ReportlintError,
        "Spark 的工作机意外终止，可能是内存不足。请检查集群，再运行一次，会从中断处继续",
        "the workers of Spark died, perhaps for want of memory; check the cluster and run it again: "
        "it goes on where it stopped",
    ),
)
"""What stands in an error of Spark, and what it means; the first that fits is told."""


@contextmanager
def _told(log: IO[bytes]) -> Iterator[None]:
    """Errors of Spark as ours."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException, ConnectionError, EOFError) as error:
        raise _meant(error, log) from None


def _meant(error: Exception, log: IO[bytes]) -> ReportlintError:
    if "JAVA_GATEWAY_EXITED" in (getattr(error, "getErrorClass", lambda: "")() or str(error)):
        return ConfigError(*_NO_JAVA)
    said = str(error)
    for pattern, kind, zh, en in _FAILURES:
        if re.search(pattern, said):
            return kind(zh, en)
    if isinstance(error, ConnectionError | EOFError) or "Py4JNetworkError" in type(error).__name__:
        _, kind, zh, en = _FAILURES[-1]
        return kind(zh, en)
    return ReportlintError(f"Spark 出错：{_cause(said)}", f"Spark failed: {_cause(said)}")


def _cause(said: str) -> str:
    """The line of a Java or Python traceback that says what is wrong."""
    named = re.findall(r"(?m)^(?:Caused by: )?((?:\w+\.)*\w*(?:Error|Exception)\b.*)", said)
    lines = [*named, *filter(None, map(str.strip, said.splitlines())), "?"]
    return lines[0][:300]
