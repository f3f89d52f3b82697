"""What the ten systems share: one vocabulary, one split, one set of tags a track.

As in the paper, a tag stays only if it occurs often enough in each split, and a track without such
a tag takes no part.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from .items import Item, ManifestError, Split

LEAST_ITEMS = 3  # of each split that have a tag: the paper's "more than 2"
MOST_PAIRS = 1_000  # of the paper's sentence retrieval


@dataclass(frozen=True)
class Labelled:
    """A track and its tags: those of the vocabulary, in the annotation's order."""

    id: str
    tags: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All tags, joined, in the annotation's order: the query of the sentence retrieval."""
        return ", ".join(self.tags)


@dataclass(frozen=True)
class Pool:
    """Labelled tracks by split. `vocabulary` is sorted by how many tracks have the tag."""

    vocabulary: tuple[str, ...]
    splits: Mapping[Split, tuple[Labelled, ...]]

    @property
    def fingerprint(self) -> str:
        """Changes with any track, its split or its tags: identifies what a run was trained on."""
        facts = [(split, i.id, *i.tags) for split, items in self.splits.items() for i in items]
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]

    @property
    def sizes(self) -> Mapping[str, int]:
        """Tracks by split."""
        return {split: len(items) for split, items in self.splits.items()}

    def sentences(self) -> list[str]:
        """All tags of each training track, joined."""
        return [item.sentence for item in self.splits["train"]]

    def labels(self, items: Sequence[Labelled]) -> np.ndarray:
        """Which tags of the vocabulary the items have, bool [items, tags]."""
        column = {tag: index for index, tag in enumerate(self.vocabulary)}
        result = np.zeros((len(items), len(column)), dtype=bool)
        for row, item in enumerate(items):
            result[row, [column[tag] for tag in item.tags]] = True
        return result

    def pairs(self) -> list[Labelled]:
        """Test tracks with a tag set of their own: at most MOST_PAIRS, spread evenly.

        Order and choice depend on the ids alone. Raises ManifestError if there are none.
        """
        sets = Counter(frozenset(item.tags) for item in self.splits["test"])
        unique = [item for item in self.splits["test"] if sets[frozenset(item.tags)] == 1]
        if not unique:
            raise ManifestError(
                "no test track has a set of tags of its own, so none can be found by its tags; "
                "build a larger corpus"
            )
        unique.sort(key=lambda item: hashlib.sha256(item.id.encode()).digest())
        return unique[:MOST_PAIRS]


def pool_of(items: Sequence[Item], least: int = LEAST_ITEMS) -> Pool:
    """Raises ManifestError where nothing is left in a split."""
    splits = {split: [i for i in items if i.split == split] for split in get_args(Split)}
    counts = {
        split: Counter(tag for item in chosen for tag in item.tags)
        for split, chosen in splits.items()
    }
    total = sum(counts.values(), Counter[str]())
    kept = [t for t in total if all(count[t] >= least for count in counts.values())]
    vocabulary = tuple(sorted(kept, key=lambda tag: (-total[tag], tag)))
    known = frozenset(vocabulary)
    labelled: dict[Split, tuple[Labelled, ...]] = {}
    for split, chosen in splits.items():
        tags = [(i.id, tuple(tag for tag in i.tags if tag in known)) for i in chosen]
        labelled[split] = tuple(Labelled(name, own) for name, own in tags if own)
        if not labelled[split]:
            raise ManifestError(
                f"the {split} split has no track with a tag that {least} tracks of each split "
                "have; build a larger corpus"
            )
    return Pool(vocabulary, labelled)
