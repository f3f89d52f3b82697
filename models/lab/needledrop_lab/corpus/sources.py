"""Music that is there as audio: recorded, generated and composed, as items of the manifest."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import LabError
from .items import Fact, Item, Split
from .words import by_kind, catalogue_kinds, plain, vocabulary, words_in

FOLDS = 5
COMPOSED_FACTS = ("style", "bpm", "key", "mode", "metre", "valence", "arousal", "course", "ending")


def split_of(group: str) -> Split:
    """The split of a piece or caption: 15 % test, 5 % valid, fixed by its name alone."""
    percentile = _percentile(group)
    return "test" if percentile < 15 else "valid" if percentile < 20 else "train"


def fold_of(group: str) -> int:
    """One of FOLDS folds, from 1, fixed by the name alone; the first is test and valid."""
    return 1 + _percentile(group) * FOLDS // 100


def split_in(fold: int | None, source: str, group: str) -> Split:
    """The split of a piece where a fold of the recorded tracks is for testing, all others of them
    for training; None: as ever."""
    if fold is None or source != "recorded":
        return split_of(group)
    return "test" if fold_of(group) == fold else "train"


def _percentile(group: str) -> int:
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4]) % 100


class SourceError(LabError, ValueError):
    """A file that says what music there is cannot be read."""


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file. Raises SourceError for one that cannot be read."""
    try:
        found = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read ({error}); is it the right folder?") from error
    if not all(isinstance(row, dict) for row in found):
        raise SourceError(f"{path} has a line that is not a JSON object; is it the right file?")
    return found


def work_of(title: str) -> str:
    """A title without the part that distinguishes versions of one work."""
    return re.sub(r" \((var\. \d+|slower version|clean)\)$", "", title)


def prompt_of(caption: str) -> str:
    """A caption as it would be without stray spaces: some are spelled in both ways."""
    return re.sub(r"\s+(?=[.,;!?])", "", caption).strip()


def recorded(data: Path) -> list[Item]:
    """Recorded tracks; a track's group is its title without the version."""
    return [
        Item(
            id=f"recorded-{Path(row['file']).stem}",
            source="recorded",
            group=(group := work_of(row["title"])),
            split=split_of(group),
            audio=data / row["file"],
            seconds=row["seconds"],
            kinds=catalogue_kinds(row),
            captions=_said([row.get("description")]),
            facts=_recorded_facts(row),
        )
        for row in rows(data / "macleod.jsonl")
    ]


def generated(data: Path) -> list[Item]:
    """Generated clips; several share a caption, which is their group."""
    return [_clip("generated", data, row) for row in rows(data / "noise2music.jsonl")]


def songs(data: Path) -> list[Item]:
    """Generated songs, most of them sung or rapped; none if DATA has none."""
    return [_clip("songs", data, row, _voice(row)) for row in rows_if_any(data / "ace.jsonl")]


def _clip(source: str, data: Path, row: Mapping[str, Any], voice: tuple[str, ...] = ()) -> Item:
    """A clip that was made from its caption; all clips of one caption are a group."""
    group = prompt_of(row["caption"])
    return Item(
        id=f"{source}-{Path(row['file']).stem}",
        source=source,
        group=group,
        split=split_of(group),
        audio=data / row["file"],
        seconds=row["seconds"],
        kinds=by_kind([*words_in(row["caption"], vocabulary()), *voice]),
        captions=_said([row["caption"]]),
    )


def games(data: Path) -> list[Item]:
    """Music of games, without tags; none if DATA has none."""
    return [
        Item(
            id=f"games-{Path(row['file']).stem}",
            source="games",
            group=(group := row["title"]),
            split=split_of(group),
            audio=data / row["file"],
            seconds=row["seconds"],
            kinds={},
        )
        for row in rows_if_any(data / "games.jsonl")
    ]


def _voice(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Whether somebody sings, where the row says so."""
    return {True: ("vocals",), False: ("instrumental",)}.get(row["vocals"], ())


def rows_if_any(path: Path) -> list[dict[str, Any]]:
    """The rows of a file that need not be there. Raises as `rows` does."""
    return rows(path) if path.exists() else []


def composed(corpus: Path) -> list[Item]:
    """Pieces of a folder that compose and render wrote, with all their annotations."""
    return [
        Item(
            id=row["id"],
            source="composed",
            group=row["id"],
            split=split_of(row["id"]),
            audio=corpus / row["audio"],
            seconds=row["seconds"],
            kinds=sorted_out(composed_kinds(row)),
            captions=_said(row["captions"]),
            facts=_composed_facts(row),
        )
        for row in rows(corpus / "pieces.jsonl")
    ]


def composed_kinds(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """A composed piece's tags under the headings of its row, everything else under 'other'."""
    kinds = {
        "genre": plain([row["style"], *row["genres"]]),
        "mood": plain(row["moods"]),
        "instrument": plain(row["instruments"]),
        "use": plain(row["uses"]),
        "era": plain([row["era"]] if row.get("era") else []),
    }
    named = {tag for tags in kinds.values() for tag in tags}
    kinds["other"] = tuple(tag for tag in plain(row["tags"]) if tag not in named)
    return kinds


def sorted_out(kinds: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The same kinds with 'other' holding only what is outside the vocabulary."""
    result = {kind: tags for kind, tags in kinds.items() if kind != "other"}
    for kind, tags in by_kind(kinds.get("other", ())).items():
        result[kind] = (*result.get(kind, ()), *tags)
    return {kind: tags for kind, tags in result.items() if tags}


def _recorded_facts(row: Mapping[str, Any]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"style": row["genre"].lower()}
    return facts | {"bpm": row["bpm"]} if row.get("bpm") else facts  # 0 is an unknown tempo


def _composed_facts(row: Mapping[str, Any]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {name: row[name] for name in COMPOSED_FACTS if name in row}
    if "arousal" in row:  # -1..1, what the composer measures in the score
        facts["energy"] = round((row["arousal"] + 1) / 2, 3)
    return facts


def _said(captions: Iterable[str | None]) -> tuple[str, ...]:
    """Captions without the empty ones."""
    return tuple(caption for caption in captions if caption and caption.strip())
