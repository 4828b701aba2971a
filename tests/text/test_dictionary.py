"""Word segmentation: what it says, and that it says nothing else."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from linter.text import dictionary
from linter.text.dictionary import entry, is_word, segmented, words


def test_words_of_a_clause() -> None:
    assert words("整改突出问题个") == ["整改", "突出", "问题", "个"]
    assert "".join(words("2024年，我院X光室检查300人次。")) == "2024年，我院X光室检查300人次。"


def test_a_word_is_found_wherever_the_dictionary_has_it() -> None:
    """The few lines that stand out of order, and the first and last one, too."""
    lines = [line.split(" ")[0] for line in dictionary._dictionary()[:].decode().split("\n")]
    lines = [word for word in lines if word and not re.search("[0-9A-Za-z]", word)]
    out_of_order = [word for before, word in pairwise(lines) if before > word]
    assert out_of_order
    assert [word for word in (lines[0], *out_of_order, lines[-1]) if not is_word(word)] == []


@pytest.mark.parametrize(
    "clause", ["中华人民共和国成立以来", "进一步步落实", "习习近平近平", "𠮷〇学习ABC", ""]
)
def test_no_word_is_missed_that_begins_at_a_place(clause: str) -> None:
    """The search stops at the first text that no word begins with; here every text is looked up."""
    for start in range(len(clause)):
        ends = range(start + 1, min(start + dictionary._LONGEST, len(clause)) + 1)
        known = [(end, found.frequency) for end in ends if (found := entry(clause[start:end]))]
        assert dictionary._words_at(clause, start) == known


def test_part_of_a_word_and_nothing_are_no_words() -> None:
    assert [text for text in ("健全考", "〇〇", "\ue000", "") if is_word(text)] == []


def test_an_entry_tells_how_common_a_word_is_and_what_it_is() -> None:
    assert entry("加强") == (11080, "v")
    assert entry("加强强") is None


@pytest.mark.parametrize(
    "clause",
    ["", "工作|的|主动性", "学习|习惯|养成", "加强|强|组织", "落|落实", "三|三|𠮷", "全|市场", "Ａ|，|x"],
)
def test_a_clause_falls_into_its_most_likely_words(clause: str) -> None:
    assert "|".join(segmented(clause.replace("|", ""))) == clause


@pytest.mark.process
def test_loading_is_silent_and_goes_by_no_cache(tmp_path: Path) -> None:
    """A cache of jieba's that somebody left in the shared temporary folder, or in the user's, is not read."""
    places = [tmp_path, tmp_path / "reportlint"]
    places[1].mkdir()
    forged = marshal.dumps(({"健全考核办法": 99}, 99))
    for place in places:
        for name in ("jieba.cache", "jieba-0.42.1.cache"):
            (place / name).write_bytes(forged)
    code = "from linter.text.dictionary import words; print(words('健全考核办法'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        env={"XDG_CACHE_HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
    )
    assert (done.stdout, done.stderr) == ("['健全', '考核办法']\n", "")
    assert {path.read_bytes() for place in places for path in place.glob("*.cache")} == {forged}


@pytest.mark.process
def test_a_word_is_looked_up_without_jieba() -> None:
    code = (
        "import sys; from linter.text.dictionary import is_word\n"
        "print(is_word('名次'), is_word('专题会'), is_word('题会'), 'jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "True False False False\n"
