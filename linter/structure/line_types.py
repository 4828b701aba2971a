"""The types of single lines: title, date, opening, closing, annex.

The word lists are in `rulesets/words/LANGUAGE/line_types.yaml`; how their words make a line of a type is
decided here. The patterns run on RE2, which compiles classes of Chinese characters in a fiftieth of the
time of `re`.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from linter.schema.types import WordList
from linter.text.characters import has
from linter.text.numerals import ONE_TO_NINE, ONE_TO_TEN, YEAR_DIGITS, value_of
from linter.text.patterns import Lazy, alternation, compile, holds
from linter.text.sentences import COMMON_CLAUSE_ENDS, RUNNING_MARKS

LONGEST_TITLE = 100
"""Characters of a title, at most."""
_LONG_TITLE = 60
"""One that is longer holds no mark that running text has."""

_NAME = 4
"""Characters of the name of a kind of report: 工作计划."""
_NAMED_WITHIN = 8
"""Characters before 如下 in which that name ends: 工作计划报告如下."""

_COUNT = rf"[{ONE_TO_TEN}\d]{{1,2}}"
_COUNTED_REPORT = Lazy(rf"^[【（(]?(?:第({_COUNT})篇|(?:范文|材料|篇)({_COUNT}))(?:[^章节年月、\d]|$)")
_RUNNING_NUMBER = Lazy(rf"[（(]?(?:篇|第|范文|之)?{_COUNT}篇?[）)]?[.。：:]?$")
_LABEL = rf"[^：:{COMMON_CLAUSE_ENDS}]"
_UNSURE = rf"[\d×xX○〇{ONE_TO_TEN}*_＿]{{1,4}}"
_DATE = Lazy(
    rf"^[（(]?(?:\d{{4}}|[×xX＊*○〇]{{1,4}}|[12][\d×xX○〇Oo*]{{3}}|[{YEAR_DIGITS}]{{4}})\s*年"
    rf"\s*{_UNSURE}\s*月(?:\s*{_UNSURE}\s*[日号]?)?[）)]?$"
)


class Words(NamedTuple):
    """The word lists by which the type of a line is recognised."""

    genres: WordList
    sequels: WordList
    samples: WordList
    collections: WordList
    events: WordList
    topics: WordList
    announcing: WordList
    joints: WordList
    heralds: WordList
    openings: WordList
    reporting: WordList
    periods: WordList
    formulas: WordList
    closings: WordList
    annexes: WordList
    annex_signs: WordList
    units: WordList
    unit_endings: WordList
    no_units: WordList
    contacts: WordList


class LineTypes(NamedTuple):
    """Tests of single lines, made from `Words`. Each takes the line without its number and indent."""

    words: Words
    unit_endings: frozenset[str]
    title: Any
    collection: Any
    closing: Any
    annex: Any
    signer: Any
    opening: Any
    formal: Any
    period: Any

    def is_title(self, line: str) -> bool:
        """Whether a line has the form of a report's title."""
        if len(line) > _LONG_TITLE and has(line, RUNNING_MARKS):
            return False
        if not 6 <= len(line) <= LONGEST_TITLE or line[-1] in "，：:" or "。" in line[:-1] or "；" in line:
            return False
        if line[-1] == "。" and "，" in line:
            return False
        return not has(line, self.words.announcing) and holds(self.title, line)

    def is_headline(self, line: str) -> bool:
        """Whether a line tells of an event, such as a meeting at which somebody reported: no title of a paper
        does, which says at its end what it is, or what it is about (关于).
        """
        return has(line, self.words.events) and not has(line, self.words.topics) and not self.is_title(line)

    def is_collection(self, line: str) -> bool:
        """Whether a line is the title of a collection ("……总结（精选3篇）")."""
        return len(line) <= 50 and "篇" in line and holds(self.collection, line)

    def is_closing(self, line: str) -> bool:
        """Whether a line closes a report (特此报告), or follows its text (附件, 抄送, 联系人, 报名网址)."""
        return holds(self.closing, line)

    def is_formula(self, line: str) -> bool:
        """Whether a line begins with a formula that ends a report (特此报告)."""
        return line.startswith(self.words.formulas)

    def is_annex(self, line: str) -> bool:
        """Whether a line heads an annex, or the list of them."""
        return line.startswith(self.words.annexes) or holds(self.annex, line)

    def is_signer(self, line: str) -> bool:
        """Whether a short line ends as the name of a unit does."""
        return holds(self.signer, line) and not line.endswith(self.words.no_units)

    def names_unit(self, line: str) -> bool:
        """Whether a line around a text, where names stand, ends as the name of a unit does."""
        is_unit = line[-1:] in self.unit_endings and not line.endswith(self.words.no_units)
        return is_unit and not has(line, RUNNING_MARKS)

    def opens_report(self, line: str) -> bool:
        """Whether a paragraph has the words of an opening ("现将……汇报如下")."""
        return holds(self.opening, line)

    def opens_formally(self, line: str) -> bool:
        """Whether a paragraph is the sentence that opens a report, and nothing else."""
        return holds(self.formal, line)

    def opens_second_half(self, title: str, opening: str) -> bool:
        """Whether a paragraph opens the second of what a title names: the plan, under 总结及工作计划."""
        *halves, second = re.split(alternation(self.words.joints), title)
        named = next((opening.rpartition(word)[0] for word in self.words.announcing if word in opening), "")
        named = named[-_NAMED_WITHIN:]
        names = (named[start : start + _NAME] for start in range(len(named) - _NAME + 1))
        found = [name for name in names if name.isalpha() and name in second]
        return bool(halves) and any(all(name not in half for half in halves) for name in found)

    def names_period(self, line: str) -> bool:
        """Whether a paragraph begins by naming the period that it reports on."""
        return holds(self.period, line)


@lru_cache(maxsize=8)
def prepare(words: Words) -> LineTypes:
    """The tests of lines for some word lists."""
    genres, units = alternation(words.genres), alternation(words.units)
    annexes = alternation((*words.annexes, *words.annex_signs))
    annex = rf"^{annexes}(?:[：:0-9（({ONE_TO_NINE}\s]|$)"
    announcing, heralds = alternation(words.announcing), alternation(words.heralds)
    return LineTypes(
        words=words,
        unit_endings=frozenset(words.unit_endings),
        title=compile(
            rf"{genres}{alternation(words.samples)}?(?:[（(][^）)]{{1,12}}[）)])?"
            rf"\s*(?:第?{_COUNT}|篇{_COUNT}|之{_COUNT})?[.。]?$"
            rf"|{genres}[^，；]{{1,20}}{alternation(words.sequels)}$"
            rf"|^(?:范文|篇|第)?{_COUNT}篇?[：:].{{4,40}}$|[（(]?篇{_COUNT}[）)]?[：:]?"
        ),
        collection=Lazy(
            rf"[（(]?{alternation(words.collections)}?\s*[\d{ONE_TO_TEN}]{{1,3}}\s*篇[）)]?\s*[.。]?$"
        ),
        closing=Lazy(
            rf"^{alternation((*words.formulas, *words.closings))}|{annex}"
            rf"|^(?:{_LABEL}{{0,6}}|[（(][^）)]{{0,40}}){alternation(words.contacts)}{_LABEL}{{0,4}}[：:]"
        ),
        annex=Lazy(annex),
        signer=Lazy(f"{units}$"),
        opening=Lazy(f"{heralds}[将就对把]|{alternation((*words.openings, *words.announcing))}"),
        formal=Lazy(rf"{heralds}[^。]{{0,81}}{alternation(words.reporting)}(?:{announcing}|.{{0,4}}$)"),
        period=Lazy(rf"^(?:20\d\d年|{alternation(words.periods)})"),
    )


def collection_number(line: str) -> int:
    """The number that a line gives to a report of a collection ("篇一：…" → 1, "第2篇 …" → 2); else 0."""
    if not has(line[:6], ("篇", "范文", "材料")):
        return 0
    match = _COUNTED_REPORT.search(line)
    return (value_of(match.group(1) or match.group(2)) or 0) if match else 0


def without_running_number(title: str) -> str:
    """A title without its number in a collection (总结 篇一 → 总结), and without white space."""
    title = "".join(title.split())
    match = _RUNNING_NUMBER.search(title)
    return title[: match.start()] if match else title


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else: blanks for the numbers and a label (日期：) are allowed."""
    label, colon, value = line.partition("：")
    if colon and label[-2:] in ("日期", "时间"):
        line = value
    return len(line) <= 24 and "年" in line and bool(_DATE.search(line))


def is_numeric_date(line: str) -> bool:
    """Whether a line is a date in figures and nothing else: 2024-08-01, 2024.8.1."""
    numbers = line.replace("/", "-").replace(".", "-").split("-")
    return [len(number) for number in numbers] in _DIGITS and "".join(numbers).isdecimal()


_DIGITS = [[4, month, day] for month in (1, 2) for day in (1, 2)]
"""How many digits year, month and day may have."""
