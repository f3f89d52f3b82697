"""A model is taught by whoever listened; teachers that did not give no loss and no gradient."""

from collections.abc import Sequence

import pytest
import torch
from torch.nn import functional as F

from needledrop_lab.model.lessons import (
    CLASS_WEIGHT,
    HIDDEN_WEIGHT,
    TAG_WEIGHT,
    Lessons,
    TeacherHeads,
    order_loss,
)

PARTS = {"yamnet": ("embeddings", "classes"), "taggers": ("tags", "hidden")}


def lessons(absent: Sequence[str]) -> Lessons:
    torch.manual_seed(2)
    parts = {
        "embeddings": torch.randn(4, 5, 1_024),
        "classes": torch.rand(4, 5, 521),
        "tags": torch.rand(4, 300),
        "hidden": torch.randn(4, 400),
    }
    for name in absent:
        for part in PARTS[name]:
            parts[part].fill_(float("nan"))
    return Lessons(**parts, words=torch.rand(2, 3))


def heads_and_frames() -> tuple[TeacherHeads, torch.Tensor]:
    torch.manual_seed(3)
    return TeacherHeads(8), torch.randn(4, 15, 8)


@pytest.mark.parametrize("absent", [["yamnet"], ["taggers"], ["yamnet", "taggers"]])
def test_heads_of_absent_teachers_learn_nothing(absent: list[str]) -> None:
    heads, frames = heads_and_frames()
    loss = heads(frames, lessons(absent))
    loss.backward()
    assert torch.isfinite(loss)
    idle = {part for name in absent for part in PARTS[name]}
    for name, weight in heads.named_parameters():
        assert weight.grad is not None and torch.isfinite(weight.grad).all()
        assert bool((weight.grad == 0).all()) == (name.partition(".")[0] in idle)


def test_where_all_listened_every_loss_is_the_plain_mean() -> None:
    heads, frames = heads_and_frames()
    told = lessons([])
    patches = frames.reshape(4, 5, 3, 8).mean(dim=2)
    block = torch.cat([frames.mean(dim=1), frames.amax(dim=1)], dim=1)
    entropy = F.binary_cross_entropy_with_logits
    expected = (
        F.mse_loss(heads.embeddings(patches), told.embeddings)
        + CLASS_WEIGHT * entropy(heads.classes(patches), told.classes)
        + TAG_WEIGHT * entropy(heads.tags(block), told.tags)
        + HIDDEN_WEIGHT * F.mse_loss(heads.hidden(block), told.hidden)
    )
    assert torch.isclose(heads(frames, told), expected, rtol=1e-5)


def test_a_word_that_nobody_knows_puts_no_sections_in_order() -> None:
    scores = torch.randn(2, 3, requires_grad=True)
    shares = torch.tensor([[0.9, float("nan"), 0.2], [0.1, float("nan"), 0.8]])
    order_loss(scores.T, shares.T).backward()  # type: ignore[no-untyped-call]
    assert scores.grad is not None and torch.isfinite(scores.grad).all()
    assert (scores.grad[:, 1] == 0).all() and (scores.grad[:, 0] != 0).all()
