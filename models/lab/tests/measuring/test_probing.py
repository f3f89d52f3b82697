from typing import get_args

import numpy as np
import pytest
import torch
from torch import nn

from needledrop_lab.corpus.items import Split
from needledrop_lab.measuring.probing import (
    GRIDS,
    Examples,
    Head,
    ProbeSettings,
    fit,
    head_of,
    probe,
)
from needledrop_lab.measuring.tasks.task import Kind

torch.set_num_threads(1)  # several threads on heads this small only wait for each other
QUICK = [ProbeSettings(0.05, 16, 0.0)]
SIZES: dict[Split, int] = {"train": 64, "valid": 24, "test": 40}


def cloud(kind: Kind, seed: int = 0) -> dict[Split, Examples]:
    """Two labels told apart by where points lie: `one` side of a line, or `many` corners."""
    random = np.random.default_rng(seed)
    examples: dict[Split, Examples] = {}
    for split, size in SIZES.items():
        points = random.uniform(-1, 1, (size, 4))
        right = points[:, 0] > 0
        columns = [right, ~right] if kind == "one" else [right, points[:, 1] > 0]
        examples[split] = Examples(points, np.stack(columns, axis=1))
    return examples


def ring(seed: int = 0) -> dict[Split, Examples]:
    """One label within a circle, one outside: no line parts them."""
    random = np.random.default_rng(seed)
    examples: dict[Split, Examples] = {}
    for split in SIZES:
        points = random.uniform(-1, 1, (200, 2))
        inside = (points**2).sum(axis=1) < 2 / 3
        examples[split] = Examples(points, np.stack([inside, ~inside], axis=1))
    return examples


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("head", get_args(Head))
def test_a_probe_reads_what_is_there(kind: Kind, head: Head) -> None:
    found = probe(cloud(kind), kind, head, QUICK)
    figure = found.test["accuracy" if kind == "one" else "rocAuc"]
    assert figure.value > 0.9
    assert figure.low <= figure.value <= figure.high


def test_only_the_hidden_layer_reads_what_no_line_parts() -> None:
    grid = [ProbeSettings(0.02, 16, 0.0)]
    line = probe(ring(), "one", "linear", grid).test["accuracy"].value
    bent = probe(ring(), "one", "mlp", grid).test["accuracy"].value
    assert line < 0.75 < 0.85 < bent


def test_nothing_is_read_from_noise() -> None:
    examples = cloud("many")
    random = np.random.default_rng(3)
    noise: dict[Split, Examples] = {
        split: Examples(random.normal(size=some.vectors.shape), some.truth)
        for split, some in examples.items()
    }
    assert abs(probe(noise, "many", "linear", QUICK).test["rocAuc"].value - 0.5) < 0.3


def test_the_setting_is_chosen_on_validation_clips() -> None:
    still = ProbeSettings(1e-9, 512, 0.0)  # learns nothing
    found = probe(cloud("one"), "one", "linear", [still, *QUICK, still])
    assert found.settings == QUICK[0]
    assert found.valid > 0.9


def test_the_same_seed_gives_the_same_scores() -> None:
    examples = cloud("one")
    args = (examples["train"], examples["valid"], "one", "mlp", QUICK[0])
    once, again, other = (fit(*args, seed=s)(examples["test"].vectors) for s in (1, 1, 2))
    assert (once == again).all()
    assert (once != other).any()


def test_heads_and_grid_are_the_papers() -> None:
    linear = head_of("linear", 128, 10, ProbeSettings(1e-3, 16, 0.25))
    mlp = head_of("mlp", 128, 10, ProbeSettings(1e-3, 16, 0.25, True))
    count = {
        name: sum(p.numel() for p in m.parameters()) for name, m in (("l", linear), ("m", mlp))
    }
    assert count == {"l": 128 * 10 + 10, "m": 2 * 128 + 128 * 512 + 512 + 512 * 10 + 10}
    assert isinstance(mlp[0], nn.LayerNorm)
    assert mlp(torch.zeros(2, 128)).shape == (2, 10)
    assert len(GRIDS["paper"]) == 2 * 3 * 2 * 2
    assert set(GRIDS["small"]) <= set(GRIDS["paper"])
