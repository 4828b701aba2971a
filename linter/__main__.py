"""`python -m linter` is `reportlint`."""

import sys
from typing import NoReturn

from linter.errors import INTERRUPTED


def main() -> NoReturn:
    """Run the program. Loading it takes long enough for a Ctrl-C to fall in."""
    try:
        from linter.cli import main as run
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
