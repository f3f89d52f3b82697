"""Smaller corpora: fewer tags per track, or fewer tracks to train on."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from random import Random

from .items import Item


def with_fewer_tags(items: Sequence[Item], most: int) -> list[Item]:
    """The items with at most `most` of their tags, drawn at random but always the same.

    A tag keeps its kind and its place; facts and captions stay. `most` is 1 or more.
    """
    return [_thin(item, most) for item in items]


def with_fewer_tracks(items: Sequence[Item], most: int) -> list[Item]:
    """All held-out items and at most `most` to train with, in their order; ids decide which."""
    known = [item for item in items if item.split == "train"]
    known.sort(key=lambda item: hashlib.sha256(item.id.encode()).digest())
    kept = {item.id for item in known[:most]}
    return [item for item in items if item.split != "train" or item.id in kept]


def _thin(item: Item, most: int) -> Item:
    if len(item.tags) <= most:
        return item
    kept = frozenset(Random(f"{item.id}/thin").sample(item.tags, most))
    kinds = {kind: tuple(t for t in tags if t in kept) for kind, tags in item.kinds.items()}
    return dataclasses.replace(item, kinds={kind: tags for kind, tags in kinds.items() if tags})
