"""Whether two passages are copies: they share enough words, and their set phrases are not all they share.

Items of lists are parallel by nature: articles of a regulation, steps of a procedure, measures for two
cases. Two of them are copies only when their words are the same, bullets only when they are long; see
`_is_parallel`. Provisions quoted one after the other, and the first article of a regulation and the notice
that issues it, are parallel, too. Short passages that name different files, links or codes are parallel, too.
"""

from collections.abc import Callable
from typing import NamedTuple

from linter.checks.duplicate.passages import Unit
from linter.text.characters import has
from linter.text.similarity import CopyCriterion, length, similarity, without, words

_STEP = 60
"""A shorter passage, in words, may be a step or an entry; it is no copy of a part of a longer one."""
_LONG = 100
"""Items of so many words are running text, whatever number they have; articles are not."""
_SLIPS = 0.85
"""The least share, of both together, of two items that differ in slips of the keyboard alone; parallel ones,
where a word or two tells the case, have .8 at most."""
_FIRST_ARTICLE = "第一条"
_FIGURES = 3
"""So many amounts and shares without a single digit are figures that nobody has filled in."""
_WHOLE = 0.9
"""The least share of a paragraph that was built into one of twice its length."""


class CopyTest(NamedTuple):
    """The test of whether two passages are copies."""

    criterion: CopyCriterion
    is_stock: Callable[[str], bool] | None
    """Whether a clause is a set phrase; None where the rule has no set phrases."""
    least: int
    """How long a copy is (`length`)."""

    def share(self, one: Unit, other: Unit, in_one_list: bool = False, are_neighbours: bool = False) -> float:
        """The share of words that two units have in common; 0 where they are no copies.

        Short items without numbers may say the same of two cases, but not in one list. Who writes two items
        one below the other (`are_neighbours`) sees how much is the same.
        """
        score = similarity(one.words, other.words, self.criterion)
        if (
            not score
            or _is_part(one, other, score)
            or _is_parallel(one, other, score, in_one_list, are_neighbours)
        ):
            return 0.0
        return score if self._is_copy_without_stock(one, other) else 0.0

    def _is_copy_without_stock(self, one: Unit, other: Unit) -> bool:
        """Whether two units are still copies without their set phrases."""
        stock = self.is_stock
        if stock is None:
            return True
        left, right = (without(unit.text, stock) for unit in (one, other))
        if min(length(left), length(right)) < self.least:
            return False
        is_all = left == one.text and right == other.text  # nothing was left out: they have been compared
        return is_all or similarity(words(left), words(right), self.criterion) > 0


def is_short(unit: Unit) -> bool:
    """Whether a passage is as short as a step or an entry."""
    return len(unit.words) < _STEP


def _is_parallel(one: Unit, other: Unit, score: float, in_one_list: bool, are_neighbours: bool) -> bool:
    """Whether two passages say the same of two things or cases, and are no copies."""
    shorter = min(len(one.words), len(other.words))
    if _FIRST_ARTICLE in (one.item, other.item) and not (one.in_article and other.in_article):
        return True  # what a regulation is for stands in its first article, and in the notice that issues it
    if are_neighbours and one.words != other.words and _is_quoted(one) and _is_quoted(other):
        return True  # two provisions, the one quoted behind the other
    if shorter < _STEP and one.names != other.names:
        return True
    if one.words != other.words and _lacks_figures(one) and _lacks_figures(other):
        return True  # 对公贷款余额XX亿元，增长XX%: with its figures each would be a statement of its own
    if not (one.item and other.item):
        overview = one.is_bullet != other.is_bullet and shorter < _STEP
        return overview and one.words != other.words  # what it lists is told below in words of its own
    if one.continues_article and other.continues_article and one.item != other.item:
        return True  # 单位有前款行为的，处……罚款: said of what stands above it
    if one.words != other.words and (one.is_article or _of_both(one, other, score) < _SLIPS):
        return shorter < _LONG or one.is_article or are_neighbours
    return one.item == other.item and one.is_bullet and shorter < _STEP and not in_one_list


def _is_quoted(unit: Unit) -> bool:
    """Whether a passage is a quotation, or leads to one."""
    return has(unit.raw, ("：“", ":“")) or unit.raw.lstrip().startswith("“")


def _lacks_figures(unit: Unit) -> bool:
    """Whether a passage consists of figures that are not filled in."""
    amounts = sum(unit.raw.count(sign) for sign in "%％元")
    return amounts >= _FIGURES and not any(char.isdigit() for char in unit.raw)


def _of_both(one: Unit, other: Unit, score: float) -> float:
    """The share of both units together, where `score` is that of the shorter one."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    common = score * shorter
    return common / (shorter + longer - common)


def _is_part(one: Unit, other: Unit, score: float) -> bool:
    """Whether the shorter of two units only returns to a point that the longer one makes among others."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if shorter < _STEP:
        return 4 * shorter < 3 * longer
    return 2 * shorter < longer and score < _WHOLE
