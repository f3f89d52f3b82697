"""Train and measure the ten systems of the paper's second table, and two baselines.

    lab table2 --manifest MANIFEST --data DATA --out RUNS [--budget two-core] [--set steps=500]

What is done is left as it is, what was killed goes on. The rows go to docs/results.json.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import results
from ..device import device_of
from ..items import read_items
from ..pool import pool_of
from ..run_options import add_table_options, settings_of
from ..runs import device_name
from ..settings import to_json
from ..table2 import table2
from ..two_towers import Language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus, the budget, and where runs and results go."""
    parser.add_argument("--out", type=Path, required=True, help="folder of run folders")
    add_table_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the whole table under the key `table2`."""
    settings, device = settings_of(options), device_of(options.device)
    found = table2(
        pool_of(read_items(options.manifest)),
        settings,
        options.manifest.parent,
        lambda system: Language.of(system, options.data),
        options.out,
        device,
    )
    facts = {
        "command": f"lab table2 --budget {options.budget}"
        + "".join(f" --set {change}" for change in options.set),
        "budget": options.budget,
        "settings": to_json(settings),
        "machine": results.machine(),
        "device": device_name(device),
    }
    results.merge(options.results, "table2", {**facts, **found})
