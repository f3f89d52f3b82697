"""Augmentation: changes to mel power that vary recording, mix and cut but not the music."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import log10

import torch
from torch import Tensor
from torch.nn import functional as F

Change = Callable[[Tensor], Tensor]


def augment(power: Tensor, changes: Sequence[Change]) -> Tensor:
    """Mel power [B, T, bands] -> the same shape, each item changed in its own way.

    needledrop-base was trained with BASIC; FULL has more. All changes keep what tags say: tempo
    stays within a twelfth, pitch within a semitone.
    """
    for change in changes:
        power = change(power)
    return power


def stretch(power: Tensor, most: float = 0.08) -> Tensor:
    """Play the batch a little faster or slower, pitch untouched; the length stays T."""
    frames = power.shape[1]
    factor = 1 + (torch.rand(()).item() - 0.5) * 2 * most
    scaled = F.interpolate(power.transpose(1, 2), size=round(frames * factor), mode="linear")
    return F.pad(scaled, (0, max(0, frames - scaled.shape[2])), "replicate")[
        :, :, :frames
    ].transpose(1, 2)


def transpose(
    power: Tensor, most: float = 1.0, low_hz: float = 30.0, high_hz: float = 8_000.0
) -> Tensor:
    """Move each item by up to `most` semitones; bands spaced by mel from `low_hz` to `high_hz`."""
    batch, _, bands = power.shape
    low, high = (2595 * log10(1 + hz / 700) for hz in (low_hz, high_hz))
    step = (high - low) / (bands + 1)
    hz = 700 * (10 ** ((low + step * torch.arange(1, bands + 1)) / 2595) - 1)
    factor = 2 ** ((2 * torch.rand(batch, 1) - 1) * most / 12)
    mel = 2595 * torch.log10(1 + hz / factor / 700)
    source = ((mel - low) / step - 1).clamp(0, bands - 1)  # the band that each one copies
    below = source.floor().long()
    share = (source - below)[:, None]
    above = (below + 1).clamp(max=bands - 1)
    left, right = (power.gather(2, i[:, None].expand_as(power)) for i in (below, above))
    return left + (right - left) * share


def gain(power: Tensor, decibels: float = 12.0) -> Tensor:
    """Louder or softer by up to so much. Of use where the tower is not deaf to it."""
    change = (2 * torch.rand(power.shape[0], 1, 1) - 1) * decibels
    return power * 10 ** (change / 10)


def equalise(power: Tensor, decibels: float = 5.0) -> Tensor:
    """A random smooth curve over the bands, four points of `decibels` spread, and a tilt."""
    batch, _, bands = power.shape
    points = torch.randn(batch, 1, 4) * decibels
    curve = F.interpolate(points, size=bands, mode="linear", align_corners=True)
    tilt = torch.randn(batch, 1, 1) * decibels * torch.linspace(-1, 1, bands)
    return power * 10 ** ((curve + tilt) / 10)


def reverberate(power: Tensor, share: float = 0.3, frames_per_second: float = 50.0) -> Tensor:
    """Add an exponentially dying tail to a share of the items (0.2 to 1.5 s to -60 dB)."""
    batch, frames, bands = power.shape
    chosen = torch.rand(batch) < share
    if not chosen.any():
        return power
    dry = power[chosen]
    seconds = 0.2 + 1.3 * torch.rand(len(dry))
    time = torch.arange(40) / frames_per_second
    tail = 10 ** (-6 * time / seconds[:, None])
    wet = 0.5 * torch.rand(len(dry), 1) * tail
    wet[:, 0] = 1
    kernel = wet.flip(1)[:, None].repeat_interleave(bands, 0)
    series = F.pad(dry.transpose(1, 2).reshape(1, -1, frames), (39, 0))
    echoed = F.conv1d(series, kernel, groups=len(dry) * bands)
    result = power.clone()
    result[chosen] = echoed.reshape(len(dry), bands, frames).transpose(1, 2)
    return result


def add_noise(power: Tensor, share: float = 0.5) -> Tensor:
    """A steady noise floor with a random slope, 15 to 50 dB below the section's mean."""
    batch, _, bands = power.shape
    depth = 15 + 35 * torch.rand(batch, 1, 1)
    slope = torch.randn(batch, 1, 1) * 5 * torch.linspace(-1, 1, bands)
    floor = power.mean(dim=(1, 2), keepdim=True) * 10 ** ((slope - depth) / 10)
    flutter = torch.exp(0.5 * torch.randn_like(power))
    return power + floor * flutter * (torch.rand(batch, 1, 1) < share)


def compress(power: Tensor, share: float = 0.3, least: float = 0.75) -> Tensor:
    """What lossy coding does to a share of the items.

    Nothing is left above a cut between `least` of the bands and all of them, what is 35 to 55 dB
    below the loudest band of its moment is dropped, and the rest gets noise 12 to 30 dB below
    itself, which is as much as codecs hope to hide.
    """
    batch, frames, bands = power.shape
    chosen = torch.rand(batch, 1, 1) < share
    cut = bands * (least + (1 - least) * torch.rand(batch, 1, 1))
    depth = 35 + 20 * torch.rand(batch, 1, 1)
    loud = power.amax(dim=2, keepdim=True) * 10 ** (-depth / 10)
    kept = power * (torch.arange(bands) < cut) * (power >= loud)
    noise = 10 ** (-(12 + 18 * torch.rand(batch, 1, 1)) / 10)
    # the same amount with a random phase adds or takes away
    phase = torch.cos(2 * torch.pi * torch.rand(batch, frames, bands))
    coded = kept * (1 + noise + 2 * noise.sqrt() * phase)
    return torch.where(chosen, coded, power)


def mask(power: Tensor, longest: int = 50, widest: int = 8) -> Tensor:
    """SpecAugment: silence one stretch of time and one group of bands in each item."""
    batch, frames, bands = power.shape
    return (
        power
        * _gap(batch, frames, min(longest, frames // 4))[:, :, None]
        * _gap(batch, bands, min(widest, bands // 4))[:, None, :]
    )


def _gap(batch: int, size: int, longest: int) -> Tensor:
    length = (torch.rand(batch, 1) * longest).floor()
    start = (torch.rand(batch, 1) * (size - length)).floor()
    place = torch.arange(size)
    return ((place < start) | (place >= start + length)).float()


BASIC: tuple[Change, ...] = (stretch, equalise, reverberate, add_noise, mask)
FULL: tuple[Change, ...] = (
    *(stretch, transpose, gain),
    *(equalise, reverberate, add_noise, compress),
    mask,
)
# What leaves in place what a teacher heard, and when: no other speed or pitch, no long gaps.
TONE: tuple[Change, ...] = (equalise, add_noise, partial(mask, longest=20, widest=6))
AUGMENTATIONS: Mapping[str, tuple[Change, ...]] = {
    **{"none": (), "tone": TONE},
    **{"basic": BASIC, "full": FULL},
}
