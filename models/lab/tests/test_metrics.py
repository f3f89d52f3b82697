"""Figures against their definitions written out."""

import numpy as np
import pytest

from needledrop_lab.metrics import macro_roc_auc, median_rank, ranks, recall_at, roc_auc


def naive_auc(scores: np.ndarray, labels: np.ndarray) -> float:
    wins = [
        1.0 if p > n else 0.5 if p == n else 0.0
        for p in scores[labels == 1]
        for n in scores[labels == 0]
    ]
    return sum(wins) / len(wins)


def test_roc_auc_counts_won_comparisons_ties_half() -> None:
    random = np.random.default_rng(1)
    for _ in range(20):
        scores = random.integers(0, 6, size=12).astype(float)
        labels = np.array([0, 1, *random.integers(0, 2, size=10)])
        assert roc_auc(scores, labels) == pytest.approx(naive_auc(scores, labels))


def test_a_tag_without_both_classes_is_not_averaged() -> None:
    scores = np.array([[0.1, 0.5], [0.9, 0.5]])
    assert macro_roc_auc(scores, np.array([[0, 1], [1, 1]])) == 1.0
    assert np.isnan(macro_roc_auc(scores, np.ones((2, 2))))


def test_ranks_count_from_one_and_ties_count_against() -> None:
    similarity = np.array([[0.9, 0.1, 0.2], [0.8, 0.5, 0.1], [0.3, 0.3, 0.3]])
    assert ranks(similarity).tolist() == [1, 2, 3]


def test_recall_and_median_of_ranks() -> None:
    rank = np.array([1, 2, 11, 40])
    assert recall_at(rank, 10) == 0.5
    assert recall_at(rank, 1) == 0.25
    assert median_rank(rank) == 6.5


def test_ranks_equal_sorting() -> None:
    similarity = np.random.default_rng(4).normal(size=(30, 30))
    sorted_ranks = [list(np.argsort(-row)).index(i) + 1 for i, row in enumerate(similarity)]
    assert ranks(similarity).tolist() == sorted_ranks
