"""Measures a trained system as the paper's second table does: by tag and by sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..corpus.pool import Labelled, Pool
from ..training.errors import RunError
from ..training.trained import Trained
from .differences import Answers
from .metrics import (
    Estimate,
    bootstrap,
    jackknife,
    macro_average_precision,
    macro_roc_auc,
    mean_precision_at_10,
    median_rank,
    ranks,
    recall_at,
)

FREQUENT = 50  # tags of the paper's smaller tag retrieval


def tag_figures(scores: np.ndarray, labels: np.ndarray) -> dict[str, Estimate]:
    """Macro areas of [tracks, tags], tags sorted by frequency: of the first FREQUENT and of all."""
    result = {}
    for name, count in (("50", FREQUENT), ("All", scores.shape[1])):
        own, truth = scores[:, :count], labels[:, :count]
        for area, figure in (("rocAuc", macro_roc_auc), ("prAuc", macro_average_precision)):
            result[f"{area}{name}"] = jackknife(
                lambda rows, f=figure, s=own, t=truth: f(s[rows], t[rows]),  # type: ignore[misc]
                len(scores),
            )
    return result


def sentence_figures(rank: np.ndarray) -> dict[str, Estimate]:
    """Figures of the rank of each query's own track. Ranks count from 1, equals against."""
    return {
        "recallAt1": bootstrap(lambda some: recall_at(some, 1), rank),
        "recallAt5": bootstrap(lambda some: recall_at(some, 5), rank),
        "recallAt10": bootstrap(lambda some: recall_at(some, 10), rank),
        "precisionAt10": bootstrap(mean_precision_at_10, rank),
        "medianRank": bootstrap(median_rank, rank),
    }


def answers_of(trained: Trained, pool: Pool) -> Answers:
    """A run's scores and ranks on the test split."""
    if trained.vocabulary != pool.vocabulary:
        raise RunError(
            f"{trained.plan.name} was trained with another vocabulary than this corpus has; "
            "measure it on its own corpus, or train it again"
        )
    test, pairs = pool.splits["test"], pool.pairs()
    tags = trained.tags()
    scores = trained.tracks([item.id for item in test]) @ tags.T
    tracks = trained.tracks([item.id for item in pairs])
    if trained.towers.text is None:
        valid = pool.splits["valid"]
        known = trained.tracks([item.id for item in valid]) @ tags.T
        similarity = matches(known, pool.labels(valid), tracks @ tags.T, pool.labels(pairs))
    else:
        similarity = trained.texts([item.sentence for item in pairs]) @ tracks.T
    return Answers(scores, pool.labels(test), ranks(similarity))


def figures_of(answers: Answers) -> dict[str, Estimate]:
    """All figures of a run's answers."""
    return {**tag_figures(answers.scores, answers.labels), **sentence_figures(answers.rank)}


def matches(
    known: np.ndarray, truth: np.ndarray, scores: np.ndarray, queries: np.ndarray
) -> np.ndarray:
    """Tags instead of sentences, for a system without a text tower: [queries, tracks].

    Each tag is taken to be there from a score on that is best for F1 on other tracks (`known`
    scores, `truth`). A query of tags and a track's found tags are compared by the cosine of their
    indicator vectors. The paper chose thresholds on the test tracks themselves.
    """
    limits = np.array([best_threshold(known[:, i], truth[:, i]) for i in range(known.shape[1])])
    found = (scores >= limits).astype(float)
    found /= np.sqrt(found.sum(axis=1, keepdims=True)).clip(min=1)
    asked = queries / np.sqrt(queries.sum(axis=1, keepdims=True)).clip(min=1)
    result: np.ndarray = asked @ found.T
    return result


def best_threshold(scores: np.ndarray, labels: np.ndarray) -> float:
    """The score from which on to say yes for the highest F1; the highest of equally good ones."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(scores) + 1) + labels.sum())
    last_of_equals = np.append(np.diff(scores[order]) != 0, True)
    return float(scores[order][np.argmax(np.where(last_of_equals, f1, -1))])


def sentences_of(items: Sequence[Labelled]) -> list[str]:
    """The items' tag captions."""
    return [item.sentence for item in items]
