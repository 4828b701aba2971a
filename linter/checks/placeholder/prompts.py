"""A template's instructions to the writer: （此处填写…）, 请在此处概述, 单击或点击此处输入文字, TODO."""

import re
from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Span
from linter.text.patterns import spans, union
from linter.text.sentences import COMMON_CLAUSE_ENDS, ROUND_PAIRS, enclosed

_BRACKETS = ("【", "】"), ("［", "］"), ("[", "]"), ("{", "}"), ("<", ">"), ("〈", "〉"), ("«", "»")
_WHOLE_LINE = r"^[ \t\u3000（(]*(\S{1,6}?)[）)。.]?[ \t\u3000]*$"
_MARKS = COMMON_CLAUSE_ENDS + "、）) \u3000\n"


def prompts(
    phrases: Sequence[str], patterns: Sequence[str], alone: Sequence[str], narrated: tuple[str, ...] = ()
) -> Callable[[str], Iterator[Span]]:
    """A finder of prompts: literal `phrases`, `patterns`, and words that stand `alone` on a line.
    Behind one of the words `narrated` a sentence tells of something: 开工时间尚待定.

    What stands in square brackets is a field, and left to the rule for fields; round brackets
    belong to the prompt within.
    """
    prompt = union([*map(re.escape, phrases), *patterns])

    def find(text: str) -> Iterator[Span]:
        last = 0
        for start, end in spans(prompt, text):
            told = bool(narrated) and text.endswith(narrated, 0, start)
            if start >= last and not told and not any(enclosed(text, start, *pair) for pair in _BRACKETS):
                first, last = _parenthesis(text, start, start + len(text[start:end].rstrip(_MARKS)))
                yield first, last
        if any(word in text for word in alone):
            for match in re.finditer(_WHOLE_LINE, text, re.MULTILINE):
                if match.group(1) in alone:
                    yield match.span(1)

    return find


def _parenthesis(text: str, start: int, end: int) -> Span:
    """The parenthesis that a prompt stands in, or else its own span."""
    for left, right in ROUND_PAIRS:
        if text[start] == left or enclosed(text, start, left, right):
            closing = text.find(right, end - 1)
            if closing >= 0 and "\n" not in text[end:closing]:
                return text.rfind(left, 0, start + 1), closing + 1
    return start, end
