"""Searching tracks with runs: each track is embedded by sections and ranked by its best one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ...audio.cache import features_of
from ...measuring.held_out import section_starts
from ...model.towers import unit
from ...training.errors import RunError
from ...training.folders import FinishedRun, finished_runs, first_seeds
from ...training.texts import Representation
from ...training.trained import Trained
from .originals import Original

QUERIES = {  # the paper's, and what each is
    "banjo": "One tag",
    "fusion jazz with synth, bass, drums, saxophone": "Several tags in one sentence",
    "music for meditation or listen to in the forest": "Free text; the models were trained on tags",
}
SYSTEMS: dict[str, Representation] = {  # the paper's best objective, by its training text
    "contrastive-bert-tag": "tag",
    "contrastive-bert-sentence": "sentence",
    "contrastive-bert-stochastic": "stochastic",
}
SHOWN = 3  # tracks of each answer


@dataclass(frozen=True)
class Hit:
    """A track with its best section, in seconds, and that section's cosine with the query."""

    track: Original
    start: float
    end: float
    cosine: float


@dataclass(frozen=True)
class Answer:
    """The best tracks of one system for one query, best first."""

    query: str
    system: str
    hits: tuple[Hit, ...]


def demo_runs(runs: Path) -> list[FinishedRun]:
    """The first seed of each of the three systems. Raises RunError if one is missing."""
    found = {run.system: run for run in first_seeds(finished_runs(runs))}
    if missing := [system for system in SYSTEMS if system not in found]:
        raise RunError(
            f"{runs} holds no finished run of {', '.join(missing)}; make it with "
            f"`lab train {missing[0]} --manifest MANIFEST --data DATA --out {runs}`"
        )
    return [found[system] for system in SYSTEMS]


@torch.no_grad()
def embed_sections(run: Trained, features: np.ndarray, starts: Sequence[int]) -> np.ndarray:
    """Unit vectors [sections, dimension] of a track's features [frames, bands]."""
    frames = run.plan.settings.frames
    crops = np.stack([features[start : start + frames] for start in starts])
    return unit(run.towers.embed_audio(torch.from_numpy(crops))).cpu().numpy()


def answers(
    runs: Sequence[Trained], tracks: Sequence[Original], queries: Sequence[str]
) -> list[Answer]:
    """Every run's best tracks for every query, query by query; ties are ordered by track id.

    One track is decoded at a time, once for all runs with the same front end. Raises AudioError
    for a track that cannot be decoded.
    """
    texts, fronts = (
        [run.texts(queries) for run in runs],
        [run.plan.settings.front_end for run in runs],
    )
    found: list[list[list[Hit]]] = [[[] for _ in runs] for _ in queries]
    for track in tracks:
        features = {front: features_of(track.audio, front) for front in set(fronts)}
        for column, run in enumerate(runs):
            front = fronts[column]
            starts = section_starts(len(features[front]), front)
            cosines = embed_sections(run, features[front], starts) @ texts[column].T
            for row, best in enumerate(cosines.argmax(axis=0)):
                start = starts[best] * front.hop_samples / front.sample_rate
                end = min(start + front.section_seconds, track.seconds)
                found[row][column].append(Hit(track, start, end, float(cosines[best, row])))
        print(f"{track.id}: embedded", flush=True)
    return [
        Answer(query, run.plan.recipe, best_of(found[row][column]))
        for row, query in enumerate(queries)
        for column, run in enumerate(runs)
    ]


def best_of(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The first SHOWN of a ranking."""
    ranked = sorted(hits, key=lambda hit: (-hit.cosine, hit.track.id))
    return tuple(ranked[:SHOWN])
