"""Recall by the number of a track's tags in the query, where training texts differ most.

The table's sentence retrieval queries with all tags of a track; nobody types that many.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from ..corpus.pool import Labelled
from ..training.trained import Trained
from .metrics import Estimate, bootstrap, ranks, recall_at
from .retrieval import sentences_of

LENGTHS = (1, 2, 4, 8, 16)  # tags of a query; then all


def shortened(items: Sequence[Labelled], length: int) -> list[str]:
    """A query of `length` tags of each item, or of all if it has fewer; equal for all systems."""
    queries = []
    for item in items:
        random = Random(f"{item.id}/{length}")
        queries.append(", ".join(random.sample(item.tags, min(length, len(item.tags)))))
    return queries


def recalls(trained: Trained, pairs: Sequence[Labelled]) -> dict[str, Estimate]:
    """R@10 of the pairs by the number of tags in the query; "all" is the table's figure."""
    tracks = trained.tracks([item.id for item in pairs])
    asked = {str(length): shortened(pairs, length) for length in LENGTHS}
    asked["all"] = sentences_of(pairs)
    return {
        name: bootstrap(lambda some: recall_at(some, 10), ranks(trained.texts(texts) @ tracks.T))
        for name, texts in asked.items()
    }
