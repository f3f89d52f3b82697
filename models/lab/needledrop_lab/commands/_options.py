"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..reporting.results import RESULTS
from ..training.recipes import BUDGETS
from ..training.settings import parsed


def add_sources(parser: argparse.ArgumentParser, out_required: bool = True) -> None:
    """The folders of needledrop-base, and changes of settings."""
    parser.add_argument("--data", type=Path, required=True, help="recorded and generated music")
    parser.add_argument("--corpus", type=Path, help="composed and rendered pieces")
    parser.add_argument("--out", type=Path, required=out_required, help="folder of run folders")
    parser.add_argument("--seed", type=int, default=1)


def add_run_options(parser: argparse.ArgumentParser, required: bool) -> None:
    """The manifest, the budget and the device of one of the ten systems."""
    parser.add_argument(
        "--manifest", type=Path, required=required, help="written by `lab corpus build`"
    )
    parser.add_argument(
        "--budget", choices=BUDGETS, default="two-core", help="settings of the ten systems"
    )
    add_device(parser)


def add_device(parser: argparse.ArgumentParser) -> None:
    """The device that computes."""
    parser.add_argument("--device", help="cpu or cuda; default: a GPU if there is one")


def add_changes(parser: argparse.ArgumentParser) -> None:
    """Changes of single settings."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a setting"
    )


def add_table_options(parser: argparse.ArgumentParser) -> None:
    """Of commands that train every system and write a section of the results."""
    parser.add_argument("--data", type=Path, required=True, help="holds wordvectors.npz")
    parser.add_argument("--results", type=Path, default=RESULTS)
    add_changes(parser)
    add_run_options(parser, required=True)


def add_measuring_options(parser: argparse.ArgumentParser) -> None:
    """Finished runs, what they were trained on, and where figures go."""
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="holds wordvectors.npz")
    parser.add_argument("--runs", type=Path, required=True, help="folder of run folders")
    add_device(parser)
    parser.add_argument("--results", type=Path, default=RESULTS)


def changes_of(options: argparse.Namespace) -> dict[str, Any]:
    """The settings of the budget and of `--set`, as changes of one of the ten systems."""
    return {**BUDGETS[options.budget], **parsed(options.set)}
