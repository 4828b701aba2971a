"""`python -m linter` is `reportlint`."""

from linter.cli import main

main()
