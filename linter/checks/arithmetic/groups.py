"""Groups that are told one by one, of so many: 500人中，每周去的210人，…从不去的130人, and are more.

The groups must exclude each other by their words: else one may be in several.
"""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import AT_MOST, Problem, Search, exceed, leads, problem, sum_of
from linter.checks.arithmetic.kinds import are_apart, exclude_each_other
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has
from linter.text.measures import RELATIVE
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS

_FEWEST = 2
"""Groups that make a list."""


def searcher(words: Words) -> Search:
    """A search for groups that are more than all of which they are told."""
    read = sentence_reader(words)
    inside = rf"[{HAN}]{{0,5}}?{alternation(words.inside)}[，,：:]"
    triggers = [word + mark for word in words.inside for mark in "，,：:"]
    told = alternation(dict.fromkeys(("有", *words.share_verbs, *words.was, *words.reaching)))
    label = rf"[，,、]?(?P<label>[^{CLAUSE_ENDS},\n]*?){told}{{0,{AT_MOST}}}"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, triggers):
            for at, total in enumerate(one.figures):
                opened = compiled(inside).match(text, total.end)
                if opened and total.exact and total.unit not in ("", *RELATIVE):
                    yield from _told(one, at, opened.end(), label, words)

    return search


def _told(one: Sentence, at: int, start: int, label: str, words: Words) -> Iterator[Problem]:
    """The problem of the groups behind a total, the first of which begins at an offset."""
    total, *rest = one.figures[at:]
    rest = [each for each in rest if each.unit == total.unit]
    labels: list[str] = []
    for lead, part in zip(leads(rest, start), rest, strict=True):
        named = compiled(label).fullmatch(lead)
        if not named or not named["label"] or not part.exact:
            break
        labels.append(named["label"])
    parts = rest[: len(labels)]
    if len(parts) < _FEWEST or not exceed(parts, total):
        return
    if _exclude(labels, words) and not has(one.behind(parts[-1]), words.shared):
        yield _too_many(total, parts)


def _exclude(labels: list[str], words: Words) -> bool:
    """Whether some labels name groups of which nothing is in two: 每天, 从不; 1个, 2个及以上, 一个也没有."""
    none = rf"一[{HAN}]{{1,2}}[也都]|{alternation(words.none_of_all)}"
    some = [each for each in labels if not compiled(none).match(each)]
    common = 0
    while len({each[common : common + 1] for each in some}) == 1 and some[0][common : common + 1]:
        common += 1
    if len(some) > 1 and are_apart([each[common:] for each in some], single=True):
        return True
    if any(has(each, (*words.among, *words.overlapping)) for each in labels):
        return False
    return labels[-1].startswith(words.remaining_shares) or exclude_each_other(labels, words)


def _too_many(total: Quantity, parts: list[Quantity]) -> Problem:
    *others, last = parts
    added = total.restated(sum_of(parts).value)
    return problem(
        last,
        (total, *others),
        f"各项合计 {added}，大于总数 {total.said}，请核对",
        f"the groups sum to {added}, more than all {total.said}: check them",
    )
