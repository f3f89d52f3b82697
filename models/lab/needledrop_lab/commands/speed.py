"""Measure how fast each of the ten systems trains, beside the arithmetic the machine reaches.

    lab speed --manifest MANIFEST --data DATA [--budget two-core] [--steps 10] [--set batch=32]

Takes real training steps on real batches; nothing is kept but the figures, which go to
docs/results.json. Other programs at work slow down what is measured.
"""

from __future__ import annotations

import argparse

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_name, device_of
from ..measuring.training_speed import speeds
from ..model.two_towers import Language
from ..reporting import results
from ._options import add_table_options, changes_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus, the budget, how long, and where the figures go."""
    parser.add_argument("--steps", type=int, default=10, help="measured of each system")
    add_table_options(parser)


def run(options: argparse.Namespace) -> None:
    """Write the figures under the key `speed`."""
    changes, device = changes_of(options), device_of(options.device)
    found = speeds(
        pool_of(read_items(options.manifest)),
        changes,
        options.manifest.parent,
        lambda settings: Language.of(settings, options.data),
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
