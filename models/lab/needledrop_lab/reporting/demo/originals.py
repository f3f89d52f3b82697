"""The bundled originals: their entries in tracks.json, checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from ...errors import LabError


class OriginalsError(LabError, ValueError):
    """A folder of tracks that cannot be used: which file, what is wrong, what to do."""


@dataclass(frozen=True)
class Original:
    """A track. `audio` is resolved against the folder of tracks.json."""

    id: str
    title: str
    style: str
    seconds: float
    tags: tuple[str, ...]
    audio: Path


def read_originals(folder: Path) -> list[Original]:
    """Tracks in the order of FOLDER/tracks.json. Raises OriginalsError."""
    path = folder / "tracks.json"
    try:
        rows = json.loads(path.read_text("utf-8"))["tracks"]
        tracks = [_original(row, folder) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise OriginalsError(
            f"{path} is not a list of tracks ({reason}); `npm run originals` writes it"
        ) from error
    if not tracks:
        raise OriginalsError(f"{path} lists no tracks; `npm run originals` writes it")
    return tracks


def _original(row: dict[str, Any], folder: Path) -> Original:
    texts = {name: row[name] for name in ("id", "title", "style", "file")}
    for name, value in [*texts.items(), *(("tags", tag) for tag in row["tags"])]:
        if not isinstance(value, str):
            raise TypeError(f"{name} of {row['id']} is {value!r}, not a string")
    audio = folder / texts["file"]
    if not audio.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"the file of {row['id']} is outside the folder: {texts['file']}")
    seconds = float(row["seconds"])
    if not 0 < seconds < inf:
        raise ValueError(f"{row['id']} is {seconds} seconds long")
    return Original(
        id=texts["id"],
        title=texts["title"],
        style=texts["style"],
        seconds=seconds,
        tags=tuple(row["tags"]),
        audio=audio,
    )
