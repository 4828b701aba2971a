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

_ENDS = CLAUSE_ENDS + ",.;:?!)）]】|」”"
_HEAD = r"(?:^|\n)[ \t\u3000>*+/@#\-\d.、（(]*$"


def tags(
    names: Sequence[str], orders: tuple[str, ...], articles: tuple[str, ...]
) -> Callable[[str], Iterator[Span]]:
    """A finder of the tags `names`, in capitals or not.

    `orders` are words by which something is to be done; behind one of `articles` (the TODO) a tag is a name.
    """
    pattern = rf"(?<![A-Za-z0-9_\-]){alternation(names)}(?![A-Za-z0-9_\-])(?:\(\w+\))?"
    known = tuple(name.lower() for name in names)

    def find(text: str) -> Iterator[Span]:
        lower = text.lower()
        if not any(name in lower for name in known):
            return
        for match in re.finditer(pattern, text, re.IGNORECASE):
            named = text[max(0, match.start() - 8) : match.start()].lower().endswith(articles)
            if not named and _is_order(text, *match.span(), orders):
                yield match.span()

    return find


def _is_order(text: str, start: int, end: int, orders: tuple[str, ...]) -> bool:
    """Whether what follows a tag makes it one."""
    rest = text[end : end + 40].split("\n")[0]
    after = rest.lstrip(" \t\u3000")
    if not after or after[0] in _ENDS or rest.startswith(orders):
        return True
    return after.startswith(orders) and re.search(_HEAD, text[max(0, start - 20) : start]) is not None
