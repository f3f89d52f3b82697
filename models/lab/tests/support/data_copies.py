"""Tiny made-up copies of the official data sets, each in its own layout."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import numpy as np

from needledrop_lab.measuring.tasks.benchmark import EMOTIONS
from needledrop_lab.measuring.tasks.genres import GTZAN_SPLITS
from needledrop_lab.measuring.tasks.jamendo import FILES, HEADER

SPLITS = ("train", "valid", "test")


def sound(path: Path) -> None:
    """A file where audio would be; loaders only look whether it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def mtat1_copy(folder: Path) -> None:
    """A clip a split, and one of the three silent ones."""
    rows = {}
    for number, split in enumerate((*SPLITS, "test")):
        clip = "35644" if number == 3 else str(number)
        mp3 = f"{number}/clip-{number}.mp3"
        tags = ["guitar", "slow"] if split == "train" else ["guitar"]
        extra = {"clip_id": clip, "mp3_path": f"{mp3}\n"}
        rows[f"uid-{number}"] = {"split": split, "y": tags, "extra": extra}
        sound(folder / "mp3" / mp3)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "magnatagatune.json.gz").write_bytes(gzip.compress(json.dumps(rows).encode()))


def mtat2_copy(folder: Path) -> None:
    """A clip a split; binary.npy has a row that no split names, as the real one has."""
    names = {split: f"{index}/{split}.mp3" for index, split in enumerate(SPLITS)}
    for row, (split, name) in enumerate(names.items()):
        sound(folder / "mp3" / name)
        np.save(folder / f"{split}.npy", np.array([f"{row + 1}\t{name}"]))
    np.save(folder / "tags.npy", np.array(["guitar", "no vocals"]))
    np.save(folder / "binary.npy", np.array([[0, 0], [1, 1], [0, 1], [1, 0]]))


def jamendo_copy(folder: Path, subset: str, small: bool = False) -> None:
    """Two tracks a split, of one and of two tags."""
    for index, name in enumerate(FILES.values()):
        lines = ["\t".join(HEADER)]
        for row, tags in enumerate((("genre---triphop",), ("genre---rock", "genre---triphop"))):
            audio = f"{index:02d}/{index}{row}.mp3"
            lines.append("\t".join((f"track_{index}{row}", "a", "b", audio, "60.0", *tags)))
            there = audio.replace(".mp3", ".low.mp3") if small else audio
            sound(folder / "audio" / there)
        path = folder / "data/splits/split-0" / f"autotagging_{subset}-{name}.tsv"
        write(path, "\n".join(lines) + "\n")


def fma_copy(folder: Path) -> None:
    """Three tracks of the small subset, a broken one, and one of another subset."""
    table = [
        ["", "set", "set", "track", "track"],
        ["", "split", "subset", "genre_top", "title"],
        ["track_id", "", "", "", ""],
        ["2", "training", "small", "Hip-Hop", "Food"],
        ["148", "validation", "small", "Rock", "Blown\nover two lines"],
        ["100001", "test", "small", "Hip-Hop", "Last"],
        ["99134", "test", "small", "Rock", "Broken"],
        ["3", "test", "medium", "Rock", "Not small"],
    ]
    path = folder / "fma_metadata/tracks.csv"
    path.parent.mkdir(parents=True)
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows(table)
    for name in ("000/000002", "000/000148", "100/100001"):
        sound(folder / "fma_small" / f"{name}.mp3")


def gtzan_copy(folder: Path) -> None:
    """Two genres a split, one clip as it lies in the old archive."""
    for number, name in enumerate(GTZAN_SPLITS.values()):
        lines = [f"{genre}/{genre}.0000{number}.wav" for genre in ("blues", "metal")]
        write(folder / f"GTZAN_split/{name}_filtered.txt", "\n".join(lines) + "\n")
        sound(folder / "genres" / lines[0])
        sound((folder / "genres" / lines[1]).with_suffix(".au"))


def kvt_copy(folder: Path) -> None:
    """A segment a split."""
    annotation = {f"seg{n}": {"track_id": f"seg{n}", "tag": ["husky"]} for n in range(3)}
    annotation["seg0"]["tag"] = ["husky", "clear"]
    split = {f"{name}_track": [f"seg{n}"] for n, name in enumerate(SPLITS)}
    write(folder / "annotation.json", json.dumps(annotation))
    write(folder / "track_split.json", json.dumps(split))
    write(folder / "kvt_tags.json", json.dumps(["clear", "husky"]))
    for name in annotation:
        sound(folder / "audio" / f"{name}.mp3")


def emotify_copy(folder: Path) -> None:
    """Four tracks with two or three listeners each; two felt calmness in track 1."""
    felt = [
        ("1", "classical", "calmness"),
        ("1", "classical", "calmness"),
        ("1", "classical", "sadness"),
        ("110", "rock", "power"),
        ("110", "rock", "power"),
        ("201", "electronic", "tension"),
        ("201", "electronic", "tension"),
    ]
    lines = [f"track id,genre, {', '.join(EMOTIONS)},mood"]
    for track, genre, emotion in felt:
        lines.append(f"{track},{genre},{','.join(str(int(e == emotion)) for e in EMOTIONS)},3")
    write(folder / "data.csv", "\n".join(lines) + "\n")
    split = {"train_track": ["1"], "valid_track": ["201"], "test_track": [110]}
    write(folder / "track_split.json", json.dumps(split))
    for name in ("classical/1", "rock/10", "electronic/1"):
        sound(folder / f"{name}.mp3")
