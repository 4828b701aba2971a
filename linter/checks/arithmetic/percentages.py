"""Shares and rates that are impossible."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.kinds import are_apart, exclude_each_other
from linter.checks.arithmetic.quantities import last_digit, written
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has, places
from linter.text.measures import PERCENT_SIGNS, POINTS
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS


def searcher(words: Words) -> Search:
    """A search for rates and shares over 100 %, and for shares that sum to more."""
    read = sentence_reader(words)
    over = (
        rf"(?:是|{alternation((*words.reaching, *words.rate_reaching))}){{0,2}}"
        r"(?P<number>\d{3,}(?:\.\d+)?)[%％]"
    )
    share = (
        rf"{alternation(words.share_verbs)}(?P<noun>比)?(?P<of>[^{CLAUSE_ENDS}\d\n%]{{0,16}}?)(?:的)?"
        rf"(?:了|{alternation(words.reaching)})?(?P<number>\d+(?:\.\d+)?)[%％](?!以)"
    )
    lead = rf"(?:[，、： ]|{alternation(words.joining)})*"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, PERCENT_SIGNS):
            for rate in words.rates:
                for at in places(text, rate, one.start, one.end):
                    match = compiled(over).match(text, at + len(rate))
                    if match and float(match["number"]) > 100:
                        yield _impossible(match, rate)
            if has(one.said, words.share_verbs):
                yield from _share_problems(one, share, lead, words)
            if "率" in one.said and has(one.said, words.undone):
                yield from _complement_problems(one, words)

    return search


_HEAD = 16
"""The most characters that announce what a whole is parted by: 按照行业类别划分，."""
_ROUNDED = 1.0
"""By how many percentage points two rounded shares may miss 100."""


def _impossible(match: re.Match[str], name: str) -> Problem:
    share = f"{match['number']}%"
    zh, en = (
        f"{name}不可能超过100%，文中为{share}，请核对",
        f"{name} cannot be over 100 %, here it is {share}: check it",
    )
    return Problem(match.start("number"), match.end(), Message(zh, en))


def _share_problems(one: Sentence, share: str, lead: str, words: Words) -> Iterator[Problem]:
    """The problems of shares over 100 %, and of all those of a whole that do not make it. `share` is the
    pattern of one, whose group `noun` is given where it is that of a noun (占比), which is among the rates;
    `lead` that of what may stand before the name of a part.
    """
    found = list(compiled(share).finditer(one.text, one.start, one.end))
    for match in found:
        if float(match["number"]) > 100 and not match["noun"] and not has(match["of"], words.targets):
            yield _impossible(match, "占比")
    labels = _labels(one.text, found, lead) if len(found) > 1 else []
    head = one.text[one.start : found[0].start() - len(labels[0])] if labels else ""
    if labels and _is_whole(head, labels, found, words):
        total = sum(float(match["number"]) for match in found)
        cut_off = sum(last_digit(match["number"]) for match in found)
        too_few = total < 100 - cut_off and _are_all(one, labels, found, words)
        if too_few or total > 100.5 + 0.05 * len(found):
            last = found[-1]
            zh = f"各部分占比合计为{written(total, 0.1)}%，{'超过了' if total > 100 else '不到'}100%，请核对"
            message = Message(zh, f"the shares sum to {written(total, 0.1)} %: check them")
            others = tuple((match.start("number"), match.end()) for match in found[:-1])
            yield Problem(last.start("number"), last.end(), message, others)


def _are_all(one: Sentence, labels: list[str], found: list[re.Match[str]], words: Words) -> bool:
    """Whether shares, of which the last is of what remains, are all those of a sentence: 其余占10%."""
    told = len(compiled(f"[{PERCENT_SIGNS}]").findall(one.said)) == len(found)
    exact = not has(one.said, (*words.about, *words.elsewhere, POINTS))
    return told and exact and labels[-1].startswith(words.remaining_shares)


def _complement_problems(one: Sentence, words: Words) -> Iterator[Problem]:
    """A rate and the share of what was not done that do not make 100 %: 到账率92%，未到账的占18%."""
    undone = alternation(words.undone)
    number = rf"[^{CLAUSE_ENDS}\d\n%％]{{0,6}}?(?P<NAME>\d+(?:\.\d+)?)[%％]"
    rate = rf"(?P<verb>[{HAN}]{{2}})率{number.replace('NAME', 'one')}[，、（(]{undone}(?P=verb)"
    rest = (
        rf"{alternation(words.those)}?(?:{alternation(words.share_verbs)}比?|为|是)?"
        r"(?P<other>\d+(?:\.\d+)?)[%％]"
    )
    match = compiled(rate + rest).search(one.text, one.start, one.end)
    total = float(match["one"]) + float(match["other"]) if match else 100
    if match and abs(total - 100) > _ROUNDED:
        message = Message(
            f"{match['verb']}率与未{match['verb']}的占比合计 {written(total, 0.1)}%，应为100%，请核对",
            f"the rate and the rest make {written(total, 0.1)} %, not 100 %: check both",
        )
        first = (match.start("one"), match.end("one") + 1)
        yield Problem(match.start("other"), match.end(), message, (first,))


def _labels(text: str, found: list[re.Match[str]], lead: str) -> list[str]:
    """What stands before each share: the name of its part, without the marks and words that join it on."""
    starts = [max(text.rfind(mark, 0, found[0].start()) for mark in CLAUSE_ENDS + "\n") + 1]
    starts += [match.end() for match in found[:-1]]
    labels = [text[start : match.start()] for start, match in zip(starts, found, strict=True)]
    return [compiled(lead).sub("", label, count=1) for label in labels]


def _is_whole(head: str, labels: list[str], found: list[re.Match[str]], words: Words) -> bool:
    """Whether shares are those of one whole, and together no more than it; `head` stands before the first."""
    if len({match["of"] for match in found}) > 1 or any(has(label, words.among) for label in labels[1:]):
        return False
    if has(head + labels[0], words.one_choice):
        return True
    if labels[-1].startswith(words.remaining_shares) or exclude_each_other(labels, words):
        return True
    if are_apart(labels) or _is_parted(head, labels, words):
        return True
    return any(
        all(any(label.startswith(part) for label in labels) for part in kinds.split("、"))
        for kinds in words.whole
    )


def _is_parted(head: str, labels: list[str], words: Words) -> bool:
    """Whether what stands before the first share announces parts that do not overlap: 按行业分，."""
    by = rf"{alternation(words.parted_by)}[{HAN}]{{1,8}}?{alternation(words.parted)}[，,：:]$"
    parted = compiled(by).search(head[-_HEAD:])
    crossed = parted is not None and has(parted[0], (*words.joining, "、"))
    overlapping = any(has(label, (*words.overlaps, *words.overlapping)) for label in labels)
    return parted is not None and not crossed and not overlapping
