"""Measures trainings of an ablation, and writes each figure as soon as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ..corpus import FOLDS
from ..measuring.folds import fold_figures, means
from ..measuring.pack_figures import PARTS, Figure, Music
from ..measuring.pack_figures.figure import Embedder
from ..packs.ablation import FOLD_RUNS, RUNS, UNHEARD, Ablation
from ..reporting import results

COMMAND = "lab ablate"
ABLATION, FOLDED = "ablation", "folds"  # keys of the results
ALL = "all"  # the part of the folds that is about all recorded tracks
Measure = Callable[[Embedder], list[Figure]]


def measure_run(ablation: Ablation, name: str, out: Path) -> None:
    """Measure what is not yet measured of a finished training.

    Raises AudioError for music that cannot be decoded, ResultsError.
    """
    facts = {"command": f"{COMMAND} --only {name}", **ablation.facts(name)}
    known = results.read(out)
    left = [
        (key, part, measure)
        for key, part, measure in parts_of(ablation, name)
        if part not in parts_known(known.get(key), ablation.steps, name, facts)
    ]
    if not left:
        print(f"{name}: measured", flush=True)
        return
    towers = ablation.towers(name)
    for key, part, measure in left:
        rows = [row for row in (figure.row() for figure in measure(towers)) if not one_word(row)]
        told = partial(with_part, key, ablation.steps, name, facts, part, rows)
        results.change(out, key, told)
        for row in rows:
            value = f"{row['measure']} {row['estimate']['value']:.4f}"
            print(f"{name}, {part}: {row['name']}, {row['of']}: {value}", flush=True)


def parts_of(ablation: Ablation, name: str) -> Iterator[tuple[str, str, Measure]]:
    """Key of the results, name, and measurement of each part of a training's figures."""
    sources = ablation.sources
    if name not in FOLD_RUNS:
        music = Music(sources.data, sources.corpus)
        for part, figures in PARTS.items():
            yield ABLATION, part, partial(_of_music, figures, music)
    recorded = [track for track in sources.tracks() if track.source == "recorded"]
    folds = {name: FOLD_RUNS[name]} if name in FOLD_RUNS else FOLD_RUNS if name == UNHEARD else {}
    if name == UNHEARD:
        yield FOLDED, ALL, partial(fold_figures, recorded=recorded, fold=None)
    for part, fold in folds.items():
        yield FOLDED, part, partial(fold_figures, recorded=recorded, fold=fold)


def _of_music(
    figures: Callable[[Embedder, Music], list[Figure]], music: Music, embedder: Embedder
) -> list[Figure]:
    return figures(embedder, music)


def one_word(row: Mapping[str, Any]) -> bool:
    """Whether a row is about a single one of the editors' words: too many to keep of each run."""
    return "fitting" in row["beside"]


def parts_known(
    old: Mapping[str, Any] | None, steps: Mapping[str, int], name: str, facts: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The parts of a key that are figures of this very training; none for other steps."""
    if old is None or old["steps"] != steps:
        return {}
    run = old["runs"].get(name)
    parts: Mapping[str, Any] = run["parts"] if run and run["run"] == facts["run"] else {}
    return parts


def with_part(
    key: str,
    steps: Mapping[str, int],
    name: str,
    facts: Mapping[str, Any],
    part: str,
    rows: list[dict[str, Any]],
    old: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The key with a part of a training replaced or added.

    Trainings of other steps are dropped, so that all that are there can be compared.
    """
    same = old is not None and old["steps"] == steps
    runs = dict(old["runs"]) if old is not None and same else {}
    parts = {**parts_known(old, steps, name, facts), part: rows}
    runs[name] = {**facts, "parts": parts}
    value = {
        "command": COMMAND,
        "machine": results.machine(),
        "steps": dict(steps),
        "runs": {name: runs[name] for name in RUNS if name in runs},
    }
    return {**value, "means": fold_means(runs)} if key == FOLDED else value


def fold_means(runs: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Means over the folds, of the training that heard none of them and of their own trainings;
    none where a fold is missing."""
    folds = {
        "unheard": [
            runs[UNHEARD]["parts"][fold]
            for fold in FOLD_RUNS
            if UNHEARD in runs and fold in runs[UNHEARD]["parts"]
        ],
        "trained": [runs[fold]["parts"][fold] for fold in FOLD_RUNS if fold in runs],
    }
    return {name: means(rows) for name, rows in folds.items() if len(rows) == FOLDS}
