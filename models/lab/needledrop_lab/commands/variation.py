"""Measure systems that were trained under other conditions than those of the table.

    lab variation NAME --why WORDS --manifest MANIFEST --data DATA --runs RUNS

NAME says what is different, such as "8 tags a track", WORDS what that is to tell. RUNS holds
finished runs of some systems, of other settings or trained with the same other MANIFEST. A finding
that does not hold is looked into with these. Figures go to docs/results.json; runs are taken to
differ between seeds as those of the table there do.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import results
from ..device import device_of
from ..items import read_items
from ..pool import pool_of
from ..run_folders import finished_runs
from ..run_options import add_measuring_options
from ..systems import SYSTEMS
from ..table2 import collected, measured_on, plain_differences, seed_variances


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it is called, corpus, runs, and where the figures go."""
    parser.add_argument("name", help="what is different, in words")
    parser.add_argument("--why", required=True, help="the question that this is to answer")
    add_measuring_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the figures under NAME in the key `variations`."""
    pool, device = pool_of(read_items(options.manifest)), device_of(options.device)
    folders: dict[str, dict[int, Path]] = {}
    for found in finished_runs(options.runs, pool):
        folders.setdefault(found.system, {})[found.seed] = found.folder
    rows, said = [], {}
    for name, own in folders.items():
        corpus = options.manifest.parent
        row, said[name] = collected(SYSTEMS[name], own, pool, corpus, options.data, device)
        rows.append(row)
        print(f"{name}: measured", flush=True)
    table = results.read(options.results).get("table2", {"rows": []})
    value = {
        "command": f'lab variation "{options.name}" --manifest {options.manifest.name}',
        "why": options.why,
        "machine": results.machine(),
        **measured_on(pool),
        "rows": rows,
        "differences": plain_differences(said, seed_variances(table["rows"])),
    }
    results.change(options.results, "variations", lambda old: {**(old or {}), options.name: value})
