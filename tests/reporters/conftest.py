"""What the tests of the page share."""

from __future__ import annotations

import pytest

from linter import api
from tests.support.page_drafts import drafts


@pytest.fixture(scope="session")
def many() -> api.Result:
    """The reports of the invented county."""
    return api.check_many([api.draft(data, name) for name, data in drafts().items()], keep_text=True)
