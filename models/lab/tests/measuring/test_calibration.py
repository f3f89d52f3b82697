"""Calibration: how likely a word is at a cosine, of words that are heard well enough."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from needledrop_lab.measuring.calibration import Heard, calibrate

WORDS = np.eye(3)  # unit vectors of three words, so that a section's cosine is its coordinate


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-x)))


def source(scale: float, bias: float, seed: int, sections: int = 6_000) -> Heard:
    """Sections that hold the first word with probability sigmoid(scale * cosine + bias), the second
    by chance; the third is unknown."""
    random = np.random.default_rng(seed)
    vectors = random.uniform(-0.5, 0.9, size=(sections, 3))
    first = random.random(sections) < sigmoid(scale * vectors[:, 0] + bias)
    second = random.random(sections) < 0.5
    words = np.stack([first, second, np.full(sections, np.nan)], axis=1)
    return Heard(vectors, np.arange(sections) // 10, words.astype(float))


def test_a_known_sigmoid_is_recovered_and_chance_is_left_out() -> None:
    found = calibrate(["known", "chance", "unknown"], WORDS, [source(8.0, -2.0, seed=1)])
    assert found.keys() == {"known"}
    assert found["known"].scale == pytest.approx(8.0, rel=0.1)
    assert found["known"].bias == pytest.approx(-2.0, rel=0.15)


def test_reliability_is_the_mean_of_the_sources_areas() -> None:
    sources = [source(8.0, -2.0, seed=1), source(20.0, -4.0, seed=2, sections=1_000)]
    found = calibrate(["known", "chance", "unknown"], WORDS, sources)["known"]
    areas = [roc_auc_score(heard.words[:, 0], heard.vectors[:, 0]) for heard in sources]
    assert areas[1] > areas[0] + 0.03
    assert found.reliability == pytest.approx(np.mean(areas))


def test_a_large_source_weighs_as_much_as_a_small_one() -> None:
    small, other = source(8.0, -3.0, 1, sections=2_000), source(8.0, 1.0, 2, sections=2_000)
    large = Heard(*(np.repeat(part, 9, axis=0) for part in vars(other).values()))
    few, many = (calibrate(["known"], WORDS[:1], [small, x])["known"] for x in (other, large))
    assert many.scale == pytest.approx(few.scale, rel=1e-2)
    assert many.bias == pytest.approx(few.bias, rel=1e-2)
    assert -3 < few.bias < 1


def test_half_presence_tells_nothing() -> None:
    clear = source(8.0, -2.0, seed=1)
    unclear = np.random.default_rng(3).uniform(0.26, 0.59, size=len(clear.words))
    known = np.arange(len(unclear)) % 2 == 0
    half = Heard(clear.vectors, clear.tracks, np.where(known, clear.words[:, 0], unclear)[:, None])
    alone = Heard(clear.vectors[known], clear.tracks[known], clear.words[known, :1])
    assert calibrate(["known"], WORDS[:1], [half]) == calibrate(["known"], WORDS[:1], [alone])


def test_a_word_of_too_few_tracks_is_not_calibrated() -> None:
    clear = source(8.0, -2.0, seed=1)
    for tracks, expected in ((np.minimum(clear.tracks, 3), 1), (np.minimum(clear.tracks, 2), 0)):
        heard = Heard(clear.vectors, tracks, clear.words)
        assert len(calibrate(["known"], WORDS[:1], [heard])) == expected


def test_a_source_without_a_word_says_nothing_of_it() -> None:
    clear = source(8.0, -2.0, seed=1)
    without = Heard(clear.vectors, clear.tracks, np.zeros_like(clear.words))
    both = calibrate(["known"], WORDS[:1], [clear, without])
    assert both == calibrate(["known"], WORDS[:1], [clear])


def test_a_word_whose_opposite_is_heard_is_left_out() -> None:
    assert calibrate(["known"], WORDS[:1], [source(-8.0, 2.0, seed=1)]) == {}
