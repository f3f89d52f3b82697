"""Table 2, ours beside the paper's, and how long training took."""

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
    """All systems and baselines, our figures, the paper's, then our intervals."""
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
        "Areas and recalls are in per cent. Ranks start at 1 in both tables. Tag columns: the 50 "
        "most frequent tags, and all tags. The classification system's thresholds for sentences "
        "are fitted on validation tracks; the paper fits them on test tracks. Our data and budget "
        "are far smaller than the paper's: compare rows within a table, not the tables.",
        table(
            ["Ours", *COLUMNS.values()],
            [[named(row["system"]), *_cells(row["figures"])] for row in rows],
        ),
        table(
            ["The paper's", *COLUMNS.values()],
            [[named(system), *_cells(row)] for system, row in paper["table2"].items()],
        ),
        "95 % intervals of our figures (jackknife over tracks or bootstrap over queries, with the "
        "spread between seeds where there are several):",
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
    heading = ["Run", "Steps", "Best step", "Minutes", "Device"]
    minutes = sum(row["seconds"] for row in found["rows"]) / 60
    whole = (
        f"{len(rows)} runs, {minutes:.0f} minutes in sequence; single-thread runs can run in "
        "parallel. Minutes are wall-clock time: on a shared machine a run takes longer than its "
        "rate under Speed suggests."
    )
    picture = "![Validation loss by step](figures/curves.svg)"
    return "\n\n".join([provenance(found), table(heading, rows), whole, picture])


def _cells(figures: Json) -> list[str]:
    return [(rank if name == "medianRank" else percent)(figure(figures, name)) for name in COLUMNS]
