"""Changes to mel power that leave the music what it is: how it was recorded, mixed and cut."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def augment(power: Tensor) -> Tensor:
    """Mel power [B, T, bands] -> the same, each item with its own equaliser, room, noise, gaps."""
    power = stretch(power)
    power = equalise(power)
    power = reverberate(power)
    power = add_noise(power)
    return mask(power)


def stretch(power: Tensor, most: float = 0.08) -> Tensor:
    """Play the batch a little faster or slower, pitch untouched; the length stays T."""
    frames = power.shape[1]
    factor = 1 + (torch.rand(()).item() - 0.5) * 2 * most
    scaled = F.interpolate(power.transpose(1, 2), size=round(frames * factor), mode="linear")
    return F.pad(scaled, (0, max(0, frames - scaled.shape[2])), "replicate")[
        :, :, :frames
    ].transpose(1, 2)


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
