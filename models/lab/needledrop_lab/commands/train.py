"""Train one of the paper's ten systems, or without SYSTEM the model of needledrop-base.

    lab train SYSTEM --manifest MANIFEST --data DATA --out RUNS [--seed 1] [--budget two-core]
    lab train --data DATA --corpus CORPUS --out OUT [--start CHECKPOINT] [--set steps=600]

Started again after a kill, a run goes on from its checkpoint.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from ..base_model import add_sources, settings_from, tracks_of
from ..corpus import load_text_pairs
from ..device import device_of
from ..items import read_items
from ..pool import pool_of
from ..pretrained import load_minilm, minilm_tokenizer, principal_projection
from ..run_options import add_run_options, settings_of
from ..runs import Plan, train_run
from ..systems import SYSTEMS
from ..train import Data, Model, train
from ..two_towers import Language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A system and its corpus, or folders and weights to start from."""
    parser.add_argument("system", nargs="?", choices=SYSTEMS, metavar="SYSTEM", help=_names())
    add_sources(parser)
    add_run_options(parser, required=False)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")


def run(options: argparse.Namespace) -> None:
    """Train up to the steps that are set."""
    if options.system is None:
        train_base(options)
    elif options.manifest is None:
        raise SystemExit(f"{options.system} is trained on a corpus: say --manifest")
    else:
        train_system(options)


def train_system(options: argparse.Namespace) -> None:
    """One run of one system, in a folder of its own under OUT."""
    system, settings = SYSTEMS[options.system], settings_of(options)
    features = options.manifest.parent / settings.features
    plan = Plan(system, options.seed, settings, features)
    pool, language = pool_of(read_items(options.manifest)), Language.of(system, options.data)
    print(train_run(plan, pool, language, options.out, device_of(options.device)))


def train_base(options: argparse.Namespace) -> None:
    """From all-MiniLM-L6-v2 or from another run's weights; OUT/checkpoint.pt is where it is."""
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


def _names() -> str:
    return ", ".join(SYSTEMS)
