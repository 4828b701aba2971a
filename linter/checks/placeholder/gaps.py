"""Numbers that are missing before their unit: 召开会议次, 闲置超过个月, 共 人, 群众余户.

A unit before a punctuation mark, with no number or quantifier in front of it, is a gap when

- a blank stands there, which no writer puts between a noun and its unit, or
- a word that wants a number next (超过, 共计), or
- a noun that is counted by this unit (患者人, 展板块), or
- any noun, between or beside items of a list that count by the same unit (火灾21起、救助起、泄漏3起),
  unless the unit ends a word there (低保户) or the item tells what something is (其余为一般户), or
- any other noun, if the unit is one that seldom ends a word (次, 个, 例, 公里) and, where it is a
  single character, word segmentation agrees that it is a word of its own here.

A blank within what may be a word (结案 件) counts in a text that leaves out several numbers so. Within a
clause one counts behind a verb, where a noun follows the unit (处置　起纠纷).

It is none where the words up to the unit are a name that the text has in quotation marks, the label of
a line, or a quantity that is only named (累计人次、金额); nor where a number stands before them (1200多
万重量箱). Most units also end words (姓名, 市场, 定期): only the last step needs a dictionary, and only for
places that the vocabulary leaves in doubt.
"""

import re
from collections.abc import Callable, Container, Iterator
from itertools import accumulate, takewhile
from typing import NamedTuple

from linter.checks.placeholder.named import Candidate, name_test
from linter.checks.placeholder.options import Options
from linter.checks.placeholder.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.text.characters import BLANKS, HAN, has, is_han, places, word_at, word_before
from linter.text.dictionary import is_word, kind, segmented
from linter.text.numerals import AMOUNTS, COUNTED
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, FULL_STOPS

_BOUNDARIES = CLAUSE_ENDS + ",;）)"
_ENDS = frozenset(_BOUNDARIES) | {"", "\n"}
_NUMERALS = frozenset(COUNTED)
_LISTING = "、，,"
"""What stands between the items of a list."""
_LIST_ENDS = f"[{FULL_STOPS}；;：:\n]"
_ITEM = 24
"""Characters of the longest item of a list that is looked at."""
_BESIDE = 2
"""So many items of a list, one of them beside it, show that another one is to be counted, too."""
_HABIT = 2
"""So many blanks in place of numbers show that others are, too."""
_CLAUSE = 30
"""Characters before a unit in which its verb is looked for."""
_ROLE = "人"
"""A unit that ends words, behind a blank, too: 负责 人王某."""
_SPACED = rf"(?<=[{HAN}]{{2}})[ \u3000]{{1,20}}(?=[{HAN}]{{2}})"
_LONGEST = 4
"""Characters of the longest word before a unit that is looked up."""


class Units(NamedTuple):
    """The words that a finder of gaps uses, and what is made of them once, for every text."""

    loose: frozenset[str]
    """Units looked for behind any noun."""
    counted: dict[str, tuple[str, ...]]
    """Units looked for behind some nouns only, with these nouns."""
    leads: tuple[str, ...]
    """Words that want a number next; behind them all units are looked for."""
    exceptions: frozenset[str]
    """Words that end in a unit and count nothing: 姓名."""
    sizes: tuple[int, ...]
    """Their lengths."""
    words: Words
    by_end: dict[str, list[str]]
    """The units by their last character, the longest first."""
    by_start: dict[str, list[str]]
    """The same by their first character, without `_ROLE`."""
    complete: frozenset[str]
    """Characters that say how many, before a unit."""
    complete_but_units: frozenset[str]
    """The same without those that stand within a unit."""


def units_of(options: Options) -> Units:
    """The words that a rule gives; in `counted` nouns stand behind their unit: 户 = 农户 商户."""
    loose, exceptions = frozenset(options.units.split()), frozenset(options.exceptions.split())
    pairs = (entry.partition("=") for entry in options.counted)
    counted = {unit.strip(): tuple(nouns.split()) for unit, _, nouns in pairs}
    names = sorted({*loose, *counted}, key=len, reverse=True)
    by_end: dict[str, list[str]] = {}
    by_start: dict[str, list[str]] = {}
    for name in names:
        by_end.setdefault(name[-1], []).append(name)
        if name != _ROLE:
            by_start.setdefault(name[0], []).append(name)
    complete = frozenset(AMOUNTS).union(word for word in options.words.determiners if len(word) == 1)
    return Units(
        loose,
        counted,
        tuple(options.leads.split()),
        exceptions,
        tuple(sorted(set(map(len, exceptions)))),
        options.words,
        by_end,
        by_start,
        complete,
        complete - {name[-2] for name in names if len(name) > 1},
    )


def gaps(units: Units) -> Callable[[str], Iterator[Span]]:
    """A finder of gaps: the span of each noun (or lead) and the unit that lacks its number."""

    def find(text: str) -> Iterator[Span]:
        is_named = name_test(text, units.leads, units.counted)
        blanks = 0
        unsure: list[Candidate] = []
        for end in _clause_ends(text, units.by_end, units.complete_but_units):
            found = _candidate(text, end, units)
            if found and _is_gap(text, found, units) and not is_named(found):
                blanks += _has_blank(found)
                yield found.begin, found.end
            elif found and _has_blank(found) and found.stop - found.begin > 1:
                unsure.append(found)
        if blanks >= _HABIT:
            for found in unsure:
                if not (_ends_line(text, found) or is_named(found)):
                    yield found.begin, found.end

    return find


def _has_blank(found: Candidate) -> bool:
    """Whether a blank stands before the unit."""
    return found.end - len(found.unit) > found.stop


def _ends_line(text: str, found: Candidate) -> bool:
    """Whether the unit is the last of its line, where blanks stand for the layout."""
    return text[found.end : found.end + 1] in ("", "\n")


def _candidate(text: str, end: int, units: Units) -> Candidate | None:
    """The noun and the unit that end at an offset, with nothing between that says how many."""
    unit = word_before(text, units.by_end[text[end - 1]], end)
    if not unit:
        return None
    longer = (text[max(0, end - size) : end] for size in units.sizes if size > len(unit))
    if not units.exceptions.isdisjoint(longer):
        return None
    start = end - len(unit)
    stop = _before_blanks(text, start)
    begin = _noun(text, stop)
    numbered = text[start - 1 : start] in units.complete or _is_complete(text, stop, unit, units)
    return None if begin == stop or numbered else Candidate(begin, stop, end, unit)


def _is_complete(text: str, stop: int, unit: str, units: Units) -> bool:
    """Whether what stands before a unit already says how many: 三, 上千 before 万, 2万册 before 次."""
    if unit == "次" and text[stop - 2 : stop - 1] in _NUMERALS:
        return True
    if text.endswith(units.words.determiners, 0, stop):
        return True
    large = unit[0] in "万亿" and text.endswith(units.words.before_large, 0, stop)
    return text[stop - 1 : stop] in units.complete or large


def _is_gap(text: str, found: Candidate, units: Units) -> bool:
    """Whether a number belongs between a noun and a unit: one of the four cases above."""
    begin, stop, end, unit = found
    start, long = end - len(unit), stop - begin > 1
    return (
        (start > stop and long and not _is_spaced(text, stop, start, unit))
        or text.endswith(units.leads, begin, stop)
        or (text.endswith(units.counted.get(unit, ()), begin, stop) and _is_handed(text, found, units))
        or (unit in units.loose and long and _stands_alone(text, begin, stop, unit, units))
        or (long and _is_among_counted(text, found) and not _is_kind(text, found, units))
    )


def _is_handed(text: str, found: Candidate, units: Units) -> bool:
    """Whether the unit counts its noun: 送去大米袋, where 堆着大米袋 names the bag. Only where something is
    handed over or bought are its containers counted.
    """
    clause = compiled(f"[^{COMMON_CLAUSE_ENDS}\n]*$").search(text, max(0, found.stop - _CLAUSE), found.stop)
    return found.unit not in units.words.containers or (
        clause is not None and has(clause[0], units.words.handed)
    )


def _is_among_counted(text: str, found: Candidate) -> bool:
    """Whether the items before and behind count by the same unit: one on either side, or two on one."""
    before = _counted(text[max(0, found.stop - 3 * _ITEM) : found.stop], found.unit, backwards=True)
    behind = _counted(text[found.end : found.end + 3 * _ITEM], found.unit, backwards=False)
    return before + behind >= _BESIDE


def _is_kind(text: str, found: Candidate, units: Units) -> bool:
    """Whether the unit ends a word (低保户), or the name of what something is (其余为一般户)."""
    words = (text[max(found.begin, found.stop - size) : found.stop] for size in range(1, _LONGEST))
    named = has(text[found.begin : found.stop], units.words.copulas)
    return named or any(is_word(word + found.unit) for word in words)


def _counted(text: str, unit: str, backwards: bool) -> int:
    """How many items next to one another, from an end of a stretch of a list on, count by a unit."""
    sentence = compiled(_LIST_ENDS).split(text)[-1 if backwards else 0]
    items = compiled(f"[{_LISTING}]").split(sentence)
    beside = items[-2::-1] if backwards else items[1:]
    return sum(1 for _ in takewhile(compiled(rf"\D*\d[\d.]*[余多]?[万亿]?{re.escape(unit)}$").match, beside))


def _clause_ends(text: str, last: Container[str], number: Container[str]) -> Iterator[int]:
    """The ends (offsets) of clauses whose last character is in `last`, and the one before not in `number`.

    Split without `re`, which needs 2 ms to compile the three classes of characters.
    """
    for boundary in _BOUNDARIES:
        text = text.replace(boundary, "\n")
    clauses = text.split("\n")
    found = [at for at, clause in enumerate(clauses) if clause[-1:] in last and clause[-2:-1] not in number]
    if found:
        ends = list(accumulate(map(len, clauses)))
        yield from (ends[at] + at for at in found)


def remainders(text: str, units: Units) -> Iterator[Span]:
    """The spans of a 余 before a unit that follows no number: 群众余户. A word may end in it: 其余, 厨余."""
    names = (*units.loose, *units.counted)
    for place in places(text, "余"):
        ends = (place + 1 + len(unit) for unit in names if text.startswith(unit, place + 1))
        end = next((end for end in ends if text[end : end + 1] in _ENDS), 0)
        lone = end and is_han(text[place - 1 : place]) and text[place - 1] not in AMOUNTS
        word = text[place - 1 : place + 1]
        if lone and word not in units.exceptions and not is_word(word):
            yield max(0, place - 1), end


def within_clauses(text: str, units: Units) -> Iterator[Span]:
    """The spans of a verb, a blank and a unit with its noun: 走访　户船员家庭.

    A unit that makes a word with what follows is none: 负责 项目管理.
    """
    for match in compiled(_SPACED).finditer(text):
        start, end = match.span()
        unit = word_at(text, units.by_start.get(text[end], ()), end)
        if unit:
            words = segmented(text[end : end + _LONGEST + len(unit)])
            if kind(text[start - 2 : start])[:1] == "v" and words[0] == unit:
                yield start - 2, end + len(unit)


def _before_blanks(text: str, start: int) -> int:
    while start and text[start - 1] in BLANKS:
        start -= 1
    return start


def _noun(text: str, stop: int) -> int:
    """Where the up to `_LONGEST` Chinese characters before `stop` begin."""
    begin = stop
    while begin and stop - begin < _LONGEST and is_han(text[begin - 1]):
        begin -= 1
    return begin


def _is_spaced(text: str, stop: int, start: int, unit: str) -> bool:
    """Whether a single blank says nothing: at the end of a line, or within a word (负责 人)."""
    if start - stop > 1:
        return False
    if text[start + len(unit) : start + len(unit) + 1] in ("", "\n"):
        return True
    return len(unit) == 1 and any(is_word(text[stop - size : stop] + unit) for size in (1, 2))


def _stands_alone(text: str, begin: int, stop: int, unit: str, units: Units) -> bool:
    """Whether the unit is a word of its own, behind a word or the end of a name (局务会)."""
    if len(unit) > 1:
        return True
    before = text[begin:stop]
    sizes = range(1, len(before) + 1)
    if any(is_word(before[-size:] + unit) for size in sizes):
        return False
    named = before.endswith(units.words.name_endings)
    return named or any(is_word(before[-size:]) for size in sizes if size > 1)
