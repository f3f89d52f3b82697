"""Augmentation keeps shape and sign, and leaves its input alone."""

import torch

from needledrop_lab.augment import add_noise, augment, equalise, mask, reverberate


def power() -> torch.Tensor:
    torch.manual_seed(4)
    return torch.rand(6, 100, 16)


def test_shape_stays_and_power_stays_positive() -> None:
    for change in (augment, equalise, reverberate, add_noise, mask):
        before = power()
        after = change(before.clone())
        assert after.shape == before.shape
        assert (after >= 0).all()
        assert torch.isfinite(after).all()


def test_the_input_is_not_written_to() -> None:
    before = power()
    given = before.clone()
    augment(given)
    assert torch.equal(before, given)


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
