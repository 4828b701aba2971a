"""Where sentences and clauses end, and what stands in quotation marks or brackets.

The sets of marks are strings, usable for `in` and, within brackets, as a class of a pattern. There
are several because the questions differ: a wrong set of marks changes what a rule finds.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

FULL_STOPS = "。！？"
"""Marks that end a sentence by GB/T 15834-2011, 4.1 to 4.3: for the length of sentences, and for what must
stand in one sentence."""
STOPS = "。；！？"
"""With the semicolon, which in a report parts independent statements: for the sentence around a date or a
figure. Half-width marks are left out, they stand in addresses and formulas, too."""
ANY_STOPS = "。！？!?；;"
"""With the half-width marks typed by mistake: where a sentence taken too long does harm, as in the search
for headings, cues and copied sentences."""
COMMON_STOPS = "。；"
"""The two that end nearly all statements of reports, exclamations and questions left out: for the end of
a line, and for what stands between two figures."""
CLAUSE_ENDS = "，。；：！？、"
"""Every mark that ends a sentence or a clause in it, the pause mark between words included."""
COMMON_CLAUSE_ENDS = "，" + COMMON_STOPS
"""The marks between the clauses of a statement with figures, where colons and pause marks belong to it."""
LINE_ENDS = ANY_STOPS + "，,、…"
"""Marks with which running text ends and a heading does not; the colon may end either."""
RUNNING_MARKS = "，" + STOPS
"""Marks that running text has and names have not: the pause mark and the colon stand in both."""
COLONS = ("：", ":")
"""Colons of either width; a tuple, as `endswith` takes it."""
CLOSING_QUOTES = "”’」』）"
"""What may follow a final mark and belongs to the sentence still."""

REACH = 2000
"""How far, in characters, a sentence or a paragraph is looked at on either side of a place in it: people
write none that is longer, and a file of one endless line shall not take endless time."""

SENTENCE = rf"[^{FULL_STOPS}\n]+[{FULL_STOPS}]*[{CLOSING_QUOTES}]*"
"""A pattern (`re`) of a sentence with its final marks, by `FULL_STOPS`."""
ANY_SENTENCE = rf"[^{ANY_STOPS}\n]+[{ANY_STOPS}]?[{CLOSING_QUOTES})]*"
"""A pattern (`re`) of a sentence with its final mark, by `ANY_STOPS`."""

FIRST_WORDS = f"[ \u3000]*[^\\n{CLAUSE_ENDS}（(]{{0,16}}"
"""The first words behind a number, by which a reader finds it."""

NAMING_PAIRS = (("《", "》"), ("“", "”"), ("〔", "〕"), ("「", "」"), ("[", "]"), ("【", "】"))
"""Quotation marks and brackets that hold names and numbers of documents."""
QUOTE_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ('"', '"'), ("'", "'"))
"""Quotation marks, Chinese and typewritten."""
OPENING_QUOTES = "“‘「"
"""Chinese quotation marks that open, in the order of `ENDING_QUOTES`."""
ENDING_QUOTES = "”’」"
"""Chinese quotation marks that close."""
ROUND_PAIRS = (("（", "）"), ("(", ")"))
"""Round brackets of either width."""


def is_finished(text: str, also: str = "") -> bool:
    """Whether a text ends in a mark of `ANY_STOPS`, or of `also`, whatever closing quotes stand behind it."""
    return text.rstrip(CLOSING_QUOTES).endswith(tuple(ANY_STOPS + also))


def same_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence, by `ANY_STOPS`, and no paragraph ends between two offsets."""
    return all(text.find(stop, start, end) < 0 for stop in ANY_STOPS + "\n")


def sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence (by `STOPS`, within its paragraph) around an offset begins and ends.

    The end is the offset of the final mark. It begins and ends within `REACH`.
    """
    start, end = paragraph_start(text, place), min(len(text), place + REACH)
    for stop in "\n" + STOPS:
        start = max(start, text.rfind(stop, start, place) + 1)
        last = text.find(stop, place, end)
        end = end if last < 0 else last
    return start, end


def paragraph_start(text: str, place: int) -> int:
    """Where the paragraph around an offset begins, or what of it is within `REACH`."""
    first = max(0, place - REACH)
    return max(first, text.rfind("\n", first, place) + 1)


def enclosed(text: str, place: int, left: str, right: str) -> bool:
    """Whether the last mark of a pair before an offset, in its paragraph and within `REACH`, opens it.

    `left` and `right` are one character each, and differ.
    """
    line = paragraph_start(text, place)
    return text.rfind(left, line, place) > text.rfind(right, line, place)


def quoted(text: str, place: int) -> bool:
    """Whether an offset lies within quotation marks or brackets that hold names and numbers."""
    return any(enclosed(text, place, *pair) for pair in NAMING_PAIRS)


def enclosures(text: str, pairs: Sequence[tuple[str, str]]) -> Callable[[int, int], tuple[int, int] | None]:
    """A function that gives what stands between two marks around a span: `(start, end)` of the content.

    It takes the first of `pairs` that stand around the span, in one paragraph and without another of
    their kind between them; None where there is none. The two marks of a pair may be the same.
    """
    found = [
        [(match.start(1), match.end(1)) for match in re.finditer(f"{left}([^{left}{right}\n]*){right}", text)]
        for left, right in (map(re.escape, pair) for pair in pairs if pair[0] in text)
    ]

    def around(start: int, end: int) -> tuple[int, int] | None:
        for spans in found:
            index = bisect_right(spans, (start, len(text))) - 1
            if index >= 0 and end <= spans[index][1]:
                return spans[index]
        return None

    return around
