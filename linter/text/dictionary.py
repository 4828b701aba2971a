"""Words of a Chinese text, by jieba: the only module that knows it.

Loading jieba costs 50 to 80 times what a report costs to check, so a check asks `is_word`, which
looks a word up in jieba's dictionary file without jieba: 18 ms the first time, 3 ms for a word that
begins with another character than those before. On 1.86 million characters of news such a look-up left
2 false number gaps, segmentation 1, neither of them 56; on the labelled reports all three find the same.

`words` is for the tools of rule authors, which may take longer. It makes jieba silent: that imports the
slow and deprecated pkg_resources where it exists, and it logs to stderr. It also keeps jieba from its
cache, which anyone may have put into the shared temporary folder, and which it reads with `marshal`:
the dictionary is read anew in every process, in 0.8 s instead of 0.3 s.
"""

import os
import sys
from functools import cache
from typing import Any


@cache
def is_word(text: str) -> bool:
    """Whether a text is a word of the dictionary."""
    return _dictionary().find(f"\n{text} ".encode(), *_lines_of(text[:1])) >= 0


@cache
def _lines_of(first: str) -> tuple[int, int]:
    """The span of the dictionary (bytes) in which every line that begins with a character stands.

    It is short, for the file is sorted but for some thirty lines; nothing relies on that.
    """
    line = f"\n{first}".encode()
    begin = _dictionary().find(line)
    if begin < 0:
        return 0, 0
    return begin, _dictionary().find(b"\n", _dictionary().rfind(line) + 1)


@cache
def _dictionary() -> bytes:
    """jieba's dictionary: a line a word, with its frequency and part of speech; empty when not found."""
    from importlib.util import find_spec

    found = find_spec("jieba")
    folder = ((found and found.submodule_search_locations) or [""])[0]
    try:
        with open(os.path.join(folder, "dict.txt"), "rb") as file:
            return b"\n" + file.read()
    except OSError:
        return b""


def words(text: str) -> list[str]:
    """The words of a text in order, by dictionary only: unknown strings fall into characters."""
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
