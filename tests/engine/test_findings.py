"""From a match of a rule to the finding that is reported."""

from __future__ import annotations

import pytest

from linter.engine.findings import recorder
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.rules import Rule
from tests.support.drafts import draft


@pytest.mark.parametrize(
    ("level", "said", "found"),
    [
        ("info", "warning", "info"),
        ("warning", "error", "warning"),
        ("warning", None, "warning"),
        ("error", "warning", "warning"),
        ("warning", "info", "info"),
    ],
)
def test_a_match_lowers_the_level_of_its_rule_and_never_raises_it(
    level: str, said: str | None, found: str
) -> None:
    rule = Rule("boats", "section", level, Message("", ""), {})
    assert recorder(draft("渡船三条。"))(rule, Match(0, 2, level=said)).level == found
