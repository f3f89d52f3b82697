"""Ask an embedding about a task, zero-shot and by probing; figures as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol, get_args

import numpy as np

from ...corpus.items import Split
from ..metrics import Estimate
from ..probing import Examples, Head, ProbeSettings, probe
from ..table2 import plain
from ..zero_shot import chance, extremes, similarity, task_figures
from .task import Clip, Task


class Hears(Protocol):
    """An embedding: vectors [names, width] of tracks and [texts, width] of texts."""

    def tracks(self, names: Sequence[str]) -> np.ndarray: ...

    def texts(self, texts: Sequence[str]) -> np.ndarray: ...


@dataclass(frozen=True)
class Named:
    """A system to measure. One with class centroids has no text tower and no zero-shot figures."""

    system: str
    seed: int
    reads: bool
    embedding: Hears


def facts_of(task: Task) -> dict[str, Any]:
    """A task's sizes, and the figures that it allows without listening."""
    test, train = task.of("test"), task.of("train")
    return {
        "kind": task.kind,
        "labels": len(task.labels),
        "clips": {split: len(task.of(split)) for split in get_args(Split)},
        "chance": chance(task.truth(test), task.truth(train), task.kind),
    }


def measure(
    task: Task, named: Named, heads: Sequence[Head], grid: Sequence[ProbeSettings]
) -> dict[str, Any]:
    """A row of results: `zeroShot` where the system reads, and a probe for each head.

    A task without training or validation clips is only asked zero-shot.
    """
    examples = {
        split: Examples(_vectors(clips, named.embedding), task.truth(clips))
        for split in get_args(Split)
        if (clips := task.of(split))
    }
    row: dict[str, Any] = {"system": named.system, "seed": named.seed, "task": task.name}
    test = examples["test"]
    if named.reads:
        scores = similarity(test.vectors, named.embedding.texts(task.asked()))
        row["zeroShot"] = _plain(task_figures(scores, test.truth, task.kind))
        row["labels"] = extremes(scores, test.truth, task.labels)
    if len(examples) == len(get_args(Split)):
        for head in heads:
            found = probe(examples, task.kind, head, grid)
            row[head] = {**_plain(found.test), "settings": asdict(found.settings)}
    return row


def combined(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """All rows; a new one takes the place of an old one of the same system, seed and task."""
    rows = {(row["system"], row["seed"], row["task"]): row for row in [*old, *new]}
    return list(rows.values())


def _vectors(clips: Sequence[Clip], embedding: Hears) -> np.ndarray:
    return embedding.tracks([clip.id for clip in clips])


def _plain(figures: Mapping[str, Estimate]) -> dict[str, Any]:
    return {name: plain(estimate) for name, estimate in figures.items()}
