"""Learning rates: their schedule, and which weights have which."""

import dataclasses
import math
from pathlib import Path

import pytest
from run_toys import SETTINGS
from toy_runs import plan, towers_of

from needledrop_lab.corpus.pool import Pool
from needledrop_lab.model.two_towers import TwoTowers
from needledrop_lab.training.optimiser import optimiser_of, rate_at
from needledrop_lab.training.plan import Plan
from needledrop_lab.training.recipes import SHIPPED


def test_rates_rise_over_a_tenth_and_fall_as_half_a_cosine() -> None:
    settings = dataclasses.replace(SETTINGS, steps=100)
    found = [rate_at(step, settings) for step in range(101)]
    assert found[:10] == pytest.approx([n / 10 for n in range(1, 11)])
    assert found[10] == 1
    assert found[55] == pytest.approx(0.5)
    assert found[100] == 1e-9


def test_the_pack_s_rates_fall_from_the_first_step_to_a_floor() -> None:
    for _, settings in SHIPPED.staged():
        for step in range(settings.last_step):
            rise, fall = min(1, (step + 1) / 50), math.cos(math.pi * step / settings.steps)
            assert rate_at(step, settings) == pytest.approx(rise * max(0.02, 0.5 + 0.5 * fall))


def rates(towers: TwoTowers, chosen: Plan) -> dict[str, float]:
    groups = optimiser_of(towers, chosen.settings).param_groups
    return {group["name"]: group["rate"] for group in groups}


def test_pretrained_weights_have_the_system_s_rate_and_the_lowest_may_stand_still(
    toy: tuple[Pool, Path],
) -> None:
    chosen = plan(toy, "contrastive-bert-tag", frozen_blocks=1)
    towers = towers_of(chosen)
    assert rates(towers, chosen) == {"audio": 1e-2, "heads": 1e-2}
    free = plan(toy, "contrastive-bert-tag", audio_rate=None, head_rate=None)
    assert rates(towers, free) == {"audio": 5e-5, "heads": 5e-5, "text": 5e-5}
    audio, heads, text = (
        {id(p) for p in group["params"]}
        for group in optimiser_of(towers, free.settings).param_groups
    )
    assert towers.text is not None
    named = dict(towers.text.named_parameters())
    assert audio == {id(p) for p in towers.audio.parameters()}
    assert id(named["projector.1.weight"]) in heads
    assert id(named["words.weight"]) in text
    assert {id(p) for p in towers.objective.parameters()} < heads
    assert len(audio | heads | text) == len(list(towers.parameters()))


def test_each_group_may_have_a_rate_of_its_own(toy: tuple[Pool, Path]) -> None:
    own = {"audio_rate": 1.0, "text_rate": 2.0, "head_rate": 3.0}
    chosen = plan(toy, "contrastive-bert-tag", projection="affine", **own)
    towers = towers_of(chosen)
    assert rates(towers, chosen) == {"audio": 1.0, "text": 2.0, "heads": 3.0}
    heads = optimiser_of(towers, chosen.settings).param_groups[1]["params"]
    assert towers.text is not None
    projection = dict(towers.text.named_parameters())["projection.weight"]
    assert {id(p) for p in heads} > {id(projection), *map(id, towers.objective.parameters())}


def test_class_centroids_may_have_a_rate_of_their_own(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "classification", centroid_rate=0.5)
    towers = towers_of(chosen)
    audio, centroids = optimiser_of(towers, chosen.settings).param_groups
    assert (audio["rate"], centroids["rate"]) == (1e-2, 0.5)
    assert [id(p) for p in centroids["params"]] == [id(towers.centroids())]
    assert {id(p) for p in audio["params"]} == {id(p) for p in towers.audio.parameters()}
    assert rates(towers, plan(toy, "classification")) == {"audio": 1e-2, "centroids": 1e-2}
