"""Teachers that say at random what they hear, and a book of their lessons."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import numpy as np
from toys import TOY_FRONT

from needledrop_lab.corpus import Track
from needledrop_lab.teachers.book import LessonBook
from needledrop_lab.teachers.lessons import Lesson, write_lesson
from needledrop_lab.teachers.taggers import RATE
from needledrop_lab.teachers.yamnet import CLASSES, PATCH, STEP


def toy_lesson(name: str, patches: int = 24, with_taggers: bool = True) -> Lesson:
    """A lesson of random numbers, the same for each name."""
    random = np.random.default_rng(crc32(name.encode()))
    tags, hidden = random.normal(size=(patches, 300)), random.normal(size=(patches, 400))
    if not with_taggers:
        tags, hidden = np.full_like(tags, np.nan), np.full_like(hidden, np.nan)
    embeddings, classes = random.random((patches, 1_024)), random.random((patches, CLASSES))
    return Lesson(*(part.astype(np.float16) for part in (embeddings, classes, tags, hidden)))


class ToyTeachers:
    """Instead of lessons.Teachers. `heard` has the seconds and with_taggers of each track."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[tuple[float, bool]] = []

    def hear(self, audio: np.ndarray, with_taggers: bool = True) -> Lesson:
        """A lesson as long as the audio, depending on nothing else."""
        self.heard.append((len(audio) / RATE, with_taggers))
        patches = max(1, 1 + (len(audio) - PATCH) // STEP)
        return toy_lesson(f"{len(audio)} samples", patches, with_taggers)


def write_class_map(teachers: Path) -> list[str]:
    """Write yamnet_class_map.csv, with every class that data/teachers.json names; all names."""
    table = json.loads(files("needledrop_lab").joinpath("data/teachers.json").read_text("utf-8"))
    labels = dict.fromkeys(label for labels in table["tags"].values() for label in labels)
    names = [label.partition(":")[2] for label in labels if label.startswith("yamnet:")]
    names += [f"class {number}" for number in range(len(names), CLASSES)]
    teachers.mkdir(parents=True, exist_ok=True)
    with (teachers / "yamnet_class_map.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["index", "mid", "display_name"])
        rows.writerows([index, f"/m/{index}", name] for index, name in enumerate(names))
    return names


def toy_book(folder: Path, features: Path, tracks: Sequence[Track]) -> LessonBook:
    """The book of tracks whose features are there, with lessons written to FOLDER."""
    (folder / "lessons").mkdir(parents=True, exist_ok=True)
    for track in tracks:
        lesson = toy_lesson(track.id, with_taggers=track.source != "composed")
        write_lesson(folder / "lessons" / f"{track.id}.npz", lesson)
    write_class_map(folder / "teachers")
    return LessonBook(folder / "lessons", features, folder / "teachers", TOY_FRONT, tracks)
