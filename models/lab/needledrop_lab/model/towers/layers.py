"""What all towers are made of: dense products, which CPU, WebAssembly and WebGPU run fast."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Attention(nn.Module):
    """Multi-head self-attention on [B, T, width]; `bias` [B, 1, 1, T] is added to the scores."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        query, key, value = (
            part(x).unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3) / query.shape[-1] ** 0.5
        weights = (scores if bias is None else scores + bias).softmax(dim=-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        result: Tensor = self.output(mixed)
        return result


def unit(x: Tensor) -> Tensor:
    """L2-normalised along the last axis; written out because every runtime has these operations."""
    return x / torch.sqrt((x * x).sum(dim=-1, keepdim=True).clamp(min=1e-12))


def attentive_summary(x: Tensor, scores: Tensor) -> Tensor:
    """Mean and deviation over time of x [B, T, width], weighted by `scores`, [B, 2 width].

    `scores` [B, T, width] are not normalised: every number of x has weights of its own.
    """
    weights = scores.softmax(dim=1)
    mean = (weights * x).sum(dim=1)
    away = x - mean[:, None]
    spread = (weights * away * away).sum(dim=1)
    return torch.cat([mean, torch.sqrt(spread + 1e-5)], dim=1)
