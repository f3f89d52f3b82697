"""The paper's three text representations (Doh et al., ICASSP 2023, section 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal

Representation = Literal["tag", "sentence", "stochastic"]


def represent(representation: Representation, tags: Sequence[str], random: Random) -> str:
    """The text that represents a track in one training step; `tags` are not changed.

    tag: any one of them. sentence: all of them in random order. stochastic: see `stochastic`.
    """
    if representation == "tag":
        return random.choice(tags)
    if representation == "sentence":
        return ", ".join(random.sample(tags, len(tags)))
    return stochastic(tags, random)


def stochastic(tags: Sequence[str], random: Random, most: int = 0) -> str:
    """K ~ Uniform{1..L} of the L tags, without duplicates, in random order, joined by ", ".

    A list longer than `most` is sampled down to `most` tags first (0: never). Editors type a few
    words, and out of thirty tags a text of one to three would come up one time in ten.
    """
    length = min(len(tags), most) if most else len(tags)
    return ", ".join(random.sample(list(tags), random.randint(1, length)))
