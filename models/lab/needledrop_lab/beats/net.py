"""The net that hears beats and downbeats frame by frame, and its graph, which takes a waveform."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..audio.log_mel import SILENCE, FrontEnd, MelPower

FRONT = FrontEnd()
FRAME_RATE = FRONT.sample_rate // FRONT.hop_samples  # activations per second
CHANNELS, KERNEL, BLOCKS = 24, 5, 9  # the last block sees 20 s to either side
SENSITIVITY = 1e4  # levels below 1/SENSITIVITY of the mean are nearly linear
BEAT, DOWNBEAT = 0, 1  # outputs


class Block(nn.Module):
    """A dilated convolution over time with a residual connection, [B, C, T] -> [B, C, T]."""

    def __init__(self, channels: int, dilation: int, dropout: float = 0.1) -> None:
        super().__init__()
        # two-dimensional, of height 1: on a CPU in channels-last order, a third faster to train
        self.wide = nn.Conv2d(
            channels,
            channels,
            (1, KERNEL),
            padding=(0, KERNEL // 2 * dilation),
            dilation=(1, dilation),
        )
        self.norm = nn.BatchNorm2d(channels)
        self.mix = nn.Conv2d(channels, channels, 1)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        added: Tensor = self.drop(self.mix(F.elu(self.norm(self.wide(x)))))
        return x + added


class BeatNet(nn.Module):
    """A temporal convolutional network (Davies and Böck, EUSIPCO 2019) on log-mel and its rises.

    Mel power [B, T, bands] -> logits [B, T, 2]: a beat, and a downbeat (which is a beat too).
    """

    def __init__(self, channels: int = CHANNELS, blocks: int = BLOCKS) -> None:
        super().__init__()
        self.first = nn.Conv2d(2 * FRONT.mel_bands, channels, (1, 3), padding=(0, 1))
        self.norm = nn.BatchNorm2d(channels)
        self.blocks = nn.Sequential(*(Block(channels, 2**i) for i in range(blocks)))
        self.last = nn.Conv2d(channels, 2, 1)

    def forward(self, power: Tensor) -> Tensor:
        x = levels(power).transpose(1, 2)
        rises = F.pad(torch.relu(x[:, :, 1:] - x[:, :, :-1]), (1, 0))
        x = torch.cat([x, rises], dim=1)[:, :, None].contiguous(memory_format=torch.channels_last)
        x = self.blocks(F.elu(self.norm(self.first(x))))
        logits: Tensor = self.last(x)[:, :, 0].transpose(1, 2)
        return logits


def levels(power: Tensor) -> Tensor:
    """Mel power [B, T, bands] -> its logarithm relative to the mean of all, about -1 to 2."""
    mean = power.mean(dim=(1, 2), keepdim=True).clamp(min=SILENCE)
    return torch.log1p(SENSITIVITY * power / mean) / 4 - 1


class BeatGraph(nn.Module):
    """What is exported: audio [n, hop], hop by hop -> probabilities [n + 1, 2].

    Row i is for the moment i / FRAME_RATE; a hop of silence is put before and after.
    """

    def __init__(self, net: BeatNet) -> None:
        super().__init__()
        self.power, self.net = MelPower(FRONT), net

    def forward(self, audio: Tensor) -> Tensor:
        padded = F.pad(audio, (0, 0, 1, 1))[None]
        probabilities: Tensor = torch.sigmoid(self.net(self.power(padded)))[0]
        return probabilities
