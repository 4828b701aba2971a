"""Addresses of pages and mails that say more, or less, than they should: what tells a site who shared a link,
files that only the own office can open, samples.
"""

from collections.abc import Iterator, Sequence

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import addresses as all_addresses
from linter.checks.support.exclusions import exclusion_test
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import has
from linter.text.patterns import holds, union
from linter.text.sentences import sentence

_SIGNS = ("://", "@")
_PARTED = r"\. (?:com|cn|org|net|gov|edu)\b"
"""The end of a host that a blank parts from it: https://www.example. com."""


def addresses(wrong: Sequence[str], unless: Sequence[str]) -> Find:
    """A `Find` that yields the addresses in which one of the patterns `wrong` matches; without the parameters
    that do so, where it is these. A sentence that holds one of `unless` speaks of addresses.
    """
    pattern, spoken_of = union(wrong), union(unless)

    def find(context: Context) -> Iterator[Match]:
        document, text = context.document, context.document.text
        if not has(text, _SIGNS):
            return
        for start, end in all_addresses(text):
            parted = compiled(_PARTED).match(text, end - 1)
            address = text[start : parted.end()] if parted else text[start:end].rstrip(".,;:!?)")
            end = start + len(address)
            if holds(pattern, address):
                first, last = sentence(text, start)
                if not (holds(spoken_of, text[first : max(last, end)]) or _is_code(document, start, end)):
                    yield Match(start, end, suggestion=_cleaned(address, pattern))

    return find


def _is_code(document: Document, start: int, end: int) -> bool:
    """Whether an address stands in code, or a link leads there: the marks around it are excluded, too."""
    is_excluded = exclusion_test(document)
    return start > 0 and is_excluded(start - 1, end) and document.text[start - 1] in "`<\"'=( "


def _cleaned(address: str, pattern: object) -> str | None:
    """An address without the parameters in which a pattern matches; None where none does."""
    page, _, rest = address.partition("?")
    query, sign, place = rest.partition("#")
    given = query.split("&")
    kept = [each for each in given if not holds(pattern, f"?{each}")]
    if len(kept) == len(given):
        return None
    return f"{page}?{'&'.join(kept)}{sign}{place}" if kept else f"{page}{sign}{place}"
