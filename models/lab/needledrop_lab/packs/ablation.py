"""Short trainings of needledrop-base: the whole recipe, it without each thing that it learns from,
and one for each fold of the recorded tracks.

They share the features, lessons and mixes of OUT; each has a folder of run folders in OUT/ablation.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ..corpus import FOLDS
from ..measuring.trained_towers import TrainedTowers
from ..training.checkpoints import FINISHED, RUN, read_facts
from ..training.recipes import Recipe
from ..training.selection import NAMES
from ..training.settings import to_json
from .base import last_stage, load_shipped, train
from .shipped import towers_of
from .sources import Sources

WHOLE, UNHEARD = "whole", "recorded"  # the run to compare with, and the one for zero-shot figures
FOLD_RUNS = {f"fold-{fold}": fold for fold in range(1, FOLDS + 1)}
RUNS: Mapping[str, Mapping[str, Any]] = {
    WHOLE: {},
    **{name: {"without": name} for name in NAMES},
    **{name: {"fold": fold} for name, fold in FOLD_RUNS.items()},
}


@dataclass(frozen=True)
class Ablation:
    """The trainings of RUNS by a recipe, in short stages."""

    recipe: Recipe
    seed: int
    sources: Sources

    @property
    def steps(self) -> dict[str, int]:
        """Steps of each stage."""
        return {name: settings.last_step for name, settings in self.recipe.staged()}

    def folder(self, name: str) -> Path:
        """The folder of a training's last stage."""
        return last_stage(self.recipe, self.seed, self._runs(name))

    def train(self, name: str, device: torch.device) -> Path:
        """Train what is left of a training. Raises as base.train does, RunError for another."""
        if not self.is_finished(name):
            train(self.recipe, self.seed, RUNS[name], self.sources, self._runs(name), device)
        return self.folder(name)

    def is_finished(self, name: str) -> bool:
        """Whether the last stage has ended, with the settings it is to have."""
        folder, (_, settings) = self.folder(name), self.recipe.staged(RUNS[name])[-1]
        if not (folder / FINISHED).exists():
            return False
        return bool(read_facts(folder / RUN)["settings"] == to_json(settings))

    def facts(self, name: str) -> dict[str, Any]:
        """A digest of all that a finished training depends on, and the minutes it took."""
        folder = self.folder(name)
        facts = {key: value for key, value in read_facts(folder / RUN).items() if key != "commit"}
        seconds = [
            read_facts(folder.with_name(stage) / FINISHED)["seconds"] for stage in self.steps
        ]
        told = json.dumps(facts, sort_keys=True).encode()
        return {
            "run": hashlib.sha256(told).hexdigest()[:16],
            "minutes": round(sum(seconds) / 60, 1),
        }

    def towers(self, name: str) -> TrainedTowers:
        """A training's towers, centred as they would ship. Raises RunError."""
        sources = self.sources
        trained = load_shipped(self.folder(name), sources, sources.data)
        features, front = trained.plan.features, trained.plan.settings.front
        known = {track.audio: features / f"{track.id}.npy" for track in sources.tracks()}
        tokenizer = trained.towers.language.tokenizer
        cache = sources.out / "features-measured"
        return TrainedTowers(*towers_of(trained), tokenizer, front, known, cache)

    def _runs(self, name: str) -> Path:
        return self.sources.out / "ablation" / name
