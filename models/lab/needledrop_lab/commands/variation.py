"""Measure systems that were trained under other conditions than those of the table.

    lab variation NAME --why WORDS --manifest MANIFEST --data DATA --runs RUNS

NAME names what is different, such as "8 tags a track", WORDS the question it answers. RUNS holds
finished runs of some systems, of other settings or trained with the same other MANIFEST. A finding
that does not hold is looked into with these. Figures go to docs/results.json; runs are taken to
differ between seeds as those of the table there do.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..measuring.table2 import collected, measured_on, plain_differences, seed_variances
from ..reporting import results
from ..training.folders import finished_runs
from ..training.recipes import SYSTEMS
from ._options import add_measuring_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it is called, corpus, runs, and where the figures go."""
    parser.add_argument("name", help="what is different, in words")
    parser.add_argument("--why", required=True, help="the question that this answers")
    add_measuring_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the figures under NAME in the key `variations`."""
    pool, device = pool_of(read_items(options.manifest)), device_of(options.device)
    folders: dict[str, dict[int, Path]] = {}
    for found in finished_runs(options.runs, pool):
        folders.setdefault(found.system, {})[found.seed] = found.folder
    rows, answers = [], {}
    for name, own in folders.items():
        corpus = options.manifest.parent
        row, answers[name] = collected(SYSTEMS[name], own, pool, corpus, options.data, device)
        rows.append(row)
        print(f"{name}: measured", flush=True)
    table = results.read(options.results).get("table2", {"rows": []})
    value = {
        "command": f'lab variation "{options.name}" --manifest {options.manifest.name}',
        "why": options.why,
        "machine": results.machine(),
        **measured_on(pool),
        "rows": rows,
        "differences": plain_differences(answers, seed_variances(table["rows"])),
    }
    results.change(options.results, "variations", lambda old: {**(old or {}), options.name: value})
