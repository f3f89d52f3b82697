"""Held-out recorded tracks and composed pieces: found by their tags, and by a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...corpus import Track, load_tracks, split_of
from ...corpus.tracks import composed_tracks
from ..held_out import KINDS, labels_of, measured_tags
from ..metrics import macro_average_precision, macro_roc_auc
from .figure import Embedder, Figure, Music, over_tracks, retrieval, scores


def recorded(embedder: Embedder, music: Music) -> list[Figure]:
    """Tags and descriptions of the recorded tracks that no pack was trained on."""
    tracks = [track for track in load_tracks(music.data, None) if track.source == "recorded"]
    return figures(embedder, held_out(tracks), "held-out recorded tracks", 0)


def composed(embedder: Embedder, music: Music) -> list[Figure]:
    """Tags and full sentences of composed pieces; none without a corpus."""
    if music.corpus is None:
        return []
    pieces = held_out(composed_tracks(music.corpus))
    return figures(embedder, pieces, "held-out composed pieces", -2)


def held_out(tracks: Sequence[Track]) -> list[Track]:
    """Those whose group lies in the test split."""
    return [track for track in tracks if split_of(track.group) == "test"]


def figures(embedder: Embedder, tracks: Sequence[Track], of: str, caption: int) -> list[Figure]:
    """Areas over all tags and over those of each kind, then retrieval by one caption a track."""
    result = []
    audio = [track.audio for track in tracks]
    for kind in (None, *KINDS):
        tags = measured_tags(tracks, kind)
        if not tags:
            continue
        found, truth = scores(embedder, audio, tags), labels_of(tracks, tags)
        name = f"{'tags' if kind is None else f'{kind} tags'} ({len(tags)}), zero-shot"
        result.append(over_tracks(name, "ROC-AUC", macro_roc_auc, found, truth, of, chance=0.5))
        if kind is None:
            least = float(truth.mean())
            result.append(
                over_tracks(name, "PR-AUC", macro_average_precision, found, truth, of, chance=least)
            )
    asked = [track for track in tracks if track.captions]
    if asked:
        captions = [t.captions[caption if len(t.captions) > 1 else 0] for t in asked]
        similarity = scores(embedder, [track.audio for track in asked], captions).T
        result += retrieval("description to track", similarity, np.arange(len(asked)), of)
    return result
