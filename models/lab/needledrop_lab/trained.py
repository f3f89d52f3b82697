"""A finished run, ready to embed texts and tracks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .runs import FORMAT, Plan, RunError, check_front, features_of, read_facts, read_weights
from .settings import from_json
from .systems import SYSTEMS
from .towers import unit
from .two_towers import Language, TwoTowers

CROPS = 3  # of a track, as the paper measures retrieval
BATCH = 64


@dataclass(frozen=True)
class Trained:
    """A system with the weights of its best validation. `vocabulary` is that of its training."""

    plan: Plan
    vocabulary: tuple[str, ...]
    towers: TwoTowers

    @torch.no_grad()
    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]. The classification system cannot read."""
        rows = [
            unit(self.towers.read(texts[i : i + BATCH])).cpu() for i in range(0, len(texts), BATCH)
        ]
        return torch.cat(rows).numpy()

    @torch.no_grad()
    def tags(self) -> np.ndarray:
        """Unit vectors of the vocabulary: texts, or class centroids where there is no text tower.

        A centroid's length scales all scores of its tag alike, so no figure of a tag depends on it.
        """
        if self.towers.text is not None:
            return self.texts(self.vocabulary)
        return unit(self.towers.centroids()).cpu().numpy()

    @torch.no_grad()
    def tracks(self, names: Sequence[str]) -> np.ndarray:
        """Unit vectors [tracks, dimension] of tracks whose features are cached.

        The mean of the projected vectors of three crops is normalised, not the vectors themselves,
        as in the paper: a crop that says little has a short vector and weighs less.
        """
        frames = self.plan.settings.frames
        means = []
        for first in range(0, len(names), BATCH):
            crops = [
                torch.from_numpy(np.array(whole[start : start + frames]))
                for name in names[first : first + BATCH]
                for whole in [features_of(self.plan.features, name, frames)]
                for start in crop_starts(len(whole), frames)
            ]
            heard = self.towers.hear(torch.stack(crops))
            means.append(heard.reshape(-1, CROPS, heard.shape[1]).mean(dim=1))
        return unit(torch.cat(means)).cpu().numpy()


def crop_starts(length: int, frames: int) -> list[int]:
    """Where the crops of a track begin: evenly spread, the last with room behind it."""
    return [index * ((length - frames) // CROPS) for index in range(CROPS)]


def load_run(
    folder: Path, corpus: Path, language: Language | Path, device: torch.device
) -> Trained:
    """Read a run's best weights, to hear the tracks of a corpus (the folder of its manifest).

    `language` may be the folder that holds the word vectors. Raises RunError.
    """
    facts = read_facts(folder / "run.json")
    if facts.get("format") != FORMAT or facts.get("system") not in SYSTEMS:
        raise RunError(f"{folder}/run.json is of another version; train the run again")
    system, settings = SYSTEMS[facts["system"]], from_json(facts["settings"])
    if isinstance(language, Path):
        language = Language.of(system, language)
    plan = Plan(system, facts["seed"], settings, corpus / settings.features)
    check_front(plan)
    towers = TwoTowers(system, settings, language.untrained(), len(facts["vocabulary"]))
    towers.load_state_dict(read_weights(folder / "best.pt", device)["towers"])
    return Trained(plan, tuple(facts["vocabulary"]), towers.to(device).eval())
