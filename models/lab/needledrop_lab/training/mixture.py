"""The batches of needledrop-base: a set number of tracks of each source, and text pairs without
audio."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

import torch
from torch import Tensor

from ..corpus import TextPair, Track, load_tracks, words_in
from ..corpus.words import implied, relations
from ..model.batch import Batch, Music, TextPairs
from ..teachers.book import LessonBook
from .batches import chunks, crop, seeded
from .errors import RunError
from .plan import Plan
from .selection import ALL, Selection
from .settings import Settings
from .texts import stochastic

T = TypeVar("T")


@dataclass(frozen=True)
class Mixture:
    """Tracks to train and to validate with, and text pairs."""

    train: Sequence[Track]
    valid: Sequence[Track]
    pairs: Sequence[TextPair]
    book: LessonBook | None = None

    @classmethod
    def of(
        cls,
        data: Path,
        corpus: Path | None,
        book: LessonBook | None = None,
        selection: Selection = ALL,
    ) -> Mixture:
        """Music of DATA and a composed CORPUS, split by piece, and the lessons of a book.

        Music that nothing is written about is in the lessons alone.
        """
        told = [(track, selection.told(track)) for track in load_tracks(data, corpus)]
        tracks = [track for track, of_it in told if of_it.tags or of_it.captions]
        train, valid = selection.heard(tracks, "train"), selection.heard(tracks, "valid")
        return cls(train, valid, selection.pairs(data, corpus), book)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The words that lessons state the presence of; texts are free."""
        return () if self.book is None else tuple(self.book.words)

    @property
    def fingerprint(self) -> str:
        """Changes with any track's name, tags and captions, any text pair, and what words imply."""
        tracks = [
            [(t.id, t.source, sorted(t.kinds.items()), t.captions) for t in split]
            for split in (self.train, self.valid)
        ]
        pairs = [(pair.text, pair.tags) for pair in self.pairs]
        return hashlib.sha256(repr((tracks, pairs, relations())).encode()).hexdigest()[:16]

    @property
    def sizes(self) -> Mapping[str, int]:
        """Tracks by split, and text pairs."""
        return {"train": len(self.train), "valid": len(self.valid), "pairs": len(self.pairs)}

    def sentences(self) -> list[str]:
        """A thousand of the pairs' texts, or so; without pairs, of the tracks' texts."""
        texts = [pair.text for pair in self.pairs] or [
            text for track in self.train for text in track.captions or (", ".join(track.tags),)
        ]
        return texts[:: max(1, len(texts) // 1_000)]


class MixtureBatches:
    """See batches.Batches."""

    def __init__(self, plan: Plan, mixture: Mixture) -> None:
        if not mixture.valid:
            raise RunError("no track falls into the validation split; add music to DATA or CORPUS")
        self.plan, self.mixture = plan, mixture
        self.by_source = {
            source: [track for track in mixture.train if track.source == source]
            for source in ("recorded", "generated", "composed", "songs")
        }
        self.scenes = [pair for pair in mixture.pairs if pair.source == "scenes"]
        self.prose = [pair for pair in mixture.pairs if pair.source != "scenes"]

    def train(self, step: int) -> Batch:
        """Tracks of each source, then any that teachers heard; and text pairs; see Batches.

        Raises RunError for neither.
        """
        random, settings = seeded(self.plan, step), self.plan.settings
        counts = (settings.recorded, settings.generated, settings.composed, settings.songs)
        tracks = [
            track
            for own, count in zip(self.by_source.values(), counts, strict=True)
            for track in draw(own, count, random)
        ]
        book, texts = self.mixture.book, len(tracks)
        if book is not None:
            tracks += book.draw(settings.lessons, random)
        batch = Batch(
            self.music(tracks, random, texts, book) if tracks else None,
            self.text_pairs(random) if settings.text_pairs and self.mixture.pairs else None,
        )
        if batch == Batch():
            raise RunError("no batch can be drawn: there is nothing of what it is made of")
        return batch

    def valid(self) -> Iterator[Batch]:
        """Tracks of all sources, without text pairs: those are not held out."""
        random = seeded(self.plan, "valid")
        for tracks in chunks(self.plan, self.mixture.valid, random):
            yield Batch(self.music(tracks, random, len(tracks)))

    def music(
        self, tracks: Sequence[Track], random: Random, texts: int, book: LessonBook | None = None
    ) -> Music:
        """One crop of each track, with its lesson if there is a book.

        The first `texts` of them have a text: a caption, or those of the tags that hold there.
        """
        settings = self.plan.settings
        selection, front = settings.selection, settings.front_end
        seconds = front.hop_samples / front.sample_rate  # of a frame
        crops = [crop(self.plan, track.id, random) for track in tracks]
        starts = [start for _, start in crops]
        told, drawn = list[str](), list[frozenset[str] | None]()
        for whole, (section, start) in zip(tracks[:texts], crops, strict=False):
            track = selection.told(whole)
            tags = track.tags_between(start * seconds, (start + len(section)) * seconds)
            text, chosen = draw_text(tags, track.captions, settings, random)
            told.append(text)
            drawn.append(chosen)
        have = [fitting(track.tags) for track in tracks[:texts]]
        return Music(
            torch.stack([section for section, _ in crops]),
            told,
            torch.zeros(texts, 0).bool(),
            mismatches(drawn, have, [track.source for track in tracks[:texts]]),
            None if book is None else book.lessons_of(tracks, starts),
        )

    def text_pairs(self, random: Random) -> TextPairs:
        """Sentences, and stochastic text of the tags that say the same."""
        settings = self.plan.settings
        scenes = round(settings.text_pairs * settings.scene_share) if self.scenes else 0
        pairs = [
            *draw(self.scenes, scenes, random),
            *draw(self.prose, settings.text_pairs - scenes, random),
        ]
        tags = [stochastic(pair.tags, random, settings.most_tags) for pair in pairs]
        negatives = mismatches(
            [frozenset(text.split(", ")) for text in tags],
            [fitting(pair.tags) for pair in pairs],
            [""] * len(pairs),
        )
        texts = [pair.text for pair in pairs]
        fits = None if self.mixture.book is None else self.fits(pairs, self.mixture.book)
        return TextPairs(texts, tags, negatives.T, settings.text_weight, fits)

    def fits(self, pairs: Sequence[TextPair], book: LessonBook) -> Tensor:
        """What the pairs ask for (1) and rule out (-1) of the book's words, [pairs, words]."""
        result = torch.zeros(len(pairs), len(book.words))
        for row, pair in enumerate(pairs):
            for tags, sign in ((pair.tags, 1.0), (pair.avoid, -1.0)):
                for word in known_words(tags, tuple(book.words)):
                    result[row, book.place[word]] = sign
        return result


@cache
def known_words(tags: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `words` among tags and inside them: "mellow piano melody" names the piano."""
    return words_in(", ".join(tags), words)


def fitting(tags: tuple[str, ...]) -> frozenset[str]:
    """Tags and what they imply."""
    return implied(tags) | frozenset(tags)


def draw_text(
    tags: Sequence[str], captions: Sequence[str], settings: Settings, random: Random
) -> tuple[str, frozenset[str] | None]:
    """A caption (with probability `caption_share`) or stochastic text, and its tags.

    The tags are None for a caption: what else it matches is not known.
    """
    if captions and (not tags or random.random() < settings.caption_share):
        return random.choice(captions), None
    text = stochastic(tags, random, settings.most_tags)
    return text, frozenset(text.split(", "))


def mismatches(
    drawn: Sequence[frozenset[str] | None], have: Sequence[frozenset[str]], sources: Sequence[str]
) -> Tensor:
    """Which (text, item) pairs are true negatives, bool [B, B].

    Not those where the item has every drawn tag, and not pairs across sources: the wording of a
    catalogue would identify its tracks without listening to them.
    """
    return torch.tensor(
        [
            [
                source == other and not (words is not None and words <= tags)
                for other, tags in zip(sources, have, strict=True)
            ]
            for source, words in zip(sources, drawn, strict=True)
        ]
    )


def draw(items: Sequence[T], count: int, random: Random) -> list[T]:
    """`count` items, without duplicates while there are enough; none of an empty list."""
    if not items:
        return []
    return random.sample(items, count) if count <= len(items) else random.choices(items, k=count)
