"""Measure a run of the ten systems, or needledrop-base: the model in training or the pack.

lab evaluate RUN --manifest MANIFEST --data DATA                    writes RUN/figures.json
lab evaluate --data DATA --corpus CORPUS --out OUT [--split test]   of the model trained in OUT
lab evaluate needledrop-base --data DATA --corpus CORPUS [--pack PACK | --out OUT]
             [--against PACK2] [--only PART] of the pack, into docs/results.json

The pack is that in models/needledrop-base, in PACK, or in OUT. Any pack can be measured beside it,
such as an older one. Figures are of music that no pack was trained on: tracks and prompts held out
by the split of the corpus, and Emotify's songs.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..files import write_json
from ..measuring.pack_figures import PARTS, Music
from ..measuring.table2 import measure
from ..packs import base
from ..packs.sources import Sources
from ..reporting import results
from ..training.recipes import SHIPPED
from ._options import add_run_options, add_sources
from ._pack_figures import measure_packs

PACK = Path("models") / SHIPPED.name
CACHE = Path(tempfile.gettempdir()) / "needledrop-embeddings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A run and its corpus, or folders and the split, or a pack."""
    parser.add_argument("run_folder", nargs="?", type=Path, metavar="RUN")
    add_sources(parser, out_required=False)
    add_run_options(parser, required=False)
    parser.add_argument("--split", choices=["valid", "test"], default="test")
    parser.add_argument("--pack", type=Path, help=f"default: {PACK}")
    parser.add_argument("--against", type=Path, help="a pack to measure beside it")
    parser.add_argument("--only", action="append", choices=PARTS, help="parts; default: all")
    parser.add_argument("--cache", type=Path, default=CACHE, help="embeddings of audio, by pack")
    parser.add_argument("--results", type=Path, default=results.RESULTS)


def run(options: argparse.Namespace) -> None:
    """Write and print the figures."""
    if options.run_folder == Path(SHIPPED.name):
        evaluate_pack(options)
    elif options.run_folder is None and options.out is not None:
        evaluate_base(options)
    elif options.run_folder is not None and options.manifest is not None:
        evaluate_system(options)
    else:
        raise SystemExit(
            f"pass RUN and --manifest, or --out to measure needledrop-base, or {SHIPPED.name}"
        )


def evaluate_pack(options: argparse.Namespace) -> None:
    """Of the pack, beside another if one is named."""
    if options.pack is not None and options.out is not None:
        raise SystemExit("pass --pack or --out, not both")
    trained = None if options.out is None else options.out / SHIPPED.name
    packs = [options.pack or trained or PACK, options.against]
    measure_packs(
        [pack for pack in packs if pack is not None],
        Music(options.data, options.corpus),
        options.only or list(PARTS),
        options.cache,
        options.results,
    )


def evaluate_system(options: argparse.Namespace) -> None:
    """Measured anew, whatever figures the folder holds."""
    folder, device = options.run_folder, device_of(options.device)
    pool = pool_of(read_items(options.manifest))
    measure(folder, pool, options.manifest.parent, options.data, device)
    print((folder / "figures.json").read_text("utf-8"))


def evaluate_base(options: argparse.Namespace) -> None:
    """Figures of the model trained in OUT; those of the test split are kept beside it."""
    sources = Sources(options.data, options.corpus, options.out)
    folder = base.last_stage(SHIPPED, options.seed, options.out)
    trained = base.load_shipped(folder, sources, options.data)
    figures = base.measure(trained, sources, options.split)
    if options.split == "test":
        write_json(folder / base.FIGURES, figures)
    print(json.dumps(figures, indent=2))
