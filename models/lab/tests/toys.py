"""Toy sizes shared by the tests: everything is made here, nothing is downloaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from needledrop_lab.corpus import TextPair, Track
from needledrop_lab.towers import TextShape
from needledrop_lab.toy import AUDIO, FRONT, tokenizer
from needledrop_lab.train import Data, Settings

TOY_TEXT = TextShape(vocabulary=64, positions=16, width=8, inner=16, depth=1, heads=2)
TAGS = ("banjo", "piano", "calm", "dark", "jazz")


def toy_settings(**changes: object) -> Settings:
    """Eight samples a section, eight dimensions, three steps."""
    values: dict[str, object] = {
        "recorded": 3,
        "generated": 0,
        "composed": 4,
        "text_pairs": 3,
        "steps": 6,
        "ramp_steps": 2,
        "dimension": 8,
        "frozen_blocks": 0,
        "max_tokens": 8,
        "front": FRONT,
        "audio": AUDIO,
        "text": TOY_TEXT,
        "bf16": False,
        "save_every": 3,
        "log_every": 100,
    }
    return Settings(**{**values, **changes})  # type: ignore[arg-type]


def toy_data(folder: Path) -> Data:
    """Eight tracks of random features, four of each of two sources, and four text pairs."""
    random = np.random.default_rng(3)
    folder.mkdir(parents=True, exist_ok=True)
    tracks = []
    for number in range(8):
        source = "recorded" if number % 2 else "composed"
        kinds = {"instrument": (TAGS[number % 2],), "mood": (TAGS[2 + number % 3],)}
        track = Track(f"t{number}", source, f"t{number}", Path("none"), kinds, ("a calm song",))
        np.save(folder / f"{track.id}.npy", random.normal(size=(9, 2)).astype(np.float16))
        tracks.append(track)
    pairs = [TextPair("scenes", tag, f"music for {tag}", (tag, "slow")) for tag in TAGS[:4]]
    return Data(tracks, folder, pairs)


__all__ = ["TAGS", "TOY_TEXT", "tokenizer", "toy_data", "toy_settings"]
