"""Whether the text under a heading is about the section that the heading names.

A heading alone proves nothing: 下一步打算 may stand over what was done. Its sentences have been weighed
(`linter.structure.fitted`), each by what it says and not by where it stands; what they come to together
is weighed once more, by weights fitted to the texts under the headings of labelled reports.
"""

import math
from collections.abc import Sequence

from linter.model.weights import SectionWeights
from linter.structure.fitted import HIGHEST, LOWEST

TEXT_FEATURES = ("strongest", "strongest three", "all", "before rivals", "share", "sentences")
"""What is weighed of a text for a section: its strongest sentence, the means of the strongest three and of
all, how far that of three is above those of other sections, how much of it speaks for the section, and how
many sentences there are."""
_BEST = 3
_SPEAKS = -1.0
"""Log-odds above which a sentence may speak for a section: among others of its kind that is much."""


def text_features(sentences: Sequence[Sequence[float]], number: int) -> list[float]:
    """The values of `TEXT_FEATURES` for the section of a number; `sentences` are the log-odds of each."""
    sections = [sorted(values, reverse=True) for values in zip(*sentences, strict=True)]
    best = [sum(values[:_BEST]) / len(values[:_BEST]) for values in sections]
    own = sections[number]
    rivals = [value for index, value in enumerate(best) if index != number]
    lead = best[number] - max(rivals, default=0.0)
    values = (own[0], best[number], sum(own) / len(own), lead)
    cut = [min(HIGHEST, max(LOWEST, value)) for value in values]
    share = sum(value > _SPEAKS for value in own) / len(own)
    return [*cut, share, float(min(_BEST, len(own)))]


def is_about(sentences: Sequence[Sequence[float]], weights: SectionWeights, number: int) -> float:
    """The probability that the text under a heading is of a section rather than of any other heading, by the
    log-odds of its sentences; a half where there are none, for nothing speaks against it then.
    """
    if not sentences:
        return 0.5
    bias, *row = weights.texts[weights.sections[number]]
    values = text_features(sentences, number)
    return 1 / (1 + math.exp(-bias - sum(weight * value for weight, value in zip(row, values, strict=True))))
