"""BM25: how well text matching alone finds a track with known tags.

A baseline of text against text. It uses no audio and needs every track to be labelled, so it is a
ceiling for labelled catalogues and says nothing of unlabelled ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

SATURATION = 1.2
LENGTH_WEIGHT = 0.75


def words(text: str) -> list[str]:
    """Lower-case words and numbers."""
    return re.findall(r"[a-z0-9]+", text.lower())


def scores(documents: Sequence[str], queries: Sequence[str]) -> np.ndarray:
    """Okapi BM25 [documents, queries]; rarity as in Lucene, never negative."""
    counts = [Counter(words(text)) for text in documents]
    containing = Counter(word for count in counts for word in count)
    lengths = np.array([count.total() for count in counts], dtype=float)
    norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths / max(lengths.mean(), 1e-9))
    gains: dict[str, np.ndarray] = {}
    for word, documents_with in containing.items():
        found = np.array([count[word] for count in counts], dtype=float)
        rarity = np.log(1 + (len(documents) - documents_with + 0.5) / (documents_with + 0.5))
        gains[word] = rarity * found * (SATURATION + 1) / (found + norm)
    silent = np.zeros(len(documents))
    columns = [sum((gains.get(w, silent) for w in words(query)), silent) for query in queries]
    return np.stack(columns, axis=1)
