"""A total, and right behind it all its parts: 演练8次，一季度2次，二季度3次，三季度1次，四季度3次.

The parts must be all that there are: men and women, the quarters of a year.
"""

from collections.abc import Iterator
from itertools import pairwise

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search, not_the_sum, unit_of
from linter.checks.arithmetic.kinds import labels_of, make_a_whole
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.text.characters import has, word_at
from linter.text.measures import RELATIVE
from linter.text.sentences import CLAUSE_ENDS, COLONS, COMMON_CLAUSE_ENDS

_SUM = Message("后面各项相加是", "the parts behind it sum to")
_MARKS = (*OPENING_MARKS, *COLONS, "、")
_ENDS = ("", "\n", *CLAUSE_ENDS, "）", ")", ",")
"""What ends the list: words behind its last figure make another statement of it."""
_MOST = 4
"""How many parts a whole is made of: the quarters of a year."""


def searcher(words: Words) -> Search:
    """A search for totals that are not the sum of all their parts, which follow them."""
    read = sentence_reader(words)
    periods = [entry.partition("、")[::2] for entry in words.periods]
    last = {kinds.rpartition("、")[2] for kinds in (*words.complete, *(parts for _, parts in periods))}

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, last):
            for total, parts in _lists(one.figures):
                said = text[one.start : total.start]
                named = [kinds for period, kinds in periods if period in said]
                if _is_whole(text, one.start, total, parts, [*words.complete, *named], words):
                    lead = text[total.end : parts[0].start]
                    too_many = sum(part.low for part in parts) > total.high
                    if not (too_many and has(lead, words.among)):  # `totals` tells of those
                        yield from not_the_sum(text, total, parts, unit_of(text, total), _SUM)

    return search


def _lists(figures: list[Quantity]) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Each figure with two or more that follow it."""
    for at, total in enumerate(figures):
        for count in range(2, min(_MOST, len(figures) - at - 1) + 1):
            yield total, figures[at + 1 : at + 1 + count]


def _is_whole(
    text: str, start: int, total: Quantity, parts: list[Quantity], wholes: list[str], words: Words
) -> bool:
    """Whether the parts right behind a total are all that make it, and no other statement; nor what was done
    of what was planned: 全年预算60万元，上半年支出28万元，下半年支出30万元.
    """
    carried_out = (*words.carried_out, *words.done)
    alike = total.unit not in ("", *RELATIVE) and all(
        each.exact and each.unit == total.unit for each in (total, *parts)
    )
    lead = text[total.end : parts[0].start]
    if not alike or not lead.startswith(_MARKS) or has(lead[1:], COMMON_CLAUSE_ENDS):
        return False
    if text[parts[-1].end : parts[-1].end + 1] not in _ENDS:
        return False
    word = word_at(lead, words.among, 1)
    opening = total.end + 1 + len(word)
    gaps = [text[part.end : after.start] for part, after in pairwise(parts)]
    beside = all(gap.startswith(("、", "，", *words.joining)) for gap in gaps)
    if (
        not beside
        or has("".join((lead, *gaps)), words.elsewhere)
        or (has(text[start : total.start], words.targets) and has("".join((lead, *gaps)), carried_out))
        or any(has(gap[1:], COMMON_CLAUSE_ENDS) for gap in gaps)
    ):
        return False
    return make_a_whole(labels_of(text, parts, opening, words), wholes)
