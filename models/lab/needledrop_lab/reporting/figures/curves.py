"""Learning curves: validation loss by step, a panel for each objective: their losses differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # no display is needed to write files

from matplotlib import pyplot as plt

from ...training.folders import FinishedRun
from ...training.recipes import SYSTEMS

LINES = {"tag": ":", "sentence": "--", "stochastic": "-"}
COLOURS = {"binary": "#555555", "wordvec": "#c98b1b", "bert": "#3466b0"}
TITLES = {
    "classification": "Classification: cross entropy",
    "triplet": "Triplet: hinge",
    "contrastive": "Contrastive: InfoNCE",
}


def draw_curves(runs: Sequence[FinishedRun], path: Path) -> None:
    """Write an SVG of all runs; a dot marks the validation whose weights were kept."""
    with plt.rc_context({"svg.hashsalt": "needledrop", "font.size": 9}):
        figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
        for panel, (objective, title) in zip(axes, TITLES.items(), strict=True):
            panel.set(title=title, xlabel="step")
            own = [run for run in runs if SYSTEMS[run.system].objective == objective]
            named: set[str] = set()
            for run in own:
                system, curve = SYSTEMS[run.system], run.curve()
                steps, losses = [p["step"] for p in curve], [p["valid"] for p in curve]
                words = f"{system.text}, {system.representation}"
                colour = COLOURS[system.text]
                panel.plot(
                    steps,
                    losses,
                    LINES[system.representation],
                    color=colour,
                    linewidth=1,
                    label=None if words in named else words,  # seeds share a line's name
                )
                named.add(words)
                best = losses.index(min(losses))
                panel.plot(steps[best], losses[best], "o", color=colour, markersize=3)
            if own:
                panel.legend(fontsize=7, frameon=False)
        axes[0].set_ylabel("validation loss")
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="svg", metadata={"Date": None})
        plt.close(figure)
