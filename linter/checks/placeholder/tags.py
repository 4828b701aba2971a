"""Tags by which a writer reminds himself: TODO：补充数据, todo 补充照片, 验收时间：TBD.

They are also names (TODO清单, TODO Garden). A tag counts where a colon or the end of the clause follows
it, or one of the words by which something is ordered to be done: 补充, 核实. At the head of a line a
blank may stand between. Tags that name nothing else count before any words (FIXME 数字不对). In a line
of English one in capitals counts where it stands for what a verb or preposition awaits (the cost is TBC
pending the invoice, came to TBC million), or for what a clause would say (42 days, TBD for June). A heading
that is a tag, with text below, names what the text lists: ## TODO. In brackets behind a Chinese word an
abbreviation is that word's, 热障涂层（TBC）, unless a value is awaited there: 验收时间（TBC）. One that the
text defines as another thing is never a tag: tick-borne disease (TBD).
"""

import re
from collections.abc import Callable, Iterator

from linter.checks.placeholder.options import Options
from linter.model.document import Span
from linter.text.characters import is_han
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, ROUND_PAIRS, paragraph_start

_ENDS = CLAUSE_ENDS + ",.;:?!)）]】|"
_REACH = 24
"""Characters before a tag in which it is told what awaits it."""
_BEHIND = 80
"""Characters behind a tag in which the line under a heading ends."""
_AWAITING = ("", "\n", *"：:（([【［|")
_ROUND = tuple(left for left, _ in ROUND_PAIRS)
_BELOW = r"[ \t]*\n\s*[^\s#]"
_UNDERLINED = r"[ \t]*\n(?:={3,}|-{3,})[ \t]*\n\s*\S"
_STATED = r"[,;:(–—-] *$"
_ENGLISH_NAME = r" +(?:[A-Z]|as\b|stands?\b|means?\b)"
"""What follows a tag that is part of a name, or that is explained: TBC Bank, refer to TBC as."""
_DEFINED = (
    r"(?P<words>(?:[A-Za-z]+[ -]){2,4})\((?P<name>[A-Z]{3,4})\)"
    r"|\b(?P<first>[A-Z]{3,4}) ?(?:\(|(?:stands for|means|is short for|refers to|=) )"
    r"(?P<said>(?:[A-Za-z]+[ -]?){2,4})"
)
"""A name and what it is short for."""
_HEAD = r"(?:^|\n)[ \t\u3000>*+/@#\-\d.、（(]*$"


def tags(options: Options) -> Callable[[str], Iterator[Span]]:
    """A finder of tags, in capitals or not: `phrases`; those `alone`, which abbreviate other things, too, and
    count only where a value is awaited: behind a colon or an opening bracket, or at the head of a line or
    cell; those `sure`, which are no names of things. `endings` are those of words whose value may stand in
    brackets. `orders` are words by which something is to be done;
    behind one of `articles` (the TODO) a tag is a name.
    """
    every = [*options.phrases, *options.alone, *options.sure]
    orders, articles = options.words.orders, options.words.articles
    awaiting = alternation(options.words.english_awaiting)
    awaited = rf"(?<![A-Za-z]){awaiting} +(?:{alternation(options.words.english_about)} +)?$"
    pending = rf" +{alternation(options.words.english_following)}(?![A-Za-z])"
    pattern = rf"(?<![A-Za-z0-9_\-]){alternation(every)}(?![A-Za-z0-9_\-])(?:\(\w+\))?"
    names = tuple(name.lower() for name in every)
    abbreviations = frozenset(name.lower() for name in options.alone)
    tags_only = frozenset(name.lower() for name in options.sure)
    endings = tuple(options.endings.split())

    def find(text: str) -> Iterator[Span]:
        lower = text.lower()
        if not any(name in lower for name in names):
            return
        defined = _defined(text)
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if match[0] in defined:
                continue
            before = text[max(0, match.start() - _REACH) : match.start()]
            in_english = re.search(awaited, before) or (
                re.search(_STATED, before) and re.match(pending, text[match.end() : match.end() + _REACH])
            )
            if match[0].isupper() and in_english and _is_english(text, *match.span()):
                yield match.span()
                continue
            stray = match[0].lower() in abbreviations and not _is_awaited(before, endings)
            if stray or before.lower().endswith(articles) or _is_heading(text, *match.span()):
                continue
            said = match[0].lower() in tags_only and _goes_on(text, match.end())
            if said or _is_order(text, *match.span(), orders):
                yield match.span()

    return find


def _defined(text: str) -> frozenset[str]:
    """The abbreviations that a text in English defines: tick-borne disease (TBD), TBD (tick-borne disease).

    What is to be determined is none: it is what the tag says.
    """
    found = set()
    for match in re.finditer(_DEFINED, text):
        name, words = match["name"] or match["first"], match["words"] or match["said"]
        initials = re.findall(r"[A-Za-z]+", words)
        of = initials[-len(name) :] if match["name"] else initials[: len(name)]
        if "".join(word[0] for word in of).upper() == name and of[:2] != ["to", "be"]:
            found.add(name)
    return frozenset(found)


def _is_awaited(before: str, endings: tuple[str, ...]) -> bool:
    """Whether a value is awaited behind some words: at their colon or bracket, or at the head of a line."""
    before = before.rstrip(" \u3000*")
    if before[-1:] not in _AWAITING:
        return False
    word = before[:-1].rstrip(" ")
    return not (before.endswith(_ROUND) and is_han(word[-1:])) or word.endswith(endings)


def _is_english(text: str, start: int, end: int) -> bool:
    """Whether a tag stands in a line of English, and is no part of a name."""
    line = text[paragraph_start(text, start) : start] + text[end : end + 40].partition("\n")[0]
    return not any(map(is_han, line)) and re.match(_ENGLISH_NAME, text[end : end + 8]) is None


def _goes_on(text: str, end: int) -> bool:
    """Whether Chinese words follow behind a blank: FIXME 数字不对, but not FIXME注释."""
    return text[end : end + 1] == " " and is_han(text[end + 1 : end + 2])


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a tag is all that a heading says, marked by # or underlined, and something stands below."""
    line = text.rfind("\n", 0, start) + 1
    if line == start and re.match(_UNDERLINED, text[end : end + _BEHIND]):
        return True
    return re.fullmatch("#+ *", text[line:start]) is not None and re.match(_BELOW, text[end:]) is not None


def _is_order(text: str, start: int, end: int, orders: tuple[str, ...]) -> bool:
    """Whether what follows a tag makes it one."""
    rest = text[end : end + 40].split("\n")[0]
    after = rest.lstrip(" \t\u3000")
    if not after or rest.startswith(orders):
        return True
    if after[0] in _ENDS:
        return not (after[0] == "." and after[1:2].isalnum())
    return after.startswith(orders) and re.search(_HEAD, text[max(0, start - 20) : start]) is not None
