"""Cache the log-mel features that needledrop-base is trained with: once, and again for new tracks.

lab features --data DATA --corpus CORPUS --out OUT
"""

from __future__ import annotations

import argparse

from ..base_model import add_sources
from ..corpus import load_tracks
from ..features import cache_features
from ..train import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders only."""
    add_sources(parser)


def run(options: argparse.Namespace) -> None:
    """Write OUT/features/<id>.npy for every track that has none."""
    tracks = load_tracks(options.data, options.corpus)
    cache_features({t.id: t.audio for t in tracks}, options.out / "features", Settings().front)
