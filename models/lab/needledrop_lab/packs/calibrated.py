"""The calibration of a pack's words on held-out music."""

from __future__ import annotations

import numpy as np

from ..corpus import reason_words
from ..measuring.calibration import Calibration, Heard, calibrate
from ..measuring.held_out import embed_sections, embed_texts, section_starts
from ..model.towers import AudioTower, BlockTower
from ..teachers.book import LessonBook
from ..training.trained import Trained
from .shipped import towers_of
from .sources import Sources


def calibration_of(trained: Trained, sources: Sources) -> dict[str, Calibration] | None:
    """How well the pack's words are heard in held-out music; None for a model that is not taught.

    Labels say what is there, and teachers where there are no labels.
    """
    settings = trained.plan.settings
    if not settings.taught:
        return None
    text, audio = towers_of(trained)
    words = list(reason_words())
    book = sources.book(settings, "test", words)
    named = sorted({track.source for track in book.tracks})
    heard = [_heard(source, audio, book, words) for source in named]
    embedded = embed_texts(text, trained.towers.language.tokenizer, words)
    return calibrate(words, embedded, heard)


def _heard(
    source: str, audio: AudioTower | BlockTower, book: LessonBook, words: list[str]
) -> Heard:
    """All sections of a source's tracks."""
    columns = [book.place[word] for word in words]
    vectors, tracks, shares = [], [], []
    for number, track in enumerate(t for t in book.tracks if t.source == source):
        features = np.load(book.features / f"{track.id}.npy", mmap_mode="r")
        starts = section_starts(len(features), book.front)
        vectors.append(embed_sections(audio, features, book.front))
        tracks.append(np.full(len(starts), number))
        shares.append(np.stack([book.words_of(track, start)[columns] for start in starts]))
    return Heard(np.concatenate(vectors), np.concatenate(tracks), np.concatenate(shares))
