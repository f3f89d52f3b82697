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

from ..corpus import TextPair, Track, load_text_pairs, load_tracks, split_of, words_in
from ..model.batch import Batch, Music, TextPairs
from ..teachers.book import LessonBook
from .batches import chunks, crop, seeded
from .errors import RunError
from .plan import Plan
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
    def of(cls, data: Path, corpus: Path | None, book: LessonBook | None = None) -> Mixture:
        """Music of DATA and a composed CORPUS, split by piece, and the lessons of a book.

        Music that nothing is written about is in the lessons alone.
        """
        tracks = [t for t in load_tracks(data, corpus) if t.tags or t.captions]
        train, valid = (
            [track for track in tracks if split_of(track.group) == split]
            for split in ("train", "valid")
        )
        return cls(train, valid, load_text_pairs(data, corpus), book)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The words that lessons state the presence of; texts are free."""
        return () if self.book is None else tuple(self.book.words)

    @property
    def fingerprint(self) -> str:
        """Changes with any track's name, tags and captions, and with any text pair."""
        tracks = [
            [(t.id, t.source, sorted(t.kinds.items()), t.captions) for t in split]
            for split in (self.train, self.valid)
        ]
        pairs = [(pair.text, pair.tags) for pair in self.pairs]
        return hashlib.sha256(repr((tracks, pairs)).encode()).hexdigest()[:16]

    @property
    def sizes(self) -> Mapping[str, int]:
        """Tracks by split, and text pairs."""
        return {"train": len(self.train), "valid": len(self.valid), "pairs": len(self.pairs)}

    def sentences(self) -> list[str]:
        """A thousand of the pairs' texts, or so."""
        return [pair.text for pair in self.pairs[:: max(1, len(self.pairs) // 1_000)]]


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
        """Tracks of each source, then text pairs; see Batches. Raises RunError for neither."""
        random, settings = seeded(self.plan, step), self.plan.settings
        counts = (settings.recorded, settings.generated, settings.composed, settings.songs)
        tracks = [
            track
            for own, count in zip(self.by_source.values(), counts, strict=True)
            for track in draw(own, count, random)
        ]
        book = self.mixture.book if settings.lessons else None
        batch = Batch(
            self.music(tracks, random) if tracks else None,
            self.text_pairs(random) if settings.text_pairs and self.mixture.pairs else None,
            None if book is None else book.draw(settings.lessons, random),
        )
        if batch == Batch():
            raise RunError("no batch can be drawn: there is nothing of what it is made of")
        return batch

    def valid(self) -> Iterator[Batch]:
        """Tracks of all sources, without text pairs: those are not held out."""
        random = seeded(self.plan, "valid")
        for tracks in chunks(self.plan, self.mixture.valid, random):
            yield Batch(self.music(tracks, random))

    def music(self, tracks: Sequence[Track], random: Random) -> Music:
        """One crop of each track, and a caption or those of its tags that hold there."""
        settings = self.plan.settings
        front = settings.front_end
        seconds = front.hop_samples / front.sample_rate  # of a frame
        crops, texts, drawn = [], [], []
        for track in tracks:
            section, start = crop(self.plan, track.id, random)
            tags = track.tags_between(start * seconds, (start + len(section)) * seconds)
            text, chosen = draw_text(tags, track.captions, settings, random)
            crops.append(section)
            texts.append(text)
            drawn.append(chosen)
        have = [frozenset(track.tags) for track in tracks]
        negatives = mismatches(drawn, have, [track.source for track in tracks])
        return Music(torch.stack(crops), texts, torch.zeros(len(tracks), 0).bool(), negatives)

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
            [frozenset(pair.tags) for pair in pairs],
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
