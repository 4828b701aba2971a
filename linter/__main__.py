"""`python -m linter` is `reportlint`."""

import sys


def main() -> None:
    """Run the program. Loading it takes long enough for a Ctrl-C to fall in."""
    try:
        from linter.cli import main as run
    except KeyboardInterrupt:
        from linter.errors import INTERRUPTED

        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
