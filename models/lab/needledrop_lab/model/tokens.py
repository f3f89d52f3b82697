"""Texts as token ids."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor


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
