"""The two towers. Both end in L2-normalised vectors of one dimension; a dot product compares them.

Built of dense products only: those are what a CPU, WebAssembly and WebGPU run fast.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .features import FrontEnd, MelPower, level


@dataclass(frozen=True)
class TextShape:
    """Sizes of the text tower; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30_522
    positions: int = 512
    width: int = 384
    inner: int = 1_536
    depth: int = 6
    heads: int = 12


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


class Attention(nn.Module):
    """Multi-head self-attention on [B, T, width]; `bias` [B, 1, 1, T] is added to the scores."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        query, key, value = (
            part(x).unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3) / query.shape[-1] ** 0.5
        weights = (scores if bias is None else scores + bias).softmax(dim=-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        result: Tensor = self.output(mixed)
        return result


class PostNormBlock(nn.Module):
    """BERT's layer: normalisation after each residual sum."""

    def __init__(self, shape: TextShape) -> None:
        super().__init__()
        self.attention = Attention(shape.width, shape.heads)
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.expand = nn.Linear(shape.width, shape.inner)
        self.contract = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.attention_norm(x + self.attention(x, bias))
        result: Tensor = self.norm(x + self.contract(F.gelu(self.expand(x))))
        return result


class TextTower(nn.Module):
    """Token ids and mask [B, T] -> unit vectors [B, dimension]: BERT, token mean, projection."""

    def __init__(self, shape: TextShape, dimension: int) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.embedding_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.blocks = nn.ModuleList(PostNormBlock(shape) for _ in range(shape.depth))
        self.projection = nn.Linear(shape.width, dimension)

    def pooled(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Mean of the last layer over real tokens, [B, width]."""
        mask = attention_mask.to(self.projection.weight.dtype)
        steps = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.embedding_norm(self.words(input_ids) + self.positions(steps))
        bias = (mask[:, None, None, :] - 1) * 1e4
        for block in self.blocks:
            x = block(x, bias)
        weights = mask / mask.sum(dim=1, keepdim=True)
        mean: Tensor = (x * weights[:, :, None]).sum(dim=1)
        return mean

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return unit(self.projection(self.pooled(input_ids, attention_mask)))


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

    def forward(self, power: Tensor) -> Tensor:
        x = self.stem(level(power)[:, None])  # [B, channels, time, bands]
        x = self.embed(x.permute(0, 2, 1, 3).flatten(2)) + self.place
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        weights = self.attend(x).softmax(dim=1)
        mean = (weights * x).sum(dim=1)
        away = x - mean[:, None]
        spread = (weights * away * away).sum(dim=1)
        return unit(self.projection(torch.cat([mean, torch.sqrt(spread + 1e-5)], dim=1)))


class AudioGraph(nn.Module):
    """What is exported: section waveform [B, samples] -> unit vectors [B, dimension]."""

    def __init__(self, front: FrontEnd, tower: AudioTower) -> None:
        super().__init__()
        self.power = MelPower(front)
        self.tower = tower

    def forward(self, audio: Tensor) -> Tensor:
        result: Tensor = self.tower(self.power(audio))
        return result


def unit(x: Tensor) -> Tensor:
    """L2-normalised along the last axis; written out because every runtime has these operations."""
    return x / torch.sqrt((x * x).sum(dim=-1, keepdim=True).clamp(min=1e-12))
