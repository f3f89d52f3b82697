"""Emotify: 400 recorded songs and what their listeners felt. No pack is trained on them.

One of the paper's ten tasks: name the emotion that most listeners felt. The paper's split is not
known, so its figures stand beside ours for orientation only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

import numpy as np

from ...corpus.sources import rows
from ..metrics import macro_roc_auc
from ..zero_shot import accuracy
from .emotify_probes import each_by_itself, logistic, mlp, tested_once
from .figure import Embedder, Figure, Music, over_tracks, scores

EMOTIONS = (
    *("amazement", "calmness", "joyful activation", "nostalgia", "power", "sadness"),
    *("solemnity", "tenderness", "tension"),
)
PROMPTS = ("music full of {}", "a song that evokes {}", "the feeling of {} in music")
GENRES = ("classical", "electronic", "pop", "rock")
PAPERS_SYSTEM = "contrastive-bert-stochastic"
OF = "Emotify songs"
EACH = "each of nine emotions above its median"


@dataclass(frozen=True)
class Song:
    """20 s of a song, and the shares of its listeners who felt each of EMOTIONS."""

    audio: Path
    genre: str
    felt: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Truth:
    """`most` [songs]: the emotion most felt, of equals the first of EMOTIONS; bool [songs, 9]:
    `one` has it as a column, `many` has every emotion that was felt by more than the median."""

    most: np.ndarray
    one: np.ndarray
    many: np.ndarray

    @staticmethod
    def of(songs: Sequence[Song]) -> Truth:
        """What the songs' listeners felt."""
        felt = np.array([song.felt for song in songs])
        most = felt.argmax(axis=1)
        return Truth(most, np.eye(len(EMOTIONS), dtype=bool)[most], felt > np.median(felt, axis=0))

    def guessed(self) -> dict[str, float]:
        """Accuracy without listening."""
        return {"chance": 1 / len(EMOTIONS), "majority": float(self.one.mean(axis=0).max())}


def load_songs(data: Path) -> list[Song]:
    """All songs, in the file's order."""
    return [
        Song(
            data / row["file"],
            row["genre"],
            tuple(row["emotions"][name.replace(" ", "_")] for name in EMOTIONS),
        )
        for row in rows(data / "emotify.jsonl")
    ]


def figures(embedder: Embedder, music: Music) -> list[Figure]:
    """The emotion most felt, each emotion by itself, and the genre."""
    songs = load_songs(music.data)
    truth = Truth.of(songs)
    return [
        *zero_shot(embedder, songs, truth),
        *probed(embedder, songs, truth),
        genre(embedder, songs),
    ]


def zero_shot(embedder: Embedder, songs: Sequence[Song], truth: Truth) -> list[Figure]:
    """Over all songs: the label's own words as the query, and three prompts with them, averaged.

    Some queries are near to all music. The engine never compares scores of different queries, so
    the nearest label is also looked for among scores standardised over the songs.
    """
    audio = [song.audio for song in songs]
    words = scores(embedder, audio, EMOTIONS)
    prompts = [
        scores(embedder, audio, [prompt.format(name) for name in EMOTIONS]) for prompt in PROMPTS
    ]
    guessed = truth.guessed()
    result = []
    for how, found, beside in (
        ("label words", words, {**guessed, "paper": published("zeroShot")}),
        ("three prompts", np.mean(prompts, axis=0), guessed),
    ):
        name = f"emotion most felt, zero-shot by {how}"
        result.append(over_tracks(name, "accuracy", accuracy, found, truth.one, OF, **beside))
        name = f"{EACH}, zero-shot by {how}"
        result.append(
            over_tracks(name, "ROC-AUC", macro_roc_auc, found, truth.many, OF, chance=0.5)
        )
    spread = words.std(axis=0).clip(min=1e-9)
    name = "emotion most felt, zero-shot by label words, standardised over the songs"
    found = (words - words.mean(axis=0)) / spread
    return [*result, over_tracks(name, "accuracy", accuracy, found, truth.one, OF, **guessed)]


def probed(embedder: Embedder, songs: Sequence[Song], truth: Truth) -> list[Figure]:
    """Probes on the mean of a song's sections."""
    vectors = np.stack([embedder.sections(song.audio).mean(axis=0) for song in songs])
    guessed = truth.guessed()
    result = []
    for how, learn, beside in (
        ("logistic regression", logistic, guessed),
        ("MLP", mlp, {**guessed, "paper": published("probing")}),
    ):
        found = tested_once(vectors, truth.one, truth.most, learn)
        name = f"emotion most felt, probed by {how}"
        result.append(over_tracks(name, "accuracy", accuracy, found, truth.one, OF, **beside))
    found = tested_once(vectors, truth.many, truth.most, each_by_itself)
    name = f"{EACH}, probed by logistic regression"
    result.append(over_tracks(name, "ROC-AUC", macro_roc_auc, found, truth.many, OF, chance=0.5))
    return result


def genre(embedder: Embedder, songs: Sequence[Song]) -> Figure:
    """Which of four genres, zero-shot."""
    truth = np.array([[song.genre == genre for genre in GENRES] for song in songs])
    found = scores(embedder, [song.audio for song in songs], GENRES)
    most = float(truth.mean(axis=0).max())
    name = "genre of four, zero-shot"
    return over_tracks(name, "accuracy", accuracy, found, truth, OF, chance=0.25, majority=most)


def published(protocol: Literal["zeroShot", "probing"]) -> float:
    """The accuracy of the paper's system on its own test songs."""
    paper = json.loads(files("needledrop_lab").joinpath("data/paper.json").read_text("utf-8"))
    return float(paper[protocol][PAPERS_SYSTEM]["emotify"]["accuracy"])
