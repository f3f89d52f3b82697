"""The recorded tracks fold by fold: by a training that heard none, and by one for each fold."""

from __future__ import annotations

from collections.abc import Sequence

from .ablation import steps_of
from .markdown import DASH, Json, interval, percent, provenance, table

UNHEARD = "recorded"  # the training without recorded music
COLUMNS = (
    *(("tags", "ROC-AUC"), ("tags", "PR-AUC")),
    *(("description to track", "R@10"), ("description to track, among all", "R@10")),
)
HEADER = ("Tags, ROC-AUC", "Tags, PR-AUC", "Description, R@10", "R@10 among all recorded")
MEANS = {"unheard": "no recorded track", "trained": "the other folds"}


def folds(found: Json) -> str:
    """All tracks zero-shot, means and deviations over folds, then fold by fold."""
    rows = []
    runs = found["runs"]
    if UNHEARD in runs and "all" in runs[UNHEARD]["parts"]:
        told = runs[UNHEARD]["parts"]["all"]
        rows.append([MEANS["unheard"], _over(told), *_estimates(told)])
    for key, trained_on in MEANS.items():
        if key in found["means"]:
            rows.append([trained_on, "all folds, mean ± deviation", *_means(found["means"][key])])
    for name, run in runs.items():
        for part, told in run["parts"].items():
            if part != "all" and told:
                heard = MEANS["unheard" if name == UNHEARD else "trained"]
                rows.append([heard, _over(told), *_estimates(told)])
    return "\n\n".join(
        [
            provenance(found),
            f"Short trainings ({steps_of(found)}), comparable among each other only. The "
            "recorded tracks (Kevin MacLeod) are divided into five folds by their titles. One "
            "training hears none of them; five hear the tracks outside a fold, and neither music "
            "nor descriptions of the fold. The first one reads the catalogue's descriptions as "
            "text, but for those of tracks that the usual split holds out. In per cent, with 95 % "
            "intervals; tags that three tracks of a fold have and three have not. Recall depends "
            "on how many tracks there are; chance is in brackets beside the mean.",
            table(["Trained on", "Measured on", *HEADER], rows),
        ]
    )


def _over(rows: Sequence[Json]) -> str:
    return f"{rows[0]['items']} {rows[0]['of']}"


def _estimates(rows: Sequence[Json]) -> list[str]:
    known = {(row["name"], row["measure"]): row for row in rows}
    cells = []
    for column in COLUMNS:
        if column not in known:
            cells.append(DASH)
            continue
        ends = interval(known[column], "estimate")
        value = percent(known[column]["estimate"]["value"])
        cells.append(f"{value} ({ends})" if ends else value)
    return cells


def _means(rows: Sequence[Json]) -> list[str]:
    known = {(row["name"], row["measure"]): row for row in rows}
    return [
        f"{percent(row['mean'])} ± {percent(row['deviation'])} (chance {percent(row['chance'])})"
        if (row := known.get(column))
        else DASH
        for column in COLUMNS
    ]
