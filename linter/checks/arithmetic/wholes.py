"""How many of a kind there are in all, told twice in a paragraph: 全镇辖9个村，目前全镇10个村都….

Nothing is said where there were others once, or some came in: 原辖12个村，合并后全镇9个村.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has, places, possible, up_to
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, paragraph_start

_REACH = 300
"""How many characters behind the first number the second one is looked for."""


def searcher(words: Words) -> Search:
    """A search for two numbers of all there are of one kind."""
    number = rf"(?P<number>\d{{1,4}})个(?P<what>[{HAN}]{{1,5}}?)"
    there_are = rf"{number}(?=[{CLAUSE_ENDS}])"
    entire = rf"全(?P<scope>[{HAN}]{{1,2}}){number}(?P<all>{alternation(words.every_one)})"

    def search(text: str) -> Iterator[Problem]:
        for word in possible(text, words.governs) if "个" in text else ():
            for at in places(text, word):
                first = compiled(there_are).match(text, at + len(word))
                second = _said_again(first, entire) if first else None
                if first and second and _are_of_one(at, first, second, words):
                    between = text[paragraph_start(text, first.start()) : second.start()]
                    if not has(between, words.reshaped):
                        yield _different(first, second)

    return search


def _said_again(first: re.Match[str], entire: str) -> re.Match[str] | None:
    """Where the paragraph tells behind a number that there are another number of the same in all."""
    text, start = first.string, first.end()
    end = up_to(text, "\n", start, start + _REACH)
    for found in compiled(entire).finditer(text, start, end):
        if found["what"] == first["what"]:
            return found if int(found["number"]) != int(first["number"]) else None
    return None


def _are_of_one(at: int, first: re.Match[str], second: re.Match[str], words: Words) -> bool:
    """Whether both numbers are of one place, which stands before an offset, and the second is of all: fewer
    may be some, as in 全校2个班均获奖.
    """
    fewer = int(second["number"]) < int(first["number"])
    return first.string.endswith(second["scope"], 0, at) and (
        not fewer or second["all"] in words.without_exception
    )


def _different(first: re.Match[str], second: re.Match[str]) -> Problem:
    one, other = (f"{found['number']}个{first['what']}" for found in (first, second))
    message = Message(
        f"前面说共有 {one}，这里是 {other}，请核对",
        f"there are {one} in all above, {other} here: check both",
    )
    start, end = second.span("number")
    return Problem(start, end + len("个" + first["what"]), message, (first.span("number"),))
