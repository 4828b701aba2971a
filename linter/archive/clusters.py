"""Copies in an archive: passages that are alike, as clusters, and who has them from whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from linter.archive.index import Archive, archived
from linter.archive.pairs import RUN, words_of
from linter.model.archive import Cluster, CopiedPassage, CopiedUnit, Copies, SetPhrase
from linter.text.similarity import shared
from linter.text.year_parts import last_month

_ROWS = """
SELECT clusters.cluster, passages.text, texts.text, line, end_line,
    path, period, unit, ruleset, paragraphs, characters
FROM clusters JOIN passages ON passages.text = clusters.text
JOIN files ON files.id = passages.file JOIN texts ON texts.id = passages.text
ORDER BY clusters.cluster, period = '', last_month(period), path, passages.id
"""


def copies(archive: Archive, threshold: float) -> Copies:
    """The clusters of the pairs that are kept in an archive, and of texts that several files have."""
    found = [each for each in _clusters(archive) if len({one.file.path for one in each.passages}) > 1]
    found.sort(key=lambda each: (-_copied(each), each.passages[0].file.path, each.passages[0].line))
    phrases = archive.sql.execute("SELECT text, texts FROM set_phrases ORDER BY texts DESC, text")
    return Copies(threshold, tuple(found), tuple(_units(found)), tuple(map(SetPhrase._make, phrases)))


def _clusters(archive: Archive) -> Iterator[Cluster]:
    """Every cluster, also those within one file."""
    several = "SELECT text, text FROM passages GROUP BY text HAVING min(file) < max(file)"
    links = [*archive.sql.execute("SELECT first, second FROM pairs"), *archive.sql.execute(several)]
    archive.sql.execute("CREATE TEMP TABLE clusters (text INTEGER PRIMARY KEY, cluster INTEGER NOT NULL)")
    try:
        archive.sql.executemany("INSERT INTO clusters VALUES (?, ?)", connected(links).items())
        for _, rows in groupby(archive.sql.execute(_ROWS), key=lambda row: row[0]):
            yield _cluster(list(rows))
    finally:
        archive.sql.execute("DROP TABLE clusters")


def connected(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each of some linked numbers the lowest that links lead to from it, over any number of steps."""
    lowest: dict[int, int] = {}

    def root(number: int) -> int:
        found = number
        while lowest[found] != found:
            found = lowest[found]
        while lowest[number] != found:
            lowest[number], number = found, lowest[number]
        return found

    for first, second in links:
        lowest.setdefault(first, first)
        lowest.setdefault(second, second)
        one, other = root(first), root(second)
        lowest[max(one, other)] = min(one, other)
    return {number: root(number) for number in lowest}


def _cluster(rows: Sequence[tuple]) -> Cluster:  # type: ignore[type-arg]
    first = words_of(rows[0][2])
    passages = [CopiedPassage(archived(row[5:]), row[3], row[4], _share(row[2], rows[0][2])) for row in rows]
    ends = [last_month(each.file.period) for each in passages]
    directed = all(ends) and ends[0] < min(ends[1:], default="")
    return Cluster(rows[0][2], len(first), tuple(passages), directed)


def _share(text: str, source: str) -> float:
    if text == source:
        return 1.0
    said = words_of(text)
    return round(shared(said, words_of(source), RUN) / len(said), 3)


def _copied(cluster: Cluster) -> float:
    """How many words are copied in a cluster."""
    return sum(each.share for each in cluster.passages[1:]) * cluster.words


def _units(clusters: Iterable[Cluster]) -> Iterator[CopiedUnit]:
    """Who has passages from whom, as far as periods and units tell."""
    passages: Counter[tuple[str, str]] = Counter()
    said: dict[tuple[str, str], float] = defaultdict(float)
    for cluster in clusters:
        source = cluster.passages[0].file.unit
        for each in cluster.passages[1:] if cluster.directed and source else ():
            if each.file.unit:
                passages[source, each.file.unit] += 1
                said[source, each.file.unit] += each.share * cluster.words
    for source, unit in sorted(said, key=lambda pair: (-said[pair], pair)):
        yield CopiedUnit(source, unit, passages[source, unit], round(said[source, unit]))
