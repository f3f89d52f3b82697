"""The recorded tracks fold by fold: found by their tags and by their descriptions."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..corpus import Track, fold_of
from .held_out import labels_of, measured_tags
from .metrics import macro_average_precision, macro_roc_auc
from .pack_figures.figure import Embedder, Figure, over_tracks, retrieval, scores

Row = Mapping[str, Any]  # see Figure.row


def fold_figures(embedder: Embedder, recorded: Sequence[Track], fold: int | None) -> list[Figure]:
    """Figures of a fold of the recorded tracks, or of all of them (None).

    Areas over the tags of held_out.measured_tags; each description among the descriptions' own
    tracks, and among all recorded ones.
    """
    tracks = [track for track in recorded if fold in (None, fold_of(track.group))]
    of = "recorded tracks" if fold is None else f"recorded tracks of fold {fold}"
    tags = measured_tags(tracks, None)
    if not tags:
        return []
    found, truth = scores(embedder, [t.audio for t in tracks], tags), labels_of(tracks, tags)
    least = float(truth.mean())
    areas = [
        over_tracks("tags", "ROC-AUC", macro_roc_auc, found, truth, of, chance=0.5),
        over_tracks("tags", "PR-AUC", macro_average_precision, found, truth, of, chance=least),
    ]
    areas = [dataclasses.replace(figure, notes=[f"{len(tags)} tags"]) for figure in areas]
    asked = [row for row, track in enumerate(recorded) if track in tracks and track.captions]
    if not asked:
        return areas
    captions = [recorded[row].captions[0] for row in asked]
    similarity = scores(embedder, [track.audio for track in recorded], captions).T
    return [
        *areas,
        *retrieval("description to track", similarity[:, asked], np.arange(len(asked)), of),
        *retrieval("description to track, among all", similarity, np.array(asked), of),
    ]


def means(folds: Sequence[Sequence[Row]]) -> list[dict[str, Any]]:
    """Of each figure that all folds have: mean and deviation over them, and the mean of chance."""
    by_name = [{(row["name"], row["measure"]): row for row in rows} for rows in folds]
    result = []
    for name, measure in by_name[0]:
        rows = [fold[name, measure] for fold in by_name if (name, measure) in fold]
        if len(rows) < len(folds):
            continue
        values = [row["estimate"]["value"] for row in rows]
        told = {
            "mean": np.mean(values),
            "deviation": np.std(values, ddof=1),
            "chance": np.mean([row["beside"]["chance"] for row in rows]),
        }
        rounded = {key: round(float(value), 6) for key, value in told.items()}
        result.append({"name": name, "measure": measure, **rounded})
    return result
