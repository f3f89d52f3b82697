"""Build the corpus for the paper's ten systems: manifest, features, rendered scores.

lab corpus build --data DATA --composed DIR [--composed DIR2] --out OUT [--midi] [--paper]

The music is split by piece, caption and source: 15 % for testing, 5 % for validation.
--test DIR adds composed pieces for testing alone, as many as the sentence retrieval needs.
Goes on where it was after a kill; unusable files are reported and left out. With --midi
the scores of DATA/midi are rendered by FluidSynth with two sound fonts, at most a minute of each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..audio.cache import Front
from ..audio.log_mel import FrontEnd
from ..audio.paper_log_mel import PaperFrontEnd
from ..corpus.build import audio_pieces, build, summary
from ..corpus.midi_sources import score_sources


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, and what to make besides features of existing audio."""
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
        "--paper", action="store_true", help="also cache features for the paper's audio tower"
    )


def run(options: argparse.Namespace) -> None:
    """Build, and print a summary."""
    fronts: list[Front] = [FrontEnd()]
    if options.paper:
        fronts.append(PaperFrontEnd())
    midi = options.data / "midi"
    scores = score_sources(midi, options.data / "mutopia.jsonl") if options.midi else []
    pieces = audio_pieces(options.data, options.composed, options.test)
    print(summary(build(pieces, scores, options.out, fronts, options.threads)))
