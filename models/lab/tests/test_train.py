"""Training: what may be a negative, and that a killed run loses nothing."""

from pathlib import Path

import torch
from toys import tokenizer, toy_data, toy_settings

from needledrop_lab.train import Batches, Model, mismatches, rate_at, train


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
    from random import Random

    batches = Batches(toy_settings(), toy_data(tmp_path / "f"), tokenizer())
    drawn = batches.audio(Random(1))
    assert drawn is not None
    power, ids, mask, negatives = drawn
    assert power.shape == (7, 3, 2)
    assert ids.shape == mask.shape
    assert not negatives[:3, 3:].any()


def test_learning_rates_rise_and_fall() -> None:
    settings = toy_settings(steps=100, ramp_steps=10)
    rates = [rate_at(step, settings) for step in range(100)]
    assert rates[0] < rates[5] < max(rates)
    assert rates[-1] == 0.02
    assert rates.index(max(rates)) in range(8, 11)


def test_a_resumed_run_equals_an_uninterrupted_one(tmp_path: Path) -> None:
    data = toy_data(tmp_path / "f")
    torch.manual_seed(0)
    start = Model(toy_settings()).state_dict()

    def run(out: Path, steps: int) -> tuple[Model, list[float]]:
        model = Model(toy_settings())
        model.load_state_dict(start)
        settings = toy_settings()
        losses = []
        if steps < settings.steps:
            # a kill after the checkpoint of step 3, whose schedule is that of the whole run
            try:
                losses = train(model, settings, data, _Killed(tokenizer(), 3), out)
            except KeyboardInterrupt:
                return model, losses
        return model, train(model, settings, data, tokenizer(), out)

    whole, _ = run(tmp_path / "whole", 6)
    run(tmp_path / "halves", 3)
    halves, rest = run(tmp_path / "halves", 6)
    assert len(rest) == 3
    for name, value in whole.state_dict().items():
        assert torch.equal(value, halves.state_dict()[name]), name


def test_training_tells_matching_texts_apart(tmp_path: Path) -> None:
    torch.manual_seed(0)
    settings = toy_settings(steps=60, audio_rate=1e-2, text_rate=1e-2, head_rate=1e-2)
    losses = train(Model(settings), settings, toy_data(tmp_path / "f"), tokenizer(), tmp_path)
    assert sum(losses[-10:]) < sum(losses[:10])


class _Killed:
    """A tokenizer that is interrupted while drawing the batch after `steps` of them."""

    def __init__(self, tokenizer: object, steps: int) -> None:
        self.tokenizer, self.left = tokenizer, steps * 13

    def encode(self, text: str) -> object:
        if self.left == 0:
            raise KeyboardInterrupt
        self.left -= 1
        return self.tokenizer.encode(text)  # type: ignore[attr-defined]
