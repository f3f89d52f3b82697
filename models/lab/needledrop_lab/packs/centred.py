"""Takes out of both towers what all their embeddings have in common.

Trained on dense targets, towers keep a direction that every section, or every text, points in, and
what lies along it comes near everything (Radovanovic et al., *Hubs in space*, JMLR 2010). Moving
the mean of each tower to the origin changes no weight but the bias of its last projection.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import torch

from ..corpus import TextPair, Track
from ..model.towers import BlockTower
from ..training.texts import stochastic
from ..training.trained import Trained
from .shipped import towers_of
from .sources import Sources

PIECES = 250  # composed tracks; of the others, all
PAIRS = 600  # text pairs, and as many texts of tags
TOGETHER = 32


@torch.no_grad()
def centre(trained: Trained, sources: Sources) -> None:
    """Move the mean embedding of training music, and that of training texts, to the origin.

    A section of each track, a text and stochastic tags of each pair; the same at each call.
    """
    text, audio = towers_of(trained)
    head = audio.head if isinstance(audio, BlockTower) else audio
    sections, random = sections_of(trained, sources), Random(1)
    selection = trained.plan.settings.selection
    pairs = selection.pairs(sources.data) or pairs_of(heard(trained, sources))
    chosen = random.sample(pairs, min(PAIRS, len(pairs)))
    texts = [pair.text for pair in chosen]
    texts += [stochastic(pair.tags, random, 6) for pair in chosen]
    of_audio = [
        audio.project(sections[i : i + TOGETHER].exp()) for i in range(0, len(sections), TOGETHER)
    ]
    of_text = [
        trained.towers.embed_text(texts[i : i + TOGETHER]) for i in range(0, len(texts), TOGETHER)
    ]
    head.projection.bias.sub_(torch.cat(of_audio).mean(dim=0))
    text.projection.bias.sub_(torch.cat(of_text).mean(dim=0))


def heard(trained: Trained, sources: Sources) -> list[Track]:
    """The music that the model was trained on."""
    return trained.plan.settings.selection.heard(sources.tracks(), "train")


def pairs_of(tracks: Sequence[Track]) -> list[TextPair]:
    """Texts and tags of tracks, for a model that was trained without text pairs."""
    return [
        TextPair(track.source, track.group, text, track.tags)
        for track in tracks
        if track.tags
        for text in track.captions
    ]


def sections_of(trained: Trained, sources: Sources) -> torch.Tensor:
    """Cached features [S, frames, bands] of a section of each chosen training track."""
    random, frames = Random(1), trained.plan.settings.frames
    tracks = heard(trained, sources)
    composed = [track for track in tracks if track.source == "composed"]
    chosen = [track for track in tracks if track.source != "composed"]
    chosen += random.sample(composed, min(PIECES, len(composed)))
    sections = []
    for track in chosen:
        power = np.load(trained.plan.features / f"{track.id}.npy", mmap_mode="r")
        start = random.randint(0, len(power) - frames)
        sections.append(np.array(power[start : start + frames], np.float32))
    return torch.from_numpy(np.stack(sections))
