"""K-pop vocal tags (KVT) and Emotify, split as the paper's own benchmark splits them.

The splits are part of github.com/seungheondoh/msu-benchmark (msu_dataset.tar.gz):

    FOLDER/annotation.json, track_split.json, kvt_tags.json   KVT, with FOLDER/audio/*.mp3
    FOLDER/data.csv, track_split.json                        Emotify, with FOLDER/rock/1.mp3
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from ...corpus.items import Split
from .files import Copy, entry, json_object, json_texts, rows, texts
from .task import Clip, Task, TaskError

SPLITS = "github.com/seungheondoh/msu-benchmark (msu_dataset.tar.gz)"
KEYS: Mapping[Split, str] = {"train": "train_track", "valid": "valid_track", "test": "test_track"}
EMOTIONS = (
    "amazement",
    "solemnity",
    "tenderness",
    "nostalgia",
    "calmness",
    "power",
    "joyful_activation",
    "tension",
    "sadness",
)


def kvt(folder: Path) -> Task:
    """6,787 vocal segments of K-pop, 42 tags on the singing."""
    copy = Copy(folder, "KVT", f"khlukekim.github.io/kvtdataset (segments), {SPLITS}")
    path = copy.file("annotation.json")
    annotation = json_object(path)
    labels = json_texts(copy.file("kvt_tags.json"))
    clips = [
        Clip(
            name,
            folder / "audio" / f"{name}.mp3",
            split,
            texts(entry(entry(annotation, name, path), "tag", path), path),
        )
        for name, split in _split(copy)
    ]
    return Task("kvt", "many", labels, copy.with_audio(clips))


def emotify(folder: Path) -> Task:
    """400 excerpts, the label being the emotion that most listeners felt.

    A track's file is its place in its genre, 1 to 100. (The benchmark's own preparation reads
    100.mp3 for every track from 110 on whose number ends in 0.)
    """
    copy = Copy(folder, "Emotify", f"www2.projects.science.uu.nl/memotion/emotifydata, {SPLITS}")
    felt: dict[str, list[list[int]]] = defaultdict(list)
    genre_of: dict[str, str] = {}
    path = copy.file("data.csv")
    for row in rows(path, ("track id", "genre", *EMOTIONS)):
        felt[row["track id"]].append([int(row[name]) for name in EMOTIONS])
        genre_of[row["track id"]] = row["genre"]
    clips = []
    for name, split in _split(copy):
        if name not in felt:
            raise TaskError(f"{path} has no line on track {name}, which {SPLITS} splits")
        listeners = np.array(felt[name])
        label = EMOTIONS[int(listeners.sum(axis=0).argmax())]
        file = f"{(int(name) - 1) % 100 + 1}.mp3"
        clips.append(Clip(name, folder / genre_of[name] / file, split, (label,)))
    return Task("emotify", "one", EMOTIONS, copy.with_audio(clips))


def _split(copy: Copy) -> Iterator[tuple[str, Split]]:
    """Names of the clips with their splits."""
    path = copy.file("track_split.json")
    found = json_object(path)
    for split, key in KEYS.items():
        names = entry(found, key, path)
        if not isinstance(names, list):
            raise TaskError(f"{path}: {key} is not a list")
        for name in names:
            yield str(name), split
