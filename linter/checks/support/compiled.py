"""Patterns of checks, compiled when a draft first needs them: at import every run would pay for them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, made once a process."""
    return re.compile(pattern, flags)
