"""Zero-shot: an embedding that was not trained for a task predicts labels from their words.

Matrices in, figures out. As in the paper the label itself is the query, without a template around
it; the nearest label is the answer where there is one, and areas under curves where there are many.
"""

from __future__ import annotations

import numpy as np

from .metrics import (
    Estimate,
    average_precision,
    jackknife,
    macro_average_precision,
    macro_roc_auc,
    roc_auc,
)
from .tasks.task import Kind

EXTREMES = 5  # labels named at either end


def similarity(audio: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Cosine of [clips, width] with [labels, width], [clips, labels]; silence is unlike all."""
    result: np.ndarray = _unit(audio) @ _unit(words).T
    return result


def accuracy(scores: np.ndarray, truth: np.ndarray) -> float:
    """Share of rows of [clips, labels] whose highest score is the true one; ties count half.

    Half for two: each label that ties with the true one takes its share of the point.
    """
    best = scores >= scores.max(axis=1, keepdims=True)
    return float(((best & truth).any(axis=1) / best.sum(axis=1)).mean())


def task_figures(scores: np.ndarray, truth: np.ndarray, kind: Kind) -> dict[str, Estimate]:
    """Figures of [clips, labels] with 95 % intervals: `accuracy`, or `rocAuc` and `prAuc`."""
    measures = (
        {"accuracy": accuracy}
        if kind == "one"
        else {"rocAuc": macro_roc_auc, "prAuc": macro_average_precision}
    )
    return {
        name: jackknife(lambda rows, f=figure: f(scores[rows], truth[rows]), len(scores))  # type: ignore[misc]
        for name, figure in measures.items()
    }


def chance(truth: np.ndarray, known: np.ndarray, kind: Kind) -> dict[str, float]:
    """Figures without listening, for test labels `truth` and training labels `known`.

    Those of always predicting the most common training label, or of constant scores.
    """
    if kind == "one":
        return {"accuracy": float(truth[:, known.sum(axis=0).argmax()].mean())}
    nothing = np.zeros(truth.shape)
    return {
        "rocAuc": macro_roc_auc(nothing, truth),
        "prAuc": macro_average_precision(nothing, truth),
    }


def extremes(
    scores: np.ndarray, truth: np.ndarray, labels: tuple[str, ...]
) -> dict[str, list[dict[str, float | str]]]:
    """The labels with the highest and the lowest areas, best and worst first."""
    rows: list[dict[str, float | str]] = []
    areas = []
    for column, label in enumerate(labels):
        area = roc_auc(scores[:, column], truth[:, column])
        if not np.isnan(area):
            precision = average_precision(scores[:, column], truth[:, column])
            rows.append({"label": label, "rocAuc": area, "prAuc": precision})
            areas.append(area)
    order = np.argsort(areas, kind="stable")
    return {
        "best": [rows[i] for i in order[::-1][:EXTREMES]],
        "worst": [rows[i] for i in order[:EXTREMES]],
    }


def _unit(vectors: np.ndarray) -> np.ndarray:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    result: np.ndarray = vectors / np.where(length == 0, 1, length)
    return result
