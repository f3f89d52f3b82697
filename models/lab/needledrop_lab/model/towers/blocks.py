"""The audio tower that ships: an encoder that computes each second once, and a head for sections.

A track is cut into blocks, a section is two blocks in a row, and a section starts at every block.
The encoder turns a block into frames; both sections that the block is part of use them.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ...audio.log_mel import FrontEnd, MelPower, level
from .compact import AudioShape, PreNormBlock
from .layers import attentive_summary, unit

BLOCKS = 2  # in a section


@dataclass(frozen=True)
class BlockShape:
    """Sizes of the encoder, one number for each convolution, and of the head's transformer.

    A convolution of stride 2 halves time and mel bands alike.
    """

    channels: tuple[int, ...] = (32, 64, 128, 128, 256, 256, 512, 512, 512)
    strides: tuple[int, ...] = (2, 1, 2, 1, 2, 1, 2, 1, 1)
    width: int = 256
    inner: int = 512
    depth: int = 2
    heads: int = 4
    dropout: float = 0.1


class Separable(nn.Module):
    """Depthwise convolution and a mix of channels, each normalised; [B, C, T, bands]."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(
            inputs, inputs, 3, stride=stride, padding=1, groups=inputs, bias=False
        )
        self.depthwise_norm = nn.BatchNorm2d(inputs)
        self.pointwise = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.depthwise_norm(self._by_depth(x)))
        return F.relu(self.norm(self.pointwise(x)))

    def _by_depth(self, x: Tensor) -> Tensor:
        """The depthwise convolution; on a CPU, the gradients of a strided one take six times as
        long in bfloat16 as in float32."""
        if self.depthwise.stride == (1, 1) or not torch.is_autocast_enabled(x.device.type):
            result: Tensor = self.depthwise(x)
            return result
        with torch.autocast(x.device.type, enabled=False):
            result = self.depthwise(x.float()).to(x.dtype)
            return result


class BlockEncoder(nn.Module):
    """Mel power of blocks [B, block frames, bands] -> frames [B, T, channels], 0.32 s each."""

    def __init__(self, shape: BlockShape) -> None:
        super().__init__()
        first, *others = zip(shape.channels, shape.strides, strict=True)
        self.stem = nn.Conv2d(1, first[0], 3, stride=first[1], padding=1, bias=False)
        self.stem_norm = nn.BatchNorm2d(first[0])
        layers, channels = [], first[0]
        for outputs, stride in others:
            layers.append(Separable(channels, outputs, stride))
            channels = outputs
        self.layers = nn.Sequential(*layers)

    def forward(self, power: Tensor) -> Tensor:
        x = F.relu(self.stem_norm(self.stem(level(power)[:, None])))
        frames: Tensor = self.layers(x).mean(dim=3).transpose(1, 2)
        return frames


class SectionHead(nn.Module):
    """Frames of a section's blocks [B, 2 T, channels] -> [B, dimension], not normalised."""

    def __init__(self, shape: BlockShape, frames: int, dimension: int) -> None:
        super().__init__()
        layer = AudioShape(
            width=shape.width, inner=shape.inner, heads=shape.heads, dropout=shape.dropout
        )
        self.embed = nn.Linear(shape.channels[-1], shape.width)
        self.place = nn.Parameter(torch.randn(frames, shape.width) * 0.02)
        self.blocks = nn.ModuleList(PreNormBlock(layer) for _ in range(shape.depth))
        self.norm = nn.LayerNorm(shape.width)
        self.attend = nn.Linear(shape.width, shape.width)
        self.projection = nn.Linear(2 * shape.width, dimension)

    def forward(self, frames: Tensor) -> Tensor:
        x = self.embed(frames) + self.place
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        result: Tensor = self.projection(attentive_summary(x, self.attend(x)))
        return result


class BlockTower(nn.Module):
    """Mel power of sections [B, frames, bands] -> unit vectors [B, dimension].

    A section's middle frame lies in both blocks and is left out: the engine, which has the blocks
    one by one, does not compute it.
    """

    def __init__(self, shape: BlockShape, front: FrontEnd, dimension: int) -> None:
        super().__init__()
        self.block_hops = front.section_samples // front.hop_samples // BLOCKS
        frames = self.block_hops - 1
        for stride in shape.strides:
            frames = -(-frames // stride)
        self.frames = frames  # of a block, after the encoder
        self.encoder = BlockEncoder(shape)
        self.head = SectionHead(shape, BLOCKS * frames, dimension)

    def encode(self, power: Tensor) -> Tensor:
        """Mel power of sections [B, frames, bands] -> frames of blocks [2 B, T, channels]; first
        all first blocks, then all second ones."""
        cut = [
            power[:, start : start + self.block_hops - 1]
            for start in range(0, BLOCKS * self.block_hops, self.block_hops)
        ]
        frames: Tensor = self.encoder(torch.cat(cut))
        return frames

    def sections(self, frames: Tensor) -> Tensor:
        """Frames as `encode` gives them -> [B, dimension], not normalised."""
        result: Tensor = self.head(torch.cat(frames.chunk(BLOCKS), dim=1))
        return result

    def project(self, power: Tensor) -> Tensor:
        """The same as `forward` before normalisation, [B, dimension]."""
        return self.sections(self.encode(power))

    def forward(self, power: Tensor) -> Tensor:
        return unit(self.project(power))


class BlockGraph(nn.Module):
    """What is exported: waveforms of blocks [N, samples] and the blocks of each section, int64
    [S, 2], -> unit vectors [S, dimension]."""

    def __init__(self, front: FrontEnd, tower: BlockTower) -> None:
        super().__init__()
        self.power = MelPower(front)
        self.tower = tower

    def forward(self, audio: Tensor, sections: Tensor) -> Tensor:
        frames = self.tower.encoder(self.power(audio))
        chosen = F.embedding(sections, frames.flatten(1))  # a plain Gather, which WebGPU has
        together = chosen.reshape(-1, BLOCKS * self.tower.frames, frames.shape[2])
        return unit(self.tower.head(together))
