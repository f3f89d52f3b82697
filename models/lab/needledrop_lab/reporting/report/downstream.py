"""Downstream tasks zero-shot and by probing, and the gaps of the joint spaces."""

from __future__ import annotations

from collections.abc import Sequence

from .markdown import (
    DASH,
    NAMES,
    Json,
    decimals,
    figure,
    interval,
    missing,
    named,
    percent,
    provenance,
    table,
)

PROTOCOLS = {"zeroShot": "Zero-shot", "linear": "Linear probe", "mlp": "MLP probe"}
GAPS = {
    "tagTag": f"tag{DASH}tag",
    "captionCaption": f"caption{DASH}caption",
    "captionAudio": f"caption{DASH}audio",
    "matching": f"caption{DASH}own audio",
}
HEADLINE = "contrastive-bert-stochastic"


def downstream(results: Json) -> str:
    """Sizes and chance, one table per protocol, then the best and worst labels."""
    found, paper = results.get("tasks"), results["paper"]
    if found is None:
        return missing("downstream figures", "lab tasks")
    names = list(found["tasks"])
    parts = [
        provenance(found),
        "Accuracy for single-label tasks, ROC-AUC / PR-AUC for multi-label tasks, in per cent, "
        "with the 95 % interval of the first figure in brackets. Chance means always predicting "
        "the most frequent training label, or uninformative scores. Our tasks use the corpus's "
        "labels, whose words the systems were also trained on; the paper's tasks do not.",
        table(
            ["Task", "Labels", "Train", "Valid", "Test", "Chance"],
            [
                [
                    name,
                    str(facts["labels"]),
                    *(str(facts["clips"][split]) for split in ("train", "valid", "test")),
                    _areas(facts["chance"]),
                ]
                for name, facts in found["tasks"].items()
            ],
        ),
    ]
    for key, title in PROTOCOLS.items():
        rows = [row for row in found["rows"] if key in row]
        if rows:
            parts += [f"### {title}", _by_task(rows, key, names, "Ours")]
    published = [
        {"system": system, "task": task, "zeroShot": figures}
        for system, tasks in paper["zeroShot"].items()
        for task, figures in tasks.items()
    ]
    probed = [
        {"system": HEADLINE, "task": task, "mlp": figures}
        for task, figures in paper["probing"][HEADLINE].items()
    ]
    theirs = list(paper["probing"][HEADLINE])
    parts += [
        "### The paper's tasks",
        "The paper's figures on its ten tasks. To measure ours, get a copy of the data: `lab "
        "tasks --copy TASK=FOLDER`.",
        _by_task(published, "zeroShot", theirs, "The paper's, zero-shot"),
        _by_task(probed, "mlp", theirs, "The paper's, MLP probe"),
    ]
    parts += _ends(found["rows"])
    return "\n\n".join(parts)


def spaces(results: Json) -> str:
    """Similarity gaps, ours beside the paper's, and the picture."""
    found, paper = results.get("gaps"), results["paper"]["gaps"]
    if found is None:
        return missing("similarity gaps and the picture of the spaces", "lab figures")
    rows = [
        [named(row["system"]), *_spreads(row), *_spreads(paper.get(row["system"], {}))[:3]]
        for row in found["rows"]
    ]
    header = ["System", *GAPS.values(), *(f"{name}, paper" for name in list(GAPS.values())[:3])]
    return "\n\n".join(
        [
            provenance(found),
            f"Mean ± standard deviation of cosines among {found['tags']} tags and {found['pairs']} "
            "pairs of caption and track. Cosines of different queries cannot be compared.",
            table(header, rows),
            "![Tracks, tags and captions of nine joint spaces](figures/spaces.png)",
        ]
    )


def _by_task(rows: Sequence[Json], key: str, names: Sequence[str], title: str) -> str:
    systems = [system for system in NAMES if any(row["system"] == system for row in rows)]
    cells = {(row["system"], row["task"]): _areas(row[key]) for row in rows}
    return table(
        [title, *names],
        [
            [named(system), *(cells.get((system, name), DASH) for name in names)]
            for system in systems
        ],
    )


def _areas(figures: Json) -> str:
    names = ("accuracy",) if "accuracy" in figures else ("rocAuc", "prAuc")
    shown = [percent(figure(figures, name)) for name in names]
    ends = interval(figures, names[0])  # of the first figure; both would not fit a table
    return " / ".join([f"{shown[0]} ({ends})" if ends else shown[0], *shown[1:]])


def _ends(rows: Sequence[Json]) -> list[str]:
    """The labels that the headline system retrieves best and worst by name."""
    lines = []
    for row in rows:
        if row["system"] == HEADLINE and "labels" in row:
            ends = [
                ", ".join(f"{one['label']} {percent(one['rocAuc'])}" for one in row["labels"][end])
                for end in ("best", "worst")
            ]
            lines.append(f"- {row['task']}: best {ends[0]}; worst {ends[1]}")
    intro = f"Best and worst labels by zero-shot ROC-AUC, {named(HEADLINE)}:"
    return [intro, "\n".join(lines)] if lines else []


def _spreads(row: Json) -> list[str]:
    return [
        f"{decimals(row[name]['mean'])} ± {decimals(row[name]['deviation'])}"
        if name in row
        else DASH
        for name in GAPS
    ]
