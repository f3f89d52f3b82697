"""Make a pack of a run of the ten systems, or without RUN the pack needledrop-base.

    lab export RUN --manifest MANIFEST --data DATA --pack PACK [--precision int8] [--licence ID]
    lab export --data DATA --corpus CORPUS --out OUT --pack PACK [--version 0.1.0]

A pack whose embeddings stray from the trained towers' on held-out input is refused.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from ..base import base_facts
from ..base_model import add_sources, tracks_of, trained
from ..corpus import load_text_pairs, reason_words
from ..items import read_items
from ..pack import write_pack
from ..parity import audio_agreement, first_sections, refuse_strays, text_agreement
from ..run_pack import export_run, facts_of
from ..towers import AudioGraph
from ..trained import load_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A run and its corpus, or the folders of needledrop-base; the pack."""
    parser.add_argument("run_folder", nargs="?", type=Path, metavar="RUN")
    parser.add_argument("--manifest", type=Path, help="of the tracks that RUN learned from")
    parser.add_argument("--precision", choices=["fp32", "int8"], default="int8")
    parser.add_argument("--licence", default="CC-BY-SA-4.0", help="SPDX id of RUN's pack")
    add_sources(parser, out_required=False)
    parser.add_argument("--pack", type=Path, required=True, help="the folder the engine loads")
    parser.add_argument("--version", default="0.1.0")


def run(options: argparse.Namespace) -> None:
    """Load, convert, compare."""
    if options.run_folder is None and options.out is not None:
        export_base(options)
    elif options.run_folder is not None and options.manifest is not None:
        export_system(options)
    else:
        raise SystemExit("say RUN and --manifest, or --data and --out for needledrop-base")


def export_system(options: argparse.Namespace) -> None:
    """The best weights of a run that has ended."""
    items = read_items(options.manifest)
    corpus, cpu = options.manifest.parent, torch.device("cpu")
    found = load_run(options.run_folder, corpus, options.data, cpu)
    facts = facts_of(options.run_folder, found, items, options.version, options.licence)
    quantised = options.precision == "int8"
    read, heard = export_run(found, facts, items, options.pack, quantised)
    print(f"text: {read}\naudio: {heard}")


def export_base(options: argparse.Namespace) -> None:
    """The checkpoint in OUT with the figures that `lab evaluate` measured."""
    model, settings, tokenizer = trained(options)
    measured = json.loads((options.out / "figures.json").read_text())
    facts = base_facts(options.version, measured)
    graph = AudioGraph(settings.front, model.audio)
    write_pack(options.pack, facts, settings.front, model.text, graph, tokenizer, reason_words())
    texts = [pair.text for pair in load_text_pairs(options.data)[:: max(1, 6000 // 200)]]
    files = [track.audio for track in tracks_of(options, "test")[:20]]
    read = text_agreement(options.pack, model.text, tokenizer, texts)
    heard = audio_agreement(options.pack, graph, first_sections(files, settings.front))
    print(f"text: {read}\naudio: {heard}")
    refuse_strays(read, heard, quantised=True)
