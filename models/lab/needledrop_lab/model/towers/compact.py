"""Our audio tower, the one that is shipped: small enough to index a library in a browser."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ...audio.log_mel import FrontEnd, MelPower, level
from .layers import Attention, attentive_summary, unit


@dataclass(frozen=True)
class AudioShape:
    """Sizes of the audio tower. Each stem convolution halves time and mel bands alike,
    except those after `time_halvings`, which halve the bands only."""

    stem: tuple[int, ...] = (32, 64, 96)
    time_halvings: int = 3
    width: int = 256
    inner: int = 512
    depth: int = 3
    heads: int = 4
    dropout: float = 0.1


class PreNormBlock(nn.Module):
    """Transformer layer with normalisation before each part, steadier to train from nothing."""

    def __init__(self, shape: AudioShape) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(shape.width)
        self.attention = Attention(shape.width, shape.heads)
        self.norm = nn.LayerNorm(shape.width)
        self.expand = nn.Linear(shape.width, shape.inner)
        self.contract = nn.Linear(shape.inner, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.dropout(self.attention(self.attention_norm(x)))
        result: Tensor = x + self.dropout(self.contract(F.gelu(self.expand(self.norm(x)))))
        return result


class AudioTower(nn.Module):
    """Mel power [B, frames, bands] -> unit vectors [B, dimension].

    Convolutions see short spectral shapes wherever they lie in pitch and time; attention relates
    moments; attentive mean and deviation over time sum up the section.
    """

    def __init__(self, shape: AudioShape, front: FrontEnd, dimension: int) -> None:
        super().__init__()
        stem: list[nn.Module] = []
        channels, frames, bands = 1, front.frames, front.mel_bands
        for index, out in enumerate(shape.stem):
            stride = (2 if index < shape.time_halvings else 1, 2)
            conv = nn.Conv2d(channels, out, 3, stride=stride, padding=1, bias=False)
            stem += [conv, nn.BatchNorm2d(out), nn.GELU()]
            frames, bands = -(-frames // stride[0]), -(-bands // 2)
            channels = out
        self.stem = nn.Sequential(*stem)
        self.embed = nn.Linear(channels * bands, shape.width)
        self.place = nn.Parameter(torch.randn(frames, shape.width) * 0.02)
        self.blocks = nn.ModuleList(PreNormBlock(shape) for _ in range(shape.depth))
        self.norm = nn.LayerNorm(shape.width)
        self.attend = nn.Linear(shape.width, shape.width)
        self.projection = nn.Linear(2 * shape.width, dimension)

    def project(self, power: Tensor) -> Tensor:
        """The same before normalisation, [B, dimension]."""
        x = self.stem(level(power)[:, None])  # [B, channels, time, bands]
        x = self.embed(x.permute(0, 2, 1, 3).flatten(2)) + self.place
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        result: Tensor = self.projection(attentive_summary(x, self.attend(x)))
        return result

    def forward(self, power: Tensor) -> Tensor:
        return unit(self.project(power))


class AudioGraph(nn.Module):
    """What is exported: section waveform [B, samples] -> unit vectors [B, dimension]."""

    def __init__(self, front: FrontEnd, tower: AudioTower) -> None:
        super().__init__()
        self.power = MelPower(front)
        self.tower = tower

    def forward(self, audio: Tensor) -> Tensor:
        result: Tensor = self.tower(self.power(audio))
        return result
