"""Batches: crops of cached features with their targets, at another speed and in another mix."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..audio.log_mel import SILENCE
from .net import BEAT, DOWNBEAT, FRAME_RATE
from .pieces import Beat, Piece

FRAMES = 1000  # 20 s
BATCH = 12
DRUMMED_SHARE = 0.2  # of a batch; the rest is composed
FASTEST = math.log(1.3)  # of what the tempo is changed by, either way
WIDTH = 1.5  # frames from a beat at which its target has fallen to 0
FIRST_FRAME = 1  # cached frames have no padding: the middle of frame 0 is one hop into the audio

Features = Mapping[str, np.ndarray]


def load_features(folder: Path, pieces: Sequence[Piece]) -> dict[str, np.ndarray]:
    """Logarithm of mel power, float16 [frames, bands], by the id of the piece."""
    return {piece.id: np.load(folder / f"{piece.id}.npy") for piece in pieces}


def batch(
    pieces: Mapping[str, Sequence[Piece]], features: Features, rng: random.Random
) -> tuple[Tensor, Tensor]:
    """Mel power [BATCH, FRAMES, bands] and targets [BATCH, FRAMES, 2]. `pieces`: by source."""
    drawn = [
        rng.choice(pieces["drummed" if rng.random() < DRUMMED_SHARE else "composed"])
        for _ in range(BATCH)
    ]
    crops = [crop(features[piece.id], piece.beats, rng) for piece in drawn]
    return torch.stack([x for x, _ in crops]), torch.stack([y for _, y in crops])


def crop(log_power: np.ndarray, beats: Sequence[Beat], rng: random.Random) -> tuple[Tensor, Tensor]:
    """Mel power [FRAMES, bands] and targets [FRAMES, 2] from anywhere in a piece, varied."""
    speed = math.exp(rng.uniform(-FASTEST, FASTEST))
    taken = math.ceil(FRAMES * speed) + 1
    start = rng.randint(0, max(0, len(log_power) - taken))
    x = torch.from_numpy(log_power[start : start + taken].astype(np.float32))
    silence = torch.full((taken - len(x), x.shape[1]), math.log(SILENCE))
    x = at_speed(torch.cat([x, silence]), speed, FRAMES)
    places = [
        ((beat.second * FRAME_RATE - FIRST_FRAME - start) / speed, beat.down) for beat in beats
    ]
    return varied(x, rng).exp(), targets(places, FRAMES)


def at_speed(x: Tensor, speed: float, frames: int) -> Tensor:
    """Frame i of the result is frame i * speed of `x` [T, bands], interpolated."""
    place = torch.arange(frames) * speed
    below = place.long().clamp(max=len(x) - 2)
    share = (place - below)[:, None]
    return x[below] * (1 - share) + x[below + 1] * share


def targets(places: Sequence[tuple[float, bool]], frames: int) -> Tensor:
    """[frames, 2]: 1 at a beat, falling to 0 within WIDTH.

    `places`: the frame of each beat, and whether it is a downbeat.
    """
    found = np.zeros((frames, 2), np.float32)
    for place, down in places:
        nearby = np.arange(math.ceil(place - WIDTH), math.floor(place + WIDTH) + 1)
        nearby = nearby[(nearby >= 0) & (nearby < frames)]
        near = 1 - np.abs(nearby - place) / WIDTH
        for output in (BEAT, DOWNBEAT) if down else (BEAT,):
            found[nearby, output] = np.maximum(found[nearby, output], near)
    return torch.from_numpy(found)


def varied(x: Tensor, rng: random.Random) -> Tensor:
    """Log power [T, bands] with another timbre, and sometimes noise or a gap in the spectrum."""
    bands = x.shape[1]
    x = x + torch.linspace(-1, 1, bands) * rng.gauss(0, 1.2)
    if rng.random() < 0.5:
        level = x.exp().mean().clamp(min=SILENCE) * 10 ** rng.uniform(-5, -1)
        seed = torch.Generator().manual_seed(rng.getrandbits(32))
        x = (x.exp() + level * torch.rand(x.shape, generator=seed)).log()
    if rng.random() < 0.3:
        low = rng.randint(0, bands - 8)
        x = x.clone()
        x[:, low : low + rng.randint(2, 8)] = math.log(SILENCE)
    return x
