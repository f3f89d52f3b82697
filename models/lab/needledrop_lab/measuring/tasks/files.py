"""Reading published data sets: an error names a missing file and where it is published.

A file of another layout is refused with what was looked for in it.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import LabError
from .task import Clip, TaskError


class MissingDataError(LabError, FileNotFoundError):
    """A file of a data set is not there: which one, and where to get it."""


@dataclass(frozen=True)
class Copy:
    """The user's copy of a data set: its folder, its name, and where it is published."""

    folder: Path
    name: str
    published: str

    def file(self, inside: str) -> Path:
        """A file of the copy. Raises MissingDataError if it is not there."""
        path = self.folder / inside
        if not path.exists():
            raise MissingDataError(f"{self.name} needs {path}; get it from {self.published}")
        return path

    def with_audio(self, clips: Iterable[Clip]) -> tuple[Clip, ...]:
        """The clips. Raises MissingDataError where audio is missing, with the first file's name."""
        whole = tuple(clips)
        missing = [clip.audio for clip in whole if not clip.audio.exists()]
        if missing:
            raise MissingDataError(
                f"{self.name} lacks the audio of {len(missing)} of {len(whole)} clips, "
                f"{missing[0]} is the first; get it from {self.published}"
            )
        return whole


def rows(path: Path, columns: Sequence[str], delimiter: str = ",") -> list[dict[str, str]]:
    """Rows of a table with a header; its names are taken without spaces around them."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.reader(stream, delimiter=delimiter))
    header = [name.strip() for name in table[0]] if table else []
    lacking = [name for name in columns if name not in header]
    if lacking:
        raise TaskError(f"{path} has no column {', '.join(lacking)}; is it another version?")
    return [dict(zip(header, row, strict=False)) for row in table[1:] if row]


def json_object(path: Path) -> dict[str, object]:
    """A JSON object, from a file that may be compressed with gzip."""
    found = _json(path)
    if not isinstance(found, dict):
        raise TaskError(f"{path} is not a JSON object; is it another version?")
    return found


def json_texts(path: Path) -> tuple[str, ...]:
    """A JSON list of texts."""
    return texts(_json(path), path)


def texts(value: object, path: Path) -> tuple[str, ...]:
    """A list of texts found in a file."""
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise TaskError(f"{path} has {value!r} where a list of strings belongs")
    return tuple(value)


def entry(values: object, name: str, path: Path) -> object:
    """The value of a name in an object of a file."""
    if not isinstance(values, dict) or name not in values:
        raise TaskError(f"{path} lacks {name!r}; is it another version?")
    return values[name]


def _json(path: Path) -> object:
    try:
        packed = path.read_bytes()
        found: object = json.loads(gzip.decompress(packed) if path.suffix == ".gz" else packed)
    except (OSError, ValueError, EOFError) as error:
        raise TaskError(f"{path} cannot be read ({error}); download it again") from error
    return found
