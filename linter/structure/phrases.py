"""What a heading is about: each of its phrases about the noun that ends it.

今后加强组织领导的打算 is about the next steps alone, 自查发现的主要问题 about problems, although 发现…问题 is
what others' problems are known by. In a phrase without 的 words of either kind stand side by side
(组织领导坚强有力, 理论学习常态化), and nothing is concluded.
"""

from linter.text.sentences import CLAUSE_ENDS

_ENDS = CLAUSE_ENDS + "（(　 和与及"
"""What ends a phrase: marks, blanks, and the words that join two of them."""
_CLAUSE = 3
"""Characters of a verb, with its result, that describes the noun behind it: 发现, 查找出."""


def is_described(wording: str, start: int, end: int) -> bool:
    """Whether a span of a heading is a verb, 的, and the noun that it describes at the end of a phrase.

    发现的主要问题 is; 解决职工反映的问题 is a verb and its object.
    """
    link = wording.find("的", start, end)
    return 0 < link - start <= _CLAUSE and _ends_phrase(wording, end)


def describing(wording: str, start: int, end: int) -> tuple[int, int]:
    """The span of what describes a noun, given by its span, up to 的; empty where nothing does."""
    if not _ends_phrase(wording, end):
        return (start, start)
    first = max(wording.rfind(mark, 0, start) for mark in _ENDS) + 1
    link = wording.rfind("的", first, end)
    return (first, link) if link > first else (start, start)


def _ends_phrase(wording: str, end: int) -> bool:
    return end == len(wording) or wording[end] in _ENDS
