"""The lessons of many tracks in memory, and sections drawn from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch

from ..audio.log_mel import FrontEnd
from ..corpus.tracks import Track
from ..corpus.words import implied, opposites, vocabulary
from ..model.lessons import PATCHES, Lessons
from .lessons import Lesson, read_lesson, silenced
from .presence import Presence, share, usual
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
        absent: Collection[str] = (),
    ) -> None:
        """`labelled`: by which it is known what words a source uses, `tracks` themselves unless
        given; `words` are known besides; `absent` teachers are taken not to have listened. Raises
        TeacherError if a track has no lesson.
        """
        self.features, self.front = features, front
        # frames from one patch to the next
        self.step = STEP * front.sample_rate // (RATE * front.hop_samples)
        self.block = front.section_samples // front.hop_samples // 2  # hops
        self.tracks = list(tracks)
        try:
            self.lessons = {
                t.id: silenced(read_lesson(lessons / f"{t.id}.npz"), absent) for t in self.tracks
            }
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
        known = dict.fromkeys([*self.presence.words, *named, *words])
        self.opposites = {no: word for no, word in opposites().items() if word in known}
        self.words = list(known | dict.fromkeys(self.opposites))
        self.place = {word: place for place, word in enumerate(self.words)}
        self.shares = [len(self.lessons[t.id]) * WEIGHTS[t.source] for t in self.tracks]

    def draw(self, count: int, random: Random) -> list[Track]:
        """`count` tracks of any source."""
        return random.choices(self.tracks, self.shares, k=count)

    def lessons_of(self, tracks: Sequence[Track], starts: Sequence[int]) -> Lessons:
        """What is known of the sections that start at a frame of each track."""
        places = list(zip(tracks, starts, strict=True))
        blocks = [
            self._block(self.lessons[track.id], start + block * self.block)
            for block in range(2)  # first all first blocks, then all second ones, as the tower has
            for track, start in places
        ]
        parts = [np.stack(part) for part in zip(*blocks, strict=True)]
        parts.append(np.stack([self.words_of(track, start) for track, start in places]))
        return Lessons(*(torch.from_numpy(part) for part in parts))

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
        seconds = self.front.hop_samples / self.front.sample_rate
        tags = track.tags_between(start * seconds, (start + 2 * self.block) * seconds)
        for word, label in self._labels(track, tags).items():
            place = self.place[word]
            by_ear = result[place]
            certain = track.source == "composed" or np.isnan(by_ear)
            mixed = LABEL_SHARE * label + (1 - LABEL_SHARE) * by_ear
            result[place] = label if certain else mixed
        for phrase, word in self.opposites.items():
            result[self.place[phrase]] = 1 - result[self.place[word]]
        return result

    def _labels(self, track: Track, tags: tuple[str, ...]) -> dict[str, float]:
        """Presence by the labels of a section: words that its source could have written and did
        not are absent, unless its tags imply them.

        A catalogue may use a narrower word on purpose, so what a recorded track's tags imply is
        left to the teachers. So are the instruments of one that names none.
        """
        wider, recorded = implied(tags), track.source == "recorded"
        absent = self.own.get(track.source, frozenset()) - wider
        if recorded:
            named = {kind for kind, words in track.kinds.items() if words}
            absent = frozenset(word for word in absent if vocabulary().get(word, "") in named)
        present = tags if recorded else (*tags, *wider)
        labels = dict.fromkeys(absent, 0.0) | dict.fromkeys(present, 1.0)
        return {word: label for word, label in labels.items() if word in self.place}


def labels_of(source: str, tracks: Sequence[Track]) -> frozenset[str]:
    """The words that a source labels its tracks with often enough, in these words or narrower."""
    counts = Counter(
        word
        for track in tracks
        if track.source == source
        for word in (*track.tags, *(implied(track.tags) if source == "composed" else ()))
    )
    return frozenset(word for word, count in counts.items() if count >= LEAST_TRACKS)


def _scale(sample: Sequence[Lesson], part: str) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of each number of a part of the lessons."""
    rows = np.concatenate([getattr(lesson, part)[::4] for lesson in sample]).astype(np.float64)
    mean, deviation = usual(rows)
    return mean.astype(np.float32), deviation.astype(np.float32)


def _between(values: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Rows of `values` at fractional places, float32; the last row goes on for ever."""
    last = len(values) - 1
    below = np.minimum(np.floor(places).astype(int), last)
    above = np.minimum(below + 1, last)
    share_of_next = (places - np.floor(places))[:, None].astype(np.float32)
    left, right = values[below].astype(np.float32), values[above].astype(np.float32)
    result: np.ndarray = left + (right - left) * share_of_next
    return result
