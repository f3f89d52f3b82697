"""Draw the joint spaces and the learning curves; measure the similarity gaps.

    lab figures --manifest MANIFEST --data DATA --runs RUNS [--folder docs/figures]

Writes spaces.png (one run of each of the nine systems with a text tower), curves.svg (all runs)
and the keys `gaps` and `training` of docs/results.json. Needs the extra `figures` of the lab.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..measuring.retrieval import sentences_of
from ..reporting import results
from ..reporting.figures.curves import draw_curves
from ..reporting.figures.gaps import gaps
from ..reporting.figures.spaces import Space, draw_spaces, laid_out
from ..training.folders import finished_runs, first_seeds
from ..training.trained import load_run
from ._options import add_measuring_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Corpus, runs, and where pictures and figures go."""
    add_measuring_options(parser)
    parser.add_argument("--folder", type=Path, default=Path("docs/figures"))


def run(options: argparse.Namespace) -> None:
    """Curves of all runs first, as they need no computing."""
    pool, device = pool_of(read_items(options.manifest)), device_of(options.device)
    runs = finished_runs(options.runs, pool)
    draw_curves(runs, options.folder / "curves.svg")
    endings = [{"system": run.system, "seed": run.seed, **run.ending} for run in runs]
    facts = {"command": "lab figures", "machine": results.machine()}
    results.merge(options.results, "training", {**facts, "rows": endings})
    pairs = pool.pairs()
    flat, rows = {}, []
    for found in first_seeds(runs):
        trained = load_run(found.folder, options.manifest.parent, options.data, device)
        if trained.towers.text is None:
            continue
        space = Space(
            audio=trained.tracks([item.id for item in pairs]),
            captions=trained.texts(sentences_of(pairs)),
            tags=trained.texts(pool.vocabulary),
        )
        measured = gaps(space.tags, space.captions, space.audio)
        rows.append({"system": found.system, "seed": found.seed, **measured})
        flat[found.system] = laid_out(space)
        print(f"{found.folder.name}: measured and laid out", flush=True)
    counts = {**facts, "pairs": len(pairs), "tags": len(pool.vocabulary)}
    results.merge(options.results, "gaps", {**counts, "rows": rows})
    draw_spaces(flat, options.folder / "spaces.png")
