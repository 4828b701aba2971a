"""`python -m linter` is `reportlint`."""

import sys


def main() -> None:
    """Run the program; Ctrl-C ends it with status 130 even while it is still being imported."""
    try:
        from linter.cli import interrupt

        interrupt.watch()
        from linter.cli.main import main as run

        run()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) or interrupt.interrupted():
            from linter.model.errors import INTERRUPTED

            sys.exit(INTERRUPTED)
        raise


if __name__ == "__main__":
    main()
