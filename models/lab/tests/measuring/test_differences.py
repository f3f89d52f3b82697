"""Differences between systems: of the same tracks, with narrower intervals than their parts."""

import numpy as np
import pytest

from needledrop_lab.measuring.differences import (
    Answers,
    area_of,
    differences,
    of_areas,
    of_recalls,
    recall_of,
)
from needledrop_lab.measuring.metrics import bootstrap, jackknife, macro_roc_auc, recall_at
from needledrop_lab.measuring.questions import QUESTIONS
from needledrop_lab.training.recipes import SYSTEMS


def answered(skill: float, seed: int, tracks: int = 200) -> Answers:
    """Scores and ranks that are better the more skill; the tracks are always the same."""
    same, own = np.random.default_rng(0), np.random.default_rng(seed)
    labels = same.random((tracks, 4)) < 0.3
    hard = same.normal(size=(tracks, 4))
    scores = skill * labels + hard + 0.3 * own.normal(size=(tracks, 4))
    ease = same.exponential(30, size=tracks)
    rank = 1 + np.round(ease / (1 + skill) + own.random(tracks)).astype(int)
    return Answers(scores, labels, rank)


def test_a_difference_is_that_of_the_means_over_seeds() -> None:
    ahead = [answered(2, seed) for seed in (1, 2, 3)]
    behind = [answered(1, seed) for seed in (4, 5)]
    area = [np.mean([macro_roc_auc(r.scores, r.labels) for r in s]) for s in (ahead, behind)]
    recall = [np.mean([recall_at(r.rank, 10) for r in s]) for s in (ahead, behind)]
    assert of_areas(ahead, behind).value == pytest.approx(area[0] - area[1])
    assert of_recalls(ahead, behind).value == pytest.approx(recall[0] - recall[1])
    assert of_areas(behind, ahead).value == pytest.approx(area[1] - area[0])


def test_what_is_hard_for_both_is_not_in_the_interval() -> None:
    one, other = answered(1.2, 1), answered(1, 2)

    def area(run: Answers) -> float:
        found = jackknife(lambda r: macro_roc_auc(run.scores[r], run.labels[r]), len(run.scores))
        return found.high - found.low

    def recall(run: Answers) -> float:
        found = bootstrap(lambda some: recall_at(some, 10), run.rank)
        return found.high - found.low

    for measure, part in ((of_areas, area), (of_recalls, recall)):
        found = measure([one], [other])
        assert 0 < found.high - found.low < 0.8 * part(one)


def test_seeds_that_differ_widen_the_interval() -> None:
    steady = [answered(1, 1)] * 3
    spread = [answered(skill, 1) for skill in (0.2, 1, 1.8)]
    other = [answered(0.5, 2)] * 3
    for measure in (of_areas, of_recalls):
        narrow, wide = measure(steady, other), measure(spread, other)
        assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_a_single_run_is_given_the_spread_of_those_with_seeds() -> None:
    many = [answered(skill, seed) for seed, skill in enumerate((0.6, 1, 1.4))]
    names = list(SYSTEMS)
    runs = {name: [answered(1, place)] for place, name in enumerate(names)}
    spread = {"rocAucAll": np.var([area_of(run) for run in many], ddof=1)}
    spread["recallAt10"] = np.var([recall_of(run) for run in many], ddof=1)
    alone = {found[:3]: found[3] for found in differences(runs, {})}
    beside = {found[:3]: found[3] for found in differences(runs | {names[-1]: many}, spread)}
    asked = [key for key in alone if names[-1] not in key]
    for key in asked:
        assert beside[key].value == alone[key].value
        assert beside[key].high - beside[key].low > 1.1 * (alone[key].high - alone[key].low)


def test_a_system_is_not_ahead_of_itself() -> None:
    run = answered(1, 1)
    for measure in (of_areas, of_recalls):
        found = measure([run], [run])
        assert (found.value, found.low, found.high) == (0, 0, 0)


def test_every_pair_that_a_finding_asks_for_is_measured_once() -> None:
    runs = {name: [answered(1, place, 40)] for place, name in enumerate(SYSTEMS)}
    found = [(figure, ahead, behind) for figure, ahead, behind, _ in differences(runs, {})]
    assert len(found) == len(set(found))
    assert set(found) == {(q.figure, *pair) for q in QUESTIONS for pair in q.pairs}
