"""Which findings suppressions are about: those that begin in a span, or those that hold some words."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from linter.model.finding import Finding, Suppression
from linter.text.word_index import WordIndex

_KEY = 60
"""How many characters of the words are looked up; what begins with these is then compared as a whole."""


def matched(
    suppressions: Sequence[Suppression], findings: Sequence[Finding]
) -> tuple[set[int], list[Suppression]]:
    """The indices of the findings that are suppressed, and the suppressions that suppress none.

    The findings are in the order of their starts: those of a rule that begin in a span follow each other.
    """
    of_rule: dict[str | None, list[int]] = {None: list(range(len(findings)))}
    for index, finding in enumerate(findings):
        of_rule.setdefault(finding.rule, []).append(index)
    covered, used = _by_span(suppressions, findings, of_rule)
    for number, index in _by_words(suppressions, findings, of_rule):
        covered.add(index)
        used.add(number)
    return covered, [each for number, each in enumerate(suppressions) if number not in used]


def _by_span(
    suppressions: Sequence[Suppression],
    findings: Sequence[Finding],
    of_rule: Mapping[str | None, list[int]],
) -> tuple[set[int], set[int]]:
    """The indices of the findings that begin in a span, and the numbers of those suppressions."""
    starts = {rule: [findings[index].start for index in own] for rule, own in of_rule.items()}
    covered: set[int] = set()
    used: set[int] = set()
    done: dict[str | None, int] = defaultdict(int)  # up to where the findings of a rule were gone through
    spans = [item for item in enumerate(suppressions) if not item[1].text]
    for number, each in sorted(spans, key=lambda item: item[1].start):
        begun = starts.get(each.rule, [])
        first, last = bisect_left(begun, each.start), bisect_right(begun, each.end)
        covered.update(of_rule.get(each.rule, [])[max(first, done[each.rule]) : last])
        done[each.rule] = max(last, done[each.rule])
        if first < last:
            used.add(number)
    return covered, used


def _by_words(
    suppressions: Sequence[Suppression],
    findings: Sequence[Finding],
    of_rule: Mapping[str | None, list[int]],
) -> Iterator[tuple[int, int]]:
    """The numbers of suppressions by words, with the index of each finding that they suppress."""
    numbers: dict[str | None, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(suppressions):
        if each.text:
            numbers[each.rule][each.text].append(number)
    for rule, by_text in numbers.items():
        indices = of_rule.get(rule, [])
        for index, text in _holding(by_text, [(index, findings[index]) for index in indices]):
            yield from ((number, index) for number in by_text[text])
            by_text[text] = by_text[text][:1]  # the others are known to be used now


def _holding(texts: Iterable[str], numbered: Iterable[tuple[int, Finding]]) -> Iterator[tuple[int, str]]:
    """Pairs of a finding, by its index, and a text that is about it: words of its own, or those around it.

    Every text that is about some finding is in a pair, and every such finding. Not all pairs are given: many
    texts may begin alike, so a finding whose texts were all given before gets one of them.
    """
    new: dict[str, list[str]] = defaultdict(list)
    given: dict[str, list[str]] = defaultdict(list)
    for text in sorted(texts, key=len, reverse=True):
        new[text[:_KEY]].append(text)
    index = WordIndex(new)
    for number, finding in numbered:
        context, excerpt = _closed_up(finding.context), _closed_up(finding.excerpt)
        start = len(_closed_up(finding.context[: finding.context_column]))
        for key in index.within(context):
            of_key = new[key]
            longest = bisect_left(of_key, -len(context), key=lambda text: -len(text))
            found = [text for text in of_key[longest:] if _is_about(text, context, excerpt, start)]
            if found:
                done = set(found)
                new[key] = [text for text in of_key if text not in done]
                given[key] += found
            else:
                found = list(
                    islice((text for text in given[key] if _is_about(text, context, excerpt, start)), 1)
                )
            yield from ((number, text) for text in found)


def _is_about(text: str, context: str, excerpt: str, start: int) -> bool:
    """Whether words are those of a finding, which starts at an offset of its context, or around it."""
    return text in excerpt or text in context[max(0, start + len(excerpt) - len(text)) : start + len(text)]


def _closed_up(text: str) -> str:
    return "".join(text.split())
