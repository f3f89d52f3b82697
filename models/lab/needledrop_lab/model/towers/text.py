"""Text towers: BERT's layers, and two ways to pool and project them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .layers import Attention, unit


@dataclass(frozen=True)
class TextShape:
    """Sizes of the text tower; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30_522
    positions: int = 512
    width: int = 384
    inner: int = 1_536
    depth: int = 6
    heads: int = 12


class PostNormBlock(nn.Module):
    """BERT's layer: normalisation after each residual sum."""

    def __init__(self, shape: TextShape) -> None:
        super().__init__()
        self.attention = Attention(shape.width, shape.heads)
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.expand = nn.Linear(shape.width, shape.inner)
        self.contract = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.attention_norm(x + self.attention(x, bias))
        result: Tensor = self.norm(x + self.contract(F.gelu(self.expand(x))))
        return result


class Bert(nn.Module):
    """BERT without its pooler. There is one sentence only, so the vector of its type is part of
    every position."""

    def __init__(self, shape: TextShape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.embedding_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.blocks = nn.ModuleList(PostNormBlock(shape) for _ in range(shape.depth))

    def hidden(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The last layer, [B, T, width]."""
        mask = attention_mask.to(self.words.weight.dtype)
        steps = torch.arange(input_ids.shape[1], device=input_ids.device)
        x: Tensor = self.embedding_norm(self.words(input_ids) + self.positions(steps))
        bias = (mask[:, None, None, :] - 1) * 1e4
        for block in self.blocks:
            x = block(x, bias)
        return x

    def mean(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Mean of the last layer over real tokens, [B, width]."""
        mask = attention_mask.to(self.words.weight.dtype)
        weights = mask / mask.sum(dim=1, keepdim=True)
        return (self.hidden(input_ids, attention_mask) * weights[:, :, None]).sum(dim=1)


class TextTower(Bert):
    """Token ids and mask [B, T] -> unit vectors [B, dimension]: BERT, token mean, projection.

    The shape of sentence-transformers' models, from which needledrop-base starts.
    """

    def __init__(self, shape: TextShape, dimension: int) -> None:
        super().__init__(shape)
        self.projection = nn.Linear(shape.width, dimension)

    def pooled(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """What the projection gets, [B, width]."""
        return self.mean(input_ids, attention_mask)

    def project(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token ids and mask [B, T] -> [B, dimension], not normalised."""
        result: Tensor = self.projection(self.pooled(input_ids, attention_mask))
        return result

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return unit(self.project(input_ids, attention_mask))


class PublishedText(Bert):
    """The paper's text tower: BERT's first token, normalised and projected without a bias.

    With `pooling` "mean" it sums up all tokens instead, as all-MiniLM-L6-v2 was made to. `project`
    [B, dimension] is not normalised; calling the tower gives unit vectors.
    """

    def __init__(
        self, shape: TextShape, dimension: int, pooling: Literal["first", "mean"] = "first"
    ) -> None:
        super().__init__(shape)
        self.pooling = pooling
        norm = nn.LayerNorm(shape.width)
        self.projector = nn.Sequential(norm, nn.Linear(shape.width, dimension, bias=False))

    def project(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token ids and mask [B, T] -> [B, dimension]."""
        if self.pooling == "mean":
            pooled = self.mean(input_ids, attention_mask)
        else:
            pooled = self.hidden(input_ids, attention_mask)[:, 0]
        result: Tensor = self.projector(pooled)
        return result

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return unit(self.project(input_ids, attention_mask))
