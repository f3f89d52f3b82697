"""A figure of a pack, and what every part of the measurement needs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np

from ..held_out import score
from ..metrics import Estimate, bootstrap, jackknife, median_rank, recall_at

Measure = Literal["ROC-AUC", "PR-AUC", "accuracy", "R@10", "median rank", "share"]


class Embedder(Protocol):
    """What is measured: towers that embed texts and audio files into one space."""

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]."""
        ...

    def sections(self, audio: Path) -> np.ndarray:
        """Unit vectors [sections, dimension] of an audio file."""
        ...


@dataclass(frozen=True)
class Music:
    """Folders: `data` with recorded and generated music, `corpus` with rendered pieces, if any."""

    data: Path
    corpus: Path | None


@dataclass(frozen=True)
class Figure:
    """One figure: `name` of what was measured, `items` many of which music or texts (`of`).

    `beside` holds figures to compare it with, such as chance. `notes` name what it went wrong with.
    """

    name: str
    measure: Measure
    estimate: Estimate
    items: int
    of: str
    beside: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()

    def row(self) -> dict[str, Any]:
        """Plain JSON values; what could not be measured is None."""
        estimate = {key: finite(value) for key, value in vars(self.estimate).items()}
        return {
            "name": self.name,
            "measure": self.measure,
            "items": self.items,
            "of": self.of,
            "beside": {key: finite(value) for key, value in self.beside.items()},
            **({"notes": list(self.notes)} if self.notes else {}),
            "estimate": estimate,
        }


def finite(value: float) -> float | None:
    """Rounded to six decimals, None for NaN."""
    return round(value, 6) if math.isfinite(value) else None


def scores(embedder: Embedder, audio: Sequence[Path], queries: Sequence[str]) -> np.ndarray:
    """How well each track fits each query, [tracks, queries], as the engine scores tracks."""
    return score([embedder.sections(path) for path in audio], embedder.texts(queries))


def over_tracks(
    name: str,
    measure: Measure,
    figure: Callable[[np.ndarray, np.ndarray], float],
    found: np.ndarray,
    truth: np.ndarray,
    of: str,
    **beside: float,
) -> Figure:
    """A figure of scores and labels [tracks, ...], its interval by the jackknife over tracks.

    The interval of few tracks may reach beyond what the figure can be, and is cut there.
    """
    whole = jackknife(lambda rows: figure(found[rows], truth[rows]), len(found))
    low, high = np.clip([whole.low, whole.high], 0, 1).tolist()
    return Figure(name, measure, Estimate(whole.value, low, high), len(found), of, beside)


def retrieval(name: str, similarity: np.ndarray, own: np.ndarray, of: str) -> list[Figure]:
    """R@10 and median rank of [queries, tracks]; `own` is the column of each query's own track.

    Ranks count from 1, and ties count against the track.
    """
    rank = (similarity >= similarity[np.arange(len(own)), own][:, None]).sum(axis=1)
    tracks = similarity.shape[1]
    recall = bootstrap(lambda some: recall_at(some, 10), rank)
    middle = bootstrap(median_rank, rank)
    return [
        Figure(name, "R@10", recall, len(own), of, {"chance": min(1.0, 10 / tracks)}),
        Figure(name, "median rank", middle, len(own), of, {"chance": (tracks + 1) / 2}),
    ]
