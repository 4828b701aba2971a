"""A rule that needs words is not looked at for a text that has none of them, and misses nothing by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import module, options, pattern
from linter.checks.api import Find
from linter.engine import judge
from linter.engine.needed_words import finder, without_words
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset
from linter.ruleset import library
from linter.text.needed import needed_by_all
from tests.support.drafts import document
from tests.support.words import lists

SHIPPED = {rule.id: rule for each in library.load_all(library.library()) for rule in each.rules}
NEEDING = [rule for rule in SHIPPED.values() if rule.needs]
FERRY = Rule(
    "ferry", "pattern", "error", Message("渡口", "ferry"), {"forbid": ("渡口|码头",)}, needs=("渡口", "码头")
)


def test_most_rules_with_patterns_need_words() -> None:
    patterned = [
        rule for rule in SHIPPED.values() if rule.check == "pattern" and "require" not in rule.options
    ]
    assert sum(map(bool, (rule.needs for rule in patterned))) > 0.95 * len(patterned)


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: rule.id)
def test_a_rule_that_needs_words_does_nothing_but_search(rule: Rule) -> None:
    check, given = module(rule.check), options(rule.check, rule.options, rule.words)
    assert not hasattr(check, "gather")
    assert not hasattr(check, "unjudged")
    assert not (hasattr(check, "yields") and check.yields(given))


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: rule.id)
def test_what_it_finds_in_its_examples_it_finds_without_the_words_as_well(rule: Rule) -> None:
    for text in (*rule.fails, *rule.passes):
        with_words, without = (findings(each, text) for each in (rule, rule._replace(needs=())))
        assert with_words == without


def findings(rule: Rule, text: str) -> list[tuple[int, int]]:
    prepared = judge.prepare(Ruleset("example", Message("", ""), rules=(rule,), words=lists()))
    found = judge.judge(document(text), (), prepared).outcome.findings
    return [(each.start, each.end) for each in found]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[pattern.Options]:
    """The options that `pattern` was built with in the test."""
    asked: list[pattern.Options] = []
    original = pattern.build

    def build(given: pattern.Options) -> Find:
        asked.append(given)
        return original(given)

    monkeypatch.setattr(pattern, "build", build)
    return asked


@pytest.mark.parametrize(
    ("text", "searched"), [("水库照常。", False), ("渡口照常。", True), ("码头照常。", True)]
)
def test_its_check_is_built_for_the_first_text_that_has_a_word(
    built: list[pattern.Options], text: str, searched: bool
) -> None:
    assert bool(findings(FERRY, text)) is searched
    assert bool(built) is searched


def test_it_can_be_built_before_any_text(built: list[pattern.Options]) -> None:
    judge.prepare(Ruleset("example", Message("", ""), rules=(FERRY,), words=lists()), at_once=True)
    assert built


def test_letters_of_either_case_are_words() -> None:
    rule = FERRY._replace(options={"forbid": ("(?i)draft",)}, needs=("draft",))
    assert findings(rule, "DRAFT of 3 May") == [(0, 5)]


@given(
    st.lists(st.text("甲乙丙k𠀀", min_size=1, max_size=4), min_size=1, max_size=6),
    st.text("甲乙丙kKKß𠀀", max_size=14),
)
def test_a_rule_is_left_alone_where_a_text_has_none_of_its_words_and_nowhere_else(
    given: list[str], text: str
) -> None:
    finders = {"rule": finder(needed_by_all(tuple(given)))}
    is_there = any(word in text.casefold() for word in given)
    assert without_words(text, finders) == (set() if is_there else {"rule"})
