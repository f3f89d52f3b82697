"""How well a track is found by few of its tags and by many: where kinds of training text part.

The sentence retrieval of the table asks with all tags of a track. Nobody types so many.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from .metrics import Estimate, bootstrap, ranks, recall_at
from .pool import Labelled
from .retrieval import sentences_of
from .trained import Trained

LENGTHS = (1, 2, 4, 8, 16)  # tags of a query; then all


def shortened(items: Sequence[Labelled], length: int) -> list[str]:
    """A query of so many of each item's tags, or of all it has; the same for all systems."""
    queries = []
    for item in items:
        random = Random(f"{item.id}/{length}")
        queries.append(", ".join(random.sample(item.tags, min(length, len(item.tags)))))
    return queries


def recalls(trained: Trained, pairs: Sequence[Labelled]) -> dict[str, Estimate]:
    """R@10 of the pairs by the number of tags in a query; "all" is the table's."""
    heard = trained.tracks([item.id for item in pairs])
    asked = {str(length): shortened(pairs, length) for length in LENGTHS}
    asked["all"] = sentences_of(pairs)
    return {
        name: bootstrap(lambda some: recall_at(some, 10), ranks(trained.texts(texts) @ heard.T))
        for name, texts in asked.items()
    }
