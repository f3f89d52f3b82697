"""Write the pack needledrop-base, and refuse one that strays from the trained towers.

lab export --data DATA --corpus CORPUS --out OUT --pack PACK [--version 0.1.0]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..base import base_facts
from ..base_model import add_sources, tracks_of, trained
from ..corpus import load_text_pairs, vocabulary
from ..pack import write_pack
from ..parity import LEAST_COSINE, audio_parity, text_parity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, settings and the pack."""
    add_sources(parser)
    parser.add_argument("--pack", type=Path, required=True, help="the folder the engine loads")
    parser.add_argument("--version", default="0.1.0")


def run(options: argparse.Namespace) -> None:
    """Export the checkpoint in OUT with the figures that `lab evaluate` measured."""
    model, settings, tokenizer = trained(options)
    measured = json.loads((options.out / "figures.json").read_text())
    facts = base_facts(options.version, measured)
    front, text, audio = settings.front, model.text, model.audio
    write_pack(options.pack, facts, front, text, audio, tokenizer, vocabulary())
    texts = [pair.text for pair in load_text_pairs(options.data)[:: max(1, 6000 // 200)]]
    cosine = text_parity(options.pack, text, tokenizer, texts)
    files = [track.audio for track in tracks_of(options, "test")[:20]]
    heard = audio_parity(options.pack, front, audio, files)
    print(f"text: least cosine of {len(texts)} texts to unquantised {cosine:.4f}")
    print(f"audio: least cosine of {len(files)} sections to unquantised {heard:.5f}")
    if min(cosine, heard) < LEAST_COSINE:
        raise SystemExit("the exported pack strays from the trained model")
