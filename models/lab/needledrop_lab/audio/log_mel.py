"""Log-mel front-end. The same module runs in training and inside the exported graph.

A section is cut into frames of two hops; frame i starts at sample i * hop, with no padding. A
section that starts at a multiple of the hop therefore has exactly the frames that the whole track
has there, which is why features of whole tracks may be cached and cropped.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
import torch
from torch import Tensor, nn

from ..errors import LabError

SILENCE = 1e-10  # mel power below which nothing sounds, so that silence is no division by zero
FLOOR = 1e-5  # power, relative to the section's mean, below which nothing is audible (-50 dB)


class AudioError(LabError, ValueError):
    """An audio file that cannot be used: which one, why, and what to do."""


@dataclass(frozen=True)
class FrontEnd:
    """Numbers of the front-end. Frequencies in Hz; the frame is two hops long."""

    sample_rate: int = 16_000
    section_seconds: float = 10.0
    hop_samples: int = 320
    mel_bands: int = 64
    min_hz: float = 30.0
    max_hz: float = 8_000.0

    @property
    def fft_size(self) -> int:
        return 2 * self.hop_samples

    @property
    def section_samples(self) -> int:
        return round(self.sample_rate * self.section_seconds)

    @property
    def frames(self) -> int:
        """Frames in one section."""
        return self.section_samples // self.hop_samples - 1


def mel_filters(front: FrontEnd) -> np.ndarray:
    """Triangular filters on the HTK mel scale, [bins, bands]; each sums to 1 and none is empty.

    Low bands are narrower than one DFT bin, so a triangle is never drawn narrower than one bin.
    """
    bins = np.linspace(0, front.sample_rate / 2, front.fft_size // 2 + 1)
    low, high = (2595 * np.log10(1 + hz / 700) for hz in (front.min_hz, front.max_hz))
    edges = 700 * (10 ** (np.linspace(low, high, front.mel_bands + 2) / 2595) - 1)
    width = bins[1]
    centre = edges[1:-1]
    left = np.maximum(centre - edges[:-2], width)
    right = np.maximum(edges[2:] - centre, width)
    offset = bins[:, None] - centre[None, :]
    weights = np.maximum(0, 1 - np.where(offset < 0, -offset / left, offset / right))
    filters: np.ndarray = weights / weights.sum(axis=0, keepdims=True)
    return filters


def dft_matrix(size: int) -> np.ndarray:
    """Hann window and real DFT in one matrix, [size, 2 * (size // 2 + 1)]: cosines, then sines."""
    time = np.arange(size)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * time / size)
    angle = 2 * np.pi * np.outer(time, np.arange(size // 2 + 1)) / size
    matrix: np.ndarray = window[:, None] * np.concatenate([np.cos(angle), -np.sin(angle)], axis=1)
    return matrix


class MelPower(nn.Module):
    """Waveform [B, n] (n a multiple of the hop) -> mel power [B, n / hop - 1, bands].

    The DFT is a matrix product, since that is what every runtime computes fast, but of a quarter of
    the size of `dft_matrix`: cosines are even and sines odd in time, and both are even or odd about
    the quarter of the frame, so frames are folded twice before they are multiplied.
    """

    def __init__(self, front: FrontEnd) -> None:
        super().__init__()
        if front.hop_samples % 2:
            raise ValueError(f"a hop of {front.hop_samples} samples cannot be folded in half")
        self.hop, self.quarter = front.hop_samples, front.hop_samples // 2
        size, quarter = front.fft_size, self.quarter
        time, bins = np.arange(size), np.arange(front.hop_samples + 1)
        window = 0.5 - 0.5 * np.cos(2 * np.pi * time / size)
        angle = 2 * np.pi * np.outer(time[: quarter + 1], bins) / size
        even, odd = bins[::2], bins[1::2]
        tables = {
            "window": window,
            "cos_even": np.cos(angle[:, even]),
            "cos_odd": np.cos(angle[:quarter, odd]),
            "sin_even": np.sin(angle[:quarter, even]),
            "sin_odd": np.sin(angle[:, odd]),
            "mel": mel_filters(front)[[*even, *odd]],
        }
        for name, table in tables.items():
            self.register_buffer(name, torch.tensor(table, dtype=torch.float32))
        self.window: Tensor
        self.cos_even: Tensor
        self.cos_odd: Tensor
        self.sin_even: Tensor
        self.sin_odd: Tensor
        self.mel: Tensor

    def forward(self, audio: Tensor) -> Tensor:
        hops = audio.reshape(audio.shape[0], -1, self.hop)
        first = hops[:, :-1] * self.window[: self.hop]
        second = hops[:, 1:] * self.window[self.hop :]
        # about the middle of the frame: sample n meets sample -n, and the middle one stands alone
        mirrored = torch.cat([torch.zeros_like(second[..., :1]), second[..., 1:].flip(2)], dim=2)
        cosine = self._halves(torch.cat([first + mirrored, second[..., :1]], dim=2))
        sine = self._halves(torch.cat([first - mirrored, torch.zeros_like(second[..., :1])], dim=2))
        even = (cosine[0] @ self.cos_even) ** 2 + (sine[1] @ self.sin_even) ** 2
        odd = (cosine[1] @ self.cos_odd) ** 2 + (sine[0] @ self.sin_odd) ** 2
        power: Tensor = torch.cat([even, odd], dim=2) @ self.mel
        return power

    def _halves(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Sums [..., quarter + 1] and differences [..., quarter] about the quarter of the frame."""
        near, middle = x[..., : self.quarter], x[..., self.quarter : self.quarter + 1]
        far = x[..., self.quarter + 1 :].flip(2)
        return torch.cat([near + far, middle], dim=2), near - far


def level(power: Tensor) -> Tensor:
    """Mel power [B, T, bands] -> natural logarithm relative to the section's mean power.

    Makes the tower deaf to gain. Divided by 4 and shifted so that most music lies within -1..1.
    """
    mean = power.mean(dim=(1, 2), keepdim=True)
    # A lower bound, not a sum: the exporter folds away the addition of so small a number.
    return torch.log(power / mean.clamp(min=SILENCE) + FLOOR) / 4 + 1


def read_mono(path: Path, sample_rate: int) -> np.ndarray:
    """A file's channels averaged and resampled, float32 [n]. Raises AudioError."""
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        samples, rate = _by_ffmpeg(path, sample_rate, error), sample_rate
    audio: np.ndarray = samples.mean(axis=1)
    if not np.isfinite(audio).all() or not audio.any():
        raise AudioError(f"{path} holds no sound; fetch or render it again")
    return audio if rate == sample_rate else soxr.resample(audio, rate, sample_rate)


def _by_ffmpeg(path: Path, rate: int, reason: Exception) -> np.ndarray:
    """Samples [n, 1] of a file that libsndfile gives up on, as it does on some Opus streams."""
    # averages channels, as above; by default it would keep their power
    mono = ["-ac", "1", "-rematrix_maxval", "1"]
    command = ["ffmpeg", "-v", "error", "-i", str(path), *mono, "-ar", str(rate), "-f", "f32le"]
    try:
        decoded = subprocess.run([*command, "-"], capture_output=True, check=True, timeout=600)
    except (OSError, subprocess.SubprocessError):
        message = f"{path} cannot be decoded ({reason}); fetch or render it again"
        raise AudioError(message) from reason
    return np.frombuffer(decoded.stdout, np.float32)[:, None]


def track_features(path: Path, front: FrontEnd) -> np.ndarray:
    """Logarithm of a whole track's mel power, float16 [frames, bands].

    A track shorter than a section is repeated until it fills one, as the engine does.
    """
    audio = read_mono(path, front.sample_rate)
    audio = np.resize(audio, max(len(audio), front.section_samples))
    whole = len(audio) // front.hop_samples * front.hop_samples
    with torch.no_grad():
        power = MelPower(front)(torch.from_numpy(audio[:whole])[None])[0]
    return torch.log(power + SILENCE).half().numpy()
