"""Build the corpus that the paper's ten systems learn from: manifest, features, rendered scores.

lab corpus build --data DATA --composed DIR [--composed DIR2] --out OUT [--midi] [--paper]

The music is split by piece, caption and source: 15 % for testing, 5 % for watching the training.
--test DIR adds composed pieces for testing alone, as many as the sentence retrieval needs.
Goes on where it was after a kill; files that cannot be used are named and left out. With --midi
the scores of DATA/midi are rendered by FluidSynth with two sound fonts, at most a minute of each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..corpus.build import audio_pieces, build, summary
from ..corpus.cache import Front
from ..corpus.midi_sources import score_sources
from ..features import FrontEnd
from ..paper_features import PaperFrontEnd


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, and what is wanted besides audio that is there."""
    parser.add_argument("action", choices=["build"])
    parser.add_argument("--data", type=Path, required=True, help="recorded and generated music")
    parser.add_argument(
        "--composed",
        type=Path,
        action="append",
        default=[],
        help="composed and rendered pieces; again for another folder",
    )
    parser.add_argument(
        "--test",
        type=Path,
        action="append",
        default=[],
        help="composed and rendered pieces for testing alone; again for another folder",
    )
    parser.add_argument("--out", type=Path, required=True, help="manifest, features, renderings")
    parser.add_argument("--midi", action="store_true", help="render the scores in DATA/midi too")
    parser.add_argument(
        "--paper", action="store_true", help="also cache what the paper's audio tower hears"
    )


def run(options: argparse.Namespace) -> None:
    """Build, and say what came of it."""
    fronts: list[Front] = [FrontEnd()]
    if options.paper:
        fronts.append(PaperFrontEnd())
    midi = options.data / "midi"
    scores = score_sources(midi, options.data / "mutopia.jsonl") if options.midi else []
    pieces = audio_pieces(options.data, options.composed, options.test)
    print(summary(build(pieces, scores, options.out, fronts, options.threads)))
