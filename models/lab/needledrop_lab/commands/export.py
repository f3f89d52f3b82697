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
from ..parity import audio_agreement, first_sections, text_agreement
from ..towers import AudioGraph


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
    graph = AudioGraph(settings.front, model.audio)
    write_pack(options.pack, facts, settings.front, model.text, graph, tokenizer, vocabulary())
    texts = [pair.text for pair in load_text_pairs(options.data)[:: max(1, 6000 // 200)]]
    files = [track.audio for track in tracks_of(options, "test")[:20]]
    read = text_agreement(options.pack, model.text, tokenizer, texts)
    heard = audio_agreement(options.pack, graph, first_sections(files, settings.front))
    print(f"text: {read}\naudio: {heard}")
    if not (read.holds(quantised=True) and heard.holds(quantised=True)):
        raise SystemExit("the exported pack strays from the trained model")
