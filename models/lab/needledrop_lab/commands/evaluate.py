"""Measure needledrop-base on tracks it never heard; writes OUT/figures.json.

lab evaluate --data DATA --corpus CORPUS --out OUT [--split test]
"""

from __future__ import annotations

import argparse
import json

from ..base_model import add_sources, tracks_of, trained
from ..evaluate import baseline_figure, figures, measured_tags


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, settings and the split."""
    add_sources(parser)
    parser.add_argument("--split", choices=["valid", "test"], default="test")


def run(options: argparse.Namespace) -> None:
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
