"""`python -m linter` is `reportlint`."""

from __future__ import annotations

import gc
import sys

_OBJECTS = 100_000
"""New objects between two garbage collections: loading makes some 50,000 that all stay, and looking
through them again and again costs 4 % of a short run."""


def main() -> None:
    """Run the program. Loading it takes long enough for a Ctrl-C to fall in."""
    gc.set_threshold(_OBJECTS)
    try:
        from linter.cli.app import main as run
    except KeyboardInterrupt:
        from linter.model.errors import INTERRUPTED

        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
