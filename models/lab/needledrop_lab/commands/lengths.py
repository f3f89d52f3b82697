"""Ask trained systems for tracks by one, two, four ... of their tags.

    lab lengths --manifest MANIFEST --data DATA --runs RUNS

One run of each system that reads is asked. The figures go to docs/results.json.
"""

from __future__ import annotations

import argparse

from .. import results
from ..device import device_of
from ..items import read_items
from ..lengths import recalls
from ..pool import pool_of
from ..run_folders import finished_runs, first_seeds
from ..run_options import add_measuring_options
from ..runs import RunError
from ..table2 import plain
from ..trained import load_run


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
        print(f"{found.folder.name}: asked", flush=True)
    if not rows:
        raise RunError(f"{options.runs} holds no finished run of a system that reads")
    told = {"command": "lab lengths", "machine": results.machine(), "pairs": len(pairs)}
    results.merge(options.results, "lengths", {**told, "rows": rows})
