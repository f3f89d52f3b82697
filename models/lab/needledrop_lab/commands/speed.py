"""Measure how fast each of the ten systems trains, beside the arithmetic the machine reaches.

    lab speed --manifest MANIFEST --data DATA [--budget two-core] [--steps 10] [--set batch=32]

Takes real training steps on real batches; nothing is kept but the figures, which go to
docs/results.json. Other programs at work slow down what is measured.
"""

from __future__ import annotations

import argparse

from .. import results
from ..device import device_of
from ..items import read_items
from ..pool import pool_of
from ..run_options import add_table_options, settings_of
from ..runs import device_name
from ..speed import speeds
from ..two_towers import Language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus, the budget, how long, and where the figures go."""
    parser.add_argument("--steps", type=int, default=10, help="measured of each system")
    add_table_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the figures under the key `speed`."""
    settings, device = settings_of(options), device_of(options.device)
    found = speeds(
        pool_of(read_items(options.manifest)),
        settings,
        options.manifest.parent,
        lambda system: Language.of(system, options.data),
        device,
        options.steps,
    )
    facts = {
        "command": f"lab speed --budget {options.budget} --steps {options.steps}"
        + "".join(f" --set {change}" for change in options.set),
        "budget": options.budget,
        "machine": results.machine(),
        "device": device_name(device),
    }
    results.merge(options.results, "speed", {**facts, **found})
