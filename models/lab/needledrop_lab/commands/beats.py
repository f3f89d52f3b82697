"""Train the net that hears beats and bars, and export it.

    lab beats --data DATA --corpus CORPUS --out OUT --net models/needledrop-beats

Renders the drummers of DATA/midi/groove by FluidSynth, caches features in OUT, trains in OUT/beats
(a killed training resumes) and writes the graph. OUT/beats/pieces.jsonl lists what the first stage
does not learn from, with its beats: `npm run measure:beats` takes it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..audio.cache import cache_features, claim
from ..beats.crops import load_features
from ..beats.export import export
from ..beats.net import FRONT
from ..beats.pieces import composed_pieces, drummed_pieces, write_held_out
from ..beats.train import FIRST, LAST, train


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where music is, and where the net goes."""
    parser.add_argument("--data", type=Path, required=True, help="holds midi/groove")
    parser.add_argument("--corpus", type=Path, required=True, help="composed and rendered pieces")
    parser.add_argument("--out", type=Path, required=True, help="features, renderings, run")
    parser.add_argument("--net", type=Path, required=True, help="folder of the exported net")


def run(options: argparse.Namespace) -> None:
    """Render, cache, train, export."""
    out: Path = options.out
    folder, features = out / "beats", out / "features"
    drummed = drummed_pieces(options.data / "midi", folder / "audio")
    pieces = [*composed_pieces(options.corpus), *drummed]
    claim(features, FRONT)
    for piece in pieces:
        cache_features(piece.audio, features / f"{piece.id}.npy", FRONT)
    write_held_out(folder / "pieces.jsonl", pieces)
    known = load_features(features, pieces)
    first = train(pieces, known, folder / "first", FIRST)
    net = train(pieces, known, folder / "last", LAST, first)
    print(export(net, pieces, options.net))
