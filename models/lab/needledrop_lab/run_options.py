"""Command-line options of everything that trains or measures one of the ten systems."""

from __future__ import annotations

import argparse
from pathlib import Path

from .results import RESULTS
from .settings import BUDGETS, RunSettings, changed


def add_run_options(parser: argparse.ArgumentParser, required: bool) -> None:
    """Corpus, budget, changes of its settings, device."""
    parser.add_argument(
        "--manifest", type=Path, required=required, help="written by `lab corpus build`"
    )
    parser.add_argument("--budget", choices=BUDGETS, default="two-core")
    parser.add_argument("--device", help="cpu or cuda; without it a GPU if there is one")


def add_table_options(parser: argparse.ArgumentParser) -> None:
    """Of commands that train every system and write a section of the results."""
    parser.add_argument("--data", type=Path, required=True, help="holds wordvectors.npz")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    add_run_options(parser, required=True)


def add_measuring_options(parser: argparse.ArgumentParser) -> None:
    """Finished runs, what they were trained with, and where figures go."""
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="holds wordvectors.npz")
    parser.add_argument("--runs", type=Path, required=True, help="folder of run folders")
    parser.add_argument("--device", help="cpu or cuda; without it a GPU if there is one")
    parser.add_argument("--results", type=Path, default=RESULTS)


def settings_of(options: argparse.Namespace) -> RunSettings:
    """The budget's settings with the changes that `--set` asks for."""
    return changed(BUDGETS[options.budget], options.set)
