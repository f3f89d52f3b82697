"""What needledrop-base learns from: short trainings without one thing each."""

from __future__ import annotations

from collections.abc import Sequence

from .findings import points
from .markdown import DASH, Json, interval, percent, provenance, table

WHOLE = "whole"
NAMES = {
    WHOLE: "nothing",
    "yamnet": "teacher: YAMNet",
    "jamendo": "teachers: MTG-Jamendo",
    "mtat": "teachers: MagnaTagATune",
    "msd": "teacher: Million Song Dataset",
    "teachers": "all teachers",
    "tags": "texts of tracks: tags",
    "captions": "texts of tracks: captions",
    "scenes": "text pairs: scenes",
    "prose": "text pairs: prose",
    "pairs": "all text pairs",
    "recorded": "music: recorded",
    "generated": "music: generated clips",
    "songs": "music: generated songs",
    "games": "music: games",
    "composed": "music: composed",
    "mixes": "music: mixes, speech, noise",
}
# Column: part, start of the figure's name, measure, start of what it is of.
EMOTIONS = "each of nine emotions above its median, "
COLUMNS = {
    "Recorded, tags": ("recorded", "tags (", "ROC-AUC", ""),
    "Composed, tags": ("composed", "tags (", "ROC-AUC", ""),
    "Editors' words": ("words", "mean over words", "ROC-AUC", "pairs"),
    "Voices": ("voices", "voice or none", "ROC-AUC", "held-out"),
    "Prompts, R@10": ("prompts", "prompt to clip", "R@10", "held-out prompts of both"),
    "Emotions": ("emotify", f"{EMOTIONS}zero-shot by label words", "ROC-AUC", ""),
    "Emotions, probed": ("emotify", f"{EMOTIONS}probed", "ROC-AUC", ""),
    "Genre of four": ("emotify", "genre of four", "accuracy", ""),
    "Scenes, R@10": ("knowledge", "scene to fitting music", "R@10", ""),
}


def steps_of(found: Json) -> str:
    """How long each stage was: "200 and 30 steps"."""
    *first, last = (str(count) for count in found["steps"].values())
    return f"{', '.join(first)} and {last} steps" if first else f"{last} steps"


def ablation(found: Json) -> str:
    """One row per training that was measured: the figures of the whole one, then differences."""
    runs = found["runs"]
    whole = runs.get(WHOLE)
    text = (
        f"Short trainings ({steps_of(found)}), comparable among each other only: the pack that "
        "ships was trained for longer. "
    )
    if whole is None:
        text += "Figures in per cent. "
    else:
        text += (
            "The first row has figures in per cent with 95 % intervals, the others differences "
            "from it in points. One seed each: what lies within an interval may be chance. "
        )
    text += (
        "Music that is left out is neither heard nor mixed, and batches are smaller for it; text "
        "pairs stay. Without all teachers, words are known by labels alone. The columns are those "
        "of The pack that ships, measured on the towers before their export: ROC-AUC unless it "
        "says otherwise; of Emotify nine emotions, zero-shot and probed, and the accuracy of its "
        "genres; of scenes, texts alone."
    )
    rows = [
        [NAMES.get(name, name), *_cells(run, None if name == WHOLE else whole)]
        for name, run in runs.items()
    ]
    return "\n\n".join([provenance(found), text, table(["Left out", *COLUMNS], rows)])


def _cells(run: Json, whole: Json | None) -> list[str]:
    cells = []
    for column in COLUMNS.values():
        own, other = _figure(run, column), None if whole is None else _figure(whole, column)
        if own is None:
            cells.append(DASH)
        elif other is not None:
            cells.append(points(own["value"] - other["value"]))
        else:
            ends = interval({"it": own}, "it")
            cells.append(f"{percent(own['value'])}{f' ({ends})' if ends else ''}")
    return cells


def _figure(run: Json, column: Sequence[str]) -> Json | None:
    """The estimate of the one row that a column is about."""
    part, name, measure, of = column
    for row in run["parts"].get(part, ()):
        if row["measure"] == measure and row["name"].startswith(name) and row["of"].startswith(of):
            estimate: Json = row["estimate"]
            return estimate
    return None
