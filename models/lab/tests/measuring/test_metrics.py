"""Figures against their definitions written out."""

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from needledrop_lab.measuring.metrics import (
    average_precision,
    bootstrap,
    jackknife,
    macro_average_precision,
    macro_roc_auc,
    mean_precision_at_10,
    median_rank,
    ranks,
    recall_at,
    roc_auc,
)


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


def naive_precision(scores: np.ndarray, labels: np.ndarray) -> float:
    total = 0.0
    for own in scores[labels == 1]:
        seen = scores >= own
        total += labels[seen].sum() / seen.sum()
    return total / int(labels.sum())


def test_average_precision_of_eight_items() -> None:
    scores = np.array([8, 7, 6, 5, 4, 3, 2, 1], dtype=float)
    labels = np.array([1, 0, 1, 0, 0, 0, 0, 1])
    assert average_precision(scores, labels) == pytest.approx((1 / 1 + 2 / 3 + 3 / 8) / 3)


def test_average_precision_equals_its_definition_and_scikit_learn_ties_included() -> None:
    random = np.random.default_rng(6)
    for _ in range(20):
        scores = random.integers(0, 5, size=12).astype(float)
        labels = np.array([0, 1, *random.integers(0, 2, size=10)])
        found = average_precision(scores, labels)
        assert found == pytest.approx(naive_precision(scores, labels))
        assert found == pytest.approx(average_precision_score(labels, scores))


def test_macro_average_precision_leaves_out_tags_of_all_or_none() -> None:
    scores = np.array([[0.1, 0.5], [0.9, 0.5]])
    assert macro_average_precision(scores, np.array([[0, 1], [1, 1]])) == 1.0
    assert np.isnan(macro_average_precision(scores, np.zeros((2, 2))))


def test_precision_at_ten_is_one_over_the_rank() -> None:
    assert mean_precision_at_10(np.array([1, 2, 10, 11])) == pytest.approx((1 + 0.5 + 0.1) / 4)


def test_jackknife_takes_no_notice_of_an_order_that_comes_round() -> None:
    values = np.tile(np.arange(20.0), 10)  # each of twenty kinds, again and again
    found = jackknife(lambda rows: float(values[rows].mean()), len(values))
    expected = 2 * 1.96 * values.std(ddof=1) / np.sqrt(len(values))
    assert 0.6 * expected < found.high - found.low < 1.6 * expected


def test_jackknife_of_a_mean_is_its_standard_error() -> None:
    values = np.random.default_rng(3).normal(size=20)
    found = jackknife(lambda rows: float(values[rows].mean()), 20)
    error = values.std(ddof=1) / np.sqrt(20)
    assert found.value == pytest.approx(values.mean())
    assert found.high - found.value == pytest.approx(2.093 * error, rel=1e-3)
    assert found.value - found.low == pytest.approx(2.093 * error, rel=1e-3)


def test_one_item_has_no_interval() -> None:
    found = jackknife(lambda rows: float(len(rows)), 1)
    assert found.value == 1
    assert np.isnan(found.low)


def test_bootstrap_holds_the_figure_and_repeats_itself() -> None:
    rank = np.arange(1, 102)
    found = bootstrap(median_rank, rank)
    assert found.low < found.value == 51 < found.high
    assert found == bootstrap(median_rank, rank)
    assert bootstrap(median_rank, np.full(9, 4)).high == 4
