"""The manifest: what the paper's ten systems are trained and measured on, one item per line.

A manifest is a JSON-lines file. Beside it lie cached features, `features/<id>.npy`. Every line is
checked when it is read, so that nothing later meets an item that breaks these rules.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from ..errors import LabError
from ..files import whole

Split = Literal["train", "valid", "test"]
Fact = str | float | int
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
FIELDS = frozenset(
    ("id", "source", "group", "split", "audio", "seconds", "kinds", "captions", "facts")
)


class ManifestError(LabError, ValueError):
    """A manifest that cannot be used: which line, what is wrong, what to do."""


@dataclass(frozen=True)
class Item:
    """A piece of music and its annotations.

    `id` is a file name, unlike any other's. Items that share a piece, a caption or a source work
    share a `group`, and a group lies in one split. `kinds` holds the tags by kind (genre, mood,
    instrument, use, era, tempo, texture, other). `facts` are what is measured or written down:
    style, bpm, key, mode, metre, energy. `audio` is resolved against the manifest's folder.
    """

    id: str
    source: str
    group: str
    split: Split
    audio: Path
    seconds: float
    kinds: Mapping[str, tuple[str, ...]]
    captions: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in the order of their kinds, without duplicates."""
        return tuple(dict.fromkeys(tag for tags in self.kinds.values() for tag in tags))

    @property
    def tag_caption(self) -> str:
        """The paper's sentence: all tags, joined."""
        return ", ".join(self.tags)


def read_items(manifest: Path) -> list[Item]:
    """Items in the file's order. Raises ManifestError for the first line that breaks a rule."""
    try:
        lines = manifest.read_text("utf-8").split("\n")  # others are no ends of JSON lines
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(
            f"{manifest} cannot be read ({error}); write it with `lab corpus build`"
        ) from error
    items = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            items.append(_item(json.loads(line), manifest.parent))
        except ValueError as error:  # json's errors are ValueErrors too
            raise ManifestError(
                f"{manifest}, line {number}: {error}; build it again with `lab corpus build`"
            ) from error
    check_together(items, str(manifest))
    return items


def write_items(manifest: Path, items: Sequence[Item]) -> None:
    """Check and write the whole file or nothing."""
    for item in items:
        check(item)
    check_together(items, str(manifest))
    with whole(manifest) as part, part.open("w", encoding="utf-8") as stream:
        for item in items:
            row = {name: getattr(item, name) for name in sorted(FIELDS)}
            row |= {"audio": item.audio.as_posix(), "kinds": dict(item.kinds)}
            stream.write(json.dumps(row | {"facts": dict(item.facts)}, ensure_ascii=False) + "\n")


def check(item: Item) -> None:
    """Raise ValueError if the item by itself breaks a rule."""
    if not FILE_NAME.fullmatch(item.id):
        raise ValueError(f"the id {item.id!r} is not a file name")
    for name in ("source", "group"):
        if not getattr(item, name).strip():
            raise ValueError(f"{item.id}: {name} is empty")
    if item.split not in get_args(Split):
        raise ValueError(f"{item.id}: split is {item.split!r}, not one of {get_args(Split)}")
    if not (math.isfinite(item.seconds) and item.seconds > 0):
        raise ValueError(f"{item.id}: a length of {item.seconds} seconds")
    for tag in item.tags:
        if not tag.strip() or "," in tag:
            raise ValueError(f"{item.id}: the tag {tag!r} is empty or holds a comma")
    if any(not caption.strip() for caption in item.captions):
        raise ValueError(f"{item.id}: an empty caption")


def check_together(items: Iterable[Item], where: str) -> None:
    """Raise ManifestError for a duplicate id or a group in two splits."""
    ids: set[str] = set()
    split_of_group: dict[str, str] = {}
    for item in items:
        if item.id in ids:
            raise ManifestError(f"{where}: the id {item.id} occurs twice")
        ids.add(item.id)
        if split_of_group.setdefault(item.group, item.split) != item.split:
            raise ManifestError(
                f"{where}: the group {item.group!r} lies in {split_of_group[item.group]} and "
                f"{item.split}, so {item.id} would be trained on and tested"
            )


def _item(row: object, folder: Path) -> Item:
    """An item of a line's JSON. Raises ValueError for a wrong shape."""
    if not isinstance(row, dict) or row.keys() != FIELDS:
        found = sorted(row) if isinstance(row, dict) else type(row).__name__
        raise ValueError(f"an object with the fields {sorted(FIELDS)} is needed, not {found}")
    for name in ("id", "source", "group", "split", "audio"):
        if not isinstance(row[name], str):
            raise ValueError(f"{name} is not a string: {row[name]!r}")
    if isinstance(row["seconds"], bool) or not isinstance(row["seconds"], int | float):
        raise ValueError(f"seconds is not a number: {row['seconds']!r}")
    if not isinstance(row["kinds"], dict) or not isinstance(row["facts"], dict):
        raise ValueError("kinds or facts is not an object")
    kinds = {kind: _texts(tags, f"kinds.{kind}") for kind, tags in row["kinds"].items()}
    if not all(isinstance(value, Fact) for value in row["facts"].values()):
        raise ValueError(f"facts holds more than texts and numbers: {row['facts']!r}")
    item = Item(
        id=row["id"],
        source=row["source"],
        group=row["group"],
        split=cast(Split, row["split"]),
        audio=folder / row["audio"],
        seconds=float(row["seconds"]),
        kinds=kinds,
        captions=_texts(row["captions"], "captions"),
        facts=row["facts"],
    )
    check(item)
    return item


def _texts(value: object, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ValueError(f"{name} is not a list of strings: {value!r}")
    return tuple(value)
