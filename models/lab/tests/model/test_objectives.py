"""Objectives against their sums written out."""

import math

import torch

from needledrop_lab.model.objectives import Classification, Contrastive, Triplet, negative_weights
from needledrop_lab.model.towers import unit


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


def test_by_default_every_other_pair_is_a_negative() -> None:
    rows, columns = vectors()
    everything = torch.ones(5, 5, dtype=torch.bool)
    assert torch.equal(Contrastive()(rows, columns), Contrastive()(rows, columns, everything))


def test_classification_equals_the_sum_over_tags() -> None:
    audio, _ = vectors()
    labels = torch.tensor([[True, False]] * 3 + [[False, True]] * 2)
    objective = Classification(3, 2)
    total = 0.0
    for row, has in zip(audio, labels, strict=True):
        for centroid, tag in zip(objective.centroids.weight, has, strict=True):
            chance = 1 / (1 + math.exp(-float(row @ centroid.detach())))
            total -= math.log(chance if tag else 1 - chance)
    assert math.isclose(objective(audio, labels).item(), total / 10, rel_tol=1e-5)


# four items: two tags; the same two; one of them and another; none of them
LABELS = torch.tensor([[1, 1, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1]], dtype=torch.bool)


def test_negatives_are_weighted_by_likeness_and_tags_not_shared() -> None:
    similarity = torch.tensor([[1.0, 0.9, 0.5, 0.0]] + [[0.0] * 4] * 2 + [[-1.0] * 4])
    weights = negative_weights(similarity, LABELS)
    assert torch.allclose(weights[0], torch.tensor([0, 0, 0.75 / 1, 0.5 / 2]))
    assert torch.allclose(weights[2], torch.tensor([0.5, 0.5, 0, 0.25]))
    assert weights[3].tolist() == [0, 0, 0, 0]


def test_triplet_is_the_expected_hinge_where_one_negative_is_possible() -> None:
    audio, text = vectors()
    labels = torch.tensor([[True, False], [False, True]])
    cos = (audio[:2] @ text[:2].T).tolist()
    terms = [
        max(0, 0.4 - cos[0][0] + cos[0][1]) + max(0, 0.4 - cos[1][1] + cos[1][0]),
        max(0, 0.4 - cos[0][0] + cos[1][0]) + max(0, 0.4 - cos[1][1] + cos[0][1]),
    ]
    found = Triplet(0.4)(audio[:2], text[:2], labels).item()
    assert math.isclose(found, sum(terms) / 4, rel_tol=1e-5)


def test_triplet_draws_negatives_as_often_as_their_weights_say() -> None:
    torch.manual_seed(1)
    audio = torch.nn.functional.one_hot(torch.tensor([0, 1, 2, 3])).float()
    text = torch.tensor([[0.0, 0, 0, 0], [0, 0, 0, 0], [0.6, 0, 0, 0], [0.2, 0, 0, 0]])
    objective = Triplet(0.4)
    # anchor 0 meets item 2 with weight 0.8 / 1 and item 3 with 0.6 / 2
    drawn = [objective.hinge(audio @ text.T, LABELS)[None] for _ in range(4000)]
    # rows 1 and 2 meet only texts at cosine 0, as does row 3: each a hinge of 0.4
    first = torch.cat(drawn).mean().item() * 4 - 3 * 0.4
    expected = (0.8 * (0.4 + 0.6) + 0.3 * (0.4 + 0.2)) / 1.1
    assert math.isclose(first, expected, abs_tol=0.02)


def test_a_batch_of_one_and_the_same_tags_has_no_triplets_and_still_a_gradient() -> None:
    audio, text = vectors()
    audio.requires_grad_()
    loss = Triplet()(audio, text, torch.ones(5, 2, dtype=torch.bool))
    loss.backward()
    assert loss.item() == 0
    assert audio.grad is not None and not audio.grad.any()
