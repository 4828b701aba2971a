"""Names that are withheld on purpose: 患者李××, 村民樊某某. They are no leftovers."""

import re

from linter.checks.placeholder.masks import LookalikeTest
from linter.checks.placeholder.options import Options
from linter.checks.placeholder.runs import LINES, SIGNS
from linter.checks.placeholder.words import Words
from linter.text.characters import HAN, has, is_han, up_to
from linter.text.dictionary import is_word
from linter.text.measures import QUANTITIES
from linter.text.sentences import CLAUSE_ENDS, COLONS, OPENING_QUOTES, REACH, paragraph_start, sentence

_QUOTES = OPENING_QUOTES + '"'
_UNITS = tuple(sorted(QUANTITIES))
_AMOUNTS = "余万亿"
"""What may stand between a number and its unit, and behind no name."""
_COUNTED = 6
"""Characters behind a run in which its unit stands."""
_OPTION = r"[□☐▢☑☒]|(?:^|[\s　（(])[A-Fa-f][.．、]"
"""Several of these on a line are a choice: □晾衣架 □其他____."""
_LABELS = (
    rf"(?:[^_\s{CLAUSE_ENDS}:][^_\n{CLAUSE_ENDS}:]{{0,15}}(?:{'|'.join(COLONS)})[ \u3000]*_+[ \t\u3000]*)+"
)
"""A line of labels with lines to write on."""
_SIGNED_ABOVE = 2
"""Lines between that which is signed and one of labels that belongs to it."""
_OWNER = 24
"""Characters before a run in which it is told whose name is withheld."""
_OTHERS = rf"(?:[{HAN}][{re.escape(SIGNS)}]{{1,3}}[、和与及])+(?=[{HAN}]?$)"
"""Others whose names are withheld before one: 患者李××、张××."""
_LONGEST = 5
"""Characters of the longest word before a 某某 that is looked up."""


def lookalike_test(options: Options) -> LookalikeTest:
    """A test of whether a run of signs only looks like a mask.

    It does when it

    - belongs to one of the words `allowed`: XX染色体;
    - is a line to write on, behind one of `signings`, on a line of labels below such a one, or behind several
      options: 签字：____, □是 □其他____;
    - follows one of `meant_after`, with a surname or a colon between: 患者李××;
    - is a 某某 behind a surname, or in what one of `meant_after` says: 网民“某某医院……”.
    """
    words, owners = options.words, options.meant_after
    units = (*words.places, *words.bodies)  # before them a 某某 stands for a unit, not a person
    lookalikes = [(word, next(i for i, char in enumerate(word) if char in SIGNS)) for word in options.allowed]

    def allowed(text: str, start: int, end: int) -> bool:
        if any(text.startswith(word, start - offset) for word, offset in lookalikes):
            return True
        if text[start] in LINES:
            line = text[paragraph_start(text, start) : start]
            if len(re.findall(_OPTION, line)) > 1 or _is_to_sign(text, start, words):
                return True
        withheld = text[start] == "某"
        if withheld and not text.startswith(units, end) and follows_surname(text, start, words):
            return not _is_honoured(text, start, end, words)
        if not withheld and text[end : end + _COUNTED].lstrip(_AMOUNTS).startswith(_UNITS):
            return False  # 村民××人次, ××余万人次: a number is missing
        before = text[max(0, start - _OWNER) : start].rstrip(" \u3000：:）)" + (_QUOTES if withheld else ""))
        before = re.sub(_OTHERS, "", before)
        return before.endswith(owners) or before[:-1].endswith(owners) or _is_quoted_name(before, owners)

    return allowed


def _is_to_sign(text: str, place: int, words: Words) -> bool:
    """Whether a line is to be written on by those who sign: it or, where it has labels and nothing else, one
    of the two above it says so.
    """
    begin = paragraph_start(text, place)
    if has(text[begin:place], words.signings):
        return True
    line = text[begin : up_to(text, "\n", place, min(len(text), place + REACH))]
    for above in range(_SIGNED_ABOVE + 1):
        has_labels_alone = re.fullmatch(_LABELS, line) is not None
        if has(line, words.signings) and (has_labels_alone or (above and has(line, LINES))):
            return True
        if not has_labels_alone or begin == 0:
            return False
        end = begin - 1
        begin = paragraph_start(text, end)
        line = text[begin:end]
    return False


def _is_quoted_name(before: str, owners: tuple[str, ...]) -> bool:
    """Whether a run ends the name that somebody goes by: 网友“小船××”."""
    quote = max(before.rfind(mark) for mark in _QUOTES)
    return 0 < quote >= len(before) - _LONGEST and before[:quote].endswith(owners)


def with_surname(text: str, span: tuple[int, int], words: Words) -> tuple[int, int]:
    """The span of a mask, and the surname before it where it stands for a person's name: 王××同志."""
    start, end = span
    named = text[start] in SIGNS and text.startswith(words.person_tails, end)
    return (start - 1, end) if named and follows_surname(text, start, words) else span


def _is_honoured(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the sentence honours or appoints the person whose name is withheld, which takes the whole name:
    授予李某某同志“优秀网格员”称号.
    """
    if not text.startswith(words.person_tails, end):
        return False
    first, last = sentence(text, start)
    return has(text[first:last], words.honours)


def follows_surname(text: str, start: int, words: Words) -> bool:
    """Whether the character before an offset is a surname: one that ends no word, or stands behind a
    whole word (班长江某某) and ends no title (支队长某某).
    """
    begin = start
    while begin and start - begin < _LONGEST and is_han(text[begin - 1]):
        begin -= 1
    before = text[begin:start]
    if before.endswith(words.double_surnames):
        return True
    if not before or before[-1] in words.particles:
        return False
    ends_word = any(is_word(before[-size:]) for size in range(2, len(before) + 1))
    behind_word = any(is_word(before[-size:-1]) for size in range(3, len(before) + 1))
    return not ends_word or (behind_word and before[-1] not in words.person_endings)
