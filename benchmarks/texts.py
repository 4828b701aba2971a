"""Reports for the benchmarks, made of the drafts in `examples/`: always the same, no two alike."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from linter.text.dictionary import words

EXAMPLES = Path(__file__).parent.parent / "examples"
SOURCES = ("complete.txt", "missing.txt", "collection.txt", "markdown.md")
SECTIONS = (
    ("一、组织领导", "组织领导|责任|机制"),
    ("二、理论学习", "学习|武装"),
    ("三、舆论引导", "舆论|宣传|校园之声|阵地|读者"),
    ("四、存在的问题", "问题|不足"),
    ("五、下半年打算", "打算|计划|方向|下一步"),
)
KILOBYTE = 1000
KEPT = frozenset(
    "一二三四五六七八九十百千万亿两几年月日时分号季度次个例份名天人场期项件条篇批台套辆册幅块张户家处所"
    "起位支间栋座元亩吨米公里种类届轮堂节课周倍余本只枚共达超约累计第党大市县区镇乡某"
)
"""Characters that the checks look for: words with them are not exchanged, lest they make faults that no report
has."""


def reports(count: int, size: int = 5 * KILOBYTE) -> list[str]:
    """`count` complete reports of about `size` bytes in UTF-8 (5.6 KB at most).

    Each section is put together at random from the clauses that the examples have under such a
    heading; then half of the words of two characters stand for others. Thus a run of them holds no
    more copies than one of real reports, and their characters make words as those of real ones do.
    """
    clauses = {heading: _clauses(subject) for heading, subject in SECTIONS}
    whole = sum(len(clause.encode()) + 3 for pool in clauses.values() for clause in pool)
    return [_report(random.Random(number), number, clauses, size / whole) for number in range(count)]


def _clauses(subject: str) -> list[str]:
    """Every clause of the examples under the headings on a subject."""
    found: list[str] = []
    wanted = False
    for line in (line for name in SOURCES for line in (EXAMPLES / name).read_text("utf-8").splitlines()):
        if re.match("(?:## )?[一二三四五]、", line):
            wanted = re.search(subject, line) is not None
        elif re.search(r"20\d\d年.*总结$", line):
            wanted = False
        elif wanted and len(line) > 20 and not re.search("[×{|]", line):
            body = re.sub(r"^（[一二三]）[^。]*。|[一二三四]是|^- |^\d\. ", "", line)
            found += [clause for clause in re.split("[，。；：]", body) if len(clause) > 4]
    return found


def _report(chance: random.Random, number: int, clauses: dict[str, list[str]], share: float) -> str:
    title = f"第{number + 1}医院2024年上半年意识形态工作总结"
    lines = [title, "现将上半年工作情况汇报如下："]
    others = _exchange(chance, clauses)
    for heading, pool in clauses.items():
        chosen = chance.sample(pool, min(len(pool), round(share * len(pool))))
        sentences = ["，".join(map(others, chosen[at : at + 4])) + "。" for at in range(0, len(chosen), 4)]
        lines += [heading, *("".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))]
    return "\n".join((*lines, f"第{number + 1}医院党委", "2024年6月28日", ""))


def _exchange(chance: random.Random, clauses: dict[str, list[str]]) -> Callable[[str], str]:
    """A function that puts other words in place of half the words of two characters of a clause."""
    used = {word for pool in clauses.values() for clause in pool for word in _words(clause)}
    exchanged = sorted(word for word in used if len(word) == 2 and word.isalpha() and KEPT.isdisjoint(word))
    leaving = chance.sample(exchanged, len(exchanged) // 2)
    others = dict(zip(leaving, chance.sample(exchanged, len(leaving)), strict=True))
    return lambda clause: "".join(others.get(word, word) for word in _words(clause))


@cache
def _words(clause: str) -> list[str]:
    return words(clause)
