"""Command-line options of everything that trains or measures one of the ten systems."""

from __future__ import annotations

import argparse
from pathlib import Path

from .settings import BUDGETS, RunSettings, changed


def add_run_options(parser: argparse.ArgumentParser, required: bool) -> None:
    """Corpus, budget, changes of its settings, device."""
    parser.add_argument(
        "--manifest", type=Path, required=required, help="written by `lab corpus build`"
    )
    parser.add_argument("--budget", choices=BUDGETS, default="two-core")
    parser.add_argument("--device", help="cpu or cuda; without it a GPU if there is one")


def settings_of(options: argparse.Namespace) -> RunSettings:
    """The budget's settings with the changes that `--set` asks for."""
    return changed(BUDGETS[options.budget], options.set)
