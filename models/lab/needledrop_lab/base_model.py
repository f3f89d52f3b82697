"""The model that needledrop-base is made of, as the commands set it up."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .corpus import Track, load_tracks, split_of
from .pretrained import minilm_tokenizer
from .train import Model, Settings


def add_sources(parser: argparse.ArgumentParser, out_required: bool = True) -> None:
    """The folders that every step of the pack reads or writes, and changes of its settings."""
    parser.add_argument("--data", type=Path, required=True, help="recorded and generated music")
    parser.add_argument("--corpus", type=Path, help="composed and rendered pieces")
    parser.add_argument(
        "--out", type=Path, required=out_required, help="features, checkpoint, figures"
    )
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")


def settings_from(changes: list[str]) -> Settings:
    """The defaults with `name=value` changes, values read as JSON."""
    values = dict(change.split("=", 1) for change in changes)
    return dataclasses.replace(Settings(), **{k: json.loads(v) for k, v in values.items()})


def tracks_of(options: argparse.Namespace, split: str) -> list[Track]:
    """Tracks of one split."""
    tracks = load_tracks(options.data, options.corpus)
    return [track for track in tracks if split_of(track.group) == split]


def trained(options: argparse.Namespace) -> tuple[Model, Settings, Tokenizer]:
    """The model of the checkpoint in OUT."""
    settings = settings_from(options.set)
    model = Model(settings)
    model.load_state_dict(torch.load(options.out / "checkpoint.pt", weights_only=True)["model"])
    return model.eval(), settings, minilm_tokenizer()
