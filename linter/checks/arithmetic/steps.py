"""Changes that a text tells of: from which figure to which, and the growth that it claims for them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.arithmetic.compare import AT_MOST, OPENING_MARKS, comparable, triples
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, SentenceReader, sentence_reader
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


class Step(NamedTuple):
    """A change from one figure to another, with the growth that the text claims for it."""

    old: Quantity
    new: Quantity
    rises: bool
    claim: Quantity | None
    claimed_rise: bool


class StepFinder(NamedTuple):
    """The words, and patterns made of them, by which steps are found."""

    read: SentenceReader
    triggers: tuple[str, ...]
    """One of these is in every sentence with 由A增至B: 加到, 加至, 少到 …"""
    from_words: tuple[str, ...]
    from_pattern: str
    """From 由 up to the first figure."""
    from_reach: int
    """The most characters that `from_pattern` matches."""
    to_pattern: str
    """Between the figures of 由A增至B. Its group `up` is given for an increase."""
    claim: str
    """From the second figure to the growth claimed behind it; with the group `up`, too."""
    among: tuple[str, ...]
    """Words that open the parts of a total."""
    verbs: tuple[str, ...]
    """Of increases and decreases."""
    last_year: tuple[str, ...]
    before: tuple[str, ...]
    """Last year, or the time that an account begins: 年初."""
    last_year_pattern: str
    """Between the figures of this year and last."""
    last_year_before: str
    """From last year up to its figure, where that comes first."""
    this_year_pattern: str
    """Between the figures of last year and this, where last year's comes first."""

    than_last_year: str
    """Between this year's figure and last year's, with which it is compared."""
    more: str
    """Behind last year's figure, up to by how much this year's is more; with the group `up`."""

    year_before: str
    """From a year, the group `year`, up to its figure; the group `what` is what it counts."""
    year_between: str
    """The same between two figures."""


def step_finder(words: Words) -> StepFinder:
    verb = f"(?:(?P<up>{alternation(words.rises)})|(?P<down>{alternation(words.falls)}))"
    other = rf"(?!{alternation(words.per)})[^{COMMON_CLAUSE_ENDS}\d]"
    year = (
        rf"(?P<year>20\d\d)年(?:度|全年)?(?P<what>[^{COMMON_CLAUSE_ENDS}、\d]{{0,{_NAME}}}?)"
        rf"{alternation((*words.was, *words.reaching))}?"
    )
    return StepFinder(
        read=sentence_reader(words),
        triggers=tuple(
            dict.fromkeys(word[-1] + to for word in (*words.rises, *words.falls) for to in words.to_words)
        ),
        from_words=words.from_words,
        from_pattern=(rf"{alternation(words.from_words)}(?:{other}|\d{{4}}年|\d{{1,2}}月){{0,{BEFORE}}}$"),
        from_reach=max(map(len, words.from_words), default=0) + BEFORE * _DATE_LENGTH,
        to_pattern=(
            rf"(?:{other}){{0,8}}?{verb}{alternation(words.to_words)}"
            rf"(?:了|{alternation(words.now)}的?|\d{{4}}年的?)? ?"
        ),
        claim=(
            rf"(?:[{OPENING_MARKS}]{alternation(words.compared)}{{0,{AT_MOST}}})?"
            rf"{verb}{alternation(words.growth_nouns)}?(?:了|{alternation(words.reaching)}){{0,{AT_MOST}}}"
        ),
        among=words.among,
        verbs=(*words.rises, *words.falls),
        last_year=words.last_year,
        before=(*words.last_year, *words.opening),
        last_year_pattern=(
            rf"[^{COMMON_STOPS}\d]{{0,4}}[{OPENING_MARKS}]{alternation(words.than)}?"
            rf"{alternation(words.last_year)}{alternation(words.was)}?[^{COMMON_CLAUSE_ENDS}\d]{{0,6}}"
        ),
        last_year_before=rf"{alternation(words.last_year)}[^{COMMON_CLAUSE_ENDS}\d]{{0,{_NAME}}}$",
        this_year_pattern=(
            rf"[^{COMMON_CLAUSE_ENDS}\d]{{0,4}}[{OPENING_MARKS}]{alternation(words.now)}"
            rf"[^{COMMON_CLAUSE_ENDS}\d]{{0,{_NAME}}}"
        ),
        than_last_year=(
            rf"[^{COMMON_CLAUSE_ENDS}\d]{{0,4}}[{OPENING_MARKS}]{alternation(words.than)}"
            rf"{alternation((*words.last_year, *words.opening))}{alternation(words.was)}?"
        ),
        more=(
            rf"(?:(?P<up>{alternation((*words.rises, *words.more))})"
            rf"|{alternation((*words.falls, *words.fewer))})了?"
        ),
        year_before=rf"{year}\Z",
        year_between=rf"[{OPENING_MARKS}；]{alternation(words.than)}?{year}",
    )


def steps(text: str, finder: StepFinder) -> Iterator[Step]:
    """Every 由A增至B, with the growth claimed behind it."""
    for one in finder.read(text, finder.triggers):
        if not has(one.said, finder.from_words):
            continue
        for at, (old, new) in enumerate(pairwise(one.figures)):
            way = compiled(finder.to_pattern).fullmatch(text, old.end, new.start)
            before = text[max(one.start, old.start - finder.from_reach) : old.start]
            if way and compiled(finder.from_pattern).search(before):
                old = _completed(old, new)
                if comparable(old, new):
                    yield Step(old, new, bool(way["up"]), *_claimed(text, one.figures, at + 2, finder.claim))


def _completed(old: Quantity, new: Quantity) -> Quantity:
    """The first of two figures with the unit that only the second has: 由1.2增至1.5万元."""
    if old.unit or old.scale != 1:
        return old
    old = old._replace(value=old.value * new.scale, low=old.low * new.scale, high=old.high * new.scale)
    return old._replace(unit=new.unit, step=old.step * new.scale)


def _claimed(text: str, found: list[Quantity], at: int, claim: str) -> tuple[Quantity | None, bool]:
    """The growth claimed right behind two figures; None when there is none."""
    if at < len(found):
        match = compiled(claim).fullmatch(text, found[at - 1].end, found[at].start)
        if match:
            return found[at], bool(match["up"])
    return None, True


def year_on_year(text: str, finder: StepFinder) -> Iterator[Step]:
    """今年A，去年同期B，增长C and 今年A，增长C，去年同期B, the new figure first; 去年B，今年A，增长C."""
    for found in (one.figures for one in finder.read(text, finder.last_year)):
        for at, (one, other) in enumerate(pairwise(found)):
            if not comparable(one, other):
                continue
            is_new = _is_last_year(text, one, other, finder)
            if is_new or _is_this_year(text, one, other, finder):
                claim, rise = _claimed(text, found, at + 2, finder.claim)
                new, old = (one, other) if is_new else (other, one)
                yield Step(old, new, rise, claim, rise)
        for at, (new, said, old) in enumerate(triples(found)):
            if comparable(new, old) and _is_last_year(text, said, old, finder):
                claim, rise = _claimed(text, found, at + 1, finder.claim)
                yield Step(old, new, rise, claim, rise)


def than_last_year(text: str, finder: StepFinder) -> Iterator[Step]:
    """今年A，比去年的B多C; 余额A，比年初的B增长C."""
    for found in (one.figures for one in finder.read(text, finder.before)):
        for new, old, claim in zip(found, found[1:], found[2:], strict=False):
            more = compiled(finder.more).fullmatch(text, old.end, claim.start)
            if (
                more
                and comparable(new, old)
                and compiled(finder.than_last_year).fullmatch(text, new.end, old.start)
            ):
                yield Step(old, new, bool(more["up"]), claim, bool(more["up"]))


def named_years(text: str, finder: StepFinder) -> Iterator[Step]:
    """2025年A，2024年B，增长C, in either order; what is counted is named once, or twice alike."""
    for sentence in finder.read(text, PERCENT_SIGNS):
        if sentence.said.count("年") < 2:
            continue
        for at, (one, other) in enumerate(pairwise(sentence.figures)):
            first = compiled(finder.year_before).search(
                text, max(sentence.start, one.start - BEFORE), one.start
            )
            second = compiled(finder.year_between).fullmatch(text, one.end, other.start)
            if not (first and second and comparable(one, other)):
                continue
            later = int(first["year"]) - int(second["year"])
            if abs(later) == 1 and second["what"] in ("", first["what"]):
                claim, rise = _claimed(text, sentence.figures, at + 2, finder.claim)
                new, old = (one, other) if later == 1 else (other, one)
                yield Step(old, new, rise, claim, rise)


def differences(
    text: str, finder: StepFinder
) -> Iterator[tuple[Quantity, Quantity, bool, Quantity, Quantity | None]]:
    """Every 今年A，比去年增加B，增长C: the new figure, by how much it changed, whether it rose, C, and the
    total of which A is a part, which may be what has changed.
    """
    for one in finder.read(text, PERCENT_SIGNS):
        if not has(one.said, finder.verbs):
            continue
        for at, (new, change) in enumerate(pairwise(one.figures)):
            by = compiled(finder.claim).fullmatch(text, new.end, change.start)
            claim, rise = _claimed(text, one.figures, at + 2, finder.claim)
            apart = by is not None and by[0][0] in OPENING_MARKS  # else 较去年的A增加B
            if not (by and apart and claim and comparable(new, change) and bool(by["up"]) == rise):
                continue
            if has(text[one.start : new.start], finder.from_words):  # 由A增至B is reckoned with A
                continue
            if (_MONTHLY in by[0]) == (_MONTHLY in change.until(claim)):
                yield new, change, rise, claim, _whole_of(text, one, new, finder)


def _whole_of(text: str, sentence: Sentence, part: Quantity, finder: StepFinder) -> Quantity | None:
    """The figure that a part behind 其中 is of: 经费20万元，其中会议费8万元."""
    places = [at for word in finder.among if (at := text.rfind(word, sentence.start, part.start)) >= 0]
    before = sentence.within(sentence.start, max(places)) if places else []
    return before[-1] if before and comparable(before[-1], part) else None


def _is_last_year(text: str, one: Quantity, old: Quantity, finder: StepFinder) -> bool:
    """Whether a figure is said, right behind another one, to be last year's: not 比去年增加50件."""
    between = compiled(finder.last_year_pattern).fullmatch(text, one.end, old.start)
    return between is not None and not has(between[0], finder.verbs)


def _is_this_year(text: str, old: Quantity, new: Quantity, finder: StepFinder) -> bool:
    """Whether a figure is said to be last year's, and another one behind it this year's."""
    if not compiled(finder.this_year_pattern).fullmatch(text, old.end, new.start):
        return False
    said = compiled(finder.last_year_before).search(text[max(0, old.start - BEFORE) : old.start])
    return said is not None and not has(said[0] + old.until(new), finder.verbs)
