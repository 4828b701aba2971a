"""Set phrases in which one character is another that sounds or looks alike: 任重到远 for 任重道远.

Who types by sound picks such a character from the list of candidates. A phrase of the list `phrases` is
looked for with one of its four characters replaced by another of the same group of `alike`. Nothing is said
where the other character belongs to a word (各行其事; 事务所作为 is not 无所作为), where a word reaches
beyond the phrase (措施的力度 is not 措施得力), or within quotation marks, where writers play with words.
The suggestion is the phrase.
"""

from collections import defaultdict
from collections.abc import Iterator
from operator import ne
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.checks.support.matching import Replacement, replacements
from linter.checks.support.pairs import different_pairs
from linter.checks.support.scope import InScope, InSection
from linter.checks.support.words import words_touched
from linter.model.pairs import characters, pairs_in
from linter.schema.types import SectionId, WordList, WordLists
from linter.text.characters import places
from linter.text.sentences import quoted

MANUAL_ZH = """
成语、四字格里有一个字错成了同音字、形近字：“任重到远”应为“任重道远”。

拼音输入时选错了候选字，就会这样。词表 `phrases` 里的四字格，其中一个字换成词表 `alike` 里同一组的另一个字，
在文中出现了就报。换进去的字和旁边的字成词的不报（各行其事；“事务所作为”不是“无所作为”），有词跨出这四个
字的也不报（“措施的力度”不是“措施得力”）；引号里的也不报，那里常有谐音。建议改为原来的四字格。
"""

_LENGTH = 4
_HALF = 2
_Halves = dict[int, list[tuple[str, int]]]
"""Phrases by two characters of theirs, as a number of `linter.model.pairs`, with the offset of these in the
phrase."""


class Words(NamedTuple):
    """The word lists of the check."""

    phrases: WordList
    alike: WordList


class Options(NamedTuple):
    """Where to look, and the word lists."""

    words: Annotated[Words, WordLists]
    scope: InScope = "document"
    section: InSection = SectionId("")


def build(options: Options) -> Find:
    """Prepare the search."""
    words = options.words
    by_half = _by_half(words.phrases)

    def search(text: str) -> Iterator[Replacement]:
        for start, phrase in _candidates(text, by_half):
            if _is_slip(text, start, phrase, words) and not quoted(text, start):
                yield Replacement(start, start + _LENGTH, phrase)

    return lambda context: replacements(context, options.scope, options.section, search)


def _by_half(phrases: tuple[str, ...]) -> _Halves:
    """The phrases by their halves: one wrong character leaves one of them whole."""
    found: _Halves = defaultdict(list)
    known = [phrase for phrase in phrases if len(phrase) == _LENGTH]
    halves = pairs_in("".join(known))[::_HALF]  # all at once: one call a phrase takes as long as a report
    for phrase, first, second in zip(known, halves[::_HALF], halves[1::_HALF], strict=True):
        found[first].append((phrase, 0))
        found[second].append((phrase, _HALF))
    return found


def _candidates(text: str, by_half: _Halves) -> Iterator[tuple[int, str]]:
    """Where a phrase stands in a text but for one character, and the phrase."""
    halves = by_half.keys() & different_pairs(text)
    found = [(at, half) for half in halves for at in places(text, "".join(characters(half)))]
    for at, half in sorted(found):
        for phrase, offset in by_half[half]:
            start = at - offset
            said = text[start : start + _LENGTH] if start >= 0 else ""
            if len(said) == _LENGTH and sum(map(ne, said, phrase)) == 1:
                yield start, phrase


def _is_slip(text: str, start: int, phrase: str, words: Words) -> bool:
    """Whether a phrase stands at an offset but for one character, alike, that makes no word there."""
    end = start + _LENGTH
    said = text[start:end]
    at = next(at for at, char in enumerate(phrase) if said[at] != char)
    if not any(said[at] in group and phrase[at] in group for group in words.alike) or said in words.phrases:
        return False
    found = words_touched(text, start, end)
    return found[0][0] == start and found[-1][1] == end and (start + at, start + at + 1) in found
