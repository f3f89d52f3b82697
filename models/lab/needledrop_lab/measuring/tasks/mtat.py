"""MagnaTagATune with the two splits in use, 50 tags each.

FOLDER/mp3/0..f/*.mp3              the clips
FOLDER/magnatagatune.json.gz       MTAT1: the split of jukemir, 25,860 clips
FOLDER/{train,valid,test,tags,binary}.npy   MTAT2: the split of Won et al., 21,108 clips
"""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import numpy as np

from ...corpus.items import Split
from .files import Copy, entry, json_object, texts
from .task import Clip, Task, TaskError, most_common_first

AUDIO = "mirg.city.ac.uk/codeapps/the-magnatagatune-dataset"
SILENT = frozenset(("35644", "55753", "57881"))  # files of no length


def mtat1(folder: Path) -> Task:
    """The split of github.com/p-lambda/jukemir, metadata/magnatagatune.json.gz."""
    copy = Copy(folder, "MTAT1", f"{AUDIO} (clips), github.com/p-lambda/jukemir (metadata)")
    path = copy.file("magnatagatune.json.gz")
    clips = []
    for row in json_object(path).values():
        extra = entry(row, "extra", path)
        name, split = str(entry(extra, "clip_id", path)), entry(row, "split", path)
        if split not in get_args(Split):
            raise TaskError(f"{path}: clip {name} is in the split {split!r}")
        if name not in SILENT:
            audio = folder / "mp3" / str(entry(extra, "mp3_path", path)).strip()
            own = texts(entry(row, "y", path), path)
            clips.append(Clip(name, audio, cast(Split, split), own))
    labels = most_common_first(label for clip in clips for label in clip.labels)
    return Task("mtat1", "many", labels, copy.with_audio(clips))


def mtat2(folder: Path) -> Task:
    """The split of github.com/minzwon/sota-music-tagging-models, split/mtat."""
    source = f"{AUDIO} (clips), github.com/minzwon/sota-music-tagging-models, split/mtat"
    copy = Copy(folder, "MTAT2", source)
    labels = tuple(str(tag) for tag in _array(copy, "tags"))
    holds = _array(copy, "binary").astype(bool)
    clips = []
    for split in get_args(Split):
        for line in _array(copy, split):
            row, _, name = str(line).partition("\t")
            if not row.isdecimal() or int(row) >= len(holds) or holds.shape[1:] != (len(labels),):
                raise TaskError(f"{folder / split}.npy: {line!r} is not a row of binary.npy")
            own = tuple(labels[column] for column in np.flatnonzero(holds[int(row)]))
            clips.append(Clip(name, folder / "mp3" / name, split, own))
    return Task("mtat2", "many", labels, copy.with_audio(clips))


def _array(copy: Copy, name: str) -> np.ndarray:
    path = copy.file(f"{name}.npy")
    try:
        found: np.ndarray = np.load(path, allow_pickle=False)  # a pickle could run anything
    except ValueError as error:
        raise TaskError(f"{path} is not a plain array ({error}); download it again") from error
    return found
