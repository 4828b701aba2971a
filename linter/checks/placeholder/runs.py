"""One run of signs: whether it is a mask, by what stands next to it.

A run of two or more signs is a mask unless its neighbours say otherwise: a digit on both
sides (138****1234), a Latin letter (XXL), a Chinese numeral (二〇〇八). A lone sign is one only
before something that is counted, dated or named (X月, ×次, X市), after 第, between two dashes
(由—X—负责), or in a document number (X〔2026〕X号). Before such a thing a run of small x is one, which
in easy speech stands for anything (根据xx的说法), and of question marks, which people also ask with; a
colon before it will do as well (电话：????), and a comma before three of them and a word (，???任组长).
"""

import re
from typing import NamedTuple

from linter.checks.placeholder.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.text.characters import HAN, MASK_LETTERS, has, is_han
from linter.text.numerals import AFTER_MASK, BESIDE_ZERO, DECIMAL
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COLONS, paragraph_start

CROSSES = "×✕✖╳"
LETTERS = MASK_LETTERS + "Ⅹ"
STARS = "*＊∗"
LINES = "_＿﹍"
CIRCLES = "〇○◯"
SHAPES = "□▢△"
SOLIDS = "■●▲◆◇◎"
QUESTIONS = "?？"
OTHERS = "某#" + QUESTIONS
SIGNS = CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES + SOLIDS + OTHERS

_LONE = frozenset(CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES)
_SYMBOLS = frozenset(CROSSES + CIRCLES + SHAPES + SOLIDS)
_INLINE = frozenset(CIRCLES + SHAPES)
_NUMERALS = frozenset(BESIDE_ZERO)
_PARTICLES = frozenset("吗呢吧么啊何谁哪什")
"""Behind one of these, question marks ask: 行吗????"""
_MID_SENTENCE = ("，", "、", "；", ",", ";")
_HYPHENS = frozenset("-_.")
ORNAMENTS = frozenset(STARS + LINES)
"""Signs that also mark up and adorn English texts."""
_EASY = frozenset("xｘ")
BEFORE_WORDS = frozenset(CLAUSE_ENDS + "“‘《（(")
"""What may stand before the first word of a clause."""
_AMOUNTS = tuple(AFTER_MASK)
_OPENING = "〔[［（("
_DOC_NUMBER = rf"[{HAN}]{{0,5}}[{re.escape(_OPENING)}](?:20|19|[×X*＊])"
"""What follows a mask in the number of a document: ×政办发〔2024〕. Slow to compile, so that one of the
brackets is looked for before."""
_BOLD = "**"
_FIGURE = 16
"""Characters of the longest figure in bold type."""
_IN_FIGURES = DECIMAL + ".,，%"
_MODEL = r"[-_.](?!(?:19|20)\d\d(?!\d))[0-9A-WYZa-wyz]"

_ENGLISH_NOUN = r"[^\S\n](?=[a-z]{2,})(?P<noun>[a-z]*[a-rt-z]s|people|children|men|women)(?![\w’'-])"
"""A blank and the plural of a noun: XX visitors."""
_ENGLISH_WORD = r"(?:(?<![A-Za-z])[a-z]|(?<=[.?!\n] )[A-Z]|^[-*+>#\d.) ]*[A-Z])[a-z]+$"
"""A word amid a clause, or at its head: one in capitals elsewhere is a name (Super Bowl XX tickets)."""
_ENGLISH_END = r"(?=[,;:.!?)](?:[ \n]|$)|\n|$)"
_ENGLISH_LABEL = r"([A-Za-z]+)\)?[*_]*:[*_]*$"
"""A label of English, with its last word: **Pumps bought:**, Length (km):"""
_WORD = 24
"""Characters before a run in which the word before it stands."""
_COUNTED_RUN = 3
"""Characters of the shortest line to write on among English words; of masks two are enough."""
_DASH = "—"
_DASHED = 5
"""Characters on either side of a sign in which its dashes and what is beyond them stand."""
_AROUND_DASHES = frozenset(["", "\n", *CLAUSE_ENDS])


class NeighbourWords(NamedTuple):
    """Words next to a run of signs that decide whether it is a mask."""

    followers: tuple[str, ...]
    """What a mask of one sign may stand in front of: units, and what ends a name."""
    words: Words


def next_to_latin(sign: str, before: str, after: str) -> bool:
    """Whether a sign belongs to a Latin word, a name of code or a formula."""
    if sign in _SYMBOLS:
        return False
    return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())


def mask_in_run(
    text: str, start: int, end: int, before: str, after: str, nearby: NeighbourWords, masks_easily: bool
) -> Span | None:
    """The span of the mask in a run of one sign, `text[start:end]`, or None.

    `before` and `after` are the characters beside it, empty at the ends of the text. `masks_easily`: the text
    masks with runs of x.
    """
    sign, length = text[start], end - start
    if sign in LINES and before == "`":
        return None  # reStructuredText: `words <address>`__
    if sign in OTHERS:
        return _other_mask(text, start, end, before, nearby)
    if _between_digits(text, start, end, sign):
        return None
    if before.isdigit():
        return _mask_after_digits(text, start, end, after)
    if _is_numeral(text, end, sign, before, after) or _is_model(text, start, end, before, after):
        return None
    if before == " " and (
        _is_left_out_in_english(text, start, end, nearby.words)
        or _is_value_left_out(text, start, end, nearby.words)
    ):
        return start, end
    if sign in ORNAMENTS and not _is_in_chinese(text, start, end):
        return None
    in_english = length > 1 and sign in LETTERS and before == " " and text[max(0, start - 2)].isascii()
    is_habit = masks_easily and length > 1 and (is_han(before) or is_han(after))
    is_easy = sign in _EASY and not is_habit
    if (is_easy or in_english) and not is_awaited(text, start, end, before, nearby):
        return None
    if length > 1:
        return None if before and before in "●★☆◎" else (start, end)
    is_mask = _is_dashed(text, start, end) or _is_lone_mask(text, start, end, before, after, nearby)
    return (start, end) if is_mask else None


def _is_dashed(text: str, start: int, end: int) -> bool:
    """Whether a sign stands between two dashes in a Chinese clause: 由—X—负责; not A—X—B, X—Y."""
    if text[start] not in LETTERS + CROSSES:
        return False
    left, right = text[max(0, start - _DASHED) : start], text[end : end + _DASHED]
    before, after = left.rstrip(" "), right.lstrip(" ")
    if not (before.endswith(_DASH) and after.startswith(_DASH)):
        return False
    before, after = before.rstrip(_DASH + " ")[-1:], after.lstrip(_DASH + " ")[:1]
    return all(char in _AROUND_DASHES or is_han(char) for char in (before, after))


def _is_numeral(text: str, end: int, sign: str, before: str, after: str) -> bool:
    """Whether a run of signs belongs to a number: figures behind it that are no year, 二〇〇八."""
    if after.isdigit() and text[end : end + 2] not in ("19", "20"):
        return True
    return sign in CIRCLES and any(char in _NUMERALS for char in (before, after) if char)


def _is_model(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether letters belong to the name of a model, or to a word with a hyphen: XX-5, e-XX."""
    if text[start] not in LETTERS:
        return False
    behind = after in _HYPHENS and _matches(_MODEL, text, end)
    return behind or (before in _HYPHENS and text[start - 2 : start - 1].isalpha())


def _is_in_chinese(text: str, start: int, end: int) -> bool:
    """Whether a Chinese character or mark stands next to a run, or a colon before a line to write on."""
    before, after = (
        text[max(0, start - 2) : start].rstrip(" \u3000")[-1:],
        text[end : end + 2].lstrip(" \u3000")[:1],
    )
    return (text[start] in LINES and before in COLONS) or any(char > "\u2e80" for char in (before, after))


def _is_left_out_in_english(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a number is missing before what is counted in an English clause, or a name behind by and with:
    welcomed XX visitors, lent ____ books, checked by XXX; not chapter XX describes.
    """
    if end - start < (_COUNTED_RUN if text[start] in LINES else 2) or text[start] not in LINES + "X":
        return False
    line = text[max(paragraph_start(text, start), start - _WORD) : start - 1]
    word = compiled(_ENGLISH_WORD).search(line)
    if not word:
        return False
    last = word[0].lower().split()[-1]
    noun = compiled(_ENGLISH_NOUN).match(text, end)
    if noun and noun["noun"] not in words.english_no_plurals:
        return last not in words.english_numbered
    following = rf"{_ENGLISH_END}| {alternation(words.english_following)}(?![A-Za-z])"
    return last in words.english_naming and compiled(following).match(text, end) is not None


def _is_value_left_out(text: str, start: int, end: int, words: Words) -> bool:
    """Whether letters are all that stands behind an English label: Reviewers: xx; not Chapter: XX, of which
    they are the number.
    """
    if end - start < 2 or text[start] not in MASK_LETTERS or not _matches(r"[ \t*_]*(?:\n|$)", text, end):
        return False
    label = compiled(_ENGLISH_LABEL).search(
        text[max(paragraph_start(text, start), start - _WORD) : start - 1]
    )
    return label is not None and label[1].lower() not in (*words.english_numbered, *words.english_no_plurals)


def _between_digits(text: str, start: int, end: int, sign: str) -> bool:
    """Whether only blanks and the same sign stand between a run and digits on both sides."""
    if not (text[start - 1 : start] in (" ", sign) or text[end : end + 1] in (" ", sign)):
        return False
    before = text[max(0, start - 24) : start].rstrip(f" {sign}")
    after = text[end : end + 24].lstrip(f" {sign}")
    return before[-1:].isdigit() and after[:1].isdigit()


def _mask_after_digits(text: str, start: int, end: int, after: str) -> Span | None:
    """The mask in a run after digits: the rest of a year or number. None where a number is withheld."""
    digits = start
    while digits and text[digits - 1].isdigit():
        digits -= 1
    number = text[digits:start]
    length = end - start
    if text[digits - 1 : digits].isascii() and _is_in_model(text[max(0, digits - 2) : digits]):
        return None
    if _is_times(text, start, end) or _ends_bold_type(text, digits, end):
        return None
    if number[:2] in ("20", "19", "２０", "１９") and len(number) + length == 4:
        return None if after.isalnum() and after.isascii() else (digits, end)
    private = after.isdigit() or len(number) >= 6 or text[max(0, digits - 2) : digits - 1].isdigit()
    return (start, end) if length >= 4 and not private else None


def _ends_bold_type(text: str, digits: int, end: int) -> bool:
    """Whether a run ends what another one began before the figures: **19**, **118.20** in Markdown."""
    opening = text.rfind(text[end - 1], max(0, digits - _FIGURE), digits) + 1
    figure = text[opening:digits]
    return opening > 0 and text[opening - 2 : opening] == _BOLD and not figure.strip(_IN_FIGURES)


def _is_times(text: str, start: int, end: int) -> bool:
    """Whether an x behind figures says how many times as much something is: 200x faster."""
    return end - start == 1 and text[start] == "x" and _matches(r" (?:[a-z]{3,}er|more|less|as)\b", text, end)


def _is_in_model(before: str) -> bool:
    """Whether figures that stand behind a text belong to the name of a model: XG-200X, K20XX."""
    letter = before[-2:-1] if before[-1:] in _HYPHENS else before[-1:]
    return letter.isalpha() and letter not in LETTERS


def _other_mask(text: str, start: int, end: int, before: str, nearby: NeighbourWords) -> Span | None:
    """The mask in a run of 某, or of signs that are masks only where a value is awaited: ??人, 电话：???"""
    if end - start < 2:
        return None
    inline = before.isalnum() or (text[start] == "#" and before in BEFORE_WORDS)
    if text[start] == "某" or (inline and _follows(text, end, nearby)):
        return start, end
    alone = before in ("", "\n") and text[end : end + 1] in ("", "\n")
    asked = text[max(0, start - 2) : start].rstrip(" ").endswith((*COLONS, "为"))
    within = before.isalpha() and before not in _PARTICLES and text[end : end + 1] in _MID_SENTENCE
    listed = text[start - 2 : start - 1] in QUESTIONS  # the marks themselves: ？、？？、？？？三档
    heads = before in _MID_SENTENCE and not listed and is_han(text[end : end + 1])
    awaited = text[start] in QUESTIONS and (asked or alone or ((within or heads) and end - start > 2))
    return (start, end) if awaited else None


def is_awaited(text: str, start: int, end: int, before: str, nearby: NeighbourWords) -> bool:
    """Whether a value is awaited at a run of signs: behind a colon or 第, or before a unit or name."""
    if before in COLONS or text.endswith(nearby.words.numbered, 0, start):
        return True
    spaced = end - start > 1 and text[end : end + 1] == " "  # xx 分行, as 2017 年 in the same text
    return _follows(text, end + spaced, nearby)


def _is_lone_mask(text: str, start: int, end: int, before: str, after: str, nearby: NeighbourWords) -> bool:
    """Whether one sign alone is a mask."""
    sign = text[start]
    if sign not in _LONE or (before and before in "+-./／=＝<>×÷√"):
        return False
    if text.endswith(nearby.words.drawn_after, 0, start):
        return False
    if text.endswith(nearby.words.numbered, 0, start) or _is_day(text, start, end, nearby.words):
        return True
    if sign in _INLINE and not is_han(before):
        return False
    if before == " " and start > 1 and text[start - 2].isascii():
        return False
    if has(text[end : end + 6], _OPENING) and _matches(_DOC_NUMBER, text, end):
        return True
    if after in ".．" and text[end + 1 : end + 2] == sign:
        end += 2
        while text[end : end + 1] == sign:
            end += 1
    return _follows(text, end, nearby)


def _is_day(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a sign is the day of a date, whatever follows: 3月X日在, but not 月×日均."""
    dated = text.endswith("月", 0, start) and text.startswith("日", end)
    return dated and not text.startswith(words.date_compounds, end + 1)


def _follows(text: str, start: int, nearby: NeighbourWords) -> bool:
    """Whether a follower stands at `start`, perhaps behind 余, 万 or the like: X余万元, but not ×次数."""
    last = start
    while text.startswith(_AMOUNTS, last):
        last += 1
    return any(
        text.startswith(word, place) and not text.startswith(nearby.words.unit_compounds, place + len(word))
        for place in range(start, last + 1)
        if text.startswith(nearby.followers, place)
        for word in nearby.followers
    )


def _matches(pattern: str, text: str, start: int) -> bool:
    """Whether a pattern matches at `start`."""
    return compiled(pattern).match(text, start) is not None
