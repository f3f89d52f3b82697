"""Does the text tower still know the world, of which MiniLM read before it was tuned to music?

Triplets of a scene, music that fits it, and music that does not. Nothing in a scene names its
music, so only knowledge of the world can tell. MiniLM as it was before tuning is measured alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files

import numpy as np
import torch

from ...model.pretrained import load_minilm, minilm_tokenizer
from ...model.tokens import encode
from ...model.towers import TextShape, TextTower
from ..metrics import bootstrap
from .figure import Embedder, Figure, Music, retrieval

Embed = Callable[[Sequence[str]], np.ndarray]  # texts -> unit vectors [texts, dimension]
Triplet = tuple[str, str, str]


def load_triplets() -> list[Triplet]:
    """(scene, nearer, farther)"""
    text = files("needledrop_lab").joinpath("data/world-knowledge.json").read_text("utf-8")
    return [(scene, nearer, farther) for scene, nearer, farther in json.loads(text)]


def figures(embedder: Embedder, _: Music) -> list[Figure]:
    """Triplets in the right order, with those that are not; the fitting music among all of them."""
    triplets = load_triplets()
    right = in_order(embedder.texts, triplets)
    name = "scene nearer to fitting music than to other music"
    share = Figure(
        name,
        "share",
        bootstrap(lambda some: float(some.mean()), right),
        len(triplets),
        "triplets of texts",
        {"chance": 0.5, "MiniLM before tuning": float(in_order(minilm, triplets).mean())},
        [" / ".join(triplet) for triplet, ok in zip(triplets, right, strict=True) if not ok],
    )
    before = among_all(minilm, triplets)
    return [
        share,
        *(
            replace(own, beside={**own.beside, "MiniLM before tuning": old.estimate.value})
            for own, old in zip(among_all(embedder.texts, triplets), before, strict=True)
        ),
    ]


def among_all(embed: Embed, triplets: Sequence[Triplet]) -> list[Figure]:
    """Each scene's fitting music among the fitting music of all scenes."""
    music = list(dict.fromkeys(nearer for _, nearer, _ in triplets))
    similarity = embed([scene for scene, _, _ in triplets]) @ embed(music).T
    own = np.array([music.index(nearer) for _, nearer, _ in triplets])
    return retrieval(f"scene to fitting music, among {len(music)}", similarity, own, "scenes")


def in_order(embed: Embed, triplets: Sequence[Triplet]) -> np.ndarray:
    """Whether the scene is nearer to the second text than to the third, bool [triplets]."""
    scene, nearer, farther = (embed(texts) for texts in zip(*triplets, strict=True))
    closer: np.ndarray = (scene * (nearer - farther)).sum(axis=1) > 0
    return closer


@torch.no_grad()
def minilm(texts: Sequence[str]) -> np.ndarray:
    """Unit vectors [texts, 384] of all-MiniLM-L6-v2."""
    tower, tokenizer = TextTower(TextShape(), 1), minilm_tokenizer()
    load_minilm(tower)
    ids, mask = encode(tokenizer, texts, 64)
    pooled = torch.nn.functional.normalize(tower.eval().pooled(ids, mask), dim=1)
    vectors: np.ndarray = pooled.numpy()
    return vectors
