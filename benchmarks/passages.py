"""Archives of any size for `benchmarks/archive.py`: reports of many units over many years, made of the words of
`training/`; what was copied, changed and put into other passages is known."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

TEXTS = Path(__file__).parent.parent / "training" / "texts"
UNITS = 200
IN_A_REPORT = 40
EXACT, CHANGED, LIFTED, STOCK = 0.08, 0.08, 0.02, 0.05
"""The shares of passages that are an earlier one, one with changes, hold half of one, or are directives that all
units copy out."""
_WORD = re.compile(r"[\u4e00-\u9fff]|\d+|[，。；、：]")


class Made(NamedTuple):
    """A passage, and what it was made of."""

    text: str
    kind: str = "new"
    source: int | None = None
    """The number of the passage that it was copied from."""


def passages(count: int, seed: int = 1) -> Iterator[Made]:
    """`count` passages, always the same."""
    chance = random.Random(seed)
    following = chain()
    stock = [sentence(chance, following) for _ in range(200)]
    kept: list[str] = []
    for _ in range(count):
        kind = chance.random()
        source = chance.randrange(len(kept)) if kept else 0
        if kept and kind < EXACT:
            made = Made(kept[source], "exact", source)
        elif kept and kind < EXACT + CHANGED:
            made = Made(changed(kept[source], chance), "changed", source)
        elif kept and kind < EXACT + CHANGED + LIFTED:
            made = Made(lifted(kept[source], sentence(chance, following), chance), "lifted", source)
        elif kind > 1 - STOCK:
            made = Made(changed(chance.choice(stock), chance), "stock")
        else:
            made = Made(sentence(chance, following))
        kept.append(made.text)
        yield made


def period(report: int) -> str:
    """The half-year that a report is about: all units hand in before the next one begins."""
    half = report // UNITS
    return f"{1990 + half // 2}H{half % 2 + 1}"


def changed(text: str, chance: random.Random) -> str:
    """A passage with one to five words exchanged, put in or taken out."""
    signs = chain()[""]
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text))
        word = "".join(chance.choice(signs) for _ in range(chance.randint(0, 2)))
        text = text[:at] + word + text[at + chance.randint(0, 2) :]
    return text


def lifted(source: str, text: str, chance: random.Random) -> str:
    """A passage into which half of another was put."""
    start = chance.randrange(len(source) // 2 + 1)
    at = chance.randrange(len(text))
    return text[:at] + source[start : start + len(source) // 2] + text[at:]


def sentence(chance: random.Random, following: dict[str, list[str]]) -> str:
    """A new passage of 40 to 160 characters."""
    wanted = chance.randint(40, 160)
    said = chance.choice(following[""])
    while len(said) < wanted or said[-1] in "，、：；":
        said += chance.choice(following.get(said[-2:]) or following[""])
    return said.rstrip("。") + "。"


@cache
def chain() -> dict[str, list[str]]:
    """What follows each two characters in the reports of `training/`; after nothing, any of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TEXTS.glob("*.txt"))[:400]:
        for line in path.read_text("utf-8").splitlines():
            signs = _WORD.findall(line)
            for first, second, third in zip(signs, signs[1:], signs[2:], strict=False):
                found[(first + second)[-2:]].append(third)
                if third >= "\u4e00":
                    found[""].append(third)
    return dict(found)
