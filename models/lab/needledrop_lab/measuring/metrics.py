"""Figures of the paper: macro ROC-AUC and PR-AUC for tags, R@k, mAP@10 and MedR for sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata, t

BLOCKS = 20  # of items, in the jackknife
RESAMPLES = 2_000  # of queries, in the bootstrap


@dataclass(frozen=True)
class Estimate:
    """A figure with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def roc_auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Chance that a positive scores higher than a negative, ties half. NaN without both classes."""
    positives = int(labels.sum())
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    rank_sum = rankdata(scores)[labels.astype(bool)].sum()
    return float((rank_sum - positives * (positives + 1) / 2) / (positives * negatives))


def average_precision(scores: np.ndarray, labels: np.ndarray) -> float:
    """Precision averaged over the positives, equal scores taken as one step (as scikit-learn does).

    NaN without both classes.
    """
    positives = int(labels.sum())
    if positives == 0 or positives == len(labels):
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    last_of_equals = np.append(np.diff(scores[order]) != 0, True)
    hits = np.cumsum(labels[order])[last_of_equals]
    seen = np.arange(1, len(scores) + 1)[last_of_equals]
    return float((np.diff(hits, prepend=0) * hits / seen).sum() / positives)


def macro(
    figure: Callable[[np.ndarray, np.ndarray], float], scores: np.ndarray, labels: np.ndarray
) -> float:
    """Mean of a figure over the columns of [items, tags] that have both classes."""
    columns = [figure(scores[:, tag], labels[:, tag]) for tag in range(scores.shape[1])]
    known = [value for value in columns if not np.isnan(value)]
    return float(np.mean(known)) if known else float("nan")


def macro_roc_auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Macro ROC-AUC of [items, tags]."""
    return macro(roc_auc, scores, labels)


def macro_average_precision(scores: np.ndarray, labels: np.ndarray) -> float:
    """Macro PR-AUC of [items, tags]."""
    return macro(average_precision, scores, labels)


def ranks(similarity: np.ndarray) -> np.ndarray:
    """Rank of the matching item (the diagonal) in each row, 1 the best; ties count against it."""
    own = np.diag(similarity)[:, None]
    result: np.ndarray = (similarity >= own).sum(axis=1)
    return result


def recall_at(rank: np.ndarray, k: int) -> float:
    """Share of queries whose item is among the first k."""
    return float((rank <= k).mean())


def mean_precision_at_10(rank: np.ndarray) -> float:
    """mAP@10 where each query has one item: the mean of 1 / rank, 0 beyond ten."""
    return float(np.where(rank <= 10, 1 / rank, 0).mean())


def median_rank(rank: np.ndarray) -> float:
    """Median of the ranks."""
    return float(np.median(rank))


def jackknife(figure: Callable[[np.ndarray], float], items: int) -> Estimate:
    """A figure of all items, its interval from leaving out one block of them after the other.

    `figure` gets the indices to use. There are BLOCKS of them, drawn at random but always the same:
    an order that comes round, as composed styles do, would put like items into one block.
    """
    whole = figure(np.arange(items))
    blocks = min(BLOCKS, items)
    if blocks < 2:
        return Estimate(whole, float("nan"), float("nan"))
    block_of = np.random.default_rng(0).permutation(items) % blocks
    left = np.array([figure(np.flatnonzero(block_of != block)) for block in range(blocks)])
    error = np.sqrt((blocks - 1) / blocks * ((left - left.mean()) ** 2).sum())
    reach = float(t.ppf(0.975, blocks - 1) * error)
    return Estimate(whole, whole - reach, whole + reach)


def bootstrap(figure: Callable[[np.ndarray], float], values: np.ndarray, seed: int = 0) -> Estimate:
    """A figure of values, its interval from resampling them. A median has no jackknife."""
    random = np.random.default_rng(seed)
    drawn = [figure(values[random.integers(0, len(values), len(values))]) for _ in range(RESAMPLES)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Estimate(figure(values), float(low), float(high))
