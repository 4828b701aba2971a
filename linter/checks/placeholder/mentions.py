"""Leftovers that are only spoken of: 公文中不得出现“××”“XX”等字样 is about masks and has none.

A sign, a prompt or a field is spoken of where it is set off, by quotation marks, round brackets or
the marks of a list, and its sentence has a word that is about such signs. So is a sign in the words of
somebody else (“××老师，谢谢您！”), who left the name out, and one in the title of a form that others
fill in (《××村报名表》). A word that names itself (TODO, null) is spoken of wherever it is quoted or
listed.
"""

import re
from collections.abc import Sequence

from linter.checks.placeholder.forms import is_form_title
from linter.checks.placeholder.runs import LINES
from linter.checks.placeholder.words import Words
from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import SpanTest
from linter.model.document import Span
from linter.text.characters import has, is_han
from linter.text.sentences import (
    ANY_STOPS,
    CLAUSE_ENDS,
    COLONS,
    ENDING_QUOTES,
    FULL_STOPS,
    OPENING_QUOTES,
    QUOTE_PAIRS,
    ROUND_PAIRS,
    enclosures,
    paragraph_start,
    sentence,
)

_LIST_MARKS = ("、", "/", "／")
_QUOTES = QUOTE_PAIRS[:-1]
"""Without the single typewritten one, which is an apostrophe as well."""
_BEFORE_APART = "".join(left for left, _ in ROUND_PAIRS) + "|" + ENDING_QUOTES + '"'
_BEHIND_APART = "".join(right for _, right in ROUND_PAIRS) + "|" + OPENING_QUOTES + '"'
"""What stands beside a quotation that brackets or a cell hold, or one of several."""
_TITLES = (("《", "》"),)
_SAID = ANY_STOPS + "…"
_GLOSS = r"[（(]([A-Za-z][A-Za-z _-]*)[）)]"
_STOP = rf"[{FULL_STOPS}](?![”’」\"])|\n"
_REACH = 200
"""Characters on either side within which the sentence around a leftover is looked for."""
_FIELDS = "【［[{<〈〔"
_VERB = 4
"""Characters before a quotation in which a verb of saying stands."""
_ORDER = 20
"""Characters before a title in which people are told to fill it in."""
_DUMMY, _DUMMY_GOES_ON = "lorem ipsum", " dolor"
_QUOTATIONS_BEFORE = r"(?:[“「][^“”「」\n]*[”」][、和或与，]?)+$"
_QUOTATIONS_BEHIND = r"(?:[、和或与，]?[“「][^“”「」\n]*[”」])+"
"""Quotations beside another, in a list or side by side."""
_PHRASE = 40
"""Characters of the longest quotation that names a prompt."""
_NAME = 5
"""Characters of the longest quotation that is a name; a longer one is what somebody said."""


def mention_test(text: str, words: Words) -> SpanTest:
    """A test of whether a sign, prompt or field of a text is only spoken of."""
    quotation, bracket = enclosures(text, _QUOTES), enclosures(text, ROUND_PAIRS)
    title = enclosures(text, _TITLES)
    joints = (*_LIST_MARKS, *words.conjunctions)

    def is_mentioned(start: int, end: int) -> bool:
        quoted, named = quotation(start, end), title(start, end)
        if quoted and (_is_said(text, start, quoted, words) or _is_example(text, start, end, quoted, words)):
            return True
        if _is_shown(text, start, quoted or quotation(start, start + 1), words):
            return True
        if named and _is_form(text, named, words):
            return True
        listed = text.endswith(joints, 0, start) or text.startswith(joints, end)
        set_off = quoted or listed or bracket(start, end)
        topics = (*words.about, *words.surely_about) if set_off else words.surely_about
        return _is_about(text, start, end, topics)

    return is_mentioned


def latin_quotation_test(text: str) -> SpanTest:
    """A test of whether a prompt in Latin letters is only named: uses "lorem ipsum" as dummy text.

    The quotation must be short and stand within a line that says something of it. Without quotation marks a
    sentence names the text that printers use where it does not go on with it: the lorem ipsum of printers.
    """
    quotation = enclosures(text, _QUOTES)

    def is_named(start: int, end: int) -> bool:
        if text[start:end].lower() == _DUMMY and not text.startswith(_DUMMY_GOES_ON, end):
            before, behind = (
                text[max(0, start - 2) : start].rstrip(" ")[-1:],
                text[end : end + 2].strip(" ")[:1],
            )
            if before.isalpha() and behind.isalpha():
                return True
        quoted = quotation(start, end)
        if not quoted or quoted[1] - quoted[0] > _PHRASE or not text[slice(*quoted)].isascii():
            return False
        line = text.rfind("\n", 0, quoted[0]) + 1
        if text.startswith(_DUMMY_GOES_ON, end) and any(map(is_han, text[line:start])):
            return False  # what a sign or page in English is said to read
        return bool(text[line : quoted[0] - 1].strip())

    return is_named


def naming_test(text: str, words: Words) -> SpanTest:
    """The same for words that name themselves: quoted, in a list of their like (TODO、DOING、DONE), or one of
    several names in brackets: 问答（ask）、任务（todo）.
    """
    quotation, bracket = enclosures(text, _QUOTES), enclosures(text, ROUND_PAIRS)
    joints = (*_LIST_MARKS, *words.conjunctions)

    def is_named(start: int, end: int) -> bool:
        listed = text.endswith(joints, 0, start) or text.startswith(joints, end)
        glossed = bracket(start, end) == (start, end) and _is_among_glosses(text, start, end)
        return listed or glossed or quotation(start, end) is not None

    return is_named


def _is_among_glosses(text: str, start: int, end: int) -> bool:
    """Whether other brackets in the sentence hold another Latin name, as those around a span do."""
    first, last = sentence(text, start)
    names = compiled(_GLOSS).findall(text[max(first, start - _REACH) : min(last, end + _REACH)])
    return any(name.lower() != text[start:end].lower() for name in names)


def _is_said(text: str, start: int, quoted: Span, words: Words) -> bool:
    """Whether a quotation is what somebody said: a whole sentence, or more than a name that a verb of
    saying precedes, or that is about a 某某.
    """
    if text[quoted[1] - 1] in _SAID:
        return True
    reported = text[start] == "某" or text[max(0, quoted[0] - _VERB) : quoted[0] - 1].endswith(words.sayings)
    return reported and quoted[1] - quoted[0] > _NAME


def _is_example(text: str, start: int, end: int, quoted: Span, words: Words) -> bool:
    """Whether a quotation shows how to write something (“姓名+XX岗位”), or is a sign as such (“XX”等).

    So is the entry of a form with its line to write on (“家长电话：____”栏), and a phrase that is all its
    brackets or its cell hold: 开场（“今天主要讲XX工作”）。
    """
    if quoted[1] - quoted[0] > _NAME and _stands_apart(text, quoted):
        return True
    if text[start] in LINES and quoted[1] == end and text[start - 1] in COLONS:
        return True
    if text[start] not in _FIELDS and has(text[slice(*quoted)], "+＋"):
        return True
    return quoted == (start, end) and text.startswith(words.suchlike, end + 1)


def _is_shown(text: str, start: int, quoted: Span | None, words: Words) -> bool:
    """Whether a quotation is one of those that 例如 shows: 例如“联系人：XX”“【待定】”，定稿时忘了.

    One that goes on as the name of a thing (例如“XX杯”比赛), or that is a name, is not shown as such.
    """
    if not quoted or (quoted[1] - quoted[0] <= _NAME and text[start] not in _FIELDS):
        return False
    line = paragraph_start(text, quoted[0])
    before = compiled(_QUOTATIONS_BEFORE).sub("", text[line : quoted[0] - 1]).rstrip("：:，,")
    behind = compiled(_QUOTATIONS_BEHIND).match(text, quoted[1] + 1)
    end = behind.end() if behind else quoted[1] + 1
    is_last = text[end : end + 1] in ("", "\n", *CLAUSE_ENDS) or text.startswith(words.of_the_like, end)
    return is_last and before.endswith(words.showing)


def _stands_apart(text: str, quoted: Span) -> bool:
    """Whether brackets or a cell hold a quotation and nothing else but others."""
    low, high = quoted[0] - 1, quoted[1] + 1
    before, after = text[max(0, low - 2) : low].rstrip(" ")[-1:], text[high : high + 2].lstrip(" ")[:1]
    return before in _BEFORE_APART and after in _BEHIND_APART and bool(before and after)


def _is_form(text: str, title: Span, words: Words) -> bool:
    """Whether a title is that of a form that others fill in, or are told to; counted ones are filled in."""
    name, behind = text[slice(*title)], text[title[1] + 1 : title[1] + 2]
    asked = name.endswith(words.form_kinds) and "填" in text[max(0, title[0] - _ORDER) : title[0]]
    return not behind.isdigit() and (asked or is_form_title(name, words))


def _is_about(text: str, start: int, end: int, topics: Sequence[str]) -> bool:
    """Whether the sentence around a span has one of some words."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    stops = [match.span() for match in re.finditer(_STOP, text[low:high])]
    first = max((low + stop for _, stop in stops if low + stop <= start), default=low)
    last = min((low + stop for stop, _ in stops if low + stop >= end), default=high)
    sentence = text[first:last]
    return has(sentence, topics)
