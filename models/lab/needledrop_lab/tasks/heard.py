"""What a trained run hears in clips: cached as the corpus's features are, embedded once."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..corpus.cache import claim, is_cached, write_features
from ..features import AudioError
from ..trained import Trained
from .task import Task, TaskError


class Remembered:
    """An embedding that hears no track twice, however many tasks ask for it."""

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
    """A task of another's audio and a run that hears it, by way of features in a folder of `cache`.

    Clips go by names that files can have. Audio that cannot be decoded is named and left out.
    """
    settings = trained.plan.settings
    front = settings.hears
    folder = cache / task.name / settings.features
    claim(folder, front)
    clips = []
    for clip in task.clips:
        name = hashlib.sha256(clip.id.encode()).hexdigest()[:24]
        target = folder / f"{name}.npy"
        try:
            if not is_cached(clip.audio, target):
                write_features(clip.audio, target, front)
        except AudioError as error:
            print(f"{task.name}: {clip.id} is left out: {error}", flush=True)
            continue
        clips.append(dataclasses.replace(clip, id=name))
    if not clips:
        raise TaskError(f"{task.name}: none of {len(task.clips)} clips can be decoded")
    plan = dataclasses.replace(trained.plan, features=folder)
    return dataclasses.replace(task, clips=tuple(clips)), dataclasses.replace(trained, plan=plan)
