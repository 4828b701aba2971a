"""A text as a few numbers, by which it is known again after small changes."""

from collections import defaultdict
from collections.abc import Mapping

from linter.digests import blake2b

_WIDTH = 8
"""Hexadecimal digits of a number."""
_NUMBERS = 12
_SHARE = 0.5
"""From this share of equal paragraphs on, two texts count as versions of one."""
_COMMON = 50
"""A paragraph that so many texts have tells none of them: not every text is held against all others."""


def sketch(text: str) -> str:
    """The smallest of the hashes of a text's paragraphs, in order: those of texts that share most of their
    paragraphs share most of their numbers.
    """
    lines = {"".join(line.split()) for line in text.split("\n")} - {""}
    return "".join(sorted(map(_hash, lines))[:_NUMBERS])


def _hash(line: str) -> str:
    return blake2b(line.encode("utf-8", "replace"), digest_size=_WIDTH // 2).hexdigest()


class SketchIndex:
    """Sketches by name, of which the one that is the most like another is looked for."""

    def __init__(self, sketches: Mapping[str, str]) -> None:
        self._numbers = {name: _numbers(each) for name, each in sketches.items()}
        self._names: dict[str, list[str]] = defaultdict(list)
        for name, numbers in self._numbers.items():
            for number in numbers:
                self._names[number].append(name)

    def take(self, sketch: str) -> str | None:
        """The name of the sketch that is the most like another, which is then no longer there; None where
        none is like it enough.
        """
        wanted = _numbers(sketch)
        sharing = [names for number in wanted if len(names := self._names.get(number, [])) < _COMMON]
        shares = {
            name: _share(wanted, self._numbers[name])
            for names in sharing
            for name in names
            if name in self._numbers
        }
        best = max(shares, key=lambda name: shares[name], default=None)
        if best is None or shares[best] < _SHARE:
            return None
        del self._numbers[best]
        return best


def _share(one: set[str], other: set[str]) -> float:
    """How much of two texts is the same, by the smallest of the numbers of both."""
    smallest = sorted(one | other)[:_NUMBERS]
    return sum(number in one and number in other for number in smallest) / len(smallest)


def _numbers(sketch: str) -> set[str]:
    return {sketch[at : at + _WIDTH] for at in range(0, len(sketch), _WIDTH)}
