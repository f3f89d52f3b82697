"""The paper's audio tower (Doh et al., ICASSP 2023), 4.6 million weights.

Decibels [B, 128, 992] -> four residual convolution blocks that each halve time and bands -> 62
frames -> four transformer layers; the vector of the token in front of them is the section's.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .layers import unit


@dataclass(frozen=True)
class MusicTransformerShape:
    """Sizes; the defaults are the paper's. `positions` is how many frames there are places for."""

    mel_bands: int = 128
    channels: int = 128
    convolutions: int = 4
    width: int = 256
    inner: int = 1_024
    depth: int = 4
    heads: int = 8
    positions: int = 512
    dropout: float = 0.1


class ResidualBlock(nn.Module):
    """Two 3 x 3 convolutions beside a shortcut, then half of time and half of the bands."""

    def __init__(self, inputs: int, channels: int) -> None:
        super().__init__()
        self.conv_1 = nn.Conv2d(inputs, channels, 3, padding=1)
        self.bn_1 = nn.BatchNorm2d(channels)
        self.conv_2 = nn.Conv2d(channels, channels, 3, padding=1)
        self.bn_2 = nn.BatchNorm2d(channels)
        self.shortcut: nn.Module = nn.Identity()
        if inputs != channels:
            conv = nn.Conv2d(inputs, channels, 3, padding=1)
            self.shortcut = nn.Sequential(conv, nn.BatchNorm2d(channels))

    def forward(self, x: Tensor) -> Tensor:
        y = self.bn_2(self.conv_2(F.relu(self.bn_1(self.conv_1(x)))))
        return F.max_pool2d(F.relu(y + self.shortcut(x)), 2)


class Layer(nn.Module):
    """Transformer layer, normalised before each part; query, key and value are one product."""

    def __init__(self, shape: MusicTransformerShape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attention_norm = nn.LayerNorm(shape.width)
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width, bias=False)
        self.output = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width)
        self.expand = nn.Linear(shape.width, shape.inner)
        self.contract = nn.Linear(shape.inner, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.dropout(self.attention(self.attention_norm(x)))
        inner = self.dropout(F.gelu(self.expand(self.norm(x))))
        result: Tensor = x + self.dropout(self.contract(inner))
        return result

    def attention(self, x: Tensor) -> Tensor:
        query, key, value = (
            part.unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in self.query_key_value(x).chunk(3, dim=2)
        )
        weights = (query @ key.transpose(2, 3) / query.shape[-1] ** 0.5).softmax(dim=-1)
        result: Tensor = self.output((weights @ value).transpose(1, 2).flatten(2))
        return result


class MusicTransformer(nn.Module):
    """Decibels [B, bands, frames] -> unit vectors [B, dimension].

    No normalisation follows the last layer but the projector's own.
    """

    def __init__(self, shape: MusicTransformerShape, dimension: int) -> None:
        super().__init__()
        self.input_norm = nn.BatchNorm2d(1)
        inputs = [1] + [shape.channels] * (shape.convolutions - 1)
        self.blocks = nn.Sequential(*(ResidualBlock(n, shape.channels) for n in inputs))
        bands = shape.mel_bands // 2**shape.convolutions
        self.embed = nn.Linear(shape.channels * bands, shape.width)
        self.token = nn.Parameter(torch.randn(shape.width))
        self.places = nn.Parameter(torch.randn(1, 1 + shape.positions, shape.width))
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.Sequential(*(Layer(shape) for _ in range(shape.depth)))
        norm = nn.LayerNorm(shape.width)
        self.projector = nn.Sequential(norm, nn.Linear(shape.width, dimension, bias=False))

    def encode(self, decibels: Tensor) -> Tensor:
        """The section's vector before projection, [B, width]."""
        x = self.blocks(self.input_norm(decibels[:, None]))
        x = self.embed(x.permute(0, 3, 1, 2).flatten(2))  # [B, frames, width]
        x = torch.cat([self.token.expand(x.shape[0], 1, -1), x], dim=1)
        hidden: Tensor = self.layers(self.dropout(x + self.places[:, : x.shape[1]]))
        return hidden[:, 0]

    def project(self, decibels: Tensor) -> Tensor:
        """Projected but not normalised, [B, dimension]: what the paper averages over crops."""
        result: Tensor = self.projector(self.encode(decibels))
        return result

    def forward(self, decibels: Tensor) -> Tensor:
        return unit(self.project(decibels))
