"""The words that a pattern needs: a text that has none of them is never searched, so none may be missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.needed import needed, needed_by_all
from linter.text.patterns import PatternError, compile

NEEDED = [
    # a word, or what of it is sure to be there
    ("丞待", "丞待"),
    ("ab?c", "ac abc"),
    ("ab*c", "a"),
    ("ab+c", "ab"),
    ("x{2}yz", "xxyz"),
    ("x{2,}yz", "xx"),
    ("ab{0,2}cd", "cd"),
    ("(?:ab)?cd", "cd abcd"),
    (r"a\.bc", "a.bc"),
    (r"a\x{62}cd", "cd"),
    (r"a\062cd", "cd"),
    (r"\p{Han}+市", "市"),
    ("^附件$", "附件"),
    # one of several
    ("船|桨", "船 桨"),
    ("(领导|工作)小祖", "领导小祖 工作小祖"),
    ("第[一二]季", "第一季 第二季"),
    ("[1-3]月", "1月 2月 3月"),
    (r"[一\d]月", "一月 0月 1月 2月 3月 4月 5月 6月 7月 8月 9月"),
    ("(?P<unit>镇|村)(?:里|外)", "镇里 镇外 村里 村外"),
    # the longer of two
    ("甲.*乙丙", "乙丙"),
    ("(?:船|桨).*渡口", "渡口"),
    # small letters stand for all
    ("(?i)ToDo", "todo"),
    ("(?i:FIXME)!", "fixme!"),
    # not told
    ("船|[^。]", ""),
    (r"\d*", ""),
    ("[一-龥]", ""),
    ("(?:船)?", ""),
    ("(?:船|)", ""),
    (r"\Q船\E", ""),
    ("(" * 101 + "船" + ")" * 101, ""),
    ("", ""),
]


@pytest.mark.parametrize(("pattern", "words"), NEEDED)
def test_the_words_that_a_pattern_needs(pattern: str, words: str) -> None:
    assert needed(pattern) == set(words.split())


ATOMS = [
    "甲",
    "乙",
    "k",
    "K",
    "ſ",
    "ß",
    ".",
    "[甲乙]",
    "[a-c]",
    "[^甲]",
    r"\{",
    r"\x{4E59}",
    r"\x4b",
    r"\113",
    "(?:甲|乙丙)",
    "^",
]
COUNTS = ["", "", "*", "+", "?", "??", "{2}", "{0,2}", "{1,}", "{0}", "{0,0}", "{2,3}?", "{9}"]
pieces = st.tuples(st.sampled_from(ATOMS), st.sampled_from(COUNTS)).map("".join)
runs = st.lists(pieces, min_size=1, max_size=4).map("".join)
branches = st.lists(runs, min_size=1, max_size=3).map("|".join)
grouped = st.tuples(
    st.sampled_from(["(%s)", "(?i:%s)", "(?P<n>%s)", "(?s)%s"]), branches, st.sampled_from(COUNTS)
).map(lambda given: given[0] % given[1] + (given[2] if given[0][-1] == ")" else ""))
expressions = st.lists(runs | grouped, min_size=1, max_size=3).map("".join) | branches
texts = st.text("甲乙丙kKKsSſßẞabc{\n，", max_size=14)


@given(expressions, texts)
def test_every_match_has_a_word_that_its_pattern_needs(pattern: str, text: str) -> None:
    try:
        found = [match.group() for match in compile(pattern).finditer(text)]
    except PatternError:
        return
    words = needed(pattern)
    assert not words or all(any(word in each.casefold() for word in words) for each in found)


def test_of_words_within_one_another_the_shortest_is_enough() -> None:
    assert needed_by_all(("修改稿", "修改", "初稿", "改")) == ("改", "初稿")


def test_more_words_than_are_worth_looking_for_are_none() -> None:
    each = "".join(f"[{chr(0x4E00 + 8 * at)}-{chr(0x4E07 + 8 * at)}]" for at in range(2))
    many = tuple(f"{each}{chr(0x5000 + at)}" for at in range(100))
    assert len(needed(many[0])) == 64
    assert needed_by_all(many) == ()


def test_where_one_pattern_does_not_tell_nothing_is_told() -> None:
    assert needed_by_all(("修改稿", ".")) == ()
    assert needed_by_all(()) == ()
