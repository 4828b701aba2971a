"""Patterns of checks, compiled when a document first needs them: at import every run would pay for them."""

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, cached for the process. Raises re.error."""
    return re.compile(pattern, flags)
