"""Cached features of whole tracks: folder/<id>.npy, float16 [frames, bands], and their numbers."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import numpy as np
import torch

from ..device import need_space
from ..errors import LabError
from ..features import FrontEnd, read_mono, track_features
from ..paper_features import PaperFrontEnd, PaperLogMel

Front = FrontEnd | PaperFrontEnd
FOLDERS = {FrontEnd: "features", PaperFrontEnd: "features-paper"}
NUMBERS = "front.json"


class CacheError(LabError, ValueError):
    """A folder of features that are not those asked for."""


def features_of(audio: Path, front: Front) -> np.ndarray:
    """Of compact's front-end the logarithm of mel power, of the paper's decibels, [frames, bands].

    A track shorter than a section is repeated until it fills one. Raises AudioError.
    """
    if isinstance(front, FrontEnd):
        return track_features(audio, front)
    samples = read_mono(audio, front.sample_rate)
    samples = np.resize(samples, max(len(samples), front.section_samples))
    with torch.no_grad():
        decibels = PaperLogMel(front)(torch.from_numpy(samples)[None])[0]
    features: np.ndarray = decibels.T.half().numpy()
    return features


def is_cached(audio: Path, target: Path) -> bool:
    """Whether there are features of this audio, not of an older file of that name."""
    try:
        return target.stat().st_mtime >= audio.stat().st_mtime
    except FileNotFoundError:
        return False


def write_features(audio: Path, target: Path, front: Front) -> None:
    """Write the whole file or none. Raises AudioError or, where it would not fit, DiskFullError."""
    part, features = target.with_name(f"{target.stem}.part.npy"), features_of(audio, front)
    need_space(target.parent, features.nbytes)
    np.save(part, features)
    part.replace(target)


def bytes_of(seconds: float, front: Front) -> float:
    """Size of the features of so much music."""
    return max(seconds, front.section_seconds) * (
        front.sample_rate / front.hop_samples * front.mel_bands * 2
    )


def claim(folder: Path, front: Front) -> None:
    """Make the folder and say whose features it holds. Raises CacheError if others are there."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = json.loads(json.dumps(dataclasses.asdict(front)))
    path = folder / NUMBERS
    if not path.exists():
        part = folder / f"{NUMBERS}.part"
        part.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
        os.replace(part, path)
    elif (found := json.loads(path.read_text("utf-8"))) != numbers:
        other = sorted(name for name in numbers if found.get(name) != numbers[name])
        raise CacheError(
            f"{folder} holds features of other {', '.join(other)}; name another --out or remove it"
        )
