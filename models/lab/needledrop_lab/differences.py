"""How far two systems are apart, measured on the same tracks and queries.

A track that is hard is hard for both, so a difference has a narrower interval than the figures that
it is the difference of.
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


def of_areas(ahead: Runs, behind: Runs) -> Estimate:
    """Difference of mean macro ROC-AUC, jackknife over the tracks."""

    def difference(rows: np.ndarray) -> float:
        return fmean(run.area(rows) for run in ahead) - fmean(run.area(rows) for run in behind)

    tracks = len(ahead[0].scores)
    whole = np.arange(tracks)
    values = [[run.area(whole) for run in runs] for runs in (ahead, behind)]
    return _with_seeds(jackknife(difference, tracks), values)


def of_recalls(ahead: Runs, behind: Runs, k: int = 10) -> Estimate:
    """Difference of mean R@k, bootstrap over the queries."""
    hits = [np.mean([run.rank <= k for run in runs], axis=0) for runs in (ahead, behind)]
    values = [[recall_at(run.rank, k) for run in runs] for runs in (ahead, behind)]
    return _with_seeds(bootstrap(lambda some: float(some.mean()), hits[0] - hits[1]), values)


MEASURES: Mapping[str, Callable[[Runs, Runs], Estimate]] = {
    "rocAucAll": of_areas,
    "recallAt10": of_recalls,
}


def differences(runs: Mapping[str, Runs]) -> list[tuple[str, str, str, Estimate]]:
    """(figure, ahead, behind, difference) for every pair of RUNS that the findings ask for."""
    asked = {(q.figure, *pair): None for q in QUESTIONS for pair in q.pairs}
    return [
        (figure, ahead, behind, MEASURES[figure](runs[ahead], runs[behind]))
        for figure, ahead, behind in asked
        if ahead in runs and behind in runs
    ]


def _with_seeds(sampled: Estimate, values: Sequence[Sequence[float]]) -> Estimate:
    """The interval made wider by how much each side's runs differ; single runs cannot tell."""
    reach = float(norm.ppf(0.975))
    seeds = sum(variance(own) / len(own) for own in values if len(own) > 1)
    error = math.sqrt(((sampled.high - sampled.low) / (2 * reach)) ** 2 + seeds)
    return Estimate(sampled.value, sampled.value - reach * error, sampled.value + reach * error)
