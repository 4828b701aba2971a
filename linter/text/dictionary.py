"""Words of a Chinese text, by jieba: the only module that knows it.

Loading jieba costs 50 to 80 times what a report costs to check, so checks ask `is_word`, `entry` and
`segmented`, which look words up in jieba's dictionary file without jieba: by bisection the lines that
begin with the word's first character, then the word among them, some 10 µs. On 1.86 million characters of
news such a look-up left 2 false number gaps, segmentation 1, neither of them 56; on the labelled reports all
three find the same.

`words` is for the tools of rule authors, which may take longer. It makes jieba silent: that imports the
slow and deprecated pkg_resources where it exists, and it logs to stderr. It also keeps jieba from its
cache, which anyone may have put into the shared temporary folder, and which it reads with `marshal`:
the dictionary is read anew in every process, in 0.8 s instead of 0.3 s.
"""

import os
import sys
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

_TOTAL = log(60_101_967)
"""The logarithm of the number of words in the texts that the frequencies were counted in."""
_LONGEST = 8
"""The longest word that `segmented` looks for, in characters."""
_REMEMBERED = 1 << 14
"""How many look-ups are remembered."""
_ASTRAY = 1000
"""How far from its place in the order, in bytes, a line may stand: some thirty do."""


class Entry(NamedTuple):
    """A word of the dictionary."""

    frequency: int
    """How often it was counted; at least 1."""
    kind: str
    """Its part of speech as jieba writes it: n… noun, v… verb, a… adjective, d… adverb; vn is a verb that
    is a noun as well."""


def is_word(text: str) -> bool:
    """Whether a text is a word of the dictionary."""
    return entry(text) is not None


@lru_cache(_REMEMBERED)
def entry(text: str) -> Entry | None:
    """The dictionary's entry for a text; None if it is no word of it."""
    word = text.encode("utf-8", "replace")
    lines, sought = _beginning_with(text[:1]), b"\n%b " % word
    found = lines.find(sought)
    if found < 0:
        return None
    start = found + len(sought)
    frequency, kind = lines[start : lines.find(b"\n", start)].split(b" ")
    return Entry(int(frequency) or 1, kind.decode())


@cache
def _beginning_with(char: str) -> bytes:
    """The lines of the words that begin with a character, and some beside them."""
    data, first = _dictionary(), char.encode("utf-8", "replace")
    low, high = _place(data, first), _place(data, first + b"\xff")
    return b"\n" + data[max(low - _ASTRAY, 0) : high + _ASTRAY]


def _place(data: "bytes | mmap", word: bytes) -> int:
    """Where the line of a word is or would be, by bisection."""
    low, high = 0, len(data)
    while low < high:
        middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[middle : data.find(b" ", middle)] < word:
            low = data.find(b"\n", middle) + 1 or high
        else:
            high = max(middle - 1, low)
    return low


def kind(text: str) -> str:
    """The part of speech of a word (`Entry.kind`); empty for what is no word."""
    known = entry(text)
    return known.kind if known else ""


def segmented(text: str) -> list[str]:
    """The words that a text most likely consists of, in order; what is unknown falls into characters.

    For a clause: a word costs a look-up for each of its beginnings.
    """
    best = [(0.0, 0)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        known = _words_at(text, start) or [(start + 1, 1)]
        best[start] = max((log(frequency) - _TOTAL + best[end][0], end) for end, frequency in known)
    result, start = [], 0
    while start < len(text):
        end = best[start][1]
        result.append(text[start:end])
        start = end
    return result


def _words_at(text: str, start: int) -> list[tuple[int, int]]:
    """The words that begin at an offset: where each ends, and its frequency."""
    found = []
    for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
        if not _begins_word(text[start:end]):
            break
        if known := entry(text[start:end]):
            found.append((end, known.frequency))
    return found


@lru_cache(_REMEMBERED)
def _begins_word(text: str) -> bool:
    """Whether some word begins so: else none of the longer texts needs to be looked up."""
    return b"\n" + text.encode("utf-8", "replace") in _beginning_with(text[:1])


@cache
def _dictionary() -> "bytes | mmap":
    """jieba's dictionary: a line a word, with its frequency and part of speech; empty when not found."""
    from importlib.util import find_spec
    from mmap import ACCESS_READ, mmap

    found = find_spec("jieba")
    folder = ((found and found.submodule_search_locations) or [""])[0]
    try:
        with open(os.path.join(folder, "dict.txt"), "rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)  # of 5 MB a report needs some pages
    except (OSError, ValueError):
        return b""


def words(text: str) -> list[str]:
    """The words of a text in order, as jieba itself parts them without its model of unknown words."""
    return list(_tokenizer().cut(text, HMM=False))


@cache
def _tokenizer() -> Any:
    jieba = _import()
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def _import() -> Any:
    """jieba, without pkg_resources and without a word on stderr."""
    present = sys.modules.get("pkg_resources")
    if present is None:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if present is None:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(60)
    return jieba
