"""What there is to learn from: tracks with tags and captions, and text pairs without audio.

Everything is split by piece, or by caption where several clips share one: never by section.
"""

from .pairs import load_text_pairs
from .sources import FOLDS, fold_of, split_in, split_of
from .text_pair import TextPair
from .tracks import Span, Track, load_tracks
from .words import reason_words, tempo_word, vocabulary, words_in

__all__ = [
    "FOLDS",
    "Span",
    "TextPair",
    "Track",
    "fold_of",
    "load_text_pairs",
    "load_tracks",
    "reason_words",
    "split_in",
    "split_of",
    "tempo_word",
    "vocabulary",
    "words_in",
]
