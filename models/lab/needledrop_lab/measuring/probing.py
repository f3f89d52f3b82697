"""Probing: how much of a task a small head can read off frozen embeddings.

Matrices in, figures out. The heads and the grid are the paper's: linear, or one hidden layer of 512
with ReLU; Adam; at most 200 epochs, ended by 20 without a better validation loss. The setting
is chosen by the figure on validation clips, and only that one is measured on test clips.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..corpus.items import Split
from .metrics import Estimate, macro_roc_auc
from .tasks.task import Kind
from .zero_shot import accuracy, task_figures

Head = Literal["linear", "mlp"]
HIDDEN = 512
EPOCHS = 200
PATIENCE = 20  # epochs


@dataclass(frozen=True)
class ProbeSettings:
    """One point of the grid."""

    rate: float
    batch: int
    dropout: float
    layer_norm: bool = False  # of the embedding before the head


# The names of the published results' folders show that a layer norm was tried as well.
GRIDS: Mapping[str, Sequence[ProbeSettings]] = {
    "paper": [
        ProbeSettings(*point)
        for point in product((1e-3, 5e-4), (16, 64, 512), (0.0, 0.25), (False, True))
    ],
    # for two cores: a twelfth of it
    "small": [ProbeSettings(1e-3, 512, 0.0, True), ProbeSettings(1e-3, 512, 0.25, True)],
}


@dataclass(frozen=True)
class Examples:
    """Embeddings [clips, width] of a split and which labels hold, bool [clips, labels]."""

    vectors: np.ndarray
    truth: np.ndarray


@dataclass(frozen=True)
class Probed:
    """The setting that was chosen, its figure on validation clips, and the figures on test ones."""

    settings: ProbeSettings
    valid: float
    test: Mapping[str, Estimate]


def probe(
    examples: Mapping[Split, Examples],
    kind: Kind,
    head: Head,
    grid: Sequence[ProbeSettings],
    seed: int = 0,
) -> Probed:
    """Train a head for every point of the grid and measure the best one."""
    figure = accuracy if kind == "one" else macro_roc_auc
    valid, test = examples["valid"], examples["test"]
    tried = []
    for settings in grid:
        scores = fit(examples["train"], valid, kind, head, settings, seed)
        value = figure(scores(valid.vectors), valid.truth)
        tried.append((value if np.isfinite(value) else -np.inf, settings, scores))
    value, settings, scores = max(tried, key=lambda point: point[0])
    return Probed(settings, float(value), task_figures(scores(test.vectors), test.truth, kind))


def fit(
    train: Examples, valid: Examples, kind: Kind, head: Head, settings: ProbeSettings, seed: int
) -> Callable[[np.ndarray], np.ndarray]:
    """Train one head; a function from embeddings [n, width] to scores [n, labels]."""
    torch.manual_seed(seed)
    model = head_of(head, train.vectors.shape[1], train.truth.shape[1], settings)
    vectors, truth = _tensors(train)
    known, wanted = _tensors(valid)
    optimiser = torch.optim.Adam(model.parameters(), settings.rate)
    least, best, waited = np.inf, copy.deepcopy(model.state_dict()), 0
    for _ in range(EPOCHS):
        model.train()
        for rows in torch.split(torch.randperm(len(vectors)), settings.batch):
            optimiser.zero_grad()
            _loss(model(vectors[rows]), truth[rows], kind).backward()  # type: ignore[no-untyped-call]
            optimiser.step()
        model.eval()
        with torch.no_grad():
            loss = _loss(model(known), wanted, kind).item()
        waited = 0 if loss < least else waited + 1
        if loss < least:
            least, best = loss, copy.deepcopy(model.state_dict())
        if waited == PATIENCE:
            break
    model.load_state_dict(best)
    return lambda unseen: _scores(model, unseen)


def head_of(head: Head, width: int, labels: int, settings: ProbeSettings) -> nn.Sequential:
    """[B, width] -> logits [B, labels]."""
    norm = [nn.LayerNorm(width)] if settings.layer_norm else []
    if head == "linear":
        return nn.Sequential(*norm, nn.Dropout(settings.dropout), nn.Linear(width, labels))
    return nn.Sequential(
        *norm,
        nn.Linear(width, HIDDEN),
        nn.ReLU(),
        nn.Dropout(settings.dropout),
        nn.Linear(HIDDEN, labels),
    )


def _loss(logits: Tensor, truth: Tensor, kind: Kind) -> Tensor:
    """Cross entropy among labels, or of each label by itself."""
    if kind == "one":
        return F.cross_entropy(logits, truth.argmax(dim=1))
    return F.binary_cross_entropy_with_logits(logits, truth)


@torch.no_grad()
def _scores(model: nn.Module, vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = model(torch.from_numpy(vectors).float()).numpy()
    return result


def _tensors(examples: Examples) -> tuple[Tensor, Tensor]:
    return torch.from_numpy(examples.vectors).float(), torch.from_numpy(examples.truth).float()
