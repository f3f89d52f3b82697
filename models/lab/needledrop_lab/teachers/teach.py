"""Lets the teachers listen to tracks, once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from ..audio.log_mel import read_mono
from ..corpus.tracks import Track
from .lessons import Teachers, write_lesson
from .taggers import RATE

# What a rendered piece holds is known from its score: there YAMNet alone lends its embeddings.
LABELLED_WHOLE = ("composed",)


def make_lessons(tracks: Sequence[Track], teachers: Path, lessons: Path) -> None:
    """Write lessons/<id>.npz of each track that has none. Raises AudioError and TeacherError.

    The taggers take most of the time: some twenty seconds of audio a second on one core.
    """
    lessons.mkdir(parents=True, exist_ok=True)
    left = [track for track in tracks if not (lessons / f"{track.id}.npz").exists()]
    if not left:
        return
    together = Teachers(teachers)
    with torch.inference_mode():
        for number, track in enumerate(left):
            audio = read_mono(track.audio, RATE)
            lesson = together.hear(audio, track.source not in LABELLED_WHOLE)
            write_lesson(lessons / f"{track.id}.npz", lesson)
            if number % 100 == 99:
                print(f"the teachers heard {number + 1} of {len(left)} tracks", flush=True)
