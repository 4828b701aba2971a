"""The word lists of the check `placeholder`, explained in `rulesets/words/LANGUAGE/placeholder.yaml`."""

from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """Words next to a mask, a bracket or a unit that decide whether something was left unfilled."""

    unit_compounds: WordList
    drawn_after: WordList
    numbered: WordList
    places: WordList
    bodies: WordList
    not_bodies: WordList
    leading: WordList
    awaiting: WordList
    parties: WordList
    roles: WordList
    within_brackets: WordList
    bearers: WordList
    conjunctions: WordList
    following: WordList
    determiners: WordList
    name_endings: WordList
    containers: WordList
    handed: WordList
    copulas: WordList
    before_large: WordList
    date_compounds: WordList
    about: WordList
    surely_about: WordList
    suchlike: WordList
    showing: WordList
    of_the_like: WordList
    sayings: WordList
    form_purposes: WordList
    form_kinds: WordList
    english_forms: WordList
    english_applications: WordList
    english_signings: WordList
    form_guides: WordList
    orders: WordList
    explaining: WordList
    checklists: WordList
    columns: WordList
    articles: WordList
    after_version: WordList
    english_awaiting: WordList
    english_following: WordList
    english_about: WordList
    english_numbered: WordList
    english_naming: WordList
    english_no_plurals: WordList
    page_keys: WordList
    particles: WordList
    behind_persons: WordList
    double_surnames: WordList
    signings: WordList
    person_endings: WordList
    person_tails: WordList
    honours: WordList
    left_blank: WordList
