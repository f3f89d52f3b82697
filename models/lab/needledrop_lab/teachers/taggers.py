"""Three taggers of one family: FCN, CRNN and Musicnn, with 50 tags each.

Architectures after Won, Ferraro, Bogdanov and Serra, *Evaluation of CNN-based Automatic Music
Tagging Models* (SMC 2020), whose published weights are read: Choi, Fazekas and Sandler (ISMIR 2016)
for FCN; Choi, Fazekas, Sandler and Cho (ICASSP 2017) for CRNN; Pons and Serra (2019) for Musicnn.
"""

from __future__ import annotations

from pathlib import Path
from pickle import UnpicklingError

import torch
from torch import Tensor, nn

from ..errors import LabError

RATE = 16_000  # Hz
WINDOW, HOP = 512, 256  # samples of the power spectrum
QUIET = 1e-10  # power that decibels start from


class TeacherError(LabError, ValueError):
    """A teacher's file that cannot be read: which one, why, and what to do."""


class Decibels(nn.Module):
    """Waveform [B, n] -> mel decibels [B, 1, 96, n / 256 + 1], normalised as in training."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("window", torch.zeros(WINDOW))
        self.register_buffer("mel", torch.zeros(WINDOW // 2 + 1, 96))
        self.window: Tensor
        self.mel: Tensor
        self.norm = nn.BatchNorm2d(1)

    def forward(self, audio: Tensor) -> Tensor:
        spectrum = torch.stft(audio, WINDOW, HOP, window=self.window, return_complex=True)
        power = (spectrum.abs() ** 2).transpose(1, 2) @ self.mel
        decibels = 10 * power.clamp(min=QUIET).log10()
        result: Tensor = self.norm(decibels.transpose(1, 2)[:, None])
        return result


class Pooled(nn.Module):
    """Convolution over mel bands and time, batch normalisation, ReLU, max pooling."""

    def __init__(self, inputs: int, outputs: int, pooling: tuple[int, int]) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.bn = nn.BatchNorm2d(outputs)
        self.pool = nn.MaxPool2d(pooling)

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.pool(torch.relu(self.bn(self.conv(x))))
        return result


class Line(nn.Module):
    """Convolution over time, batch normalisation, ReLU."""

    def __init__(self, inputs: int, outputs: int, length: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(inputs, outputs, length, padding=length // 2)
        self.bn = nn.BatchNorm1d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.bn(self.conv(x)))


class Tall(nn.Module):
    """Filters nearly as tall as the spectrum: timbre, whatever its pitch; [B, 1, 96, T]."""

    def __init__(self, outputs: int, height: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, outputs, (height, 7), padding=(0, 3))
        self.bn = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.bn(self.conv(x))).amax(dim=2)


class Wide(Line):
    """Long filters over the energy of all bands: rhythm; [B, 1, 96, T]."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.mean(dim=2))


class Tagger(nn.Module):
    """Waveform [B, samples of `seconds`] -> logits [B, 50] and what they are read from.

    `seconds` is the length that it was trained on; `width` that of the embedding.
    """

    seconds: float
    width: int

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        raise NotImplementedError


class Fcn(Tagger):
    """Five pooled convolutions. Pooling leaves one value of 1,280 hops; the rest would be lost."""

    seconds, width = 20.48, 64

    def __init__(self) -> None:
        super().__init__()
        self.spec = Decibels()
        sizes = [(1, 64, (2, 4)), (64, 128, (2, 4)), (128, 128, (2, 4)), (128, 128, (3, 5))]
        for index, size in enumerate([*sizes, (128, 64, (4, 4))], start=1):
            setattr(self, f"layer{index}", Pooled(*size))
        self.dense = nn.Linear(64, 50)

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        x = self.spec(audio)
        for index in range(1, 6):
            x = getattr(self, f"layer{index}")(x)
        embedding = x.flatten(1)
        return self.dense(embedding), embedding


class Crnn(Tagger):
    """Four pooled convolutions and a recurrent summary."""

    seconds, width = 29.0, 32

    def __init__(self) -> None:
        super().__init__()
        self.spec = Decibels()
        sizes = [(1, 64, (2, 2)), (64, 128, (3, 3)), (128, 128, (4, 4)), (128, 128, (4, 4))]
        for index, size in enumerate(sizes, start=1):
            setattr(self, f"layer{index}", Pooled(*size))
        self.layer5 = nn.GRU(128, 32, 2, batch_first=True)
        self.dense = nn.Linear(32, 50)

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        x = self.spec(audio)
        for index in range(1, 5):
            x = getattr(self, f"layer{index}")(x)
        embedding = self.layer5(x.squeeze(2).transpose(1, 2))[0][:, -1]
        return self.dense(embedding), embedding


class Musicnn(Tagger):
    """Tall and wide filters, three convolutions over time, maximum and mean."""

    seconds, width = 3.0, 200

    def __init__(self) -> None:
        super().__init__()
        self.spec = Decibels()
        self.layers = nn.ModuleList(
            [Tall(204, 67), Tall(204, 38), Wide(1, 51, 129), Wide(1, 51, 65), Wide(1, 51, 33)]
        )
        self.layer1, self.layer2, self.layer3 = Line(561, 64, 7), Line(64, 64, 7), Line(64, 64, 7)
        self.dense1 = nn.Linear(2 * (561 + 3 * 64), 200)
        self.bn = nn.BatchNorm1d(200)
        self.dense2 = nn.Linear(200, 50)

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        spectrum = self.spec(audio)
        front = torch.cat([layer(spectrum) for layer in self.layers], dim=1)
        first = self.layer1(front)
        second = self.layer2(first) + first
        third = self.layer3(second) + second
        x = torch.cat([front, first, second, third], dim=1)
        summary = torch.cat([x.amax(dim=2), x.mean(dim=2)], dim=1)
        embedding = torch.relu(self.bn(self.dense1(summary)))
        return self.dense2(embedding), embedding


KINDS: dict[str, type[Tagger]] = {"fcn": Fcn, "crnn": Crnn, "musicnn": Musicnn}


def load_tagger(path: Path) -> Tagger:
    """The tagger DATA-KIND.pth of a folder of teachers, ready to listen. Raises TeacherError."""
    kind = path.stem.rpartition("-")[2]
    if kind not in KINDS:
        raise TeacherError(f"{path}: its name must end with one of {', '.join(KINDS)}")
    tagger = KINDS[kind]()
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        tagger.load_state_dict({_name(key): value for key, value in state.items()})
    except (OSError, EOFError, UnpicklingError, RuntimeError, AttributeError) as error:
        raise TeacherError(f"{path} is not a {kind} of 50 tags ({error})") from error
    return tagger.eval()


def _name(key: str) -> str:
    """Our name of a published weight."""
    for theirs, ours in (
        ("spec.spectrogram.window", "spec.window"),
        ("spec.mel_scale.fb", "spec.mel"),
        ("spec_bn.", "spec.norm."),
    ):
        key = key.replace(theirs, ours)
    return key
