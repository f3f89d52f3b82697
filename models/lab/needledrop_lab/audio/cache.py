"""Cached features of whole tracks: folder/<id>.npy, float16 [frames, bands], and their numbers."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import torch

from ..errors import LabError
from ..files import write_array, write_json
from .log_mel import FrontEnd, read_mono, track_features
from .paper_log_mel import PaperFrontEnd, PaperLogMel

Front = FrontEnd | PaperFrontEnd
FOLDERS = {FrontEnd: "features", PaperFrontEnd: "features-paper"}
NUMBERS = "front.json"


class CacheError(LabError, ValueError):
    """A folder with features of another front-end."""


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
    write_array(target, features_of(audio, front))


def cache_features(audio: Path, target: Path, front: Front) -> None:
    """Write the features unless they are there. Raises as `write_features` does."""
    if not is_cached(audio, target):
        write_features(audio, target, front)


def bytes_of(seconds: float, front: Front) -> float:
    """Size of the features of so much music."""
    return max(seconds, front.section_seconds) * (
        front.sample_rate / front.hop_samples * front.mel_bands * 2
    )


def claim(folder: Path, front: Front) -> None:
    """Make the folder and record its front-end. Raises CacheError if it has those of another."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = json.loads(json.dumps(dataclasses.asdict(front)))
    path = folder / NUMBERS
    if not path.exists():
        write_json(path, numbers)
    elif (found := json.loads(path.read_text("utf-8"))) != numbers:
        other = sorted(name for name in numbers if found.get(name) != numbers[name])
        raise CacheError(
            f"{folder} holds features of other {', '.join(other)}; name another --out or remove it"
        )
