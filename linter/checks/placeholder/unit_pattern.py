"""A unit or measure word behind a place for a number, as a pattern: 次, 余人, 万元."""

from linter.text.measures import QUANTITIES
from linter.text.numerals import AFTER_MASK
from linter.text.patterns import alternation

UNIT = rf"[{AFTER_MASK}]{{0,2}}{alternation(QUANTITIES)}"
"""For `re`; a group that captures nothing surrounds the words."""
