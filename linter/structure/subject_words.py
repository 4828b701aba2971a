"""The kind of report that a title names, and the words of a heading that name its subject.

`reportlint init` uses them to make a ruleset from a good report.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.schema.types import WordList
from linter.structure.line_types import without_running_number
from linter.text.characters import count_han
from linter.text.dates import RANGE_SIGNS
from linter.text.dictionary import words as words_of
from linter.text.numerals import ONE_TO_NINE, YEAR_DIGITS, ZEROS

_MIN_TITLE = 4
"""The fewest characters that name a kind of report."""
_MOST_WORDS = 30
"""Of a title in words so many are looked at."""
_PARTED = "|"
_SHORT_NAME = 4
"""A heading of at most so many characters is a set name, which is recognised as a whole."""
_PERIOD = (
    r"[×XxＸ*＊○〇]{2,}|20[×XxＸ*＊]{2}(?:年度?)?"
    rf"|(?:20\d\d|二[{ZEROS}][{YEAR_DIGITS}]{{2}})(?:[{RANGE_SIGNS}]20\d\d)?(?:年度?|学年)?"
    rf"|[上下]半年度?|前?[第]?[{ONE_TO_NINE[:4]}]季度|\d{{1,2}}月份?|今年度?|年度|半年度?|全年度?"
)
ENGLISH_NUMBER = r"^(?:[IVX]+|[A-Z])[.)] +"
"""The number of a heading in English, as a pattern."""
_MARKS = "、，,—－-（）()〔〕 \u3000"


class Words(NamedTuple):
    """The word lists of the group `subjects`, explained in `rulesets/words/LANGUAGE/subjects.yaml`."""

    common: WordList
    organisations: WordList
    not_organisations: WordList
    title_links: WordList


def kind_of_report(title: str, words: Words, longest: int) -> str:
    """A title without unit and period: 桃源谷医院2024年上半年工作总结 → 工作总结.

    Cut to `longest` characters; empty where nothing is left.
    """
    for _ in range(2):  # a year in brackets looks like the number of a report: 年度报告（2022）
        title = re.sub(r"[（(][^）)]*[）)]$", "", title.strip())
        title = without_running_number(title)
    segments = [_bare(segment, words) for segment in re.split(_PERIOD, title)]
    last = next((segment for segment in reversed(segments) if len(segment) >= _MIN_TITLE), "")
    without_unit = _bare(last[_end_of_unit(last, words) :], words)
    return (without_unit if len(without_unit) >= _MIN_TITLE else last)[:longest]


def kind_in_words(titles: Sequence[str]) -> str:
    """What titles with blanks between their words have in common, the longest run of words: of North Depot
    Annual Report 2025 and South Depot Annual Report 2026 Depot Annual Report.

    It holds no figures, and no small word (of, the) at its ends. Empty where there is none.
    """
    first, *others = ([*_words_of(title)][:_MOST_WORDS] for title in titles)
    texts = [f" {' '.join(other)} " for other in others]
    for length in range(len(first), 0, -1):
        for start in range(len(first) - length + 1):
            run = first[start : start + length]
            words = " ".join(run)
            named = _says_kind(run[0]) and _says_kind(run[-1]) and _PARTED not in run
            if named and len(words) >= _MIN_TITLE and all(f" {words} " in text for text in texts):
                return words
    return ""


def _words_of(title: str) -> Iterator[str]:
    """The words of a title, and `_PARTED` where a mark or a figure stands."""
    for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\S", title):
        yield word if word[0].isalpha() else _PARTED


def _says_kind(word: str) -> bool:
    return word[0].isalpha() and not (word.islower() and len(word) < _MIN_TITLE)


def _bare(segment: str, words: Words) -> str:
    """A segment of a title without punctuation and link words at its ends."""
    link = "|".join([f"[{re.escape(_MARKS)}]", *map(re.escape, words.title_links)])
    return re.sub(rf"^(?:{link})+|(?:{link})+$", "", segment)


def _end_of_unit(segment: str, words: Words) -> int:
    """The length of the name of an organisation at the beginning of a segment; 0 without one."""
    if not words.organisations:
        return 0
    ending, other = ("|".join(map(re.escape, one)) for one in (words.organisations, words.not_organisations))
    unless = f"(?!{other})" if other else ""
    match = re.match(rf"^.{{2,24}}?{unless}(?:{ending})", segment)
    return match.end() if match else 0


def distinctive_words(heading: str, others: Iterable[str], words: Words) -> tuple[str, ...]:
    """The words of a heading that the others, and headings on any subject, do not have; else all of it.

    A brief heading is a name, and taken as it is, and so is one in English, but for its number and what
    stands beyond a year. Empty where there is no word in it, or what cannot be printed.
    """
    bare = re.sub(r"《[^《》]*》", "，", heading)
    if not count_han(bare):
        parts = re.split(r"\b\d+(?:\W+\d+)*\b", re.sub(ENGLISH_NUMBER, "", bare))
        whole = max(parts, key=len).strip(" ,:–—-")
        return (whole,) if any(map(str.isalpha, whole)) and whole.isprintable() else ()
    if len(bare) <= _SHORT_NAME and bare.isalpha():
        return (bare,)
    elsewhere, common = "\n".join(others), frozenset(words.common)
    found = [word for word in words_of(bare) if len(word) > 1 and word.isalnum() and not word[0].isdigit()]
    own = [word for word in found if word not in common and word not in elsewhere]
    whole = max(re.split(r"[\W\d_]+", re.sub(_PERIOD, "，", bare)), key=len)
    return tuple(dict.fromkeys(own)) or ((whole,) if len(whole) > 1 else ())
