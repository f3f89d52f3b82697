"""The paper's picture of nine joint spaces: tracks, tags and captions, by UMAP onto a plane.

Each space is laid out by one fit of all three together, by cosine; only then do distances between
kinds mean anything. Axes mean nothing, and two spaces cannot be compared point by point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # no display is needed to write files

import numpy as np
from matplotlib import pyplot as plt

ROWS = {
    "triplet-wordvec": "Triplet, word vectors",
    "triplet-bert": "Triplet, BERT",
    "contrastive-bert": "Contrastive, BERT",
}
COLUMNS = {"tag": "Tag", "sentence": "Sentence", "stochastic": "Stochastic"}
# Distinguishable in black and white too: from light to dark, with the fewest points on top.
COLOURS = {"audio": "#8fce9f", "captions": "#4c78c8", "tags": "#b3261e"}
SIZES = {"audio": 3, "captions": 3, "tags": 7}
NEIGHBOURS, DISTANCE = 15, 0.1  # umap-learn's own defaults; the paper does not give its settings


@dataclass(frozen=True)
class Space:
    """Vectors of one system: [tracks, width], [captions, width], [tags, width]."""

    audio: np.ndarray
    captions: np.ndarray
    tags: np.ndarray


def laid_out(space: Space, seed: int = 0) -> Space:
    """The same things on a plane, [n, 2] each, from one fit."""
    from umap import UMAP  # compiles for seconds when imported

    parts = (space.audio, space.captions, space.tags)
    whole = np.concatenate(parts)
    reducer = UMAP(
        n_neighbors=min(NEIGHBOURS, len(whole) - 1),
        min_dist=DISTANCE,
        metric="cosine",
        random_state=seed,
        n_jobs=1,  # more would not repeat
    )
    flat = np.asarray(reducer.fit_transform(whole))
    return Space(*np.split(flat, np.cumsum([len(part) for part in parts])[:-1]))


def draw_spaces(flat: Mapping[str, Space], path: Path) -> None:
    """Write a PNG of three by three planes by system name; a system that is missing stays empty."""
    figure, axes = plt.subplots(3, 3, figsize=(10, 10), layout="constrained")
    for row, (side, side_title) in enumerate(ROWS.items()):
        for column, (representation, title) in enumerate(COLUMNS.items()):
            panel = axes[row][column]
            panel.set(xticks=[], yticks=[])
            panel.set_title(title if row == 0 else "")
            panel.set_ylabel(side_title if column == 0 else "")
            space = flat.get(f"{side}-{representation}")
            if space is None:
                panel.text(0.5, 0.5, "not measured", ha="center", transform=panel.transAxes)
                continue
            for name, colour in COLOURS.items():
                x, y = getattr(space, name).T
                panel.scatter(x, y, s=SIZES[name], c=colour, linewidths=0, label=name)
    legends = (panel.get_legend_handles_labels() for panel in axes.flat)
    handles, labels = next((legend for legend in legends if legend[0]), ([], []))
    if handles:
        figure.legend(handles, labels, loc="outside lower center", ncols=3, markerscale=3)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120, metadata={"Software": None})
    plt.close(figure)
