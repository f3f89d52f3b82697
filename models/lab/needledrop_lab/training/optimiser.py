"""Learning rates by group of weights, their schedule, and the two halves of a training step."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from ..model.batch import Batch
from ..model.objectives import Classification
from ..model.two_towers import TwoTowers
from .settings import Settings


def rate_at(step: int, settings: Settings) -> float:
    """Factor on every learning rate: a linear rise, times half a cosine down to `floor`."""
    rise = settings.warm_up_steps
    if rise is None:
        rise = max(1, round(settings.warm_up * settings.steps))
    start = rise if settings.decay_from == "warm-up" else 0
    done = min(1.0, max(0, step - start) / max(1, settings.steps - start))
    return min(1.0, (step + 1) / rise) * max(settings.floor, 0.5 + 0.5 * math.cos(math.pi * done))


def optimiser_of(towers: TwoTowers, settings: Settings) -> torch.optim.Optimizer:
    """AdamW with a rate for each group of weights; freezes the lower blocks of BERT.

    Groups are named audio, text (pretrained weights), heads (text projection and temperature) and
    centroids; those without weights are left out.
    """
    frozen = tuple(f"blocks.{block}." for block in range(settings.frozen_blocks))
    if frozen:
        frozen = ("words.", "positions.", "embedding_norm.", *frozen)
    for name, weight in towers.pretrained():
        weight.requires_grad_(not name.startswith(frozen))
    text = [weight for _, weight in towers.pretrained()]
    audio = [] if settings.frozen_audio else list(towers.audio.parameters())
    head = towers.objective
    centroids = [*head.parameters()] if isinstance(head, Classification) else []
    known = {id(weight) for weight in (*text, *audio, *centroids)}
    known.update(id(weight) for weight in towers.audio.parameters())
    heads = [weight for weight in towers.parameters() if id(weight) not in known]
    head_rate = rate(settings.head_rate, settings.rate)
    groups = [
        {"name": "audio", "params": audio, "rate": rate(settings.audio_rate, settings.rate)},
        {"name": "heads", "params": heads, "rate": head_rate},
        {"name": "centroids", "params": centroids, "rate": rate(settings.centroid_rate, head_rate)},
        {
            "name": "text",
            "params": [weight for weight in text if weight.requires_grad],
            "rate": rate(settings.text_rate, settings.rate),
        },
    ]
    return torch.optim.AdamW(
        [group for group in groups if group["params"]],
        betas=(0.9, settings.beta2),
        weight_decay=settings.weight_decay,
    )


def rate(own: float | None, common: float) -> float:
    """A group's own rate, or the common one where it has none."""
    return common if own is None else own


def backward(towers: TwoTowers, optimiser: torch.optim.Optimizer, batch: Batch) -> Tensor:
    """Loss of a batch, whose gradients replace those of the step before."""
    loss = towers.loss(batch)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    return loss


def optimiser_step(
    towers: TwoTowers, optimiser: torch.optim.Optimizer, settings: Settings, step: int
) -> None:
    """Clip the gradients and update the weights at the rates of that step."""
    for group in optimiser.param_groups:
        group["lr"] = group["rate"] * rate_at(step, settings)
    if settings.clip is not None:
        nn.utils.clip_grad_norm_(towers.parameters(), settings.clip)
    optimiser.step()
