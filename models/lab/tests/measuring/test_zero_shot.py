import math

import numpy as np
import pytest

from needledrop_lab.measuring.zero_shot import accuracy, chance, extremes, similarity, task_figures

# Eight clips, three labels: the first five are told right, one is a tie of two, two are wrong.
TRUTH = np.eye(3, dtype=bool)[[0, 0, 1, 1, 2, 2, 0, 1]]
SCORES = np.array(
    [
        [0.9, 0.1, 0.0],
        [0.8, 0.1, 0.2],
        [0.1, 0.7, 0.0],
        [0.0, 0.6, 0.1],
        [0.2, 0.1, 0.9],
        [0.5, 0.1, 0.5],
        [0.1, 0.8, 0.3],
        [0.9, 0.2, 0.3],
    ]
)


def naive_accuracy(scores: np.ndarray, truth: np.ndarray) -> float:
    points = 0.0
    for row, right in zip(scores.tolist(), truth.tolist(), strict=True):
        said = [label for label, score in enumerate(row) if score == max(row)]
        points += sum(right[label] for label in said) / len(said)
    return points / len(scores)


def test_accuracy_is_that_of_its_naive_twin() -> None:
    assert accuracy(SCORES, TRUTH) == 5.5 / 8 == naive_accuracy(SCORES, TRUTH)
    random = np.random.default_rng(0)
    scores = random.integers(0, 4, (50, 5)).astype(float)
    truth = np.eye(5, dtype=bool)[random.integers(0, 5, 50)]
    assert math.isclose(accuracy(scores, truth), naive_accuracy(scores, truth))


def test_a_task_of_one_label_is_measured_by_accuracy_and_of_many_by_areas() -> None:
    one = task_figures(SCORES, TRUTH, "one")
    assert list(one) == ["accuracy"]
    assert one["accuracy"].low < one["accuracy"].value == 5.5 / 8 < one["accuracy"].high
    many = task_figures(SCORES, TRUTH, "many")
    assert list(many) == ["rocAuc", "prAuc"]
    assert 0.5 < many["rocAuc"].value < 1


def test_similarity_is_the_cosine_and_silence_is_unlike_all() -> None:
    audio = np.array([[3.0, 4.0], [0.0, 0.0]])
    words = np.array([[3.0, 4.0], [-4.0, 3.0], [-3.0, -4.0]])
    assert similarity(audio, words) == pytest.approx(np.array([[1, 0, -1], [0, 0, 0]]))


def test_chance_is_the_commonest_training_label_or_a_score_that_knows_nothing() -> None:
    known = np.eye(3, dtype=bool)[[2, 2, 1]]
    assert chance(TRUTH, known, "one") == {"accuracy": 2 / 8}
    areas = chance(TRUTH, known, "many")
    assert areas["rocAuc"] == 0.5
    assert math.isclose(areas["prAuc"], (3 / 8 + 3 / 8 + 2 / 8) / 3)


def test_extremes_name_labels_from_either_end_and_skip_those_without_both_classes() -> None:
    truth = np.array([[1, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 1, 1, 0]], dtype=bool)
    scores = np.array([[4.0, 4, 2, 1], [3, 3, 1, 1], [2, 2, 1.5, 1], [1, 1, 1, 1]])
    found = extremes(scores, truth, ("right", "upside down", "middling", "never"))
    assert [row["label"] for row in found["best"]] == ["right", "middling", "upside down"]
    assert [row["label"] for row in found["worst"]] == ["upside down", "middling", "right"]
    assert found["best"][0]["rocAuc"] == 1 and found["worst"][0]["rocAuc"] == 0
