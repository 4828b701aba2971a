"""Standard output whose reader went away, as each system says it."""

from __future__ import annotations

from errno import EINVAL, ENOSPC, EPIPE

import pytest

from linter.cli import output


@pytest.mark.parametrize(
    ("system", "number", "gone"),
    [
        ("nt", ENOSPC, False),
        ("posix", EINVAL, False),
        ("nt", EINVAL, True),
        ("nt", EPIPE, True),
        ("posix", EPIPE, True),
    ],
)
def test_a_reader_that_went_away(system: str, number: int, gone: bool) -> None:
    assert output.is_closed_pipe(OSError(number, ""), system) is gone
