"""Measure how well tracks are found by one, two, four ... of their tags.

    lab lengths --manifest MANIFEST --data DATA --runs RUNS

Measures one run of each system with a text tower. The figures go to docs/results.json.
"""

from __future__ import annotations

import argparse

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..measuring.query_lengths import recalls
from ..measuring.table2 import plain
from ..reporting import results
from ..training.errors import RunError
from ..training.folders import finished_runs, first_seeds
from ..training.trained import load_run
from ._options import add_measuring_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Corpus, runs, and where the figures go."""
    add_measuring_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the figures under the key `lengths`."""
    pool, device = pool_of(read_items(options.manifest)), device_of(options.device)
    pairs, rows = pool.pairs(), []
    for found in first_seeds(finished_runs(options.runs, pool)):
        trained = load_run(found.folder, options.manifest.parent, options.data, device)
        if trained.towers.text is None:
            continue
        figures = {name: plain(value) for name, value in recalls(trained, pairs).items()}
        rows.append({"system": found.system, "seed": found.seed, "recallAt10": figures})
        print(f"{found.folder.name}: measured", flush=True)
    if not rows:
        raise RunError(f"{options.runs} holds no finished run of a system with a text tower")
    facts = {"command": "lab lengths", "machine": results.machine(), "pairs": len(pairs)}
    results.merge(options.results, "lengths", {**facts, "rows": rows})
