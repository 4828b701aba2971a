"""Which texts of an archive are copies of each other: what every engine computes, and in the same words.

Candidates are pairs that share fingerprints; SQL finds them, on one machine or on many. Each is then looked
at word by word. A fingerprint that more than `MOST` texts have is of a set phrase, a directive that all
copy out: it makes no candidates, or their number would grow with the square of the texts. What such phrases
say is told beside the result.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.archive.fingerprints import LEAST, MOST, normal, piece
from linter.model.archive import SetPhrase
from linter.text.sentences import CLAUSE_ENDS, STOPS
from linter.text.similarity import Words, by_length, prose, shared, words

RUN = 5
"""How many words in a row count as shared."""

TABLES = {
    "counts": """SELECT number, count(*) AS texts, min(text) AS text FROM prints
        GROUP BY number HAVING count(*) > 1""",
    "sizes": "SELECT text, count(*) AS size FROM prints GROUP BY text",
    "telling": f"""SELECT p.number, p.text FROM prints p
        JOIN counts c ON c.number = p.number AND c.texts <= {MOST}""",
    "sharing": """SELECT a.text AS first, b.text AS second, count(*) AS numbers FROM telling a
        JOIN telling b ON b.number = a.number AND b.text > a.text GROUP BY a.text, b.text""",
    "candidates": f"""SELECT s.first, s.second FROM sharing s
        JOIN sizes x ON x.text = s.first JOIN sizes y ON y.text = s.second
        WHERE s.numbers >= {LEAST} * least(x.size, y.size)""",
}
"""What the SQL makes, each of those before it and of `prints`: a row of `number` and `text` for each
fingerprint of each text."""
COMMON = f"SELECT number, texts, text FROM counts WHERE texts > {MOST}"
"""Fingerprints of set phrases, how many texts have each, and one of these."""


class Pair(NamedTuple):
    """Two texts of an archive, by id, the lower one first, and what share of the shorter one both have."""

    first: int
    second: int
    share: float


def copied(candidate: tuple[int, int], one: str, other: str, threshold: float) -> Pair | None:
    """A candidate, which has these texts, as a pair of copies; None where it is none."""
    share = _share(words_of(one), words_of(other))
    return Pair(*candidate, round(share, 3)) if share >= threshold else None


def set_phrases(common: Iterable[tuple[int, int, str]]) -> list[SetPhrase]:
    """What fingerprints of set phrases say: the clauses that they stand in, the commonest first.

    `common` are number, how many texts have it, and one of these.
    """
    found: dict[str, int] = {}
    for number, texts, text in common:
        said = piece(number, text)
        phrase = next((each for each in _phrases(text) if said in normal(each)), said)
        found[phrase] = max(texts, found.get(phrase, 0))
    return sorted((SetPhrase(*each) for each in found.items()), key=lambda each: (-each.texts, each.text))


def _phrases(text: str) -> Iterator[str]:
    """The clauses of a text, then its pairs of clauses in a row, and threes: a piece may reach from one into
    the next.
    """
    spans = [each.span() for each in re.finditer(f"[^{CLAUSE_ENDS}{STOPS}]+", text)]
    for others in range(3):
        for (start, _), (_, end) in zip(spans, spans[others:], strict=False):
            yield text[start:end].strip()


@lru_cache(maxsize=1024)
def words_of(text: str) -> Words:
    """The words of a text, without addresses."""
    return words(prose(text))


def _share(one: Words, other: Words) -> float:
    shorter, longer = by_length(one, other)
    return shared(shorter, longer, RUN) / len(shorter) if shorter else 0.0
