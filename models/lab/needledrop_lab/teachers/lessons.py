"""What the teachers hear in a track, on a grid of 0.96 s, cached as folder/<id>.npz."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..files import need_space, whole
from .taggers import RATE, Tagger, load_tagger
from .yamnet import PATCH, STEP, Yamnet

TAGGERS = (
    *("jamendo-fcn", "jamendo-crnn", "jamendo-musicnn"),
    *("mtat-fcn", "mtat-musicnn", "msd-fcn"),
)
YAMNET = "yamnet"
TEACHERS = (YAMNET, *dict.fromkeys(name.partition("-")[0] for name in TAGGERS))
TAGS = 50
MUSICNN_EVERY = 9.6  # seconds; its windows of 3 s are the slowest to compute
TOGETHER = 8  # windows at once
PEAK = 0.9


@dataclass(frozen=True)
class Lesson:
    """A track as the teachers hear it, float16. P patches of 0.96 s.

    `embeddings` [P, 1024] and `classes` [P, 521], probabilities, of YAMNet. `tags` [P, 300], logits
    of TAGGERS in their order, and `hidden` [P, 400], embeddings of both Musicnns, are those of the
    nearest window; NaN where the taggers did not listen.
    """

    embeddings: np.ndarray
    classes: np.ndarray
    tags: np.ndarray
    hidden: np.ndarray

    def __len__(self) -> int:
        return len(self.classes)


def silenced(lesson: Lesson, absent: Collection[str]) -> Lesson:
    """The lesson as if some of TEACHERS had not listened; a tagger goes by its data set."""
    if not absent:
        return lesson
    gone = {name: name.partition("-")[0] in absent for name in TAGGERS}
    return Lesson(
        _silent(lesson.embeddings, [YAMNET in absent]),
        _silent(lesson.classes, [YAMNET in absent]),
        _silent(lesson.tags, list(gone.values())),
        _silent(lesson.hidden, [gone[name] for name in TAGGERS if "musicnn" in name]),
    )


def _silent(part: np.ndarray, gone: Sequence[bool]) -> np.ndarray:
    """NaN for each teacher that is gone; the columns of all of them are equally many."""
    columns = np.repeat(gone, part.shape[1] // len(gone))
    return np.where(columns, part.dtype.type("nan"), part)


class Teachers:
    """All teachers of a folder."""

    def __init__(self, folder: Path) -> None:
        """Raises TeacherError for a teacher that is missing or another."""
        self.yamnet = Yamnet(folder / "yamnet.tflite")
        self.taggers = [load_tagger(folder / f"{name}.pth") for name in TAGGERS]

    def hear(self, audio: np.ndarray, with_taggers: bool = True) -> Lesson:
        """Waveform at 16 kHz, float32 [n] -> its lesson. Loudness is evened out first."""
        even = audio * np.float32(PEAK / max(float(np.abs(audio).max()), 1e-4))
        embeddings, classes = self.yamnet(even)
        middles = (np.arange(len(classes)) * STEP + PATCH / 2) / RATE
        tags = np.full((len(classes), TAGS * len(TAGGERS)), np.nan, np.float32)
        hidden = np.full((len(classes), 400), np.nan, np.float32)
        if with_taggers:
            heard = [_windows(tagger, even, middles) for tagger in self.taggers]
            tags = np.concatenate([logits for logits, _ in heard], axis=1)
            deep = [own for name, (_, own) in zip(TAGGERS, heard, strict=True) if "musicnn" in name]
            hidden = np.concatenate(deep, axis=1)
        return Lesson(*(part.astype(np.float16) for part in (embeddings, classes, tags, hidden)))


@torch.no_grad()
def _windows(
    tagger: Tagger, audio: np.ndarray, middles: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Logits and embeddings of a tagger, at each of the moments `middles` (seconds)."""
    length = round(tagger.seconds * RATE)
    step = round(min(tagger.seconds, MUSICNN_EVERY) * RATE) if tagger.seconds < 5 else length
    filled = np.resize(audio, max(len(audio), length))
    starts = [*range(0, len(filled) - length + 1, step)]
    if len(filled) - starts[-1] - length > step / 2:
        starts.append(len(filled) - length)
    logits, embeddings = [], []
    for first in range(0, len(starts), TOGETHER):
        rows = np.stack([filled[s : s + length] for s in starts[first : first + TOGETHER]])
        with torch.autocast("cpu", torch.bfloat16):
            of_tags, deep = tagger(torch.from_numpy(rows))
        logits.append(of_tags.float().numpy())
        embeddings.append(deep.float().numpy())
    centres = (np.array(starts) + length / 2) / RATE
    nearest = np.abs(middles[:, None] - centres[None]).argmin(axis=1)
    return np.concatenate(logits)[nearest], np.concatenate(embeddings)[nearest]


def write_lesson(path: Path, lesson: Lesson) -> None:
    """Write a lesson whole. Raises DiskFullError where it would not fit."""
    parts = vars(lesson)
    need_space(path.parent, sum(part.nbytes for part in parts.values()))
    with whole(path) as part:
        np.savez(part, **parts)


def read_lesson(path: Path) -> Lesson:
    """The lesson of a file that `write_lesson` wrote."""
    with np.load(path) as parts:
        return Lesson(**{name: parts[name] for name in Lesson.__dataclass_fields__})
