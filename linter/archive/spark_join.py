"""The copies in an archive by Apache Spark, on many machines (extra `spark`): as by DuckDB, row by row.

The texts are sent to the workers, which compute the fingerprints, find the candidates by the SQL of `pairs`
and look at them word by word. This package is shipped with them: a worker needs Python and Spark, nothing
else. What was found in a share of the texts is kept before the next one is begun: a run that was interrupted
goes on there.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from linter.archive import kept_pairs, spark_work
from linter.archive.index import Archive
from linter.archive.pairs import COMMON, TABLES, Pair, set_phrases
from linter.archive.spark import cores, session
from linter.engine.run import Progress

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_SLICE = 2_000
"""Texts that are sent in one piece."""
_SHARE = 100_000
"""Texts whose candidates are gone through at once, for each core: every share reads all texts once more."""
_LARGEST = 1_000_000
"""Texts of a share, however many cores there are: what is found in it is collected here."""
_PARTITION = 10_000
"""Texts of a partition: so many take some megabytes of a worker, their candidates some ten."""
_READ_AGAIN = ("counts", "sizes", "telling", "candidates")
"""The tables that the workers keep."""


def find_copies(archive: Archive, threshold: float, again: bool, master: str, tick: Progress) -> None:
    """Find the pairs of texts that share so many of the shorter one's words, and keep them in the archive.

    With `again` what was found before does not count. Raises what `spark.session` raises.
    """
    since = archive.changes()
    count, last = archive.sql.execute("SELECT count(*), max(id) FROM texts").fetchone()
    done = kept_pairs.NONE if again else kept_pairs.done(archive, threshold)
    if not count or done >= (last, 0):
        return
    with session(master) as spark, TemporaryDirectory() as folder:
        spark.sparkContext.addPyFile(str(shipped(Path(folder))))
        partitions = max(2 * cores(spark), count // _PARTITION)
        spark.conf.set("spark.sql.shuffle.partitions", partitions)
        tick(done[0], last)
        texts = _send(spark, archive, partitions)
        if done == kept_pairs.NONE:
            rows = [(row.number, row.texts, archive.text(row.text)) for row in spark.sql(COMMON).collect()]
            kept_pairs.begin(archive, since, threshold, set_phrases(rows))
        tick(done[0], last)
        share = min(cores(spark) * _SHARE, _LARGEST)
        while done < (last, 0):
            end = min(done[0] + share, last)
            pairs = _pairs(spark, texts, threshold, done, end)
            kept_pairs.keep(archive, since, threshold, pairs, (end, last))
            done = (end, last)
            tick(end, last)


def shipped(folder: Path) -> Path:
    """This package in a zip in a folder, as the workers get it: the modules alone."""
    path = folder / "reportlint.zip"
    package = Path(spark_work.__file__).parents[1]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as file:
        for each in sorted(package.rglob("*.py")):
            file.write(each, each.relative_to(package.parent))
    return path


def _send(spark: "SparkSession", archive: Archive, partitions: int) -> "DataFrame":
    """The texts on the workers: `id`, `text`, `numbers`; with the tables that are made of them."""
    sent = spark.sparkContext.parallelize(list(_slices(archive)), partitions).mapPartitions(spark_work.prints)
    columns = "id long, text string, numbers array<long>"
    texts = spark.createDataFrame(sent, columns, verifySchema=False).repartition(partitions, "id").cache()
    texts.selectExpr("explode(numbers) AS number", "id AS text").createOrReplaceTempView("prints")
    for name, query in TABLES.items():
        table = spark.sql(query)
        (table.cache() if name in _READ_AGAIN else table).createOrReplaceTempView(name)
    return texts


def _slices(archive: Archive) -> Iterator[bytes]:
    found = archive.sql.execute("SELECT id, text FROM texts ORDER BY id")
    while rows := found.fetchmany(_SLICE):
        yield spark_work.packed(rows)


def _pairs(
    spark: "SparkSession", texts: "DataFrame", threshold: float, done: tuple[int, int], end: int
) -> list[Pair]:
    """The copies among the candidates behind one, those whose first text is at most `end`, in order.

    The candidates are few beside the texts: they are looked up from these, which stay where they are.
    """
    first, second = done
    found = spark.sql(
        "SELECT first, second FROM candidates WHERE "
        f"first >= {first} AND first <= {end} AND (first > {first} OR second > {second})"
    )
    one = texts.selectExpr("id AS first", "text AS one")
    other = texts.selectExpr("id AS second", "text AS other")
    told = found.hint("shuffle_hash").join(one, "first").hint("shuffle_hash").join(other, "second")
    rows = told.select("first", "one", "second", "other").rdd
    return sorted(Pair(*pair) for pair in rows.mapPartitions(partial(spark_work.pairs, threshold)).collect())
