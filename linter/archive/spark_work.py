"""What the workers of a Spark cluster do for the copies in an archive.

`spark_join` ships it to them in a zip: it, and all that it imports, needs nothing but the standard library.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence

from linter.archive.fingerprints import fingerprints
from linter.archive.pairs import Pair, copied


def packed(texts: Sequence[tuple[int, str]]) -> bytes:
    """Some texts, with their ids, as they are sent: Chinese in UTF-8 takes less than half of it packed."""
    return zlib.compress(json.dumps(texts, ensure_ascii=False).encode(), 1)


def prints(slices: Iterable[bytes]) -> Iterator[tuple[int, str, list[int]]]:
    """Id, text and fingerprints of the texts in what `packed` gave."""
    for each in slices:
        for id, text in json.loads(zlib.decompress(each)):
            yield id, text, list(fingerprints(text))


def pairs(threshold: float, candidates: Iterable[tuple[int, str, int, str]]) -> Iterator[Pair]:
    """The copies among candidates: id and text of each of the two."""
    for first, one, second, other in candidates:
        if pair := copied((first, second), one, other, threshold):
            yield pair
