"""The paper's front-end (Doh et al., ICASSP 2023): decibels of 128 mel bands, a frame every 10 ms.

Same numbers as torch.stft with reflected ends and torchaudio's MelScale and AmplitudeToDB, written
with a convolution so that the module can lie inside an exported graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Literal

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .log_mel import dft_matrix

QUIETEST = 1e-10  # power below which the logarithm is held: -100 dB


@dataclass(frozen=True)
class PaperFrontEnd:
    """Numbers of the front-end. Frequencies in Hz.

    `spectrum`: the published weights were trained on the square of the spectrum's real part alone,
    the imaginary part was dropped by mistake. "real" repeats that, for those weights; "power" is
    the power spectrum, for weights trained afresh.
    """

    sample_rate: int = 16_000
    section_seconds: float = 9.91
    fft_size: int = 1_024
    hop_samples: int = 160
    mel_bands: int = 128
    min_hz: float = 0.0
    max_hz: float = 8_000.0
    spectrum: Literal["real", "power"] = "real"

    @property
    def section_samples(self) -> int:
        return round(self.sample_rate * self.section_seconds)

    @property
    def frames(self) -> int:
        """Frames in one section: the first is centred on its first sample."""
        return self.section_samples // self.hop_samples + 1

    @property
    def bins(self) -> int:
        """Frequencies of the spectrum."""
        return self.fft_size // 2 + 1


def htk_filters(front: PaperFrontEnd) -> np.ndarray:
    """Triangles of height 1 on the HTK mel scale, [bins, bands]. The narrowest may be empty."""
    hz = np.linspace(0, front.sample_rate // 2, front.bins)
    low, high = (2595 * np.log10(1 + edge / 700) for edge in (front.min_hz, front.max_hz))
    edges = 700 * (10 ** (np.linspace(low, high, front.mel_bands + 2) / 2595) - 1)
    width = np.diff(edges)
    rising = (hz[:, None] - edges[:-2]) / width[:-1]
    falling = (edges[2:] - hz[:, None]) / width[1:]
    filters: np.ndarray = np.maximum(0, np.minimum(rising, falling))
    return filters


class PaperLogMel(nn.Module):
    """Waveform [B, n] -> decibels [B, bands, n // hop + 1]."""

    def __init__(self, front: PaperFrontEnd) -> None:
        super().__init__()
        self.hop = front.hop_samples
        self.margin = front.fft_size // 2
        waves = dft_matrix(front.fft_size).T[:, None]  # cosines, then sines
        if front.spectrum == "real":
            waves = waves[: front.bins]
        self.register_buffer("waves", torch.tensor(waves, dtype=torch.float32), persistent=False)
        self.register_buffer("filters", torch.tensor(htk_filters(front), dtype=torch.float32))
        self.waves: Tensor
        self.filters: Tensor

    def forward(self, audio: Tensor) -> Tensor:
        ends = F.pad(audio[:, None], (self.margin, self.margin), mode="reflect")
        parts = F.conv1d(ends, self.waves, stride=self.hop)
        bins, frames = self.filters.shape[0], parts.shape[2]
        squares = (parts * parts).reshape(audio.shape[0], -1, bins, frames)
        mel = self.filters.T @ squares.sum(dim=1)
        return torch.log(mel.clamp(min=QUIETEST)) * (10 / log(10))
