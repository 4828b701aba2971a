"""The engine in Python finds what RE2 and `re` find, takes and refuses what RE2 does, and is linear."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.engine import judge
from linter.ruleset.library import library, load
from linter.text import linear, patterns
from linter.text.linear import automaton
from linter.text.linear.syntax import MAX_NESTING, parse
from tests.support.program import EXAMPLES, run

re2 = pytest.importorskip("re2")

OPTIONS = re2.Options()
OPTIONS.log_errors = False
OPTIONS.max_mem = 64 << 20

# --- patterns that are generated ----------------------------------------------------------------

LETTERS = "ab一\n "
"""Few, so that patterns and texts meet."""

Pair = tuple[str, str]
"""A pattern as RE2 writes it, and the same for `re`."""

ATOMS: list[Pair] = [
    *((letter, letter) for letter in ("a", "b", "一")),
    (r"\n", r"\n"),
    (".", "."),
    ("(?s:.)", "(?s:.)"),
    ("[ab]", "[ab]"),
    ("[^a]", "[^a]"),
    (r"[^\n一]", r"[^\n一]"),
    (r"\w", r"\w"),
    (r"\W", r"\W"),
    (r"[\s一]", r"[\s一]"),
    ("(?i:A)", "(?i:A)"),
    ("(?i:[^B])", "(?i:[^B])"),
    (r"\x{4e00}", "一"),
]
PLACES: list[Pair] = [
    ("^", "^"),
    ("$", r"\Z"),
    (r"\A", r"\A"),
    (r"\z", r"\Z"),
    (r"\b", r"\b"),
    (r"\B", r"(?:(?<=\w)(?=\w)|(?<!\w)(?!\w))"),  # `re` before 3.14 finds no `\B` in an empty text
    ("(?m:^)", "(?m:^)"),
    ("(?m:$)", "(?m:$)"),
]
TIMES = ["*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}"]


def joined(parts: list[Pair], by: str = "") -> Pair:
    return by.join(ours for ours, _ in parts), by.join(theirs for _, theirs in parts)


def wrapped(pair: Pair, before: str, after: str) -> Pair:
    return f"{before}{pair[0]}{after}", f"{before}{pair[1]}{after}"


def wider(inner: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
    """Patterns made of others, none of which matches nothing: what a loop does then differs."""
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(joined),
        st.tuples(inner, st.sampled_from(PLACES)).map(lambda two: joined(list(two))),
        st.tuples(st.sampled_from(PLACES), inner).map(lambda two: joined(list(two))),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: wrapped(joined(some, "|"), "(?:", ")")),
        inner.map(lambda pair: wrapped(pair, "(", ")")),
        st.tuples(inner, st.sampled_from(["+", "{2}", "{1,2}", "{2,}"]), st.sampled_from(["", "?"])).map(
            lambda three: wrapped(three[0], "(?:", f"){three[1]}{three[2]}")
        ),
    )


SOLID = st.recursive(st.sampled_from(ATOMS), wider, max_leaves=8)
"""Patterns that match one character or more."""
ANY = st.lists(
    st.one_of(
        SOLID,
        st.sampled_from(PLACES),
        st.tuples(SOLID, st.sampled_from(TIMES), st.sampled_from(["", "?"])).map(
            lambda three: wrapped(three[0], "(?:", f"){three[1]}{three[2]}")
        ),
    ),
    max_size=4,
).map(joined)
TEXTS = st.text(alphabet=LETTERS, max_size=12)


def spans(match: Any, groups: int) -> list[tuple[int, int]] | None:
    return [match.span(group) for group in range(groups + 1)] if match else None


def outcome(pattern: Any, text: str) -> list[Any]:
    """Where each way to look finds what, groups included."""
    single = [pattern.search(text), pattern.fullmatch(text)]
    every = [match for match in pattern.finditer(text) if match.end() > match.start()]
    return [spans(match, pattern.groups) for match in (*single, *every)]


@settings(max_examples=250, deadline=None)
@given(ANY, TEXTS)
def test_it_finds_what_re_finds(pair: Pair, text: str) -> None:
    ours, theirs = pair
    expected = re.compile(theirs, re.ASCII)
    mine = linear.compile(ours)
    single = slice(0, 2)  # `re` goes on differently behind a match of nothing
    assert outcome(mine, text)[single] == outcome(expected, text)[single]


def is_solid(pattern: str) -> bool:
    """Whether a loop over the pattern means the same to everybody: RE2 rewrites some that match nothing."""
    return compiled_by_re2(f"(?:{pattern})").fullmatch("") is None and not any(
        pattern.count(sign) for sign in ("^", "$", r"\b", r"\B", r"\A", r"\z", "*", "?", "{0")
    )


FREE = st.recursive(
    st.sampled_from([ours for ours, _ in (*ATOMS, *PLACES)]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        inner.map(lambda one: f"({one})"),
        st.tuples(inner.filter(is_solid), st.sampled_from(TIMES), st.sampled_from(["", "?"])).map(
            lambda three: f"(?:{three[0]}){three[1]}{three[2]}"
        ),
        st.tuples(st.sampled_from("imsU"), inner).map(lambda two: f"(?{two[0]}){two[1]}"),
    ),
    max_leaves=10,
)


def compiled_by_re2(pattern: str) -> Any | None:
    try:
        return re2.compile(pattern, options=OPTIONS)
    except re2.error:
        return None


@settings(max_examples=300, deadline=None)
@given(FREE, TEXTS)
def test_it_finds_what_re2_finds(pattern: str, text: str) -> None:
    expected = compiled_by_re2(pattern)
    assert expected is not None
    if r"\B" in pattern:  # RE2 finds it between the bytes of one character, too
        text = text.replace("一", "-")
    mine = linear.compile(pattern)
    assert outcome(mine, text) == outcome(expected, text)
    assert [match.span() for match in mine.finditer(text)] == [
        match.span() for match in expected.finditer(text)
    ]
    assert mine.holds(text) == (mine.search(text) is not None)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab|()[]{}?*+^$.\\-:,12dpQExiPm<>一", max_size=10))
def test_it_takes_and_refuses_what_re2_does(pattern: str) -> None:
    expected = compiled_by_re2(pattern)
    if r"\p" in pattern or r"\P" in pattern or r"\C" in pattern:
        return
    if expected is None:
        with pytest.raises(linear.error):
            linear.compile(pattern)
        return
    mine = linear.compile(pattern)
    assert (mine.groups, mine.groupindex) == (expected.groups, expected.groupindex)
    for text in ("", "ab", "a1\n-", "(a)-b"):
        assert outcome(mine, text) == outcome(expected, text)


# --- cases --------------------------------------------------------------------------------------

CASES = [
    (r"[[:alpha:]]+", "1ab2"),
    (r"[[:^digit:]_]", "1_"),
    (r"\p{Han}+", "ab汉字〇々ab"),
    (r"\P{Han}+", "汉ab字"),
    (r"\pL+|\p{Nd}", "é١一1"),
    (r"[\p{Han}a]+", "b汉a"),
    (r"(?i)k", "\u212a K k"),
    (r"(?i)[^ſ]", "sSſa"),
    (r"(?i)\w+", "ſ-K"),
    (r"(?i)\W+", "ſ-K"),
    (r"(?i)µ", "μΜ"),
    (r"(?i)ı", "i I ı"),
    (r"\Qa.b\E+", "a.bbb axb"),
    (r"\012\x0a\x{a}", "\n\n\n"),
    (r"(?P<year>\d{4})年", "2024年"),
    (r"(?m)^(?:一|二)、.*$", "一、开头\n中间\n二、结尾"),
    (r"(a|ab)(c|bcd)(d*)", "abcd"),
    (r"(?:(a)|b)*", "abab"),
    (r"(a*)*", "aab"),
    (r"(a*)+b", "aab"),
    (r"(|a)*", "aa"),
    (r"(|a)+", "aa"),
    (r"(a|)+", "aab"),
    (r"(?:a?)*?b", "aab"),
    (r"(a*?)*", "aa"),
    (r"(?:^a)+", "aa"),
    (r"^*a", "aa"),
    (r"(?:\b)*a", "a a"),
    (r"(a){0}b", "ab"),
    (r"(?U)a+(a+?)", "aaaa"),
]


@pytest.mark.parametrize(("pattern", "text"), CASES)
def test_a_case_comes_out_as_in_re2(pattern: str, text: str) -> None:
    expected = compiled_by_re2(pattern)
    assert expected is not None
    assert outcome(linear.compile(pattern), text) == outcome(expected, text)


REFUSED = [
    "(?=a)", "(?<!a)", r"(a)\1", "a**", "a{2}{3}", "*a", "(", ")", "[a", "[z-a]", r"\h", r"\《", "a{1001}",
    "(a{500}){3}", "(?x)a", r"\p{Foo}", "[[:foo:]]", r"\x{110000}", "\\", "(?P<>a)", "(?-)", "(?i-)", "(?P<n", "(?:" * 200,
]  # fmt: skip


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused_with_a_reason(pattern: str) -> None:
    with pytest.raises(linear.error) as caught:
        linear.compile(pattern)
    assert str(caught.value)


def test_too_large_a_pattern_is_refused_before_it_is_built() -> None:
    with pytest.raises(linear.error, match="too large"):
        linear.compile("(?:" + "ab" * 100 + "){1000}")


def test_nesting_has_a_bound() -> None:
    assert parse("(" * MAX_NESTING + "a" + ")" * MAX_NESTING).groups == MAX_NESTING
    with pytest.raises(linear.error, match="nests"):
        parse("(" * (MAX_NESTING + 1) + "a" + ")" * (MAX_NESTING + 1))


def test_han_is_han_as_re2_knows_it() -> None:
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x33000)]))
    expected = compiled_by_re2(r"\p{Han}+")
    assert expected is not None
    mine = linear.compile(r"\p{Han}+")
    known = [match.span() for match in expected.finditer(everything)]
    assert [match.span() for match in mine.finditer(everything)] == known


def test_a_match_is_as_re_gives_it() -> None:
    match = linear.compile(r"(?P<year>\d+)年(\d+)?").search("自2024年起")
    assert match is not None
    assert (match.span(), match.start(1), match.end(1)) == ((1, 6), 1, 5)
    assert (match.group(), match[1], match.group("year"), match[2]) == ("2024年", "2024", "2024", None)
    assert match.span(2) == (-1, -1)
    with pytest.raises(IndexError):
        match.span(3)


# --- time ---------------------------------------------------------------------------------------

EVIL = [
    ("(?:a*)*b", "a"),
    ("(?:a|a)*b", "a"),
    ("(?:a?){30}a{30}b", "a"),
    ("(?:a+a+)+b", "a"),
    (".*.*.*=.*b", "="),
    ("(?:[^。]{0,20}一){3}二", "一三"),
]


@pytest.mark.parametrize(("pattern", "piece"), EVIL)
def test_twice_the_text_takes_twice_the_steps(pattern: str, piece: str) -> None:
    counts = []
    for times in (2000, 4000, 8000):
        mine = linear.Pattern(pattern)  # not the kept one, whose states are known
        assert mine.search(piece * times) is None
        counts.append(mine.steps)
    assert counts[1] - counts[0] <= 2.1 * 2000 * len(piece) + 0.1 * counts[0]
    assert counts[2] <= 2.1 * counts[1]


def test_where_every_character_makes_new_states_time_is_text_times_pattern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The worst case: states are forgotten and made again all the time."""
    monkeypatch.setattr(automaton, "_MOST_STATES", 4)
    pattern = "(?:a|b)*a(?:a|b){12}c"
    text = "abbabaaabbababbaabab" * 50
    counts = []
    for times in (1, 2, 4):
        mine = linear.Pattern(pattern)
        assert mine.search(text * times) is None
        assert len(mine._ends._states) <= 4
        counts.append(mine.steps)
    assert counts[2] <= 2.1 * counts[1] <= 2.1 * 2.1 * counts[0]
    assert counts[0] <= len(text) * 100


# --- the rules of this repository ---------------------------------------------------------------


@pytest.fixture(scope="module")
def used() -> tuple[list[str], str]:
    """Every pattern that the shipped rulesets compile, and the examples of all their rules as one text."""
    found: dict[str, None] = {}
    drafts: dict[str, None] = {}
    with pytest.MonkeyPatch.context() as patch:
        compile, make = patterns._compile, patterns._set

        def noted(pattern: str) -> Any:
            found[pattern] = None
            return compile(pattern)

        def noted_set(listed: list[str]) -> Any:
            found.update(dict.fromkeys(listed))
            return make(listed)

        patch.setattr(patterns, "_compile", noted)
        patch.setattr(patterns, "_set", noted_set)
        for name in library().paths:
            ruleset = load(name)
            with patterns.compiled_at_once():
                judge.prepare(ruleset, at_once=True)
            for rule in ruleset.rules:
                drafts.update(dict.fromkeys((*rule.passes, *rule.fails)))
                # Compiled when a text needs them.
                preferred = [wording for wording, _ in rule.options.get("prefer", ())]
                forms = [form for group in rule.options.get("groups", ()) for form in group]
                found.update(dict.fromkeys(f"(?:(?m){each})" for each in (*preferred, *forms)))
            for terms in ruleset.sections:
                found.update(dict.fromkeys((*terms.cues, *terms.weak_cues, *terms.excludes)))
    return list(found), "\n".join(drafts)


def test_every_shipped_pattern_finds_what_re2_finds_in_all_examples(used: tuple[list[str], str]) -> None:
    listed, text = used
    assert len(listed) > 200
    assert len(text) > 5000
    for pattern in listed:
        expected = compiled_by_re2(pattern)
        assert expected is not None
        mine = linear.compile(pattern)
        found = [spans(match, mine.groups) for match in mine.finditer(text)]
        assert found == [spans(match, mine.groups) for match in expected.finditer(text)], pattern


# --- the choice of the engine -------------------------------------------------------------------


@pytest.fixture
def without_re2(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`linter.text.patterns` as it is where RE2 is not installed; a copy, the real one stays."""
    monkeypatch.setitem(sys.modules, "re2", None)
    spec = importlib.util.spec_from_file_location("patterns_without_re2", str(patterns.__file__))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_where_re2_is_absent_the_engine_in_python_stands_in(without_re2: ModuleType) -> None:
    assert isinstance(without_re2.compile("a"), linear.Pattern)
    assert not isinstance(patterns.compile("a"), linear.Pattern)
    for module in (without_re2, patterns):
        assert list(module.spans(module.union(["甲", "乙+"]), "丙甲乙乙")) == [(1, 2), (2, 4)]
        assert list(module.spans(module.by_line(["^乙$"]), "甲\n乙")) == [(2, 3)]
        assert sorted(module.Matcher(["甲", "丁", "乙$"]).match("甲乙")) == [0, 2]
        assert module.Matcher([]).match("甲") == []
        assert module.union([]) is None
        with pytest.raises(module.PatternError, match="missing"):
            module.compile("(")


@pytest.mark.process
def test_the_program_gives_the_same_report_without_re2(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['re2'] = None\n", encoding="utf-8")
    options = ["--isolated", "--output-format", "json", EXAMPLES / "leftovers.txt", EXAMPLES / "missing.txt"]
    path = f"{tmp_path}{';' if sys.platform == 'win32' else ':'}{EXAMPLES.parent}"
    with_it = run("check", *options)
    without = run("check", *options, PYTHONPATH=path)
    assert without.stderr == ""
    assert (without.returncode, without.stdout) == (with_it.returncode, with_it.stdout)
