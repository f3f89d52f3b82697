"""Where needledrop-base comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..audio.cache import cache_features
from ..corpus import Track, load_tracks, split_of
from ..corpus.items import Split
from ..corpus.mixes import mixes, other_sounds
from ..teachers.book import LessonBook
from ..teachers.teach import make_lessons
from ..training.settings import Settings

MIXES, OTHER_SOUNDS = 480, 48  # of 40 s


@dataclass(frozen=True)
class Sources:
    """The folders that needledrop-base is made from and written to.

    `data`: recorded and generated music, descriptions, and the teachers. `corpus`: composed and
    rendered pieces, if there are any. `out`: cached features, lessons and the folder of the run.
    """

    data: Path
    corpus: Path | None
    out: Path

    @property
    def lessons(self) -> Path:
        """The folder of cached lessons."""
        return self.out / "lessons"

    def book(self, settings: Settings, split: Split, words: Sequence[str] = ()) -> LessonBook:
        """What teachers and labels say of the tracks of a split, and in training of mixes of them.

        Raises TeacherError and AudioError.
        """
        tracks, teachers = self.tracks(split), self.data / "teachers"
        features, labelled = self.out / settings.features, self.tracks()
        if split == "train":
            real = [track for track in tracks if track.source != "composed"]
            tracks += mixes(real, MIXES, self.out / "mixes")
            tracks += other_sounds(OTHER_SOUNDS, self.out / "mixes")
        for track in tracks:
            cache_features(track.audio, features / f"{track.id}.npy", settings.front)
        make_lessons(tracks, teachers, self.lessons)
        return LessonBook(self.lessons, features, teachers, settings.front, tracks, labelled, words)

    def tracks(self, split: Split | None = None) -> list[Track]:
        """All tracks, or those of one split."""
        found = load_tracks(self.data, self.corpus)
        return [track for track in found if split in (None, split_of(track.group))]
