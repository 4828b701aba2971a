"""Labels without their value: lines such as 申请人： and 日期： with nothing behind and nothing below.

Nothing stands below a label when the next line with text is another label, empty or not, a blank date, the
mark of an annex, or missing. A label may end a line that begins with one that has its value.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Span
from linter.text.characters import HAN
from linter.text.patterns import alternation

_BLANK = " \u3000\t"
_TO_COLON = _BLANK + "：:"
_NAMED = rf"[{_BLANK}]*[{HAN}]{{2,8}}[{_BLANK}]*[：:][{_BLANK}]*"
_VALUED = rf"{_NAMED}[^\s{_BLANK}：:][^：:\n]{{0,40}}?[{_BLANK}]{{2,30}}"
_ANNEX = rf"[{_BLANK}]*附[{_BLANK}]*[件表][^。\n]*"
_BLANK_DATE = rf"[{_BLANK}]*年[{_BLANK}]*月[{_BLANK}]*日[{_BLANK}]*"


def empty_labels(names: Sequence[str]) -> Callable[[str], Iterator[Span]]:
    """A finder of the labels `names` that have no value."""
    known = tuple(names)
    # A name may have more words before it: 主办单位.
    label = rf"[{_BLANK}]*[{HAN}]{{0,4}}{alternation(names)}[{_BLANK}]*[：:][{_BLANK}]*"
    below = (
        rf"(?:{label}|{_BLANK_DATE}|{_ANNEX})$|[{_BLANK}]*[{HAN}]{{0,4}}{alternation(names)}[{_BLANK}]*[：:]"
    )
    pattern = rf"^(?:{_VALUED})?(?P<label>{label})$(?=\s*(?:\Z|^(?:{below})))"

    def find(text: str) -> Iterator[Span]:
        if any(line.rstrip(_TO_COLON).endswith(known) for line in text.split("\n") if _ends_in_colon(line)):
            for match in re.finditer(pattern, text, re.MULTILINE):
                found = match["label"]
                start = match.start("label") + len(found) - len(found.lstrip())
                yield start, start + len(found.strip())

    return find


def _ends_in_colon(line: str) -> bool:
    return line.rstrip(_BLANK).endswith(("：", ":"))
