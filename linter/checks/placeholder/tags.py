"""Tags by which a writer reminds himself: TODO：补充数据, todo 补充照片, 验收时间：TBD.

They are also names (TODO清单, TODO Garden). A tag counts where a colon or the end of the clause follows
it, or one of the words by which something is ordered to be done: 补充, 核实. At the head of a line a
blank may stand between.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Span
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS

_ENDS = CLAUSE_ENDS + ",.;:?!)）]】|"
_AWAITING = ("", "\n", *"：:（([【［|")
_HEAD = r"(?:^|\n)[ \t\u3000>*+/@#\-\d.、（(]*$"


def tags(
    names: Sequence[str], values: Sequence[str], orders: tuple[str, ...], articles: tuple[str, ...]
) -> Callable[[str], Iterator[Span]]:
    """A finder of the tags `names`, in capitals or not.

    `values` are tags that abbreviate other things, too, and count only where a value is awaited: behind a
    colon or an opening bracket, or at the head of a line or cell. `orders` are words by which something
    is to be done; behind one of `articles` (the TODO) a tag is a name.
    """
    pattern = rf"(?<![A-Za-z0-9_\-]){alternation([*names, *values])}(?![A-Za-z0-9_\-])(?:\(\w+\))?"
    known = tuple(name.lower() for name in (*names, *values))
    abbreviations = frozenset(name.lower() for name in values)

    def find(text: str) -> Iterator[Span]:
        lower = text.lower()
        if not any(name in lower for name in known):
            return
        for match in re.finditer(pattern, text, re.IGNORECASE):
            before = text[max(0, match.start() - 8) : match.start()]
            stray = match[0].lower() in abbreviations and before.rstrip(" \u3000*")[-1:] not in _AWAITING
            if not stray and not before.lower().endswith(articles) and _is_order(text, *match.span(), orders):
                yield match.span()

    return find


def _is_order(text: str, start: int, end: int, orders: tuple[str, ...]) -> bool:
    """Whether what follows a tag makes it one."""
    rest = text[end : end + 40].split("\n")[0]
    after = rest.lstrip(" \t\u3000")
    if not after or rest.startswith(orders):
        return True
    if after[0] in _ENDS:
        return not (after[0] == "." and after[1:2].isalnum())
    return after.startswith(orders) and re.search(_HEAD, text[max(0, start - 20) : start]) is not None
