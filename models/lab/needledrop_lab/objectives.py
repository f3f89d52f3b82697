"""The contrastive objective: symmetric InfoNCE with a learnt temperature."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

EXCLUDED = -1e4


class Contrastive(nn.Module):
    """Mean of row-wise and column-wise cross-entropy of scaled dot products.

    `negatives` [B, B] says which pairs may count as mismatched; the diagonal always takes part. It
    is how pairs known to match after all ("piano" against another piano piece) are left out.
    """

    def __init__(self, temperature: float = 0.2) -> None:
        super().__init__()
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / temperature)))

    def scale(self) -> Tensor:
        """1 / temperature, at most 100."""
        return self.log_scale.exp().clamp(max=100)

    def forward(self, rows: Tensor, columns: Tensor, negatives: Tensor) -> Tensor:
        scores = rows @ columns.T * self.scale()
        allowed = negatives | torch.eye(len(rows), dtype=torch.bool)
        scores = scores.masked_fill(~allowed, EXCLUDED)
        target = torch.arange(len(rows))
        return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2
