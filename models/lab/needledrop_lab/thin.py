"""Fewer tags a track: what a corpus would be had its music been described in fewer words."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from random import Random

from .items import Item


def thinned(items: Sequence[Item], most: int) -> list[Item]:
    """The items with at most `most` of their tags, drawn at random but always the same.

    A tag keeps its kind and its place; facts and captions stay. `most` is 1 or more.
    """
    return [_thin(item, most) for item in items]


def _thin(item: Item, most: int) -> Item:
    if len(item.tags) <= most:
        return item
    kept = frozenset(Random(f"{item.id}/thin").sample(item.tags, most))
    kinds = {kind: tuple(t for t in tags if t in kept) for kind, tags in item.kinds.items()}
    return dataclasses.replace(item, kinds={kind: tags for kind, tags in kinds.items() if tags})
