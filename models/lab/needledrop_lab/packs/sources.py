"""Where needledrop-base comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..audio.cache import cache_features
from ..corpus import Track, load_tracks
from ..corpus.items import Split
from ..corpus.mixes import mixes, other_sounds
from ..teachers.book import LessonBook
from ..teachers.teach import make_lessons
from ..training.selection import Selection
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
        """What teachers and labels say of the tracks of a split, and in training of mixes of them,
        as far as settings let a run hear them.

        Raises TeacherError and AudioError.
        """
        selection, teachers = settings.selection, self.data / "teachers"
        features, labelled = self.out / settings.features, selection.heard(self.tracks(), None)
        tracks = selection.heard(self.tracks(), split)
        if split == "train" and "mixes" not in selection.left_out:
            heard = {track.id for track in tracks}
            real = [track for track in self.tracks("train") if track.source != "composed"]
            tracks += mixes(real, MIXES, self.out / "mixes", allowed=heard)
            tracks += other_sounds(OTHER_SOUNDS, self.out / "mixes")
        for track in tracks:
            cache_features(track.audio, features / f"{track.id}.npy", settings.front)
        make_lessons(tracks, teachers, self.lessons)
        return LessonBook(
            self.lessons,
            features,
            teachers,
            settings.front,
            tracks,
            labelled,
            words,
            selection.absent,
        )

    def tracks(self, split: Split | None = None, fold: int | None = None) -> list[Track]:
        """All tracks, or those of one split; `fold`: see corpus.split_in."""
        return Selection(fold=fold).heard(load_tracks(self.data, self.corpus), split)
