"""Differences between two systems, measured on the same tracks and queries.

A hard track is hard for both, so a difference has a narrower interval than the two figures.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, variance

import numpy as np
from scipy.stats import norm

from .metrics import Estimate, bootstrap, jackknife, macro_roc_auc, recall_at
from .questions import QUESTIONS


@dataclass(frozen=True, eq=False)
class Answers:
    """What a run answered.

    `scores` [tracks, tags] with the true `labels`, and `rank` [queries] of each query's own track.
    """

    scores: np.ndarray
    labels: np.ndarray
    rank: np.ndarray

    @cached_property
    def areas(self) -> dict[bytes, float]:
        """Areas already known, by the rows they are of: all systems leave the same ones out."""
        return {}

    def area(self, rows: np.ndarray) -> float:
        """Macro ROC-AUC over all tags, of some of the tracks."""
        key = rows.tobytes()
        if key not in self.areas:
            self.areas[key] = macro_roc_auc(self.scores[rows], self.labels[rows])
        return self.areas[key]


Runs = Sequence[Answers]  # of one system, one a seed


def area_of(run: Answers) -> float:
    """Macro ROC-AUC over all tags."""
    return run.area(np.arange(len(run.scores)))


def recall_of(run: Answers) -> float:
    """R@10."""
    return recall_at(run.rank, 10)


def of_areas(ahead: Runs, behind: Runs, usual: float = 0.0) -> Estimate:
    """Difference of mean macro ROC-AUC, jackknife over the tracks; `usual`: see `with_seeds`."""

    def difference(rows: np.ndarray) -> float:
        return fmean(run.area(rows) for run in ahead) - fmean(run.area(rows) for run in behind)

    values = [[area_of(run) for run in runs] for runs in (ahead, behind)]
    return with_seeds(jackknife(difference, len(ahead[0].scores)), values, usual)


def of_recalls(ahead: Runs, behind: Runs, usual: float = 0.0) -> Estimate:
    """Difference of mean R@10, bootstrap over the queries; `usual`: see `with_seeds`."""
    hits = [np.mean([run.rank <= 10 for run in runs], axis=0) for runs in (ahead, behind)]
    values = [[recall_of(run) for run in runs] for runs in (ahead, behind)]
    sampled = bootstrap(lambda some: float(some.mean()), hits[0] - hits[1])
    return with_seeds(sampled, values, usual)


MEASURES: Mapping[str, Callable[[Runs, Runs, float], Estimate]] = {
    "rocAucAll": of_areas,
    "recallAt10": of_recalls,
}


def differences(
    runs: Mapping[str, Runs], spread: Mapping[str, float]
) -> list[tuple[str, str, str, Estimate]]:
    """(figure, ahead, behind, difference) for every pair of RUNS that the findings ask for.

    `spread` is the variance between seeds by figure, for systems of one run; none is 0.
    """
    asked = {(q.figure, *pair): None for q in QUESTIONS for pair in q.pairs}
    return [
        (
            figure,
            ahead,
            behind,
            MEASURES[figure](runs[ahead], runs[behind], spread.get(figure, 0.0)),
        )
        for figure, ahead, behind in asked
        if ahead in runs and behind in runs
    ]


def with_seeds(sampled: Estimate, values: Sequence[Sequence[float]], usual: float) -> Estimate:
    """The interval made wider by how much each side's runs differ.

    A single run does not show how much seeds differ, so it gets the `usual` variance.
    """
    reach = float(norm.ppf(0.975))
    seeds = sum((variance(own) if len(own) > 1 else usual) / len(own) for own in values)
    error = math.sqrt(((sampled.high - sampled.low) / (2 * reach)) ** 2 + seeds)
    return Estimate(sampled.value, sampled.value - reach * error, sampled.value + reach * error)
