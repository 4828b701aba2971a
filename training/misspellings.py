"""Makes the lists of the check `misspelling`: usual words, and what their characters are mistaken for.

    python -m training.misspellings [FOLDER …]
    python -m training.misspellings --figures

The first writes `rulesets/words/zh/misspelling.yaml`; the same texts give the same bytes. The words are
counted in `training/texts` and in the folders named (`.txt`, `.md`, `.tsv`), whose texts are taken to have no
mistakes. The lists that are shipped were made with the seven folders of `../shared/corpus`: 2.9 million
characters. The second prints what the rules on wording find in the sentences of `slips/`.

A word of two characters is usual where it stands `_USUAL` times in these texts. Each of its characters is
replaced by those that sound alike (`alike/sounds.txt`: a syllable a line, whatever its tone) or look alike
(`alike/looks.txt`: a character and those like it), as far as they are among the `_COMMON` most frequent.
What comes out is kept where

- it is no word, and stands within no word of jieba's dictionary,
- it is nowhere in the texts two words of one character, and
- two such words are unlikely to meet: the logarithm of how often the usual word stands there, to how often
  these two would stand together by chance, is at least `_LEAST`.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

import jieba

from linter.api import Settings, check
from linter.ruleset.library import load
from linter.text.characters import HAN
from linter.text.dictionary import words
from linter.text.patterns import holds, union

FOLDER = Path(__file__).parent
FILE = FOLDER.parent / "rulesets/words/zh/misspelling.yaml"
_USUAL = 20
_COMMON = 2500
_LEAST = 10.0
_SUFFIXES = (".txt", ".md", ".tsv")
_BEHIND, _BEFORE = "\nbehind:\n", "before:\n"
"""The lines of the file that come before the two lists. What stands above the first is written by hand."""


class Counts(NamedTuple):
    """What stands in the texts, and how often."""

    words: Counter[str]
    pairs: Counter[str]
    """Words of one character side by side: what the check would take for a slip."""


def main() -> None:
    """Write the lists, or print what they find."""
    if sys.argv[1:] == ["--figures"]:
        figures()
        return
    texts = [FOLDER / "texts", *map(Path, sys.argv[1:])]
    slips = meant(counted(_runs(texts)))
    head = FILE.read_text("utf-8").partition(_BEHIND)[0]
    behind, before = ("".join(f"- {entry}\n" for entry in entries(slips, kept)) for kept in (0, 1))
    FILE.write_text(head + _BEHIND + behind + _BEFORE + before, "utf-8")
    print(f"{len(set(slips.values()))} words, {len(slips)} pairs")


def figures() -> None:
    """Print how many slips of each kind the rules on wording find, and which right sentences they fault."""
    rows = [row.split("\t") for row in (FOLDER / "slips/wrong.tsv").read_text("utf-8").splitlines()[1:]]
    kinds: dict[str, list[bool]] = {}
    for sentence, written, right, kind in rows:
        said = _found(f"{sentence}\n{right}")  # the check asks that the word stands elsewhere in the text
        kinds.setdefault(kind, []).append(any(each in written or written in each for each in said))
    for kind, found in kinds.items():
        print(f"{kind}: {sum(found)} of {len(found)}")
    good = (FOLDER / "slips/good.txt").read_text("utf-8").splitlines()
    print(f"falsely: {[each for each in good if _found(each)]} of {len(good)}")


def _found(sentence: str) -> list[str]:
    """What the rules on misspelt words find in a sentence."""
    outcome = check(sentence.encode(), "sentence.txt", ["report-form"], Settings(select=("misspelt*",)))
    return [finding.excerpt for finding in outcome.findings]


def _runs(folders: Iterable[Path]) -> Iterator[str]:
    """The runs of Chinese characters in the lines of some folders, each line once."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _SUFFIXES)
    lines = (line for path in files for line in path.read_text("utf-8", "replace").split("\n"))
    for line in dict.fromkeys(lines):
        yield from re.findall(f"[{HAN}]+", line)


def counted(runs: Iterable[str]) -> Counts:
    """The words in some runs of characters, and the pairs of them that are words of one character each."""
    counts = Counts(Counter(), Counter())
    for run in runs:
        parted = words(run)
        counts.words.update(parted)
        counts.pairs.update(a + b for a, b in pairwise(parted) if len(a) == len(b) == 1)
    return counts


def entries(slips: dict[str, str], kept: int) -> Iterator[str]:
    """A list: of the pairs whose first (0) or second (1) character is right this one, then groups of what is
    right beside it and what is mistaken for that.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    for pair, word in sorted(slips.items()):
        if pair[kept] == word[kept]:
            groups.setdefault(word[kept], {}).setdefault(word[1 - kept], []).append(pair[1 - kept])
    for char, mistaken in sorted(groups.items()):
        yield " ".join([char, *(right + "".join(wrong) for right, wrong in sorted(mistaken.items()))])


def meant(counts: Counts) -> dict[str, str]:
    """For each pair of characters that is no word the most usual of those that it may stand for."""
    known, is_told, alike = _within_words(), _told_elsewhere(), _alike()
    characters = Counter(char for word, count in counts.words.items() for char in word * count)
    common = {char for char, _ in sorted(characters.items(), key=lambda each: (-each[1], each[0]))[:_COMMON]}
    usual = [(count, word) for word, count in counts.words.items() if len(word) == 2 and count >= _USUAL]
    found, total = {}, counts.words.total()
    for count, word in sorted(usual):
        if word in known:
            pairs = [char + word[1] for char in alike.get(word[0], set()) & common]
            pairs += [word[0] + char for char in alike.get(word[1], set()) & common]
            for pair in pairs:
                by_chance = (counts.words[pair[0]] + 0.5) * (counts.words[pair[1]] + 0.5) / total
                seen = pair in known or pair in counts.pairs
                if not seen and log(count / by_chance) >= _LEAST and not is_told(pair):
                    found[pair] = word
    return found


def _within_words() -> set[str]:
    """The pairs of characters within the words of the dictionary."""
    jieba.setLogLevel(60)
    jieba.initialize()
    return {a + b for word, frequency in jieba.dt.FREQ.items() if frequency for a, b in pairwise(word)}


def _alike() -> dict[str, set[str]]:
    """For each character those that sound or look like it."""
    found: dict[str, set[str]] = {}
    for group in (FOLDER / "alike/sounds.txt").read_text("utf-8").split():
        for char in group:
            found.setdefault(char, set()).update(set(group) - {char})
    for entry in (FOLDER / "alike/looks.txt").read_text("utf-8").split():
        for other in entry[1:]:
            found.setdefault(entry[0], set()).add(other)
            found.setdefault(other, set()).add(entry[0])
    return found


def _told_elsewhere() -> Callable[[str], bool]:
    """A test of whether the rule `misspelt` finds a pair of characters: one mistake is told once."""
    (rule,) = (each for each in load("report-form").rules if each.id == "misspelt")
    pattern = union(wording for wording, _ in rule.options["prefer"])
    return lambda pair: holds(pattern, pair)


if __name__ == "__main__":
    main()
