"""Train needledrop-base, from all-MiniLM-L6-v2 or another run's weights; goes on after a kill.

lab train --data DATA --corpus CORPUS --out OUT [--start CHECKPOINT] [--set steps=600]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from ..base_model import add_sources, settings_from, tracks_of
from ..corpus import load_text_pairs
from ..pretrained import load_minilm, minilm_tokenizer, principal_projection
from ..train import Data, Model, train


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, settings and weights to start from."""
    add_sources(parser)
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")


def run(options: argparse.Namespace) -> None:
    """Train up to the steps that are set; OUT/checkpoint.pt holds where it is."""
    settings = settings_from(options.set)
    pairs = load_text_pairs(options.data, options.corpus)
    torch.manual_seed(settings.seed)
    model = Model(settings)
    tokenizer = minilm_tokenizer()
    if options.start is None:
        load_minilm(model.text)
        principal_projection(model.text, tokenizer, [pair.text for pair in pairs[::4]])
    else:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"])
    data = Data(tracks_of(options, "train"), options.out / "features", pairs)
    train(model, settings, data, tokenizer, options.out)
