"""The word lists by which a period is read, explained in `rulesets/words/LANGUAGE/reporting_period.yaml`.

How years, days and spans of time are written is grammar, and stands in the code.
"""

from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """The lists, in the order of the questions they answer."""

    summary_titles: WordList
    title_tails: WordList
    before_other_report: WordList
    closed_titles: WordList
    fiscal_titles: WordList
    whole_year_titles: WordList
    autumn_term_titles: WordList
    signing_labels: WordList
    meeting_labels: WordList
    labels_of_dates: WordList
    before_own_year: WordList
    before_other_year: WordList
    after_other_year: WordList
    after_reported_year: WordList
