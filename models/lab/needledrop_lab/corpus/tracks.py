"""Tracks as the pack's training sees them: tags by the second where the composer provides them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .items import Item
from .sources import composed_kinds, games, generated, recorded, rows, songs
from .words import plain


@dataclass(frozen=True)
class Span:
    """A section of a composed piece, in seconds, and its instruments."""

    start: float
    end: float
    instruments: frozenset[str]


@dataclass(frozen=True)
class Track:
    """A piece with audio. `group` decides its split; `kinds` holds its tags by kind."""

    id: str
    source: str
    group: str
    audio: Path
    kinds: Mapping[str, tuple[str, ...]]
    captions: tuple[str, ...]
    spans: tuple[Span, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags, without duplicates."""
        return tuple(dict.fromkeys(tag for tags in self.kinds.values() for tag in tags))

    def tags_between(self, start: float, end: float) -> tuple[str, ...]:
        """Tags that apply from `start` to `end` seconds; instruments silent there are left out."""
        playing = [s.instruments for s in self.spans if s.start < end - 1 and s.end > start + 1]
        if not playing:
            return self.tags
        silent = set(self.kinds["instrument"]).difference(*playing)
        kept = tuple(tag for tag in self.tags if tag not in silent)
        return kept or self.tags


def load_tracks(data: Path, corpus: Path | None) -> list[Track]:
    """Recorded and generated tracks of `data`, and the composed corpus if it is there."""
    found = (*recorded(data), *generated(data), *songs(data), *games(data))
    tracks = [_track(item) for item in found]
    return tracks if corpus is None else [*tracks, *composed_tracks(corpus)]


def composed_tracks(corpus: Path) -> list[Track]:
    """Composed pieces with the instruments of each section."""
    return [
        Track(
            row["id"],
            "composed",
            row["id"],
            corpus / row["audio"],
            composed_kinds(row),
            tuple(row["captions"]),
            tuple(
                Span(s["start"], s["end"], frozenset(plain(s["instruments"])))
                for s in row["sections"]
            ),
        )
        for row in rows(corpus / "pieces.jsonl")
    ]


def _track(item: Item) -> Track:
    return Track(item.id, item.source, item.group, item.audio, item.kinds, item.captions)
