"""The texts under the headings of labelled reports, and what tells of each which section it is of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.authoring.learn.samples import Sample
from linter.authoring.learn.shared import gathered, spread
from linter.structure.fitted import Scores
from linter.structure.under_headings import TEXT_FEATURES, text_features

_STRENGTH = 0.5
"""The inverse of the penalty on large weights."""
_LEAST = 1000
"""Texts of sections that tell how their texts look, at least. Fitted to the 200 of some fifty reports, or to
the 500 to 900 of 180, one in twenty texts under a right heading was doubted.
"""


class Text(NamedTuple):
    """The text under one heading, as it looks for one section."""

    number: int
    """That of the section."""
    values: list[float]
    """Those of `TEXT_FEATURES`."""
    own: bool
    """Whether the heading names the section."""


def texts_under(sample: Sample, found: Scores) -> Iterator[Text]:
    """The texts of a report, for each section of which it is known whether they are about it.

    Under a heading of something else a text may treat a section all the same: it tells nothing then.
    """
    headings = [piece for piece in sample.pieces if piece.is_heading]
    sentences = [piece for piece in sample.pieces if not piece.is_heading]
    for (unit, _), heading, under in zip(found.headings, headings, found.under, strict=True):
        odds = [values for _, values in found.sentences[under]]
        if unit.kind == "item" or not odds:
            continue
        for number, own in enumerate(heading.meant):
            if own or (own is False and not any(each.meant[number] for each in sentences[under])):
                yield Text(number, text_features(odds, number), own)


def fit_texts(sections: tuple[str, ...], texts: Sequence[Text]) -> dict[str, tuple[float, ...]]:
    """For each section the bias and the weights of the features of a text.

    Texts of the section and others count the same in all, so that a probability of a half says nothing: so
    do all weights where there are too few texts.
    """
    from sklearn.linear_model import LogisticRegression

    size = len(TEXT_FEATURES)
    row = [0.0] * (1 + size + len(sections) * (1 + size))
    own = [text.own for text in texts]
    if sum(own) >= _LEAST and not all(own):
        model = LogisticRegression(
            C=_STRENGTH, class_weight="balanced", solver="newton-cholesky", max_iter=100, tol=1e-8
        )
        model.fit([spread(text.values, text.number, len(sections)) for text in texts], own)
        row = [float(model.intercept_[0]), *model.coef_[0].tolist()]
    return {section: gathered(row, number, size) for number, section in enumerate(sections)}
