"""What a run of folders learns from: all there is, or all but some music, texts or teachers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..corpus import FOLDS, TextPair, Track, load_text_pairs, split_in
from ..corpus.items import Split
from ..model.settings import SettingsError
from ..teachers.lessons import TEACHERS

# Tags and captions are the texts of tracks, scenes and prose those of pairs without audio.
TEXTS = ("tags", "captions", "scenes", "prose")
MUSIC = ("recorded", "generated", "songs", "games", "composed", "mixes")
TOGETHER = {"teachers": TEACHERS, "pairs": ("scenes", "prose")}
NAMES = (*TEACHERS, "teachers", *TEXTS, "pairs", *MUSIC)


@dataclass(frozen=True)
class Selection:
    """`left_out` are some of NAMES, those of TOGETHER taken apart; `fold`: see corpus.split_in."""

    left_out: frozenset[str] = frozenset()
    fold: int | None = None

    @classmethod
    def of(cls, without: str, fold: int | None) -> Selection:
        """`without` lists names, separated by commas. Raises SettingsError for an unknown one."""
        names = [name.strip() for name in without.split(",")] if without else []
        if unknown := [name for name in names if name not in NAMES]:
            raise SettingsError(
                f"without cannot be {without!r}: there is no {unknown[0]!r} to leave out; "
                f"there are {', '.join(NAMES)}"
            )
        if fold is not None and not 1 <= fold <= FOLDS:
            raise SettingsError(f"fold cannot be {fold}; it is 1 to {FOLDS}, or null for none")
        return cls(frozenset(part for name in names for part in TOGETHER.get(name, (name,))), fold)

    @property
    def absent(self) -> frozenset[str]:
        """Teachers that are not asked."""
        return self.left_out.intersection(TEACHERS)

    def heard(self, tracks: Iterable[Track], split: Split | None) -> list[Track]:
        """Tracks of a split, or of all, without the music that is left out."""
        return [
            track
            for track in tracks
            if track.source not in self.left_out
            and split in (None, split_in(self.fold, track.source, track.group))
        ]

    def told(self, track: Track) -> Track:
        """The track without the texts that are left out."""
        if "tags" in self.left_out:
            track = dataclasses.replace(track, kinds={}, spans=())
        if "captions" in self.left_out:
            track = dataclasses.replace(track, captions=())
        return track

    def pairs(self, data: Path, corpus: Path | None = None) -> list[TextPair]:
        """The text pairs of load_text_pairs that are not left out."""
        return [
            pair
            for pair in load_text_pairs(data, corpus, self.fold)
            if ("scenes" if pair.source == "scenes" else "prose") not in self.left_out
        ]


ALL = Selection()
