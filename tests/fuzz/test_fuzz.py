"""A few hostile inputs of each kind give a verdict or a reason; the long run is `python -m tests.fuzz`."""

from __future__ import annotations

import pytest

from tests.fuzz.files import KINDS, made
from tests.fuzz.runs import GOOD, run


@pytest.mark.slow
@pytest.mark.process
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_inputs_get_a_verdict_or_a_reason(kind: str) -> None:
    assert [outcome for outcome in run(kind, 0, 25, seed=13) if outcome.said not in GOOD] == []


@pytest.mark.parametrize("kind", KINDS)
def test_inputs_are_the_same_for_the_same_numbers(kind: str) -> None:
    assert made(kind, 3, seed=13) == made(kind, 3, seed=13)
