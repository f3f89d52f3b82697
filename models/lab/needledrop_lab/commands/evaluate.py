"""Measure a run of the ten systems, or without RUN needledrop-base, on tracks it never heard.

lab evaluate RUN --manifest MANIFEST --data DATA                    writes RUN/figures.json
lab evaluate --data DATA --corpus CORPUS --out OUT [--split test]   writes OUT/figures.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..base_model import add_sources, tracks_of, trained
from ..device import device_of
from ..evaluate import baseline_figure, figures, measured_tags
from ..items import read_items
from ..pool import pool_of
from ..run_options import add_run_options
from ..table2 import measure


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A run and its corpus, or folders, settings and the split."""
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
        raise SystemExit("say RUN and --manifest, or --out to measure needledrop-base")


def evaluate_system(options: argparse.Namespace) -> None:
    """Measured anew, whatever figures the folder holds."""
    folder, device = options.run_folder, device_of(options.device)
    pool = pool_of(read_items(options.manifest))
    measure(folder, pool, options.manifest.parent, options.data, device)
    print((folder / "figures.json").read_text("utf-8"))


def evaluate_base(options: argparse.Namespace) -> None:
    """Figures of the checkpoint in OUT, with a logistic regression beside them."""
    model, settings, tokenizer = trained(options)
    held_out, features = tracks_of(options, options.split), options.out / "features"
    result = figures(model.text, model.audio, settings.front, tokenizer, held_out, features)
    for source in ("recorded", "composed"):
        known = [t for t in tracks_of(options, "train") if t.source == source]
        asked = [t for t in held_out if t.source == source]
        if tags := measured_tags(asked, None):
            name = f"{source}AllBaselineRocAuc"
            result[name] = baseline_figure(known, asked, features, tags)
    (options.out / "figures.json").write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))
