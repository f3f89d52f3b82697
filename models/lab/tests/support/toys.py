"""Toy sizes shared by the tests: everything is made here, nothing is downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.corpus import TextPair, Track
from needledrop_lab.model.towers import BlockShape, TextShape
from needledrop_lab.packs.toy import tokenizer
from needledrop_lab.teachers.book import LessonBook
from needledrop_lab.training.mixture import Mixture
from needledrop_lab.training.plan import Plan
from needledrop_lab.training.recipes import SHIPPED

TOY_TEXT = TextShape(vocabulary=64, positions=64, width=8, inner=16, depth=1, heads=2)
TAGS = ("banjo", "piano", "calm", "dark", "jazz")
# Two blocks of 16 hops in a section, 3 hops in a patch: what one frame of the encoder is in full
# size is one hop here.
TOY_FRONT = FrontEnd(
    sample_rate=50, section_seconds=10.24, hop_samples=16, mel_bands=4, min_hz=0, max_hz=25
)
TOY_BLOCKS = BlockShape((4, 8), (1, 1), width=8, inner=8, depth=1, heads=2, dropout=0.0)
# needledrop-base in toy size
TOY_BASE: dict[str, Any] = {
    "dimension": 8,
    "front": TOY_FRONT,
    "blocks": TOY_BLOCKS,
    "bert": TOY_TEXT,
    "bf16": False,
}


def toy_base_plan(features: Path, **changes: object) -> Plan:
    """A run of needledrop-base's recipe, without its stages: six steps of three and four tracks."""
    few = {"recorded": 3, "generated": 0, "composed": 4, "text_pairs": 3, "max_tokens": 8}
    short = {"steps": 6, "warm_up_steps": 2, "valid_every": 3, "lessons": 4}
    settings = SHIPPED.settings({**TOY_BASE, **few, **short, **changes})
    return Plan(SHIPPED.name, 1, settings, features)


def toy_mixture(folder: Path, book: LessonBook | None = None) -> Mixture:
    """Ten tracks of random features of two sources, two for validation, and four text pairs."""
    random = np.random.default_rng(3)
    folder.mkdir(parents=True, exist_ok=True)
    tracks = []
    for number in range(10):
        source = "recorded" if number % 2 else "composed"
        kinds = {"instrument": (TAGS[number % 2],), "mood": (TAGS[2 + number % 3],)}
        track = Track(f"t{number}", source, f"t{number}", Path("none"), kinds, ("a calm song",))
        np.save(folder / f"{track.id}.npy", random.normal(size=(70, 4)).astype(np.float16))
        tracks.append(track)
    pairs = [TextPair("scenes", tag, f"music for {tag}", (tag, "slow"), ("folk",)) for tag in TAGS]
    return Mixture(tracks[:8], tracks[8:], pairs[:4], book)


__all__ = ["TAGS", "TOY_BASE", "TOY_TEXT", "tokenizer", "toy_base_plan", "toy_mixture"]
