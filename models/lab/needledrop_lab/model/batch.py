"""What a model is trained on in one step."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from .lessons import Lessons


@dataclass(frozen=True)
class Music:
    """B sections of as many tracks, and texts of the first T of them, in the same order.

    `sections`: cached features [B, frames, bands]. `labels` bool [T, tags] says which tags of the
    vocabulary the tracks have. `negatives` bool [T, T] says which (text, track) pairs may count as
    mismatched; None: all but the diagonal. `lessons`: what is known of all sections by ear.
    """

    sections: Tensor
    texts: list[str]
    labels: Tensor
    negatives: Tensor | None = None
    lessons: Lessons | None = None


@dataclass(frozen=True)
class TextPairs:
    """P pairs of texts that say the same, weighted by `weight` in the loss.

    `negatives` bool [P, P] says which (left, right) pairs may count as mismatched. `fits` [P, W]:
    which words of the lessons music for the left text should have (above 0) and must not have
    (below 0); None if there are no lessons.
    """

    left: list[str]
    right: list[str]
    negatives: Tensor
    weight: float
    fits: Tensor | None = None


@dataclass(frozen=True)
class Batch:
    """Music, text pairs, or both."""

    music: Music | None = None
    pairs: TextPairs | None = None
