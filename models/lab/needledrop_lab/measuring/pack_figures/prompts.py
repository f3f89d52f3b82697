"""Generated music: found by the prompt that it was made from, one clip a prompt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...corpus import Track, load_tracks, split_of
from .figure import Embedder, Figure, Music, retrieval, scores

SOURCES = {"songs": "ACE-Step prompts", "generated": "Noise2Music prompts"}


def figures(embedder: Embedder, music: Music) -> list[Figure]:
    """Held-out prompts among the clips of held-out prompts, and among those of all prompts."""
    clips = one_per_prompt([t for t in load_tracks(music.data, None) if t.source in SOURCES])
    asked = [row for row, clip in enumerate(clips) if split_of(clip.group) == "test"]
    if not asked:
        return []
    prompts = [clips[row].captions[0] for row in asked]
    similarity = scores(embedder, [clip.audio for clip in clips], prompts).T
    result = []
    for source, words in SOURCES.items():
        own = [i for i, row in enumerate(asked) if clips[row].source == source]
        if own:
            among = similarity[np.ix_(own, [asked[i] for i in own])]
            result += retrieval("prompt to clip", among, np.arange(len(own)), f"held-out {words}")
    both = similarity[:, asked]
    result += retrieval("prompt to clip", both, np.arange(len(asked)), "held-out prompts of both")
    name = f"prompt to clip, among {len(clips)} clips"
    return result + retrieval(name, similarity, np.array(asked), "held-out prompts of both")


def one_per_prompt(tracks: Sequence[Track]) -> list[Track]:
    """The first clip of each prompt, in order."""
    first: dict[tuple[str, str], Track] = {}
    for track in tracks:
        if track.captions:
            first.setdefault((track.source, track.group), track)
    return list(first.values())
