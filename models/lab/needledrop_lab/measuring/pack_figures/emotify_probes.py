"""Probes of Emotify's few songs: trained on four fifths and tested on the rest, five times over.

So every song is tested once, by a probe that has not met it. The folds are fixed and stratified by
the emotion most felt.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ..probing import Examples, ProbeSettings, fit

FOLDS = 5
STRENGTHS = (0.001, 0.003, 0.01, 0.03, 0.1)  # C, chosen among the training songs
MLP = ProbeSettings(rate=1e-3, batch=64, dropout=0.25, layer_norm=True)  # of the paper's grid

# Vectors and truth to learn from, vectors to tell: scores [asked, labels].
Learn = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def tested_once(
    vectors: np.ndarray, truth: np.ndarray, strata: np.ndarray, learn: Learn
) -> np.ndarray:
    """Scores [songs, labels] of `vectors` [songs, width] by probes trained on the other folds."""
    scores = np.zeros(truth.shape)
    for known, asked in folds(strata, FOLDS):
        scores[asked] = learn(vectors[known], truth[known], vectors[asked])
    return scores


def folds(strata: np.ndarray, count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Rows to learn from and to test, `count` times; always the same."""
    with warnings.catch_warnings():
        # an emotion that fewer songs have than there are folds is missing from some
        warnings.filterwarnings("ignore", message="The least populated class")
        split = StratifiedKFold(count, shuffle=True, random_state=0)
        return list(split.split(strata[:, None], strata))


def logistic(vectors: np.ndarray, truth: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """One label of several; a label that no training song has gets the score 0."""
    labels = truth.argmax(axis=1)
    regression = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    grid = {"logisticregression__C": STRENGTHS}
    search = GridSearchCV(regression, grid, cv=folds(labels, 4)).fit(vectors, labels)
    scores = np.zeros((len(asked), truth.shape[1]))
    scores[:, search.classes_] = search.predict_proba(asked)
    return scores


def each_by_itself(vectors: np.ndarray, truth: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Whether each label holds, one logistic regression a label."""
    columns = []
    for own in truth.T:
        regression = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
        grid = {"logisticregression__C": STRENGTHS}
        search = GridSearchCV(regression, grid, scoring="roc_auc", cv=folds(own, 4))
        columns.append(search.fit(vectors, own).predict_proba(asked)[:, 1])
    return np.stack(columns, axis=1)


def mlp(vectors: np.ndarray, truth: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """The paper's probe with one hidden layer; a fifth of the songs tells when to stop."""
    known, held = folds(truth.argmax(axis=1), FOLDS)[0]
    train, valid = (Examples(vectors[rows], truth[rows]) for rows in (known, held))
    return fit(train, valid, "one", "mlp", MLP, seed=0)(asked)
