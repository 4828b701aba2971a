"""What can be wrong with Apache Spark, in words for the user: no traceback of Java or Python reaches him."""

import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

from linter.model.errors import ConfigError, ReportlintError

LOCAL = r"local(?:\[[^\]]+\])?"
_MASTER = rf"{LOCAL}|local-cluster\[[^\]]+\]|spark://[^/\s]+:\d+(?:,[^/\s,]+:\d+)*|yarn|k8s://\S+"
"""What Spark takes as a master."""
_CONNECT = 5.0
"""Seconds within which a master must answer; Spark itself tries for a minute, and says nothing."""


def require_master(master: str) -> None:
    """Raises ConfigError for what is no address of a master, or of one that does not answer."""
    if not re.fullmatch(_MASTER, master):
        raise ConfigError(
            f"“{master}”不是 Spark 主节点的地址。例如：local[*]（本机），spark://主机:7077（集群）",
            f"'{master}' is no master of Spark; local[*] is this machine, spark://HOST:7077 a cluster",
        )
    hosts = addresses(master)
    if hosts and not any(_answers(*each) for each in hosts):
        raise ConfigError(
            f"连不上 Spark 主节点 {master}，请核对地址，并确认它已启动",
            f"the Spark master {master} does not answer; check its address, and whether it is running",
        )


def addresses(master: str) -> list[tuple[str, int]]:
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


def require_java() -> None:
    """Raises ConfigError: there is no Java."""
    home = os.environ.get("JAVA_HOME")
    if not shutil.which(os.path.join(home, "bin", "java") if home else "java"):
        raise ConfigError(*_NO_JAVA)


_DIED = (
    "Spark 的工作机意外终止，可能是内存不足。请检查集群，再运行一次",
    "the workers of Spark died, perhaps for want of memory; check the cluster and run it again",
)
_FAILURES: tuple[tuple[str, type[ReportlintError], str, str], ...] = (
    ("JAVA_GATEWAY_EXITED", ConfigError, *_NO_JAVA),
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
        "InvalidClassException|incompatible|masters are unresponsive",
        ConfigError,
        "Spark 主节点没有应答：集群的 Spark 要与本机的 pyspark 版本相同",
        "the Spark master gave no answer; the cluster must run the version of Spark that pyspark has here",
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
        "stopped SparkContext|SparkContext was shut down|cancelled|does not exist in the JVM",
        ReportlintError,
        *_DIED,
    ),
)
"""What stands in an error of Spark, and what it means; the first that fits is told."""


@contextmanager
def told() -> Iterator[None]:
    """Errors of Spark as ours."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException, ConnectionError, EOFError) as error:
        raise _meant(error) from None


def _meant(error: Exception) -> ReportlintError:
    try:
        said = str(error)
    except Exception:  # asks Java, which has ended
        return ReportlintError(*_DIED)
    for pattern, kind, zh, en in _FAILURES:
        if re.search(pattern, said):
            return kind(zh, en)
    if isinstance(error, ConnectionError | EOFError) or type(error).__name__ == "Py4JNetworkError":
        return ReportlintError(*_DIED)
    return ReportlintError(f"Spark 出错：{_cause(said)}", f"Spark failed: {_cause(said)}")


_LONGEST = 300
"""Characters of a line of Spark's."""


def _cause(said: str) -> str:
    """The line of a Java or Python traceback that says what is wrong."""
    named: list[str] = re.findall(r"(?m)^(?:Caused by: )?((?:\w+\.)*\w*(?:Error|Exception)\b.*)", said)
    return (named or [said.strip() or "?"])[0].splitlines()[0][:_LONGEST]
