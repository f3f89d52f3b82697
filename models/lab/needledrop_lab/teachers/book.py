"""The lessons of many tracks in memory, and sections drawn from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch

from ..audio.log_mel import FrontEnd
from ..corpus.tracks import Track
from ..model.lessons import PATCHES, Lessons
from .lessons import Lesson, read_lesson
from .presence import Presence, share
from .taggers import RATE, TeacherError
from .yamnet import STEP, class_names

SAMPLE = 200  # tracks by which it is known what is usual
LEAST_TRACKS = 8  # that a label needs to be a word that sections are told apart by
LABEL_SHARE = 0.7  # of a label, beside teachers
FARTHEST = 5.0  # standard deviations that targets are clamped to
WEIGHTS: Mapping[str, float] = {
    **{"recorded": 2.0, "generated": 2.0, "songs": 2.0, "games": 1.5},
    **{"composed": 1.0, "mixed": 1.0, "other": 0.5},
}
LABELLED = ("recorded", "composed")  # sources whose missing tags are known to be absent


class LessonBook:
    """Sections of tracks with all that teachers and labels say of them.

    A track is drawn in proportion to its length, times the weight of its source.
    """

    def __init__(
        self,
        lessons: Path,
        features: Path,
        teachers: Path,
        front: FrontEnd,
        tracks: Sequence[Track],
        labelled: Sequence[Track] | None = None,
        words: Sequence[str] = (),
    ) -> None:
        """`labelled`: by which it is known what words a source uses, `tracks` themselves unless
        given; `words` are known besides. Raises TeacherError if a track has no lesson.
        """
        self.features, self.front = features, front
        # frames from one patch to the next
        self.step = STEP * front.sample_rate // (RATE * front.hop_samples)
        self.block = front.section_samples // front.hop_samples // 2  # hops
        self.tracks = list(tracks)
        try:
            self.lessons = {t.id: read_lesson(lessons / f"{t.id}.npz") for t in self.tracks}
        except OSError as error:
            raise TeacherError(f"{error}; `lab train` makes the lessons") from error
        sample = [*self.lessons.values()][:: max(1, len(self.lessons) // SAMPLE)]
        self.presence = Presence(class_names(teachers / "yamnet_class_map.csv"), sample)
        self.scale = {part: _scale(sample, part) for part in ("embeddings", "hidden")}
        self.standing = {
            name: self.presence.of(lesson).astype(np.float16)
            for name, lesson in self.lessons.items()
        }
        self.own = {source: labels_of(source, labelled or self.tracks) for source in LABELLED}
        named = sorted(word for own in self.own.values() for word in own)
        self.words = list(dict.fromkeys([*self.presence.words, *named, *words]))
        self.place = {word: place for place, word in enumerate(self.words)}
        self.shares = [len(self.lessons[t.id]) * WEIGHTS[t.source] for t in self.tracks]

    def draw(self, count: int, random: Random) -> Lessons:
        """`count` sections at random places of random tracks."""
        tracks = random.choices(self.tracks, self.shares, k=count)
        drawn = [self._section(track, random) for track in tracks]
        parts = [np.stack(part) for part in zip(*drawn, strict=True)]
        # of blocks, first all first ones and then all second ones, as the tower has them
        for index in range(1, 5):
            parts[index] = np.concatenate([*parts[index].swapaxes(0, 1)])
        return Lessons(*(torch.from_numpy(part) for part in parts))

    def _section(self, track: Track, random: Random) -> list[np.ndarray]:
        power = np.load(self.features / f"{track.id}.npy", mmap_mode="r")
        length = 2 * self.block - 1
        start = random.randint(0, len(power) - length)
        blocks = [self._block(self.lessons[track.id], start + n * self.block) for n in (0, 1)]
        return [
            np.array(power[start : start + length]),
            *(np.stack(part) for part in zip(*blocks, strict=True)),
            self.words_of(track, start),
        ]

    def _block(self, lesson: Lesson, start: int) -> list[np.ndarray]:
        """What the teachers hear in the block that starts at a frame."""
        places = start / self.step + np.arange(PATCHES)
        middle = min(len(lesson) - 1, round(places[PATCHES // 2]))
        embeddings, hidden = (
            np.clip((part.astype(np.float32) - mean) / deviation, -FARTHEST, FARTHEST)
            for part, (mean, deviation) in (
                (_between(lesson.embeddings, places), self.scale["embeddings"]),
                (lesson.hidden[middle], self.scale["hidden"]),
            )
        )
        tags = 1 / (1 + np.exp(-lesson.tags[middle].astype(np.float32)))
        return [embeddings, _between(lesson.classes, places), tags, hidden]

    def words_of(self, track: Track, start: int) -> np.ndarray:
        """Presence of the words [W] in the section that starts at a frame; NaN if not known.

        Where both know, a label counts for more than the teachers, who may miss what is there.
        """
        standing = self.standing[track.id]
        first = min(len(standing) - 1, start // self.step)
        heard = share(standing[first : first + 2 * PATCHES].astype(np.float32).mean(axis=0))
        result = np.full(len(self.words), np.nan, np.float32)
        result[: len(heard)] = heard
        own = self.own.get(track.source, frozenset())
        seconds = self.front.hop_samples / self.front.sample_rate
        tags = track.tags_between(start * seconds, (start + 2 * self.block) * seconds)
        for word in own | {tag for tag in tags if tag in self.place}:
            label, place = float(word in tags), self.place[word]
            by_ear = result[place]
            certain = track.source == "composed" or np.isnan(by_ear)
            mixed = LABEL_SHARE * label + (1 - LABEL_SHARE) * by_ear
            result[place] = label if certain else mixed
        return result


def labels_of(source: str, tracks: Sequence[Track]) -> frozenset[str]:
    """The words that a source labels its tracks with often enough."""
    counts = Counter(tag for t in tracks if t.source == source for tag in t.tags)
    return frozenset(tag for tag, count in counts.items() if count >= LEAST_TRACKS)


def _scale(sample: Sequence[Lesson], part: str) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of each number of a part of the lessons."""
    rows = np.concatenate([getattr(lesson, part)[::4] for lesson in sample]).astype(np.float64)
    mean, deviation = np.nanmean(rows, axis=0), np.nanstd(rows, axis=0)
    return mean.astype(np.float32), np.maximum(deviation, 1e-3).astype(np.float32)


def _between(values: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Rows of `values` at fractional places, float32; the last row goes on for ever."""
    last = len(values) - 1
    below = np.minimum(np.floor(places).astype(int), last)
    above = np.minimum(below + 1, last)
    share_of_next = (places - np.floor(places))[:, None].astype(np.float32)
    left, right = values[below].astype(np.float32), values[above].astype(np.float32)
    result: np.ndarray = left + (right - left) * share_of_next
    return result
