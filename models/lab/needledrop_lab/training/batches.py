"""Batches of a manifest: tracks, one crop and one text of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor

from ..corpus.pool import Labelled, Pool
from ..model.batch import Batch, Music
from .checkpoints import read_facts
from .errors import RunError
from .plan import Plan
from .texts import represent

T = TypeVar("T")


class Batches(Protocol):
    """Draws the batches of a run. Each step has a random state of its own, so that a resumed run
    draws the same batches."""

    def train(self, step: int) -> Batch:
        """The batch of a step; also seeds PyTorch, for dropout, augmentation, drawn negatives."""

    def valid(self) -> Iterator[Batch]:
        """Always the same batches of validation tracks, so that their losses can be compared."""


class PoolBatches:
    """Batches of a pool's tracks, texts drawn from their tags."""

    def __init__(self, plan: Plan, pool: Pool) -> None:
        self.plan, self.pool = plan, pool

    def train(self, step: int) -> Batch:
        """`batch` tracks, without duplicates; see Batches."""
        random = seeded(self.plan, step)
        items = self.pool.splits["train"]
        return self.draw(random.sample(items, min(self.plan.settings.batch, len(items))), random)

    def valid(self) -> Iterator[Batch]:
        """At most `valid_batches` batches; see Batches."""
        random = seeded(self.plan, "valid")
        for items in chunks(self.plan, self.pool.splits["valid"], random):
            yield self.draw(items, random)

    def draw(self, items: Sequence[Labelled], random: Random) -> Batch:
        """One crop and one text of each item."""
        settings = self.plan.settings
        crops = [crop(self.plan, item.id, random)[0] for item in items]
        texts = [represent(settings.representation, item.tags, random) for item in items]
        labels = torch.from_numpy(self.pool.labels(items))
        return Batch(Music(torch.stack(crops), texts, labels))


def seeded(plan: Plan, name: int | str) -> Random:
    """Random numbers of one step or of validation; also seeds PyTorch."""
    random = Random(f"{plan.seed}/{name}")
    torch.manual_seed(random.getrandbits(31))
    return random


def chunks(plan: Plan, items: Sequence[T], random: Random) -> Iterator[list[T]]:
    """At most `valid_batches` batches of shuffled items; a small one if there are no more."""
    size = plan.settings.batch
    shuffled = list(items)
    random.shuffle(shuffled)
    whole = max(1, min(plan.settings.valid_batches, len(shuffled) // size))
    for index in range(whole):
        yield shuffled[index * size : (index + 1) * size]


def crop(plan: Plan, name: str, random: Random) -> tuple[Tensor, int]:
    """A random section of a track, [frames, bands] as cached, and its first frame."""
    frames = plan.settings.frames
    whole = features_of(plan.features, name, frames)
    start = random.randint(0, len(whole) - frames)
    return torch.from_numpy(np.array(whole[start : start + frames])), start


def features_of(folder: Path, name: str, frames: int) -> np.ndarray:
    """Cached features float16 [T, bands] of a track, T at least `frames`. Raises RunError."""
    path = folder / f"{name}.npy"
    try:
        whole: np.ndarray = np.load(path, mmap_mode="r")
    except (OSError, ValueError) as error:
        raise RunError(
            f"{path} cannot be read ({error}); make it again with `lab corpus build`, or that of "
            "needledrop-base with `lab train`"
        ) from error
    if whole.ndim != 2 or len(whole) < frames:
        raise RunError(f"{path} has shape {whole.shape}, a section has {frames} frames")
    return whole


def check_front(plan: Plan) -> None:
    """Raise RunError for a folder of features that another front-end made."""
    path = plan.features / "front.json"
    if not path.exists():
        return
    found, front = read_facts(path), json.loads(json.dumps(asdict(plan.settings.front_end)))
    if other := [name for name in front if found.get(name) != front[name]]:
        raise RunError(
            f"{plan.features} holds features of other {', '.join(other)} than the run's settings; "
            "rebuild the corpus with `lab corpus build`"
        )
