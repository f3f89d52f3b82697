"""Does a clip have a voice? Asked with two words, of generated clips for which that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...corpus import split_of, words_in
from ...corpus.sources import prompt_of, rows, rows_if_any
from ..metrics import roc_auc
from .figure import Embedder, Figure, Music, over_tracks, scores

QUERIES = ("vocals", "instrumental")
VOICED = (
    *("vocal", "vocalist", "vokal", "voice", "voiced", "choir", "rap", "rapper", "rapping"),
    *("sing", "singer", "singing", "sung", "spoken word", "a cappella", "acapella"),
)
NO_VOICE = (
    *("instrumental", "no vocal", "no singer", "no voice", "without vocal", "without singing"),
    # performers named in full, none of whom sings
    *("solo pianist", "solo acoustic guitarist", "solo latin percussion"),
    *("symphony orchestra", "string orchestra", "orchestral music", "french horn players"),
)
# Sections of the generator's page: music without voices, and loops of single instruments.
SECTIONS = ("Instrumentals", "Text2Sample")


@dataclass(frozen=True)
class Clip:
    """A clip, its prompt, and whether somebody sings, raps or speaks in it."""

    audio: Path
    prompt: str
    voiced: bool


def figures(embedder: Embedder, music: Music) -> list[Figure]:
    """ROC-AUC of cosine("vocals") - cosine("instrumental")."""
    clips = load_clips(music.data)
    result = []
    for some, of in ((held_out(clips), "held-out generated clips"), (clips, "all generated clips")):
        truth = np.array([clip.voiced for clip in some])
        if truth.any() and not truth.all():
            found = scores(embedder, [clip.audio for clip in some], QUERIES)
            name = f"voice or none ({truth.sum()} with, {(~truth).sum()} without)"
            apart = found[:, 0] - found[:, 1]
            result.append(over_tracks(name, "ROC-AUC", roc_auc, apart, truth, of, chance=0.5))
    return result


def held_out(clips: Sequence[Clip]) -> list[Clip]:
    """Those whose prompt lies in the test split."""
    return [clip for clip in clips if split_of(clip.prompt) == "test"]


def load_clips(data: Path) -> list[Clip]:
    """Clips of both generators for which row or prompt says whether there is a voice."""
    found = [*rows(data / "noise2music.jsonl"), *rows_if_any(data / "ace.jsonl")]
    known = [(row, has_voice(row)) for row in found]
    return [
        Clip(data / row["file"], prompt_of(row["caption"]), voiced)
        for row, voiced in known
        if voiced is not None
    ]


def has_voice(row: Mapping[str, Any]) -> bool | None:
    """What the row says; else what its prompt says; None where neither says anything.

    A prompt that names a voice has one, though it may name an instrumental part as well.
    """
    if isinstance(row.get("vocals"), bool):
        return bool(row["vocals"])
    if words_in(row["caption"], VOICED):
        return True
    lowered = row["caption"].lower()
    silent = any(words in lowered for words in NO_VOICE) or row.get("group") in SECTIONS
    return False if silent else None
