"""What a form of writing is gated by: a text in which its pattern matches has one of its triggers.

Every text of a few pieces is tried, so that no trigger is forgotten.
"""

from __future__ import annotations

import re
from itertools import product

import pytest

from linter.checks import number_format
from linter.checks.punctuation.worded_forms import WORDED_FORMS
from linter.checks.support.rewrites import Form
from tests.support.words import words

MIXED_DAY = ["六", "十", "三", "3", "0", "月", "日", "年"]
ZERO = ["二", "零", "〇", "○", "0", "O", "o", "四", "年"]
NUMBER = ["教", " ", "[", "［", "【", "（", "(", "2024", "1999", "]", "）", "第5号", "5 号"]
FORMS = {
    "mixed-day": (number_format._FORMS["mixed-day"], MIXED_DAY, 5),
    "zero": (number_format._FORMS["zero"], ZERO, 5),
    "document-number": (
        WORDED_FORMS["document-number"](words("punctuation")),
        NUMBER,
        4,
    ),
}


@pytest.mark.parametrize("kind", FORMS)
def test_what_matches_has_a_trigger(kind: str) -> None:
    form: Form
    form, pieces, length = FORMS[kind]
    pattern = re.compile(form.pattern, re.MULTILINE)
    texts = ["".join(each) for each in product(pieces, repeat=length)]
    matching = [text for text in texts if pattern.search(text)]
    assert len(matching) > 10
    assert [text for text in matching if not any(trigger in text for trigger in form.triggers)] == []
