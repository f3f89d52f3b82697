"""How well each word is heard in sections, and how likely it is there at a cosine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

LEAST_TRACKS = 4  # with a word and without it, of one source, that it is measured on
LEAST_RELIABILITY = 0.7  # ROC-AUC below which a word cannot be heard well enough
PRESENT, ABSENT = 0.6, 0.25  # shares that count as heard and as not heard; between them, neither


@dataclass(frozen=True)
class Heard:
    """Held-out sections of one source: unit vectors [S, dimension], the track of each [S], and the
    presence of words [S, W], 0 to 1; NaN where it is not known."""

    vectors: np.ndarray
    tracks: np.ndarray
    words: np.ndarray


class Calibration(NamedTuple):
    """How a word is heard: its probability in a section is sigmoid(scale * cosine + bias).

    `reliability` is the word's ROC-AUC on held-out music, 0.5 to 1.
    """

    scale: float
    bias: float
    reliability: float


def calibrate(
    words: Sequence[str], vectors: np.ndarray, sources: Sequence[Heard]
) -> dict[str, Calibration]:
    """The words that are heard well enough, by their unit vectors [W, dimension].

    A word's reliability is the mean over the sources that tell anything of it; every source weighs
    the same in its probability too.
    """
    result: dict[str, Calibration] = {}
    for place, word in enumerate(words):
        cosines, truths, weights, areas = [], [], [], []
        for heard in sources:
            share = heard.words[:, place]
            known = (share >= PRESENT) | (share <= ABSENT)
            truth = share[known] >= PRESENT
            tracks = heard.tracks[known]
            if min(len({*tracks[truth]}), len({*tracks[~truth]})) < LEAST_TRACKS:
                continue
            cosine = heard.vectors[known] @ vectors[place]
            areas.append(roc_auc_score(truth, cosine))
            cosines.append(cosine)
            truths.append(truth)
            weights.append(np.full(len(truth), 1 / len(truth)))
        if not areas or (reliability := float(np.mean(areas))) < LEAST_RELIABILITY:
            continue
        model = LogisticRegression(C=1e4, max_iter=1_000)
        weight = np.concatenate(weights)
        model.fit(
            np.concatenate(cosines)[:, None],
            np.concatenate(truths),
            sample_weight=weight / weight.mean(),
        )
        scale = float(model.coef_[0, 0])
        if scale > 0:
            result[word] = Calibration(scale, float(model.intercept_[0]), reliability)
    return result
