"""Make a pack of a run of the ten systems, or without RUN the pack needledrop-base.

    lab export RUN --manifest MANIFEST --data DATA --pack PACK [--precision int8] [--licence ID]
    lab export --data DATA --corpus CORPUS --out OUT --pack PACK [--version 0.2.0]

A pack whose embeddings differ too much from the towers' on held-out input is refused.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..corpus.items import read_items
from ..device import device_of
from ..packs import base
from ..packs.sources import Sources
from ..packs.system import export_run, facts_of
from ..training.recipes import SHIPPED
from ..training.trained import load_run
from ._options import add_sources


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A run and its corpus, or the folders of needledrop-base; the pack."""
    parser.add_argument("run_folder", nargs="?", type=Path, metavar="RUN")
    parser.add_argument("--manifest", type=Path, help="of the tracks that RUN learned from")
    parser.add_argument("--precision", choices=["fp32", "int8"], default="int8")
    parser.add_argument("--licence", default="CC-BY-SA-4.0", help="SPDX id of RUN's pack")
    add_sources(parser, out_required=False)
    parser.add_argument("--pack", type=Path, required=True, help="the folder the engine loads")
    parser.add_argument("--version", help="of the pack; 0.1.0, or needledrop-base's own")


def run(options: argparse.Namespace) -> None:
    """Load, convert, compare."""
    if options.run_folder is None and options.out is not None:
        export_base(options)
    elif options.run_folder is not None and options.manifest is not None:
        export_system(options)
    else:
        raise SystemExit("pass RUN and --manifest, or --data and --out for needledrop-base")


def export_system(options: argparse.Namespace) -> None:
    """The best weights of a run that has ended."""
    items = read_items(options.manifest)
    corpus, cpu = options.manifest.parent, device_of("cpu")
    found = load_run(options.run_folder, corpus, options.data, cpu)
    facts = facts_of(options.run_folder, found, items, options.version or "0.1.0", options.licence)
    quantised = options.precision == "int8"
    text, audio = export_run(found, facts, items, options.pack, quantised)
    print(f"text: {text}\naudio: {audio}")


def export_base(options: argparse.Namespace) -> None:
    """The model trained in OUT, with the figures that were measured then."""
    sources = Sources(options.data, options.corpus, options.out)
    folder = base.last_stage(SHIPPED, options.seed, options.out)
    trained = base.load_shipped(folder, sources, options.data)
    found = base.export(trained, SHIPPED, folder, sources, options.pack, options.version)
    print("text: {}\naudio: {}".format(*found))
