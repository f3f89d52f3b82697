"""Tracks whose tags can be heard: each tag lights a mel band of its own."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from toys import TOY_TEXT, tokenizer

from needledrop_lab.corpus.items import Item, Split
from needledrop_lab.model.towers import AudioShape, WordVectors
from needledrop_lab.model.two_towers import Language
from needledrop_lab.packs.toy import FRONT
from needledrop_lab.training.plan import Plan
from needledrop_lab.training.recipes import SYSTEMS
from needledrop_lab.training.settings import Settings, applied

TAGS = ("banjo", "piano", "flute", "drums", "calm", "dark", "jazz", "folk")
SIZES: dict[Split, int] = {"train": 64, "valid": 24, "test": 32}
TOY: dict[str, Any] = dict(
    compact=AudioShape((8, 8), time_halvings=1, width=16, inner=16, depth=1, heads=2, dropout=0.0),
    front=dataclasses.replace(FRONT, mel_bands=len(TAGS)),
    bert=dataclasses.replace(TOY_TEXT, width=16, positions=16),
    dimension=16,
    batch=16,
    steps=40,
    audio_rate=1e-2,
    head_rate=1e-2,
    valid_every=10,
    bf16=False,
)
SETTINGS = applied(Settings(), TOY)  # of no system in particular


def toy_plan(system: str, features: Path, **changes: object) -> Plan:
    """A run of one of the ten systems in toy size."""
    return Plan(system, 1, SYSTEMS[system].settings({**TOY, **changes}), features)


def toy_items(folder: Path) -> list[Item]:
    """Items with one to three of eight tags, and their features in FOLDER/features."""
    random, noise = Random(5), np.random.default_rng(5)
    (folder / "features").mkdir(parents=True)
    items = []
    for split, size in SIZES.items():
        for number in range(size):
            tags = tuple(random.sample(TAGS, random.randint(1, 3)))
            name = f"{split}-{number}"
            power = noise.normal(-6, 0.5, size=(12, len(TAGS)))
            power[:, [TAGS.index(tag) for tag in tags]] += 6
            np.save(folder / "features" / f"{name}.npy", power.astype(np.float16))
            audio = Path(f"{name}.opus")
            items.append(Item(name, "toy", name, split, audio, 1.5, {"other": tags}))
    return items


def measuring_options(folder: Path, **more: object) -> Namespace:
    """What the commands that measure are asked with: all toys are in one folder."""
    return Namespace(
        manifest=folder / "manifest.jsonl",
        data=folder,
        runs=folder / "runs",
        device="cpu",
        results=folder / "results.json",
        **more,
    )


def toy_language() -> Language:
    """The toy pack's tokenizer, and a word vector for each tag."""
    return Language(tokenizer(), WordVectors(TAGS, np.eye(8, 8)), pretrained=False)
