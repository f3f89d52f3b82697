"""The pack that ships: every figure with its command, then the editors' words one by one."""

from __future__ import annotations

from collections.abc import Sequence

from .markdown import DASH, Json, interval, percent, provenance, rank, table

BESIDE = {"chance": "chance", "majority": "most common label", "paper": "the paper"}
ONE_WORD = "fitting"  # of a row that is about one word: how many tracks fit


def shipped(found: Json) -> str:
    """A table of all parts, what the figures went wrong with, and a table of words."""
    packs, parts = found["packs"], found["parts"]
    versions = [f"{pack['name']} {pack['version']}" for pack in packs]
    rows = [(part, row) for part in parts.values() for row in part["rows"]]
    whole = [(part, row) for part, row in rows if ONE_WORD not in row["beside"]]
    words = [(part, row) for part, row in rows if ONE_WORD in row["beside"]]
    text = [
        provenance(found),
        "Areas, accuracies, recalls and shares in per cent, ranks from 1, with 95 % intervals "
        "(jackknife over tracks, bootstrap over queries). The exported graphs are measured, with "
        "the engine's sections and its score of a track. Held-out music belongs to works, prompts "
        "and pieces of the test split, which the pack was not trained on; no pack is trained on "
        "Emotify. Its label is the emotion most felt. The paper's split of Emotify is not known: "
        "ours are fixed folds, stratified by that label, of which a fifth is for testing, five "
        "times; zero-shot figures are of all songs.",
        table(
            ["Figure", "Over", *versions, "For comparison", "Command"],
            [
                [
                    f"{row['name']}, {row['measure']}",
                    f"{row['items']} {row['of']}",
                    *_estimates(row),
                    _beside(row),
                    f"`{part['command']}`",
                ]
                for part, row in whole
            ],
        ),
    ]
    notes = [(row, row["notes"]) for _, row in whole if row.get("notes")]
    if notes:
        text.append("\n".join(f"- {row['name']}: {'; '.join(named)}." for row, named in notes))
    if words:
        text += [
            f"Editors' words, ROC-AUC of each (`{words[0][0]['command']}`):",
            table(["Word", "Over", "Fitting", *versions], [_word(row) for _, row in words]),
        ]
    return "\n\n".join(text)


def _word(row: Json) -> Sequence[str]:
    fitting = str(row["beside"][ONE_WORD])
    return [row["name"], f"{row['items']} {row['of']}", fitting, *_estimates(row)]


def _estimates(row: Json) -> list[str]:
    written = rank if row["measure"] == "median rank" else percent
    cells = []
    for estimate in row["estimates"]:
        ends = interval({"it": estimate}, "it", written)
        cells.append(f"{written(estimate['value'])}{f' ({ends})' if ends else ''}")
    return cells


def _beside(row: Json) -> str:
    written = rank if row["measure"] == "median rank" else percent
    told = [f"{BESIDE.get(key, key)} {written(value)}" for key, value in row["beside"].items()]
    return ", ".join(told) or DASH
