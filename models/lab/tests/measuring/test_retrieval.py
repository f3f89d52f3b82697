"""Measuring a run: thresholds, crops, baselines, seeds, and the whole table in toy size."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from run_toys import SETTINGS, TAGS, TOY, toy_items, toy_language, toy_plan

from needledrop_lab.corpus.pool import Pool, pool_of
from needledrop_lab.measuring.metrics import Estimate, ranks
from needledrop_lab.measuring.retrieval import (
    answers_of,
    best_threshold,
    figures_of,
    matches,
    sentence_figures,
)
from needledrop_lab.measuring.table2 import baselines, measure, over_seeds, plain, table2
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.recipes import SYSTEMS
from needledrop_lab.training.trained import Trained, crop_starts, load_run

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pool, Path]:
    folder = tmp_path_factory.mktemp("corpus")
    return pool_of(toy_items(folder)), folder


@pytest.fixture(scope="module")
def load(
    corpus: tuple[Pool, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Trained]:
    out = tmp_path_factory.mktemp("runs")

    def trained(system: str) -> Trained:
        plan = toy_plan(system, corpus[1] / "features")
        folder = train_run(plan, corpus[0], toy_language(), out, CPU)
        return load_run(folder, corpus[1], toy_language(), CPU)

    return trained


def naive_threshold(scores: np.ndarray, labels: np.ndarray) -> float:
    def f1(limit: float) -> float:
        said = scores >= limit
        return float(2 * (said & labels).sum() / (said.sum() + labels.sum()))

    return max(sorted(set(scores.tolist()), reverse=True), key=f1)


def test_the_best_threshold_is_that_of_trying_all() -> None:
    random = np.random.default_rng(2)
    for _ in range(30):
        scores = random.integers(0, 7, size=15) / 7
        labels = random.random(15) < 0.4
        assert best_threshold(scores, labels) == naive_threshold(scores, labels)


def test_tags_found_are_matched_by_cosine() -> None:
    known, truth = np.array([[0.1, 0.9], [0.8, 0.2]]), np.array([[False, True], [True, False]])
    scores = np.array([[0.9, 0.95], [0.9, 0.1], [0.0, 0.0]])
    queries = np.array([[True, True], [True, False]])
    half = 1 / np.sqrt(2)
    expected = [[1, half, 0], [half, 1, 0]]
    np.testing.assert_allclose(matches(known, truth, scores, queries), expected)


def test_crops_are_spread_over_the_track() -> None:
    assert crop_starts(100, 10) == [0, 30, 60]
    assert crop_starts(10, 10) == [0, 0, 0]


def test_a_track_is_the_mean_of_its_crops_before_normalisation(
    load: Callable[[str], Trained], corpus: tuple[Pool, Path]
) -> None:
    trained = load("contrastive-bert-stochastic")
    whole = torch.from_numpy(np.load(corpus[1] / "features" / "test-3.npy"))
    with torch.no_grad():
        crops = [trained.towers.embed_audio(whole[s : s + 3][None])[0] for s in (0, 3, 6)]
    mean = (crops[0] + crops[1] + crops[2]) / 3
    np.testing.assert_allclose(trained.tracks(["test-3"])[0], mean / mean.norm(), atol=1e-5)


@pytest.mark.parametrize(
    "system", ["classification", "triplet-wordvec-sentence", "contrastive-bert-stochastic"]
)
def test_what_can_be_heard_is_found_far_more_often_than_by_chance(
    load: Callable[[str], Trained], corpus: tuple[Pool, Path], system: str
) -> None:
    figures = figures_of(answers_of(load(system), corpus[0]))
    chance = baselines(corpus[0])["random"]
    assert figures["rocAucAll"].value > 0.8 > chance["rocAucAll"].high
    assert figures["recallAt10"].value > chance["recallAt10"].value
    assert figures["rocAuc50"].low <= figures["rocAuc50"].value <= figures["rocAuc50"].high


def test_a_perfect_order_has_perfect_figures_with_ranks_from_one() -> None:
    figures = sentence_figures(ranks(np.eye(8)))
    assert figures["recallAt1"].value == figures["precisionAt10"].value == 1
    assert figures["medianRank"] == Estimate(1, 1, 1)


def test_words_find_labelled_tracks_almost_always(corpus: tuple[Pool, Path]) -> None:
    found = baselines(corpus[0])["bm25"]
    assert found["rocAucAll"].value == 1
    assert found["recallAt1"].value == 1


def test_a_run_of_another_vocabulary_is_refused(
    load: Callable[[str], Trained], corpus: tuple[Pool, Path]
) -> None:
    other = dataclasses.replace(corpus[0], vocabulary=TAGS[:3])
    with pytest.raises(RunError, match="another vocabulary"):
        answers_of(load("classification"), other)


def short_run(system: str, corpus: tuple[Pool, Path], out: Path) -> Path:
    """The folder of a run of two steps."""
    plan = toy_plan(system, corpus[1] / "features", steps=2, valid_every=2)
    return train_run(plan, corpus[0], toy_language(), out, CPU)


def test_a_run_that_has_not_ended_is_not_measured(
    corpus: tuple[Pool, Path], tmp_path: Path
) -> None:
    folder = short_run("contrastive-bert-tag", corpus, tmp_path)
    (folder / "finished.json").unlink()
    with pytest.raises(RunError, match="has not finished"):
        measure(folder, corpus[0], corpus[1], toy_language(), CPU)
    assert not (folder / "figures.json").exists()


def test_a_run_that_hears_other_features_is_refused(
    corpus: tuple[Pool, Path], tmp_path: Path
) -> None:
    folder = short_run("classification", corpus, tmp_path)
    (tmp_path / "other" / "features").mkdir(parents=True)
    front = dataclasses.asdict(SETTINGS.front) | {"hop_samples": 1}
    (tmp_path / "other" / "features" / "front.json").write_text(json.dumps(front))
    with pytest.raises(RunError, match="other hop_samples"):
        load_run(folder, tmp_path / "other", toy_language(), CPU)


@pytest.mark.parametrize("name", ["weights.pt", "run.json"])
def test_half_a_file_is_named(corpus: tuple[Pool, Path], tmp_path: Path, name: str) -> None:
    folder = short_run("classification", corpus, tmp_path)
    whole = (folder / name).read_bytes()
    for length in (0, len(whole) // 2):
        (folder / name).write_bytes(whole[:length])
        with pytest.raises(RunError, match=rf"{name} cannot be read"):
            load_run(folder, corpus[1], toy_language(), CPU)


def test_a_folder_without_a_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="`lab train` writes a new one"):
        load_run(tmp_path, tmp_path, toy_language(), CPU)


def test_runs_of_several_seeds_share_the_tracks_but_not_the_seed() -> None:
    one = Estimate(0.5, 0.4, 0.6)
    assert over_seeds([one]) == one
    same = over_seeds([one, one, one])
    assert (same.low, same.high) == (pytest.approx(0.4), pytest.approx(0.6))
    spread = over_seeds([Estimate(v, v - 0.1, v + 0.1) for v in (0.3, 0.5, 0.7)])
    error = np.sqrt((0.1 / 1.959964) ** 2 + 0.04 / 3)
    assert spread.value == pytest.approx(0.5)
    assert spread.high == pytest.approx(0.5 + 1.959964 * error)


def test_what_could_not_be_measured_is_null() -> None:
    assert plain(Estimate(0.123456, float("nan"), 1)) == {"value": 0.12346, "low": None, "high": 1}


def test_the_table_has_every_system_and_is_not_trained_twice(
    corpus: tuple[Pool, Path], tmp_path: Path
) -> None:
    changes = {**TOY, "steps": 2, "valid_every": 2}

    def table() -> dict[str, object]:
        return table2(corpus[0], changes, corpus[1], lambda _: toy_language(), tmp_path, CPU)

    first = table()
    for seed in (1, 2, 3):  # answers of other weights are not believed
        answers = tmp_path / f"contrastive-bert-tag-seed{seed}" / "answers.pt"
        kept = torch.load(answers, weights_only=True)
        torch.save({**kept, "rank": kept["rank"] * 0 + 99, "of": "others"}, answers)
    assert table() == first
    times = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.*")}
    assert table() == first
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.*")} == times
    rows = json.loads(json.dumps(first["rows"], allow_nan=False))
    assert [row["system"] for row in rows] == ["random", "bm25", *SYSTEMS]
    assert len({tuple(row["figures"]) for row in rows}) == 1
    assert rows[-1]["seeds"] == [1, 2, 3]
    for found in json.loads(json.dumps(first["differences"], allow_nan=False)):
        ahead, behind = (
            next(row["figures"] for row in rows if row["system"] == found[side])
            for side in ("ahead", "behind")
        )
        apart = ahead[found["figure"]]["value"] - behind[found["figure"]]["value"]
        assert found["value"] == pytest.approx(apart, abs=2e-5)
    assert len(rows[-1]["perSeed"]["medianRank"]) == len(rows[-1]["trainingSeconds"]) == 3
