"""The paper's three text representations (Doh et al., ICASSP 2023) and tokenising."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal

import torch
from tokenizers import Tokenizer
from torch import Tensor

Representation = Literal["tag", "sentence", "stochastic"]


def represent(representation: Representation, tags: Sequence[str], random: Random) -> str:
    """The text that stands for a track in one training step; `tags` are left as they are.

    tag: any one of them. sentence: all of them in random order. stochastic: see there.
    """
    if representation == "tag":
        return random.choice(tags)
    if representation == "sentence":
        return ", ".join(random.sample(tags, len(tags)))
    return stochastic(tags, random)


def stochastic(tags: Sequence[str], random: Random, most: int | None = None) -> str:
    """K ~ Uniform{1..L} of the L tags, none twice, in random order, joined by ", ".

    `most` bounds L: of a longer list so many are taken at random first. Editors type a few words,
    and of thirty tags a draw of one to three would come up one time in ten.
    """
    length = len(tags) if most is None else min(len(tags), most)
    return ", ".join(random.sample(list(tags), random.randint(1, length)))


def encode(tokenizer: Tokenizer, texts: Sequence[str], max_tokens: int) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask, int64 [B, T], T the longest of the batch or `max_tokens`.

    A text that is too long loses its end but keeps the closing token.
    """
    rows = [tokenizer.encode(text).ids for text in texts]
    rows = [ids if len(ids) <= max_tokens else [*ids[: max_tokens - 1], ids[-1]] for ids in rows]
    longest = max(len(ids) for ids in rows)
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask
