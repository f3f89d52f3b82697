"""Toy sizes shared by the tests: everything is made here, nothing is downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from needledrop_lab.corpus import TextPair, Track
from needledrop_lab.model.towers import TextShape
from needledrop_lab.packs.toy import AUDIO, FRONT, tokenizer
from needledrop_lab.training.mixture import Mixture
from needledrop_lab.training.plan import Plan
from needledrop_lab.training.recipes import SHIPPED

TOY_TEXT = TextShape(vocabulary=64, positions=16, width=8, inner=16, depth=1, heads=2)
TAGS = ("banjo", "piano", "calm", "dark", "jazz")
# needledrop-base in toy size: eight samples a section, eight dimensions
TOY_BASE: dict[str, Any] = {
    "dimension": 8,
    "front": FRONT,
    "compact": AUDIO,
    "bert": TOY_TEXT,
    "bf16": False,
}


def toy_base_plan(features: Path, **changes: object) -> Plan:
    """A run of needledrop-base's recipe, without its stages: six steps of three and four tracks."""
    few = {"recorded": 3, "generated": 0, "composed": 4, "text_pairs": 3, "max_tokens": 8}
    short = {"steps": 6, "warm_up_steps": 2, "valid_every": 3, "frozen_blocks": 0}
    settings = SHIPPED.settings({**TOY_BASE, **few, **short, **changes})
    return Plan(SHIPPED.name, 1, settings, features)


def toy_mixture(folder: Path) -> Mixture:
    """Ten tracks of random features of two sources, two for validation, and four text pairs."""
    random = np.random.default_rng(3)
    folder.mkdir(parents=True, exist_ok=True)
    tracks = []
    for number in range(10):
        source = "recorded" if number % 2 else "composed"
        kinds = {"instrument": (TAGS[number % 2],), "mood": (TAGS[2 + number % 3],)}
        track = Track(f"t{number}", source, f"t{number}", Path("none"), kinds, ("a calm song",))
        np.save(folder / f"{track.id}.npy", random.normal(size=(9, 2)).astype(np.float16))
        tracks.append(track)
    pairs = [TextPair("scenes", tag, f"music for {tag}", (tag, "slow")) for tag in TAGS[:4]]
    return Mixture(tracks[:8], tracks[8:], pairs)


__all__ = ["TAGS", "TOY_BASE", "TOY_TEXT", "tokenizer", "toy_base_plan", "toy_mixture"]
