"""Train and measure the ten systems of the paper's second table, and two baselines.

    lab table2 --manifest MANIFEST --data DATA --out RUNS [--budget two-core] [--set steps=500]

What is done is left as it is, what was killed goes on. The rows go to docs/results.json.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_name, device_of
from ..measuring.table2 import table2
from ..model.two_towers import Language
from ..reporting import results
from ..training.recipes import SYSTEMS
from ..training.settings import Settings, applied, to_json
from ._options import add_table_options, changes_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus, the budget, and where runs and results go."""
    parser.add_argument("--out", type=Path, required=True, help="folder of run folders")
    add_table_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the whole table under the key `table2`."""
    changes, device = changes_of(options), device_of(options.device)
    found = table2(
        pool_of(read_items(options.manifest)),
        changes,
        options.manifest.parent,
        lambda settings: Language.of(settings, options.data),
        options.out,
        device,
    )
    facts = {
        "command": f"lab table2 --budget {options.budget}"
        + "".join(f" --set {change}" for change in options.set),
        "budget": options.budget,
        "settings": shared_settings(changes),
        "machine": results.machine(),
        "device": device_name(device),
    }
    results.merge(options.results, "table2", {**facts, **found})


def shared_settings(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Settings that all systems have in common, as JSON has them."""
    own = {name for system in SYSTEMS.values() for name in system.changes}
    settings = to_json(applied(Settings(), changes))
    return {name: value for name, value in settings.items() if name not in own}
