"""Figures of the paper: macro ROC-AUC for tags, R@k and median rank (from 1) for sentences."""

from __future__ import annotations

import numpy as np
from scipy.stats import rankdata


def roc_auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Chance that a positive scores higher than a negative, ties half. NaN without both classes."""
    positives = int(labels.sum())
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    rank_sum = rankdata(scores)[labels.astype(bool)].sum()
    return float((rank_sum - positives * (positives + 1) / 2) / (positives * negatives))


def macro_roc_auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Mean ROC-AUC over the columns of [items, tags] that have both classes."""
    columns = [roc_auc(scores[:, tag], labels[:, tag]) for tag in range(scores.shape[1])]
    known = [value for value in columns if not np.isnan(value)]
    return float(np.mean(known)) if known else float("nan")


def ranks(similarity: np.ndarray) -> np.ndarray:
    """Rank of the matching item (the diagonal) in each row, 1 the best; ties count against it."""
    own = np.diag(similarity)[:, None]
    result: np.ndarray = (similarity >= own).sum(axis=1)
    return result


def recall_at(rank: np.ndarray, k: int) -> float:
    """Share of queries whose item is among the first k."""
    return float((rank <= k).mean())


def median_rank(rank: np.ndarray) -> float:
    """Median of the ranks."""
    return float(np.median(rank))
