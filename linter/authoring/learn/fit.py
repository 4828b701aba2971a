"""Weights fitted to samples by logistic regression, with scikit-learn: the same ones for the same samples.

The first layer is fitted to the headings and to the sentences, a section at a time. Its n-grams are pruned
to the strongest, and fitted once more. The second layer must not be fitted to verdicts on what the first
layer has learned by heart: its features come from first layers that had not seen the reports, nor any
other of their writers. The same holds of the texts under headings (`linter.structure.under_headings`).
"""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from linter.authoring.learn.samples import Piece, Sample
from linter.authoring.learn.shared import gathered, spread
from linter.authoring.learn.texts_under import Text, fit_texts, texts_under
from linter.model.weights import BIAS, SCALE, STATES, Row, Rows, SectionWeights
from linter.structure.fitted import FEATURES, features, scores

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


class Layer(NamedTuple):
    """How the weights of headings, or of sentences, are fitted."""

    strength: float
    """The inverse of the penalty on large weights (C)."""
    rarest: int
    """Occurrences of an n-gram, at least."""
    kept: int
    """The number of n-grams that are kept, at most."""


HEADINGS = Layer(1.0, 3, 4000)
SENTENCES = Layer(0.4, 4, 8000)
VERDICTS = 0.3
"""The inverse of the penalty in the second layer."""
FOLDS = 4
"""So many first layers give the features of the second."""
_POSITIVE = 2.0
"""How much a heading or sentence that is about a section counts beside one that is not."""
_NEVER = -8.0
"""The log-odds of what no sample shows."""


def fit(
    sections: tuple[str, ...],
    samples: Sequence[Sample],
    known: SectionWeights | None = None,
    single: Sequence[Piece] = (),
) -> SectionWeights:
    """The weights fitted to some samples, and to single headings and sentences that no report came with.

    They have no n-grams but those of the known weights, where there are some.
    """
    folds = folds_of(samples, FOLDS)
    rows: list[list[list[float]]] = [[] for _ in samples]
    texts: list[Text] = []
    for fold in sorted(set(folds)):
        rest = [each for each, other in zip(samples, folds, strict=True) if other != fold]
        first = first_layer(sections, rest, known, single)
        for index, each in enumerate(samples):
            if folds[index] == fold:
                found = scores(each.report.document, each.report.part, first)
                rows[index] = [
                    features(found, number, each.said[section]) for number, section in enumerate(sections)
                ]
                texts += texts_under(each, found)
    return first_layer(sections, samples, known, single)._replace(
        verdicts=second_layer(sections, samples, rows), texts=fit_texts(sections, texts)
    )


def folds_of(samples: Sequence[Sample], most: int) -> list[int]:
    """A fold for each sample: the reports of a writer are in one, and folds are about equally large."""
    sizes = Counter(each.report.writer for each in samples)
    loads = [0] * max(2, min(most, len(sizes)))
    fold: dict[str, int] = {}
    for writer in sorted(sizes, key=lambda writer: (-sizes[writer], writer)):
        fold[writer] = loads.index(min(loads))
        loads[fold[writer]] += sizes[writer]
    return [fold[each.report.writer] for each in samples]


# --- the first layer --------------------------------------------------------------------------


def first_layer(
    sections: tuple[str, ...],
    samples: Sequence[Sample],
    known: SectionWeights | None = None,
    single: Sequence[Piece] = (),
) -> SectionWeights:
    """The weights of the n-grams."""
    pieces = [*(piece for each in samples for piece in each.pieces), *single]
    headings = [piece for piece in pieces if piece.is_heading]
    sentences = [piece for piece in pieces if not piece.is_heading]
    naming = table(headings, HEADINGS, known.naming if known else None)
    return SectionWeights(
        sections, naming, table(sentences, SENTENCES, known.treating if known else None), {}
    )


def table(pieces: Sequence[Piece], layer: Layer, known: Collection[str] | None = None) -> Rows:
    """The weights of the n-grams of some pieces: of the known ones, or else of those that weigh most."""
    if not pieces:  # reports without headings
        return Rows()
    counts = Counter(gram for piece in pieces for gram in piece.grams)
    grams = sorted(
        gram for gram, count in counts.items() if (gram in known if known else count >= layer.rarest)
    )
    if not known and len(grams) > layer.kept:
        weights, _ = _regression(pieces, grams, layer.strength)
        force = {
            gram: max(map(abs, row)) * math.sqrt(counts[gram])
            for gram, row in zip(grams, weights, strict=True)
        }
        grams = sorted(sorted(grams, key=lambda gram: (-force[gram], gram))[: layer.kept])
    weights, bias = _regression(pieces, grams, layer.strength)
    rows = {gram: _whole(row) for gram, row in zip(grams, weights, strict=True)}
    return Rows({BIAS: _whole(bias), **{gram: row for gram, row in rows.items() if set(row) - set("0 ")}})


def _whole(values: Sequence[float]) -> Row:
    return " ".join(str(round(value * SCALE)) for value in values)


def _regression(
    pieces: Sequence[Piece], grams: Sequence[str], strength: float
) -> tuple[list[list[float]], list[float]]:
    """The weights of n-grams, a list for each with a number for each section, and the biases."""
    matrix = _matrix(pieces, grams)
    columns, biases = [], []
    for number in range(len(pieces[0].meant) if pieces else 0):
        weights, bias = _one_section(matrix, pieces, number, strength)
        columns.append(weights)
        biases.append(bias)
    return [list(row) for row in zip(*columns, strict=True)], biases


def _matrix(pieces: Sequence[Piece], grams: Sequence[str]) -> "csr_matrix":
    """One row a piece, one column an n-gram: 1 where the piece has it."""
    from scipy.sparse import csr_matrix

    column = {gram: index for index, gram in enumerate(grams)}
    indices: list[int] = []
    ends = [0]
    for piece in pieces:
        indices += sorted(column[gram] for gram in piece.grams if gram in column)
        ends.append(len(indices))
    return csr_matrix(([1.0] * len(indices), indices, ends), shape=(len(pieces), len(grams)))


def _one_section(
    matrix: "csr_matrix", pieces: Sequence[Piece], number: int, strength: float
) -> tuple[list[float], float]:
    from sklearn.linear_model import LogisticRegression

    known = [index for index, piece in enumerate(pieces) if piece.meant[number] is not None]
    meant = [bool(pieces[index].meant[number]) for index in known]
    if len(set(meant)) < 2 or not matrix.shape[1]:
        return [0.0] * matrix.shape[1], _NEVER if not any(meant) else -_NEVER
    counts = [
        pieces[index].weight * (_POSITIVE if about else 1.0)
        for index, about in zip(known, meant, strict=True)
    ]
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=150, random_state=0)
    model.fit(matrix[known], meant, sample_weight=counts)
    return model.coef_[0].tolist(), float(model.intercept_[0])


# --- the second layer -------------------------------------------------------------------------


def second_layer(
    sections: tuple[str, ...], samples: Sequence[Sample], rows: Sequence[Sequence[Sequence[float]]]
) -> dict[str, tuple[tuple[float, ...], ...]]:
    """For each section and state its bias and the weights of the features."""
    given, states = [], []
    for row, each in zip(rows, samples, strict=True):
        for number, state in enumerate(each.states):
            if state:
                given.append(spread(row[number], number, len(sections)))
                states.append(state)
    by_state = _multinomial(given, states)
    return {
        section: tuple(gathered(by_state[state], number, len(FEATURES)) for state in STATES)
        for number, section in enumerate(sections)
    }


def _multinomial(given: Sequence[Sequence[float]], states: Sequence[str]) -> dict[str, list[float]]:
    """For each state the bias and the weights; a state that never occurs is never likely."""
    from sklearn.linear_model import LogisticRegression

    seen = sorted(set(states))
    zeros = [0.0] * len(given[0])
    found = {state: [0.0 if state in seen else _NEVER, *zeros] for state in STATES}
    if len(seen) > 1:
        model = LogisticRegression(C=VERDICTS, solver="newton-cholesky", max_iter=100, tol=1e-8).fit(
            given, states
        )
        rows = zip(model.intercept_.tolist(), model.coef_.tolist(), strict=True)
        # Of two states the model has one row, for the second beside the first.
        for state, (bias, weights) in zip(seen[-len(model.intercept_) :], rows, strict=True):
            found[state] = [bias, *weights]
    return found
