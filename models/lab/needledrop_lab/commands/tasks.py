"""Ask trained systems about downstream tasks, zero-shot and by probing.

    lab tasks --manifest MANIFEST --data DATA --runs RUNS
    lab tasks ... --copy gtzan=FOLDER --copy mtg-genre=FOLDER --cache CACHE

Ours are made from the manifest; the paper's need --copy with the user's own copy of the data.
Measures one run of each system. Rows go to docs/results.json beside those already there.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, get_args

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..measuring.probing import GRIDS, Head
from ..measuring.tasks.embedded import Remembered, with_features
from ..measuring.tasks.measured import Named, combined, facts_of, measure
from ..measuring.tasks.official import OFFICIAL
from ..measuring.tasks.own import OWN, own_task
from ..measuring.tasks.task import Task, TaskError
from ..reporting import results
from ..training.folders import finished_runs, first_seeds
from ..training.trained import load_run
from ._options import add_measuring_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Corpus, runs, tasks, and how probes are searched for."""
    add_measuring_options(parser)
    parser.add_argument("--task", action="append", choices=OWN, help="of ours; without it all")
    parser.add_argument(
        "--copy",
        action="append",
        default=[],
        metavar="TASK=FOLDER",
        help=f"a copy of the data of {', '.join(OFFICIAL)}",
    )
    parser.add_argument("--cache", type=Path, help="features of copies' audio")
    parser.add_argument("--grid", choices=GRIDS, default="small", help="settings that probes try")


def run(options: argparse.Namespace) -> None:
    """Measure, and write the rows so far after every system."""
    copies = [copy_of(given) for given in options.copy]
    if copies and options.cache is None:
        raise SystemExit("features of copies' audio need a folder: say --cache")
    tasks = [*own_tasks(options.manifest, options.task or list(OWN)), *copies]
    if not tasks:
        raise SystemExit(f"{options.manifest} is too small for any of the tasks")
    grid, device = GRIDS[options.grid], device_of(options.device)
    pool = pool_of(read_items(options.manifest))
    for found in first_seeds(finished_runs(options.runs, pool)):
        trained = load_run(found.folder, options.manifest.parent, options.data, device)
        reads, remembered = trained.towers.text is not None, Remembered(trained)
        rows, facts = [], {}
        for task in tasks:
            used, embedding = task, remembered
            if task in copies:
                used, own = with_features(task, trained, options.cache)
                embedding = Remembered(own)
            named = Named(found.system, found.seed, reads, embedding)
            row = measure(used, named, get_args(Head), grid)
            rows.append({**row, "grid": options.grid})
            facts[task.name] = facts_of(used)
            print(f"{found.folder.name}: {task.name} measured", flush=True)
        results.change(options.results, "tasks", partial(beside, options, facts, rows))


def beside(
    options: argparse.Namespace,
    facts: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    old: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The key `tasks` with new tasks and rows beside those already there."""
    already = old or {"tasks": {}, "rows": []}
    return {
        "command": f"lab tasks --grid {options.grid}",
        "machine": results.machine(),
        "tasks": {**already["tasks"], **facts},
        "rows": combined(already["rows"], rows),
    }


def own_tasks(manifest: Path, names: Sequence[str]) -> list[Task]:
    """Ours; one that the manifest is too small for is named and left out."""
    items, tasks = read_items(manifest), []
    for name in names:
        try:
            tasks.append(own_task(name, items))
        except TaskError as error:
            print(f"left out: {error}", flush=True)
    return tasks


def copy_of(given: str) -> Task:
    """The task of TASK=FOLDER."""
    name, _, folder = given.partition("=")
    if name not in OFFICIAL or not folder:
        raise SystemExit(f"--copy takes TASK=FOLDER, TASK one of {', '.join(OFFICIAL)}")
    return OFFICIAL[name](Path(folder))
