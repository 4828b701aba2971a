"""reportlint: a checklist-based compliance linter for reports."""

from __future__ import annotations

__version__ = "0.1.0"
