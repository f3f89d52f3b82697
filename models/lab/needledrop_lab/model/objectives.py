"""The paper's three objectives: classification, triplet and contrastive."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

EXCLUDED = -1e4


class Classification(nn.Module):
    """Binary cross-entropy of every tag. A tag's text embedding is its class centroid.

    `audio` [B, dimension] are unit vectors, `labels` [B, tags] bool.
    """

    def __init__(self, dimension: int, tags: int) -> None:
        super().__init__()
        self.centroids = nn.Linear(dimension, tags, bias=False)

    def forward(self, audio: Tensor, labels: Tensor) -> Tensor:
        return F.binary_cross_entropy_with_logits(self.centroids(audio), labels.float())


class Triplet(nn.Module):
    """Hinge on a matching and a drawn mismatched pair, from audio to text and from text to audio.

    `audio` and `text` [B, dimension] are unit vectors of the same items in the same order, `labels`
    [B, tags] bool says which tags those items have.
    """

    def __init__(self, margin: float = 0.4) -> None:
        super().__init__()
        self.margin = margin

    def forward(self, audio: Tensor, text: Tensor, labels: Tensor) -> Tensor:
        similarity = audio @ text.T
        return (self.hinge(similarity, labels) + self.hinge(similarity.T, labels)) / 2

    def hinge(self, similarity: Tensor, labels: Tensor) -> Tensor:
        """Rows are anchors. One that has no possible negative takes no part."""
        weights = negative_weights(similarity.detach(), labels)
        rows = weights.sum(dim=1).nonzero()[:, 0]
        if len(rows) == 0:
            return similarity.sum() * 0
        drawn = torch.multinomial(weights[rows], 1)[:, 0]
        away = self.margin - similarity.diagonal()[rows] + similarity[rows, drawn]
        return away.clamp(min=0).mean()


def negative_weights(similarity: Tensor, labels: Tensor) -> Tensor:
    """How likely each column is drawn as the negative of each row, [B, B], not normalised.

    ((cos + 1) / 2) / (tags of the row's item - those shared): alike is preferred, and whatever has
    all of the row's tags, the item itself before all, is no negative.
    """
    have = labels.float()
    lacking = have.sum(dim=1, keepdim=True) - have @ have.T
    near = ((similarity.float() + 1) / 2).clamp(min=0)
    return torch.where(lacking > 0, near / lacking.clamp(min=1), 0)


class Contrastive(nn.Module):
    """Symmetric InfoNCE with a learnt temperature.

    Mean of row-wise and column-wise cross-entropy of scaled dot products. `negatives` [B, B] says
    which pairs may count as mismatched, by default all, as in the paper; the diagonal always takes
    part. It is how pairs known to match after all ("piano" against another piano piece) are left
    out.
    """

    def __init__(self, temperature: float = 0.2) -> None:
        super().__init__()
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / temperature)))

    def scale(self) -> Tensor:
        """1 / temperature, at most 100."""
        return self.log_scale.exp().clamp(max=100)

    def forward(self, rows: Tensor, columns: Tensor, negatives: Tensor | None = None) -> Tensor:
        scores = rows @ columns.T * self.scale()
        if negatives is not None:
            matching = torch.eye(len(rows), dtype=torch.bool, device=rows.device)
            scores = scores.masked_fill(~(negatives | matching), EXCLUDED)
        target = torch.arange(len(rows), device=rows.device)
        return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2
