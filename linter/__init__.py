"""reportlint: a checklist-based compliance linter for reports."""

__version__ = "0.1.0"

HOME = "https://pypi.org/project/reportlint/"
"""The page of the program, which reports link to."""
