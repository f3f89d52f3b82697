"""MTG-Jamendo with split-0: its 50 commonest tags, and genres, instruments, moods and themes.

    FOLDER/data/splits/split-0/autotagging_{top50tags,genre,...}-{train,validation,test}.tsv
    FOLDER/audio/00..99/*.mp3, or *.low.mp3

That is a clone of github.com/MTG/mtg-jamendo-dataset with the tracks unpacked into `audio`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from ...corpus.items import Split
from .files import Copy
from .task import Clip, Task, TaskError, most_common_first

FILES: Mapping[Split, str] = {"train": "train", "valid": "validation", "test": "test"}
HEADER = ("TRACK_ID", "ARTIST_ID", "ALBUM_ID", "PATH", "DURATION", "TAGS")


def mtg(folder: Path, subset: str) -> Task:
    """`subset` is top50tags, genre, instrument or moodtheme.

    Labels are asked for as they are stored ("electricpiano"), as in the paper.
    """
    copy = Copy(folder, f"MTG-Jamendo {subset}", "github.com/MTG/mtg-jamendo-dataset")
    clips = []
    for split, name in FILES.items():
        path = copy.file(f"data/splits/split-0/autotagging_{subset}-{name}.tsv")
        with path.open(encoding="utf-8", newline="") as stream:
            # rows are longer than the header: each tag has a column of its own
            table = list(csv.reader(stream, delimiter="\t"))
        if not table or tuple(table[0]) != HEADER:
            begins = table[:1]
            raise TaskError(f"{path} begins with {begins}, not {HEADER}; is it another version?")
        for number, row in enumerate(table[1:], start=2):
            if len(row) < len(HEADER):
                raise TaskError(
                    f"{path}, line {number}: {len(row)} columns; download the file again"
                )
            track, _, _, audio, _, *tags = row
            labels = tuple(tag.partition("---")[2] for tag in tags)
            if not all(labels):
                raise TaskError(f"{path}: {track} has a tag that is not 'kind---tag'")
            clips.append(Clip(track, _audio(folder / "audio" / audio), split, labels))
    labels = most_common_first(label for clip in clips for label in clip.labels)
    return Task(f"mtg-{subset}", "many", labels, copy.with_audio(clips))


def _audio(path: Path) -> Path:
    """The file itself, or its smaller edition where only that is there."""
    small = path.with_suffix(".low.mp3")
    return small if small.exists() and not path.exists() else path
