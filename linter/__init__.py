"""reportlint: a checklist-based compliance linter for reports."""

__version__ = "0.1.0"
