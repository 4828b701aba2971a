"""A fix never makes a text worse: over the rules' own examples, and examples that somebody mistyped."""

from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.engine import fixes
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector, Selection
from linter.model.draft import Draft
from linter.model.finding import FileOutcome, Finding
from linter.ruleset.library import load

SETS = ("report-form", "gbt-15834", "gbt-15835", "gbt-9704")
EXAMPLES = sorted(
    {text for name in SETS for rule in load(name).rules for text in (*rule.fails, *rule.passes)}
)
TYPED = (
    "，。；：、“”‘’《》（）()〔〕【】-—…·,.;:?!的了一二、12年月日号第\n \u3000\u200b\u00a0**#|强落实等市县/.:"
)


def mistyped(text: str, place: int, kind: str, char: str) -> str:
    """A text with one slip of the hand at a place."""
    at = place % (len(text) + 1)
    return {
        "insert": text[:at] + char + text[at:],
        "delete": text[:at] + text[at + 1 :],
        "double": text[:at] + text[at : at + 2] + text[at:],
    }[kind]


SLIPS = st.lists(
    st.tuples(st.integers(0, 500), st.sampled_from(("insert", "delete", "double")), st.sampled_from(TYPED)),
    max_size=4,
)
TEXTS = st.builds(
    lambda texts, slips: _with_slips("\n".join(texts), slips),
    st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=2),
    SLIPS,
).filter(str.strip)


def _with_slips(text: str, slips: list[tuple[int, str, str]]) -> str:
    for slip in slips:
        text = mistyped(text, *slip)
    return text


@cache
def _selector() -> RulesetSelector:
    return RulesetSelector(Selection(SETS))


def judged(path: str, data: bytes) -> FileOutcome:
    return judge_draft(_selector(), Draft(path, lambda: data)).outcome


def to_fix(outcome: FileOutcome, unsafe: bool) -> list[Finding]:
    """The findings whose suggestions `--fix` carries out."""
    return [each for each in outcome.findings if each.suggestion is not None and (each.safe or unsafe)]


@given(TEXTS, st.sampled_from(("draft.txt", "draft.md")), st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_was_fixed_is_gone_and_nothing_of_its_rule_is_new(text: str, name: str, unsafe: bool) -> None:
    data = text.encode()
    before = judged(name, data)
    if before.error:
        return
    done = fixes.fix_text(name, data, judged, unsafe)
    after = judged(name, done.after)
    assert to_fix(after, unsafe) == []
    assert fixes.fix_text(name, done.after, judged, unsafe).after == done.after
    count, count_now = (Counter(each.rule for each in outcome.findings) for outcome in (before, after))
    fixed = {each.rule for each in to_fix(before, unsafe)}
    assert [rule for rule in fixed if count_now[rule] > count[rule]] == []
