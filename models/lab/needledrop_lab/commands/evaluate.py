"""Measure a run of the ten systems, or without RUN needledrop-base, on held-out tracks.

lab evaluate RUN --manifest MANIFEST --data DATA                    writes RUN/figures.json
lab evaluate --data DATA --corpus CORPUS --out OUT [--split test]   of the model trained in OUT
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..files import write_json
from ..measuring.table2 import measure
from ..packs import base
from ..training.recipes import SHIPPED
from ..training.trained import load_run
from ._options import add_run_options, add_sources


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A run and its corpus, or folders and the split."""
    parser.add_argument("run_folder", nargs="?", type=Path, metavar="RUN")
    add_sources(parser, out_required=False)
    add_run_options(parser, required=False)
    parser.add_argument("--split", choices=["valid", "test"], default="test")


def run(options: argparse.Namespace) -> None:
    """Write and print the figures."""
    if options.run_folder is None and options.out is not None:
        evaluate_base(options)
    elif options.run_folder is not None and options.manifest is not None:
        evaluate_system(options)
    else:
        raise SystemExit("pass RUN and --manifest, or --out to measure needledrop-base")


def evaluate_system(options: argparse.Namespace) -> None:
    """Measured anew, whatever figures the folder holds."""
    folder, device = options.run_folder, device_of(options.device)
    pool = pool_of(read_items(options.manifest))
    measure(folder, pool, options.manifest.parent, options.data, device)
    print((folder / "figures.json").read_text("utf-8"))


def evaluate_base(options: argparse.Namespace) -> None:
    """Figures of the model trained in OUT; those of the test split are kept beside it."""
    sources = base.Sources(options.data, options.corpus, options.out)
    folder = base.last_stage(SHIPPED, options.seed, options.out)
    trained = load_run(folder, options.out, options.data, device_of("cpu"))
    figures = base.measure(trained, sources, options.split)
    if options.split == "test":
        write_json(folder / base.FIGURES, figures)
    print(json.dumps(figures, indent=2))
