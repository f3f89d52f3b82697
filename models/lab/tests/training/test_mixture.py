"""needledrop-base's batches: what may be a negative, what is in them, what a kill costs."""

import dataclasses
import json
from pathlib import Path

import pytest
import torch
from toys import tokenizer, toy_base_plan, toy_mixture

from needledrop_lab.model.batch import Batch
from needledrop_lab.model.two_towers import Language, TwoTowers
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.mixture import MixtureBatches, mismatches
from needledrop_lab.training.optimiser import rate_at

CPU = torch.device("cpu")
LANGUAGE = Language(tokenizer(), pretrained=False)


def test_a_piece_that_has_every_drawn_tag_is_no_negative() -> None:
    drawn = [frozenset({"piano"}), frozenset({"banjo", "calm"})]
    have = [frozenset({"piano", "calm"}), frozenset({"banjo", "calm", "piano"})]
    assert mismatches(drawn, have, ["composed", "composed"]).tolist() == [
        [False, False],
        [True, False],
    ]


def test_prose_is_a_negative_of_every_other_piece_of_its_source() -> None:
    have = [frozenset({"piano"})] * 3
    found = mismatches([None, None, None], have, ["recorded", "recorded", "composed"])
    assert found.tolist() == [[True, True, False], [True, True, False], [False, False, True]]


def test_recorded_music_is_in_every_batch(tmp_path: Path) -> None:
    batches = MixtureBatches(toy_base_plan(tmp_path / "f"), toy_mixture(tmp_path / "f"))
    for step in range(5):
        music = batches.train(step).music
        assert music is not None and music.negatives is not None
        assert music.sections.shape == (7, 31, 4)
        assert len(music.texts) == len(music.labels) == 7
        assert not music.negatives[:3, 3:].any()


def test_a_batch_may_be_of_text_pairs_alone(tmp_path: Path) -> None:
    plan = toy_base_plan(tmp_path / "f", recorded=0, composed=0, text_weight=1.0)
    mixture = toy_mixture(tmp_path / "f")
    batch = MixtureBatches(plan, mixture).train(0)
    assert batch.music is None and batch.pairs is not None
    assert len(batch.pairs.left) == len(batch.pairs.right) == 2  # the share of scenes; no prose
    assert batch.pairs.weight == 1
    with pytest.raises(RunError, match="no batch can be drawn"):
        MixtureBatches(plan, dataclasses.replace(mixture, pairs=[])).train(0)


def test_the_loss_is_that_of_the_music_plus_the_weighted_loss_of_the_pairs(
    tmp_path: Path,
) -> None:
    plan = toy_base_plan(tmp_path / "f", text_weight=0.25)
    batch = MixtureBatches(plan, toy_mixture(tmp_path / "f")).train(0)
    towers = TwoTowers(plan.settings, LANGUAGE, ()).eval()
    assert batch.pairs is not None
    music, pairs = towers.loss(Batch(batch.music)), towers.loss(Batch(None, batch.pairs))
    whole = dataclasses.replace(batch.pairs, weight=1.0)
    assert torch.allclose(pairs, towers.loss(Batch(None, whole)) / 4)
    assert torch.allclose(towers.loss(batch), music + pairs)


def test_validation_hears_held_out_tracks_alone_and_always_the_same(tmp_path: Path) -> None:
    plan, mixture = toy_base_plan(tmp_path / "f", batch=2), toy_mixture(tmp_path / "f")
    batches = MixtureBatches(plan, mixture)
    (first,), (again,) = batches.valid(), batches.valid()
    assert first.music is not None and again.music is not None and first.pairs is None
    assert first.music.texts == again.music.texts
    assert torch.equal(first.music.sections, again.music.sections)
    for track in mixture.train:
        (tmp_path / "f" / f"{track.id}.npy").unlink()
    list(batches.valid())
    with pytest.raises(RunError, match="validation split"):
        MixtureBatches(plan, dataclasses.replace(mixture, valid=[]))


def test_learning_rates_rise_and_fall(tmp_path: Path) -> None:
    settings = toy_base_plan(tmp_path, steps=100, warm_up_steps=10).settings
    rates = [rate_at(step, settings) for step in range(100)]
    assert rates[0] < rates[5] < max(rates)
    assert rates[-1] == 0.02
    assert rates.index(max(rates)) in range(8, 11)


def test_a_resumed_run_equals_an_uninterrupted_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, mixture = toy_base_plan(tmp_path / "f"), toy_mixture(tmp_path / "f")
    whole = train_run(plan, mixture, LANGUAGE, tmp_path / "whole", CPU)
    draw = MixtureBatches.train

    def killed(batches: MixtureBatches, step: int) -> Batch:
        if step == 4:  # after the checkpoint of step 3
            raise KeyboardInterrupt
        return draw(batches, step)

    with monkeypatch.context() as patch:
        patch.setattr(MixtureBatches, "train", killed)
        with pytest.raises(KeyboardInterrupt):
            train_run(plan, mixture, LANGUAGE, tmp_path / "halves", CPU)
    halves = train_run(plan, mixture, LANGUAGE, tmp_path / "halves", CPU)
    curves = [
        [
            {**json.loads(line), "seconds": 0}
            for line in (f / "curve.jsonl").read_text().split("\n")[:-1]
        ]
        for f in (whole, halves)
    ]
    assert curves[0] == curves[1] and len(curves[0]) == 2
    expected, found = (torch.load(f / "weights.pt", weights_only=True) for f in (whole, halves))
    for name, value in expected["towers"].items():
        assert torch.equal(value, found["towers"][name]), name


def test_training_tells_matching_texts_apart(tmp_path: Path) -> None:
    rates = {"audio_rate": 1e-2, "text_rate": 1e-2, "head_rate": 1e-2}
    plan = toy_base_plan(tmp_path / "f", steps=60, valid_every=10, **rates)
    folder = train_run(plan, toy_mixture(tmp_path / "f"), LANGUAGE, tmp_path, CPU)
    losses = [
        json.loads(line)["train"] for line in (folder / "curve.jsonl").read_text().splitlines()
    ]
    assert losses[-1] < losses[0]


def test_a_run_on_other_texts_is_refused(tmp_path: Path) -> None:
    plan, mixture = toy_base_plan(tmp_path / "f", steps=2), toy_mixture(tmp_path / "f")
    train_run(plan, mixture, LANGUAGE, tmp_path, CPU)
    other = dataclasses.replace(mixture, pairs=mixture.pairs[1:])
    with pytest.raises(RunError, match=r"corpus is .* there and .* now"):
        train_run(plan, other, LANGUAGE, tmp_path, CPU)
