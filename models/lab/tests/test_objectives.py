"""InfoNCE against the sum written out."""

import math

import torch

from needledrop_lab.objectives import Contrastive
from needledrop_lab.towers import unit


def naive(rows: torch.Tensor, columns: torch.Tensor, temperature: float) -> float:
    total = 0.0
    for first, second in ((rows, columns), (columns, rows)):
        for i in range(len(first)):
            scores = [float(first[i] @ second[j]) / temperature for j in range(len(second))]
            total += math.log(sum(math.exp(s) for s in scores)) - scores[i]
    return total / (2 * len(rows))


def vectors() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(2)
    return unit(torch.randn(5, 3)), unit(torch.randn(5, 3))


def test_equals_the_naive_sum() -> None:
    rows, columns = vectors()
    loss = Contrastive(0.2)(rows, columns, torch.ones(5, 5, dtype=torch.bool))
    assert math.isclose(loss.item(), naive(rows, columns, 0.2), rel_tol=1e-5)


def test_a_pair_left_out_changes_nothing_however_alike() -> None:
    rows, columns = vectors()
    negatives = torch.ones(5, 5, dtype=torch.bool)
    negatives[0, 1] = False
    objective = Contrastive(0.2)
    scores = rows @ columns.T / 0.2
    scores[0, 1] = -math.inf
    expected = -scores.log_softmax(1).diag().mean() / 2 - scores.log_softmax(0).diag().mean() / 2
    assert torch.isclose(objective(rows, columns, negatives), expected, atol=1e-5)


def test_without_negatives_nothing_is_left_to_tell_apart() -> None:
    rows, columns = vectors()
    loss = Contrastive(0.2)(rows, columns, torch.zeros(5, 5, dtype=torch.bool))
    assert loss.item() < 1e-6


def test_temperature_is_learnt_and_bounded() -> None:
    objective = Contrastive(0.2)
    assert math.isclose(objective.scale().item(), 5, rel_tol=1e-5)
    with torch.no_grad():
        objective.log_scale.fill_(20.0)
    assert objective.scale().item() == 100
