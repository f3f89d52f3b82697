"""Toy music for the figures of a pack, and embedders that hear everything in it, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

import needledrop_lab
from needledrop_lab.corpus import split_of
from needledrop_lab.measuring.pack_figures.emotify import EMOTIONS, GENRES
from needledrop_lab.measuring.pack_figures.figure import Music

PACKS = Path(needledrop_lab.__file__).parents[3] / "test" / "fixtures"
WHOLE_PACK, BLOCKS_PACK = PACKS / "toy-pack", PACKS / "toy-blocks-pack"  # see `lab toy`
RATE = 8  # Hz, of the toy packs


class Hears:
    """Texts and audio become one axis a word; `said` says of a file what is to be heard in it."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self.said, self.axis = said, dict[str, int]()

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 512))
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().replace(",", " ").replace(".", " ").split():
                row[self.axis.setdefault(word, len(self.axis))] = 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def sections(self, audio: Path) -> np.ndarray:
        return np.repeat(self.texts([self.said[audio.stem]]), 2, axis=0)


class Deaf:
    """All texts and all audio are one and the same."""

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        return np.tile([0.6, 0.8], (len(texts), 1))

    def sections(self, audio: Path) -> np.ndarray:
        return np.array([[0.6, 0.8]])


def named(split: str, many: int, name: Callable[[int], str]) -> list[str]:
    """So many names of a split."""
    found = (text for number in count() if split_of(text := name(number)) == split)
    return [next(found) for _ in range(many)]


def write_music(folder: Path, sound: bool = False) -> tuple[Music, dict[str, str]]:
    """DATA and CORPUS in `folder`, with audio if `sound`, and what is to be heard in each file."""
    data, corpus = folder / "data", folder / "corpus"
    said: dict[str, str] = {}
    tables: dict[Path, list[dict[str, Any]]] = {
        data / "macleod.jsonl": list(recorded(said)),
        data / "noise2music.jsonl": generated(said, "n", lambda i, voice: f"{voice} toy tune w{i}"),
        data / "ace.jsonl": [
            {**row, "group": "Songs", "vocals": None}
            for row in generated(said, "a", lambda i, voice: f"{voice}, loud, v{i}")
        ],
        data / "emotify.jsonl": songs(said),
        corpus / "pieces.jsonl": pieces(said),
    }
    random = np.random.default_rng(0)
    for path, rows in tables.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        for row in rows if sound else []:
            file = path.parent / (row.get("file") or row["audio"])
            soundfile.write(file, random.uniform(-1, 1, 3 * RATE), RATE)
    return Music(data, corpus), said


def recorded(said: dict[str, str]) -> list[dict[str, Any]]:
    rows = []
    for i, title in enumerate(named("test", 12, lambda i: f"Tune {i}")):
        mood, genre = ("Dark", "Rock") if i % 2 else ("Calming", "Jazz")
        said[f"r{i}"] = f"{'dark' if i % 2 else 'calm'} {genre} piano alone{i}"
        rows.append(
            {
                **{"file": f"r{i}.wav", "title": title, "genre": genre, "mood": [mood]},
                **{"instruments": ["Piano"], "bpm": 0, "seconds": 3, "description": f"alone{i}"},
            }
        )
    return rows


def generated(
    said: dict[str, str], stem: str, prompt: Callable[[int, str], str]
) -> list[dict[str, Any]]:
    captions = [
        *named("test", 6, lambda i: prompt(i, "vocals")),
        *named("test", 6, lambda i: prompt(i, "instrumental")),
        *named("train", 2, lambda i: prompt(i, "vocals")),
    ]
    rows = []
    for i, caption in enumerate(captions):
        said[f"{stem}{i}"] = caption
        rows.append({"file": f"{stem}{i}.wav", "caption": caption, "seconds": 3})
    return rows


def songs(said: dict[str, str]) -> list[dict[str, Any]]:
    rows = []
    for i in range(90):
        felt = EMOTIONS[i % 9]
        said[f"e{i}"] = f"{felt} {GENRES[i % 4]} sad happy tense"
        rows.append(
            {
                **{"file": f"e{i}.wav", "genre": GENRES[i % 4], "seconds": 3},
                "emotions": {
                    name.replace(" ", "_"): 0.9 if name == felt else 0.1 for name in EMOTIONS
                },
            }
        )
    return rows


def pieces(said: dict[str, str]) -> list[dict[str, Any]]:
    rows = []
    for i, name in enumerate(named("test", 12, lambda i: f"waltz-{i}")):
        mood, use = ("happy", "wedding") if i % 2 else ("sad", "horror")
        said[f"p{i}"] = f"waltz {mood} {use} tune{i}"
        rows.append(
            {
                **{"id": name, "audio": f"p{i}.wav", "style": "waltz", "seconds": 3},
                **{"genres": [], "moods": [mood], "instruments": [], "uses": [use]},
                **{"tags": ["waltz", mood, use], "sections": []},
                "captions": [f"a {mood} waltz", f"tune{i}", "short"],
            }
        )
    return rows
