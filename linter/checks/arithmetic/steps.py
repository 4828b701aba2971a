"""Changes that a text tells of: from which figure to which, and the growth that it claims for them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.checks.arithmetic.compare import AT_MOST, OPENING_MARKS, comparable
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.measures import PERCENT_SIGNS
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS

BEFORE = 16
"""The most characters, or years and months, between 由 and the first figure."""
_NAME = 8
"""The most characters of what is counted, between the year and its figure."""
_MONTHLY = "环比"
"""Held against the month before: such a growth has nothing to do with a change since last year."""
_DATE_LENGTH = 5
"""The most characters of a year or month: 2024年."""
_SAME = rf"[^{COMMON_CLAUSE_ENDS}\d]"
"""What stands in the clause of a figure."""


class Step(NamedTuple):
    """A change from one figure to another, with the growth that the text claims for it."""

    old: Quantity
    new: Quantity
    rises: bool
    claim: Quantity | None
    claimed_rise: bool


Steps = Callable[[str], Iterator[Step]]
"""Gives the changes of one kind in a text."""


def from_to(words: Words) -> Steps:
    """由A增至B, with the growth claimed behind it."""
    read, claim = sentence_reader(words), _claim(words)
    verbs = (*words.rises, *words.falls)
    triggers = tuple(dict.fromkeys(verb[-1] + to for verb in verbs for to in words.to_words))
    other = rf"(?!{alternation(words.per)}){_SAME}"
    opening = rf"{alternation(words.from_words)}(?:{other}|\d{{4}}年|\d{{1,2}}月){{0,{BEFORE}}}$"
    reach = max(map(len, words.from_words), default=0) + BEFORE * _DATE_LENGTH
    to = (
        rf"(?:{other}){{0,8}}?{_verb(words)}{alternation(words.to_words)}"
        rf"(?:了|{alternation(words.now)}的?|\d{{4}}年的?)? ?"
    )

    def find(text: str) -> Iterator[Step]:
        for one in read(text, triggers):
            if not has(one.said, words.from_words):
                continue
            for (old, new), (way,) in one.joined(to):
                before = text[max(one.start, old.start - reach) : old.start]
                if compiled(opening).search(before) and comparable(_completed(old, new), new):
                    yield Step(_completed(old, new), new, bool(way["up"]), *_claimed(one, new, claim))

    return find


def _completed(old: Quantity, new: Quantity) -> Quantity:
    """The first of two figures with the unit that only the second has: 由1.2增至1.5万元."""
    if old.unit or old.scale != 1:
        return old
    old = old._replace(value=old.value * new.scale, low=old.low * new.scale, high=old.high * new.scale)
    return old._replace(unit=new.unit, step=old.step * new.scale)


def _verb(words: Words) -> str:
    """The pattern of a verb of change. Its group `up` is given for an increase."""
    return f"(?:(?P<up>{alternation(words.rises)})|(?P<down>{alternation(words.falls)}))"


def _claim(words: Words) -> str:
    """The pattern between a figure and the growth claimed behind it; with the group `up`, too."""
    return (
        rf"(?:[{OPENING_MARKS}]{alternation(words.compared)}{{0,{AT_MOST}}})?"
        rf"{_verb(words)}{alternation(words.growth_nouns)}?(?:了|{alternation(words.reaching)}){{0,{AT_MOST}}}"
    )


def _claimed(told: Sentence, one: Quantity, claim: str) -> tuple[Quantity | None, bool]:
    """The growth claimed right behind a figure, and whether it is an increase; None when there is none."""
    growth = told.next(one)
    match = compiled(claim).fullmatch(told.text, one.end, growth.start) if growth else None
    return (growth, bool(match["up"])) if match else (None, True)


def _step(old: Quantity, new: Quantity, claimed: tuple[Quantity | None, bool]) -> Step:
    """A change whose way only the growth claimed for it tells."""
    claim, rise = claimed
    return Step(old, new, rise, claim, rise)


def year_on_year(words: Words) -> Steps:
    """今年A，去年同期B，增长C and 今年A，增长C，去年同期B, the new figure first; 去年B，今年A，增长C."""
    read, claim, verbs = sentence_reader(words), _claim(words), (*words.rises, *words.falls)
    year = alternation(words.last_year)
    last = (
        rf"(?P<last>[^{COMMON_STOPS}\d]{{0,4}}[{OPENING_MARKS}]{alternation(words.than)}?"
        rf"{year}{alternation(words.was)}?{_SAME}{{0,6}})"
    )
    last_before = rf"{year}{_SAME}{{0,{_NAME}}}$"
    either = rf"{last}|{_SAME}{{0,4}}[{OPENING_MARKS}]{alternation(words.now)}{_SAME}{{0,{_NAME}}}"

    def find(text: str) -> Iterator[Step]:
        for told in read(text, words.last_year):
            for (one, other), (between,) in told.joined(either):
                if has(between[0], verbs) or not comparable(one, other):  # 比去年增加50件
                    continue
                before = compiled(last_before).search(one.lead(BEFORE))
                if between["last"]:
                    yield _step(other, one, _claimed(told, other, claim))
                elif before and not has(before[0], verbs):
                    yield _step(one, other, _claimed(told, other, claim))
            for (new, _, old), (_, between) in told.joined(r".*", last):
                if comparable(new, old) and not has(between[0], verbs):
                    yield _step(old, new, _claimed(told, new, claim))

    return find


def than_last_year(words: Words) -> Steps:
    """今年A，比去年的B多C; 余额A，比年初的B增长C."""
    read = sentence_reader(words)
    times = (*words.last_year, *words.opening)
    was = alternation(words.was)
    than = rf"{_SAME}{{0,4}}[{OPENING_MARKS}]{alternation(words.than)}{alternation(times)}{was}?"
    more = (
        rf"(?:(?P<up>{alternation((*words.rises, *words.more))})"
        rf"|{alternation((*words.falls, *words.fewer))})了?"
    )

    def find(text: str) -> Iterator[Step]:
        for told in read(text, times):
            for (new, old, claim), (_, by) in told.joined(than, more):
                if comparable(new, old):
                    yield _step(old, new, (claim, bool(by["up"])))

    return find


def named_years(words: Words) -> Steps:
    """2025年A，2024年B，增长C, in either order; what is counted is named once, or twice alike."""
    read, claim = sentence_reader(words), _claim(words)
    year = (
        rf"(?P<year>20\d\d)年(?:度|全年)?(?P<what>[^{COMMON_CLAUSE_ENDS}、\d]{{0,{_NAME}}}?)"
        rf"{alternation((*words.was, *words.reaching))}?"
    )

    then = rf"[{OPENING_MARKS}；]{alternation(words.than)}?{year}"

    def find(text: str) -> Iterator[Step]:
        for told in read(text, PERCENT_SIGNS):
            if told.said.count("年") < 2:
                continue
            for (one, other), (second,) in told.joined(then):
                first = compiled(rf"{year}\Z").search(text, max(told.start, one.start - BEFORE), one.start)
                if not first or not comparable(one, other) or second["what"] not in ("", first["what"]):
                    continue
                claimed = _claimed(told, other, claim)
                if int(first["year"]) == int(second["year"]) + 1:
                    yield _step(other, one, claimed)
                elif int(second["year"]) == int(first["year"]) + 1:
                    yield _step(one, other, claimed)

    return find


class Change(NamedTuple):
    """A figure and by how much it has changed, with the growth that the text claims for it."""

    new: Quantity
    by: Quantity
    rises: bool
    claim: Quantity
    whole: Quantity | None
    """The total of which the figure is a part, which may be what has changed."""


def changes(words: Words) -> Callable[[str], Iterator[Change]]:
    """今年A，比去年增加B，增长C."""
    read, claim = sentence_reader(words), _claim(words)

    def find(text: str) -> Iterator[Change]:
        for told in read(text, PERCENT_SIGNS):
            if not has(told.said, (*words.rises, *words.falls)):
                continue
            for (new, change, growth), (by, of) in told.joined(claim, claim):
                if by[0][0] not in OPENING_MARKS or bool(by["up"]) != bool(of["up"]):  # 较去年的A增加B
                    continue
                if has(told.before(new), words.from_words):  # 由A增至B is reckoned with A
                    continue
                if comparable(new, change) and (_MONTHLY in by[0]) == (_MONTHLY in of[0]):
                    yield Change(new, change, bool(by["up"]), growth, _whole_of(told, new, words))

    return find


def _whole_of(told: Sentence, part: Quantity, words: Words) -> Quantity | None:
    """The figure that a part behind 其中 is of: 经费20万元，其中会议费8万元."""
    among = max(told.text.rfind(word, told.start, part.start) for word in words.among)
    before = told.within(told.start, among)
    return before[-1] if before and comparable(before[-1], part) else None
