"""Words that editors search with, one by one, over music for which it is known whether they fit.

Music of four kinds is asked: held-out recorded tracks and composed pieces by their tags, Emotify's
songs by genre and by what was felt, generated clips by whether there is a voice. A tag that a
recorded track lacks may fit all the same; the composer's tags are complete.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from ...corpus import Track, load_tracks
from ...corpus.tracks import composed_tracks
from ..held_out import LEAST_POSITIVES
from ..metrics import Estimate, roc_auc
from . import emotify, voices
from .figure import Embedder, Figure, Music, over_tracks, scores
from .tracks import held_out

Word = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """Music of one kind; `fits` says of a word which of it fits, or that it is not known."""

    of: str
    audio: Sequence[Path]
    fits: Callable[[Word], np.ndarray | None]


def load_words() -> list[Word]:
    """`query` and what it is true of: `tags`, a `genre` or an `emotion` of Emotify, a `voice`."""
    text = files("needledrop_lab").joinpath("data/editors-words.json").read_text("utf-8")
    words: list[Word] = json.loads(text)
    return words


def figures(embedder: Embedder, music: Music) -> list[Figure]:
    """Means over words, the lowest, and every word by itself.

    The notes of the mean name the words that could not be measured on any of the music.
    """
    words = load_words()
    found = [figure for asked in all_music(music) for figure in each(embedder, asked, words)]
    if not found:
        return []
    measured = {figure.name for figure in found}
    absent = [word["query"] for word in words if word["query"] not in measured]
    whole = f"pairs of word and music, {len(measured)} words"
    return [
        mean(found, whole, [f"not measured: {word}" for word in absent]),
        *(
            mean([figure for figure in found if figure.of == of], f"words, {of}")
            for of in dict.fromkeys(figure.of for figure in found)
        ),
        lowest(found, whole),
        *found,
    ]


def mean(found: Sequence[Figure], of: str, notes: Sequence[str] = ()) -> Figure:
    """Mean of the figures of single words; it has no interval."""
    value = float(np.mean([figure.estimate.value for figure in found]))
    estimate = Estimate(value, float("nan"), float("nan"))
    return Figure("mean over words", "ROC-AUC", estimate, len(found), of, {"chance": 0.5}, notes)


def lowest(found: Sequence[Figure], of: str) -> Figure:
    """The lowest of the figures of single words; its note says of which word."""
    worst = min(found, key=lambda figure: figure.estimate.value)
    notes = [f"{worst.name}, {worst.of}"]
    chance = {"chance": 0.5}
    return Figure("lowest of the words", "ROC-AUC", worst.estimate, len(found), of, chance, notes)


def all_music(music: Music) -> Iterator[Asked]:
    """What there is to ask."""
    known = [track for track in load_tracks(music.data, None) if track.source == "recorded"]
    yield tagged("held-out recorded tracks", held_out(known))
    if music.corpus is not None:
        yield tagged("held-out composed pieces", held_out(composed_tracks(music.corpus)))
    songs = emotify.load_songs(music.data)
    yield Asked(emotify.OF, [song.audio for song in songs], lambda word: felt(songs, word))
    clips = voices.held_out(voices.load_clips(music.data))
    voiced = np.array([clip.voiced for clip in clips])
    yield Asked(
        "held-out generated clips",
        [clip.audio for clip in clips],
        lambda word: voiced == word["voice"] if "voice" in word else None,
    )


def tagged(of: str, tracks: Sequence[Track]) -> Asked:
    """Music whose tags tell."""

    def fits(word: Word) -> np.ndarray | None:
        tags = set(word["tags"])
        return np.array([bool(tags.intersection(t.tags)) for t in tracks]) if tags else None

    return Asked(of, [track.audio for track in tracks], fits)


def felt(songs: Sequence[emotify.Song], word: Word) -> np.ndarray | None:
    """Songs of a genre, or those in which an emotion was felt by more than the median."""
    if "genre" in word:
        return np.array([song.genre == word["genre"] for song in songs])
    if "emotion" not in word:
        return None
    many: np.ndarray = emotify.Truth.of(songs).many[:, emotify.EMOTIONS.index(word["emotion"])]
    return many


def each(embedder: Embedder, asked: Asked, words: Sequence[Word]) -> list[Figure]:
    """ROC-AUC of every word that enough of the music fits and enough does not."""
    known = [(word["query"], fits) for word in words if (fits := asked.fits(word)) is not None]
    least = LEAST_POSITIVES
    told = [(query, fits) for query, fits in known if least <= fits.sum() <= len(fits) - least]
    if not told:
        return []
    found = scores(embedder, asked.audio, [query for query, _ in told])
    return [
        over_tracks(query, "ROC-AUC", roc_auc, found[:, i], fits, asked.of, fitting=int(fits.sum()))
        for i, (query, fits) in enumerate(told)
    ]
