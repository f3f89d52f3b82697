"""Augmentation keeps shape and sign, and leaves its input alone."""

from functools import partial

import torch

from needledrop_lab.audio.augment import (
    AUGMENTATIONS,
    BASIC,
    FULL,
    Change,
    add_noise,
    augment,
    compress,
    equalise,
    gain,
    mask,
    reverberate,
    transpose,
)
from needledrop_lab.audio.log_mel import FrontEnd, MelPower, mel_filters
from needledrop_lab.training.recipes import SHIPPED


def power() -> torch.Tensor:
    torch.manual_seed(4)
    return torch.rand(6, 100, 16)


def test_shape_stays_and_power_stays_positive() -> None:
    basic: Change = partial(augment, changes=BASIC)
    for change in (basic, *FULL):
        before = power()
        after = change(before.clone())
        assert after.shape == before.shape
        assert (after >= 0).all()
        assert torch.isfinite(after).all()


def test_the_input_is_not_written_to() -> None:
    before = power()
    given = before.clone()
    for change in FULL:
        change(given)
        assert torch.equal(before, given)


def test_the_usual_changes_are_those_needledrop_base_was_trained_with() -> None:
    torch.manual_seed(5)
    usual = augment(power(), AUGMENTATIONS[SHIPPED.defaults.augmentation])
    torch.manual_seed(5)
    naive = mask(add_noise(equalise(power())), longest=20, widest=6)
    assert torch.equal(usual, naive)


def test_what_teachers_heard_stays_in_its_place() -> None:
    torch.manual_seed(6)
    before = torch.zeros(40, 100, 16)
    before[:, 60, 5] = 1.0
    after = augment(before, [change for change in AUGMENTATIONS["tone"] if change is not add_noise])
    assert (after.nonzero()[:, 1:] == torch.tensor([60, 5])).all()
    assert (after[:, 60, 5] > 0).sum() > 20  # a mask silences some


def tone(hz: float) -> torch.Tensor:
    front = FrontEnd()
    time = torch.arange(front.section_samples) / front.sample_rate
    result: torch.Tensor = MelPower(front)(torch.sin(2 * torch.pi * hz * time)[None])
    return result


def pitch(power: torch.Tensor) -> torch.Tensor:
    """Where the power lies: mean of the bands' frequencies, weighted by it."""
    filters = torch.tensor(mel_filters(FrontEnd()), dtype=torch.float32)
    hz = torch.linspace(0, 8000, filters.shape[0]) @ filters
    loud = power.mean(dim=1)
    return (loud * hz).sum(dim=1) / loud.sum(dim=1)


def test_a_transposed_tone_is_where_the_transposition_puts_it() -> None:
    torch.manual_seed(1)
    before = tone(2000).expand(32, -1, -1)
    moved = pitch(transpose(before)) / pitch(before)
    semitones = 12 * torch.log2(moved)
    assert semitones.abs().max() < 1.2 and semitones.std() > 0.3
    torch.manual_seed(1)
    drawn = 2 * torch.rand(32, 1) - 1  # the same draw
    assert torch.allclose(semitones, drawn[:, 0], atol=0.2)


def test_no_transposition_changes_nothing() -> None:
    assert torch.allclose(transpose(power(), most=0.0), power(), atol=1e-4)


def test_gain_is_one_factor_an_item() -> None:
    ratio = gain(power()) / power()
    assert torch.allclose(ratio, ratio[:, :1, :1].expand_as(ratio), rtol=1e-4)
    assert (ratio <= 10**1.2 * 1.001).all() and (ratio >= 10**-1.2 * 0.999).all()


def test_coding_cuts_the_top_drops_what_is_hidden_and_adds_little() -> None:
    before = power() + 0.05
    before[:, :, 3] = 1e-7  # 70 dB below the others
    coded = compress(before, share=1.0)
    assert (coded[:, :, 3] == 0).all()
    assert (coded[:, :, :3] > 0.5 * before[:, :, :3]).all()
    assert (coded[:, :, :3] < 1.6 * before[:, :, :3]).all()
    silent = (coded == 0).all(dim=1)
    assert silent[:, 12:].any() and not silent[:, 4:12].any()
    assert torch.equal(compress(before, share=0.0), before)


def test_an_equaliser_is_the_same_at_every_moment() -> None:
    ratio = equalise(power()) / power()
    assert torch.allclose(ratio, ratio[:, :1].expand_as(ratio), rtol=1e-4)


def test_a_room_rings_after_a_click_and_not_before() -> None:
    click = torch.zeros(4, 100, 3)
    click[:, 50] = 1
    heard = reverberate(click, share=1.0)
    assert (heard[:, :50] == 0).all()
    assert (heard[:, 50] == 1).all()
    assert (heard[:, 51] > heard[:, 60]).all()


def test_a_mask_silences_stretches_and_keeps_the_rest() -> None:
    before = power()
    after = mask(before)
    assert ((after == before) | (after == 0)).all()
