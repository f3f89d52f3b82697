"""Table 2, ours beside the paper's, and what trainings took."""

from __future__ import annotations

from .markdown import (
    DASH,
    NAMES,
    Json,
    figure,
    interval,
    missing,
    named,
    percent,
    provenance,
    rank,
    table,
)

COLUMNS = {
    "rocAuc50": "ROC 50",
    "prAuc50": "PR 50",
    "rocAucAll": "ROC all",
    "prAucAll": "PR all",
    "recallAt1": "R@1",
    "recallAt5": "R@5",
    "recallAt10": "R@10",
    "precisionAt10": "mAP@10",
    "medianRank": "MedR",
}


def table2(results: Json) -> str:
    """All systems and baselines, ours over the paper's figure, then intervals."""
    found, paper = results.get("table2"), results["paper"]
    if found is None:
        return missing("retrieval figures", "lab table2")
    rows = sorted(found["rows"], key=lambda row: list(NAMES).index(row["system"]))
    tracks = found["tracks"]
    parts = [
        provenance(found),
        f"{tracks['train']} training, {tracks['valid']} validation and {tracks['test']} test "
        f"tracks, {found['tags']} tags; sentence retrieval over {found['pairs']} pairs (the "
        f"paper: {paper['tracks']} test tracks, {paper['tags']} tags, {paper['pairs']} pairs). "
        "Areas and recalls in per cent. Ranks count from 1 in both. Tag columns: the most "
        "frequent tags, and all. The classification system's thresholds for sentences are fitted "
        "on validation tracks; the paper fits them on test tracks. Data and budget are far "
        "smaller than the paper's, so the rows of one table can be compared, not the tables.",
        table(
            ["Ours", *COLUMNS.values()],
            [[named(row["system"]), *_cells(row["figures"])] for row in rows],
        ),
        table(
            ["The paper's", *COLUMNS.values()],
            [[named(system), *_cells(row)] for system, row in paper["table2"].items()],
        ),
        "95 % intervals of ours (over tracks by jackknife or over queries by bootstrap; where "
        "there are several seeds, their spread is in it):",
        table(
            ["Ours", "Seeds", "ROC 50", "ROC all", "R@10", "MedR"],
            [
                [
                    named(row["system"]),
                    ", ".join(map(str, row.get("seeds", ()))) or DASH,
                    *(interval(row["figures"], n) for n in ("rocAuc50", "rocAucAll", "recallAt10")),
                    interval(row["figures"], "medianRank", rank),
                ]
                for row in rows
            ],
        ),
    ]
    return "\n\n".join(parts)


def training(results: Json) -> str:
    """Steps and minutes of each run."""
    found = results.get("training")
    if found is None:
        return missing("training times and learning curves", "lab figures")
    rows = [
        [
            f"{named(row['system'])}, seed {row['seed']}",
            str(row["steps"]),
            str(row["bestStep"]),
            f"{row['seconds'] / 60:.1f}",
            row["device"],
        ]
        for row in found["rows"]
    ]
    heading = ["Run", "Steps", "Kept from step", "Minutes", "Device"]
    minutes = sum(row["seconds"] for row in found["rows"]) / 60
    whole = (
        f"{len(rows)} runs, {minutes:.0f} minutes if one came after the other; runs of one thread "
        "each can go side by side. Minutes are those of the clock; where other work shared the "
        "machine a run took longer than its pace under Speed."
    )
    picture = "![Validation loss by step](figures/curves.svg)"
    return "\n\n".join([provenance(found), table(heading, rows), whole, picture])


def _cells(figures: Json) -> list[str]:
    return [(rank if name == "medianRank" else percent)(figure(figures, name)) for name in COLUMNS]
