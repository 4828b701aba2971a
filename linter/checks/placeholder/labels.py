"""Labels without their value: lines such as 申请人： and 日期： with nothing behind and nothing below.

Nothing stands below a label when the next line with text is another label, empty or not, a blank date, the
mark of an annex, or missing. A label may end a line that begins with one that has its value. In round
brackets none stands before the closing one: （联系电话：）.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Span
from linter.text.characters import HAN, WHITE_SPACE, has
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, ROUND_PAIRS

_TO_COLON = WHITE_SPACE + "：:"
_GAP = f"[{WHITE_SPACE}]*"
_NAMED = rf"{_GAP}[{HAN}]{{2,8}}{_GAP}[：:]{_GAP}"
_VALUED = rf"{_NAMED}[^\s{WHITE_SPACE}：:][^：:\n]{{0,40}}?(?:\u3000|[{WHITE_SPACE}]{{2,30}})"
_ANNEX = rf"{_GAP}附{_GAP}[件表][^。\n]*"
_CLOSED = [colon + blank + right for colon in COLONS for blank in ("", " ") for _, right in ROUND_PAIRS]
_WITHIN = 40
"""Characters in brackets before a label without a value."""
_BLANK_DATE = f"{_GAP}年{_GAP}月{_GAP}日{_GAP}"


def empty_labels(names: Sequence[str]) -> Callable[[str], Iterator[Span]]:
    """A finder of the labels `names` that have no value."""
    endings = tuple(names)
    # A name may have more words before it: 主办单位.
    opened = rf"{_GAP}[{HAN}]{{0,4}}{alternation(names)}{_GAP}[：:]"
    label = opened + _GAP
    below = rf"(?:{label}|{_BLANK_DATE}|{_ANNEX})$|{opened}"
    pattern = rf"^(?:{_VALUED})?(?P<label>{label})$(?=\s*(?:\Z|^(?:{below})))"

    within = rf"[（(](?:[^（）()\n]{{0,{_WITHIN}}}[，,；;、 ])?(?P<label>{opened}) ?[）)]"

    def find(text: str) -> Iterator[Span]:
        if has(text, _CLOSED):
            yield from (match.span("label") for match in re.finditer(within, text))
        labels = (line for line in text.split("\n") if line.rstrip(WHITE_SPACE).endswith(COLONS))
        if any(line.rstrip(_TO_COLON).endswith(endings) for line in labels):
            for match in re.finditer(pattern, text, re.MULTILINE):
                found = match["label"]
                start = match.start("label") + len(found) - len(found.lstrip())
                yield start, start + len(found.strip())

    return find
