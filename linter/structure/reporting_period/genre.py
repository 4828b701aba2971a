"""Whether a text looks back on a period, and so can be held against it: its title or its opening says so."""

from linter.structure.reporting_period.words import Words
from linter.text.characters import has, is_han, places
from linter.text.numerals import COUNTING
from linter.text.sentences import CLOSING_QUOTES


def looks_back(title: str, opening: str, words: Words) -> bool:
    """Whether a text with a title (empty where it has none) and an opening sums up a period.

    What a title names comes last in it: 情况汇报 does, 情况汇报会通知 and 总结会上的讲话 do not. A text
    without a title sums up where its opening says 汇报如下; 通知如下 announces something.
    """
    if title.strip():
        return any(
            _names_report(title, place, word, words)
            for word in words.summary_titles
            for place in places(title, word)
        )
    verbs = (f"{word}{behind}" for word in words.summary_titles for behind in words.after_reported_year)
    return has(opening, verbs)


def _names_report(title: str, place: int, word: str, words: Words) -> bool:
    """Whether a word is what the title names: nothing follows it, but brackets, a list, or 材料, 三篇."""
    if title.endswith(words.before_other_report, 0, place):
        return False
    rest = title[place + len(word) :].lstrip(f"{CLOSING_QUOTES}》 \u3000\n")
    return not rest or not is_han(rest[0]) or rest.lstrip(COUNTING).startswith(words.title_tails)
