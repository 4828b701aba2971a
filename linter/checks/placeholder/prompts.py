"""A template's instructions to the writer: （此处填写…）, 请在此处概述, 单击或点击此处输入文字."""

import re
from collections.abc import Callable, Iterable, Iterator

from linter.checks.placeholder.options import Options
from linter.model.document import Span
from linter.text.characters import has, possible
from linter.text.patterns import spans, union
from linter.text.sentences import COMMON_CLAUSE_ENDS, ROUND_PAIRS, enclosures

_BRACKETS = (
    *(("【", "】"), ("［", "］"), ("[", "]"), ("{", "}"), ("<", ">"), ("〈", "〉"), ("«", "»")),
    *(("〔", "〕"), ("〖", "〗")),
)
_OPENING = tuple(left for left, _ in ROUND_PAIRS)
_WHOLE_LINE = r"^[ \t\u3000（(]*(\S{1,6}?)[）)。.]?[ \t\u3000]*$"
_GOING_ON = "，；"
_LABEL_END = "：: \u3000"
"""What ends the label that a pattern asks for before its prompt."""
_MARKS = COMMON_CLAUSE_ENDS + "、）) \u3000\n"


def prompts(options: Options) -> Callable[[str], Iterator[Span]]:
    """A finder of prompts: literal `phrases`, `patterns`, and words that stand `alone` on a line.

    Behind one of the words `narrated` a sentence tells of something: 开工时间尚待定; so it does before one of
    `explained`, in the next clause: 规划条件待定，已函询.
    What stands in square brackets is a field, and left to the rule for fields; round brackets
    belong to the prompt within.
    """
    prompt, alone = union([*map(re.escape, options.phrases), *options.patterns]), options.alone
    narrated, explained = tuple(options.narrated.split()), tuple(options.explained.split())

    def find(text: str) -> Iterator[Span]:
        yield from _prompts(text, spans(prompt, text), narrated, explained)
        if has(text, possible(text, alone)):
            for match in re.finditer(_WHOLE_LINE, text, re.MULTILINE):
                if match.group(1) in alone:
                    yield match.span(1)

    return find


def _prompts(
    text: str, found: Iterable[Span], narrated: tuple[str, ...], explained: tuple[str, ...]
) -> Iterator[Span]:
    """The spans of the prompts among some, with the round brackets around them; none within another."""
    last = 0
    field, parenthesis = enclosures(text, _BRACKETS), enclosures(text, ROUND_PAIRS)
    for begin, end in found:
        start = begin + len(text[begin:end]) - len(text[begin:end].lstrip(_LABEL_END))
        is_narrated = not text.startswith(_OPENING, start) and text.endswith(narrated, 0, start)
        if start < last or is_narrated or field(start, start):
            continue
        if text[end - 1] in _GOING_ON and text.startswith(explained, end):
            continue
        inside = start + text.startswith(_OPENING, start)
        around = parenthesis(inside, inside)
        first = around[0] - 1 if around else start
        last = around[1] + 1 if around else _stripped(text, start, end)
        yield first, last


def _stripped(text: str, start: int, end: int) -> int:
    """The end of a prompt without the marks behind it, but with the bracket that closes one within."""
    kept = text[start:end].rstrip(_MARKS)
    last = start + len(kept)
    return last + any(
        kept.rfind(left) > kept.rfind(right) and text.startswith(right, last) for left, right in ROUND_PAIRS
    )
