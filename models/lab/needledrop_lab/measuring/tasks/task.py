"""A downstream task: clips with labels, fixed splits, and the queries for its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from ...corpus.items import Split
from ...errors import LabError

Kind = Literal["one", "many"]  # labels that a clip has: measured by accuracy, or by areas


class TaskError(LabError, ValueError):
    """A task that cannot be measured: which file or clip, what is wrong, what to do."""


@dataclass(frozen=True)
class Clip:
    """A piece of audio and the labels that hold for it; a clip of kind `many` may have none."""

    id: str
    audio: Path
    split: Split
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """Clips and the labels to predict, in the columns' order.

    The query of a label is the label as it is stored, as in the paper, but where `queries` has
    words for a label that says nothing as it is.
    """

    name: str
    kind: Kind
    labels: tuple[str, ...]
    clips: tuple[Clip, ...]
    queries: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.labels) < 2:
            raise TaskError(f"{self.name} has {len(self.labels)} labels; at least two are needed")
        if len(set(self.labels)) < len(self.labels):
            raise TaskError(f"{self.name} has a label twice")
        repeated = [name for name, count in Counter(c.id for c in self.clips).items() if count > 1]
        if repeated:
            raise TaskError(f"{self.name}: the clip {repeated[0]} occurs twice")
        known = set(self.labels)
        for clip in self.clips:
            unknown = set(clip.labels) - known
            if unknown:
                raise TaskError(f"{self.name}: {clip.id} has the unknown labels {sorted(unknown)}")
            if self.kind == "one" and len(clip.labels) != 1:
                raise TaskError(f"{self.name}: {clip.id} has {len(clip.labels)} labels, not one")
        if not self.of("test"):
            raise TaskError(f"{self.name} has no test clip")

    def of(self, split: Split) -> list[Clip]:
        """Clips of a split, in the task's order."""
        return [clip for clip in self.clips if clip.split == split]

    def truth(self, clips: Sequence[Clip]) -> np.ndarray:
        """Which labels hold, bool [clips, labels]."""
        column = {label: index for index, label in enumerate(self.labels)}
        result = np.zeros((len(clips), len(self.labels)), dtype=bool)
        for row, clip in enumerate(clips):
            result[row, [column[label] for label in clip.labels]] = True
        return result

    def asked(self) -> list[str]:
        """The query of each label."""
        return [self.queries.get(label, label) for label in self.labels]


def most_common_first(labels: Iterable[str]) -> tuple[str, ...]:
    """Each label once, most frequent first, ties by name."""
    counts = Counter(labels)
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))
