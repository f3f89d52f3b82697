"""A finished run, ready to embed texts and tracks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..model.towers import unit
from ..model.two_towers import Language, TwoTowers
from .batches import check_front, features_of
from .checkpoints import RUN, WEIGHTS, read_facts, read_weights, same_run
from .errors import RunError
from .plan import FORMAT, Plan
from .settings import from_json

CROPS = 3  # of a track, as the paper measures retrieval
BATCH = 64


@dataclass(frozen=True)
class Trained:
    """A model with the weights that its run resulted in, and the vocabulary of its training."""

    plan: Plan
    vocabulary: tuple[str, ...]
    towers: TwoTowers

    @torch.no_grad()
    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]. The classification system has no text tower."""
        rows = [
            unit(self.towers.embed_text(texts[i : i + BATCH])).cpu()
            for i in range(0, len(texts), BATCH)
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
            embedded = self.towers.embed_audio(torch.stack(crops))
            means.append(embedded.reshape(-1, CROPS, embedded.shape[1]).mean(dim=1))
        return unit(torch.cat(means)).cpu().numpy()


def crop_starts(length: int, frames: int) -> list[int]:
    """Where the crops of a track begin: evenly spread, the last with room behind it."""
    return [index * ((length - frames) // CROPS) for index in range(CROPS)]


def load_run(
    folder: Path, corpus: Path, language: Language | Path, device: torch.device
) -> Trained:
    """Read the weights that a run resulted in, to embed the tracks of a corpus.

    `corpus` is the folder of the manifest, with cached features in it. `language` may be the folder
    that holds the word vectors. Raises RunError.
    """
    facts = read_facts(folder / RUN)
    if facts.get("format") != FORMAT:
        raise RunError(f"{folder}/{RUN} is of another version; train the run again")
    settings = from_json(facts["settings"])
    saved = read_weights(folder / WEIGHTS, device)
    same_run(folder, facts, saved["facts"])
    if isinstance(language, Path):
        language = Language.of(settings, language)
    features = corpus / settings.features
    plan = Plan(facts["recipe"], facts["seed"], settings, features, facts["stage"])
    check_front(plan)
    towers = TwoTowers(settings, language.untrained(), facts["vocabulary"])
    towers.load_state_dict(saved["towers"])
    return Trained(plan, tuple(facts["vocabulary"]), towers.to(device).eval())
