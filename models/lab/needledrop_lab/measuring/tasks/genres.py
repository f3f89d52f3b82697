"""Genre, one label a clip: FMA-small with its own split, GTZAN with the fault-filtered one."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from ...corpus.items import Split
from .files import Copy, MissingDataError
from .task import Clip, Task, TaskError, most_common_first

FMA_SPLITS: Mapping[str, Split] = {"training": "train", "validation": "valid", "test": "test"}
FMA_BROKEN = frozenset((99134, 108925, 133297))  # cannot be decoded; the paper leaves them out too
FMA_COLUMNS = (("set", "split"), ("set", "subset"), ("track", "genre_top"))
GTZAN_SPLITS: Mapping[Split, str] = {"train": "train", "valid": "valid", "test": "test"}


def fma(folder: Path) -> Task:
    """FOLDER/fma_metadata/tracks.csv and FOLDER/fma_small/000/000002.mp3."""
    copy = Copy(folder, "FMA-small", "github.com/mdeff/fma (fma_metadata.zip, fma_small.zip)")
    path = copy.file("fma_metadata/tracks.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        # two lines of header over each other, then one that only names the first column
        header = list(zip(next(reader, []), next(reader, []), strict=False))
        next(reader, None)
        if any(column not in header for column in FMA_COLUMNS):
            raise TaskError(f"{path} lacks one of {FMA_COLUMNS}; is it another version?")
        split, subset, genre = (header.index(column) for column in FMA_COLUMNS)
        whole = [row for row in reader if row]
        if short := [row[0] for row in whole if len(row) < len(header)]:
            raise TaskError(f"{path}: the row of {short[0]} is cut short; download the file again")
        table = [row for row in whole if row[subset] == "small"]
        if unknown := {row[split] for row in table} - FMA_SPLITS.keys():
            raise TaskError(f"{path} has the splits {sorted(unknown)}; is it another version?")
        clips = [
            Clip(
                row[0],
                folder / "fma_small" / f"{int(row[0]):06d}"[:3] / f"{int(row[0]):06d}.mp3",
                FMA_SPLITS[row[split]],
                (row[genre].lower(),),
            )
            for row in table
            if int(row[0]) not in FMA_BROKEN
        ]
    labels = most_common_first(label for clip in clips for label in clip.labels)
    return Task("fma", "one", labels, copy.with_audio(clips))


def gtzan(folder: Path) -> Task:
    """FOLDER/GTZAN_split/{train,valid,test}_filtered.txt and FOLDER/genres/blues/blues.00000.wav.

    The archive's own files end in .au; either will do.
    """
    split_source = "github.com/jongpillee/music_dataset_split, GTZAN_split"
    copy = Copy(folder, "GTZAN", f"opihi.cs.uvic.ca/sound/genres.tar.gz (clips), {split_source}")
    clips = []
    for split, name in GTZAN_SPLITS.items():
        for line in copy.file(f"GTZAN_split/{name}_filtered.txt").read_text("utf-8").split():
            genre, _, file = line.partition("/")
            wav = folder / "genres" / genre / file
            old = wav.with_suffix(".au")
            clips.append(Clip(file, old if old.exists() else wav, split, (genre,)))
    if not clips:
        raise MissingDataError(f"the splits in {folder / 'GTZAN_split'} are empty; {split_source}")
    labels = most_common_first(label for clip in clips for label in clip.labels)
    return Task("gtzan", "one", labels, copy.with_audio(clips))
