"""Figures of a pack, part by part. Parts share no state and can be measured one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import emotify, knowledge, prompts, tracks, voices, words
from .figure import Embedder, Figure, Music

PARTS: Mapping[str, Callable[[Embedder, Music], list[Figure]]] = {
    "recorded": tracks.recorded,
    "emotify": emotify.figures,
    "prompts": prompts.figures,
    "voices": voices.figures,
    "words": words.figures,
    "composed": tracks.composed,
    "knowledge": knowledge.figures,
}

__all__ = ["PARTS", "Embedder", "Figure", "Music"]
