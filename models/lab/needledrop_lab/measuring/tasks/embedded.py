"""Embeddings of a task's clips: features cached as the corpus's are, each clip embedded once."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...audio.cache import cache_features, claim
from ...audio.log_mel import AudioError
from ...training.trained import Trained
from .task import Task, TaskError


class Remembered:
    """Embeddings of a run, each computed once however many tasks need it."""

    def __init__(self, trained: Trained) -> None:
        self._trained = trained
        self._known: dict[str, np.ndarray] = {}

    def tracks(self, names: Sequence[str]) -> np.ndarray:
        """Unit vectors [names, width]."""
        new = [name for name in dict.fromkeys(names) if name not in self._known]
        if new:
            self._known.update(zip(new, self._trained.tracks(new), strict=True))
        return np.stack([self._known[name] for name in names])

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, width]."""
        return self._trained.texts(texts)


def with_features(task: Task, trained: Trained, cache: Path) -> tuple[Task, Trained]:
    """A task on other audio, its features cached in a folder of `cache`, and a run that reads them.

    Clips are renamed to valid file names. Audio that cannot be decoded is reported and left out.
    """
    settings = trained.plan.settings
    front = settings.front_end
    folder = cache / task.name / settings.features
    claim(folder, front)
    clips = []
    for clip in task.clips:
        name = hashlib.sha256(clip.id.encode()).hexdigest()[:24]
        target = folder / f"{name}.npy"
        try:
            cache_features(clip.audio, target, front)
        except AudioError as error:
            print(f"{task.name}: {clip.id} is left out: {error}", flush=True)
            continue
        clips.append(dataclasses.replace(clip, id=name))
    if not clips:
        raise TaskError(f"{task.name}: none of {len(task.clips)} clips can be decoded")
    plan = dataclasses.replace(trained.plan, features=folder)
    return dataclasses.replace(task, clips=tuple(clips)), dataclasses.replace(trained, plan=plan)
