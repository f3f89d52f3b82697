"""Crops: features and targets stay together, whatever is varied."""

import math
import random

import numpy as np
import torch

from needledrop_lab.beats.crops import FRAMES, at_speed, crop, targets
from needledrop_lab.beats.net import BEAT, DOWNBEAT, FRAME_RATE
from needledrop_lab.beats.pieces import Beat

BANDS = 64


def clicks(seconds: int, period: float) -> tuple[np.ndarray, tuple[Beat, ...]]:
    """Log power that is loud in the frame of each beat, and the beats; four of them to a bar."""
    power = np.full((seconds * FRAME_RATE, BANDS), -10.0, np.float16)
    beats = []
    for number in range(int((seconds - 1) / period)):
        second = 0.5 + number * period
        power[round(second * FRAME_RATE) - 1] = 0.0
        beats.append(Beat(second, number % 4 == 0))
    return power, tuple(beats)


def test_targets_are_1_at_a_beat_and_fall_to_0_beside_it() -> None:
    found = targets([(10.0, False), (20.5, True), (99.9, True), (-0.4, False)], 50)
    assert found[10, BEAT] == 1 and found[10, DOWNBEAT] == 0
    assert found[9, BEAT] == found[11, BEAT] == torch.tensor(1 / 3)
    assert found[20, DOWNBEAT] == found[21, BEAT] == torch.tensor(2 / 3)
    assert found[0, BEAT] > 0.7  # of a beat just before the crop
    assert found[30:].sum() == 0


def test_targets_mark_the_frames_that_sound_at_any_speed() -> None:
    power, beats = clicks(60, 0.6)
    for seed in range(6):
        x, y = crop(power, beats, random.Random(seed))
        assert x.shape == (FRAMES, BANDS) and y.shape == (FRAMES, 2)
        level = x.log().mean(dim=1)
        loud = (level[1:-1] > level[:-2]) & (level[1:-1] >= level[2:])
        places = torch.nonzero(loud & (level[1:-1] > level.median() + 0.5))[:, 0] + 1
        assert len(places) > 15
        near = torch.stack([y[places + shift, BEAT] for shift in (-1, 0, 1)]).amax(dim=0)
        assert near.min() > 0.4


def test_a_crop_is_the_same_for_the_same_random_numbers() -> None:
    power, beats = clicks(40, 0.5)
    first, second = (crop(power, beats, random.Random(3)) for _ in range(2))
    assert torch.equal(first[0], second[0]) and torch.equal(first[1], second[1])


def test_what_is_shorter_than_a_crop_ends_in_silence() -> None:
    power, beats = clicks(8, 0.5)
    x, y = crop(power, beats, random.Random(1))
    assert x.shape == (FRAMES, BANDS)
    assert y[round(8 * FRAME_RATE * 1.4) :].sum() == 0


def test_at_speed_reads_between_frames() -> None:
    ramp = torch.arange(10.0)[:, None]
    assert at_speed(ramp, 1.5, 5)[:, 0].tolist() == [0, 1.5, 3, 4.5, 6]
    assert math.isclose(at_speed(ramp, 0.5, 3)[1].item(), 0.5)
