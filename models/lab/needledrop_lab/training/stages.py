"""A recipe from its first stage to its last."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from ..corpus.pool import Pool
from ..model.two_towers import Language
from .checkpoints import WEIGHTS
from .loop import train_run
from .mixture import Mixture
from .plan import Plan
from .recipes import Recipe


def train_recipe(
    recipe: Recipe,
    seed: int,
    changes: Mapping[str, Any],
    features: Path,
    corpus: Pool | Mixture,
    language: Language,
    out: Path,
    device: torch.device,
) -> Path:
    """Train all stages, each from the weights of the one before; the folder of the last.

    `features` is the folder that holds the folders of cached features. Finished stages are left
    alone and one that was killed goes on. Raises as `train_run` does, and SettingsError.
    """
    start, folder = None, out
    for stage, settings in recipe.staged(changes):
        plan = Plan(recipe.name, seed, settings, features / settings.features, stage)
        folder = train_run(plan, corpus, language, out, device, start)
        start = folder / WEIGHTS
    return folder
