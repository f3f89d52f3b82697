"""Train a recipe: one of the paper's ten systems, or needledrop-base and its pack.

    lab train SYSTEM --manifest MANIFEST --data DATA --out RUNS [--seed 1] [--budget two-core]
    lab train needledrop-base --data DATA --corpus CORPUS --out OUT [--pack PACK]

needledrop-base is rebuilt from nothing: features, every stage, figures, and the pack, which is
compared with its towers (PACK is OUT/needledrop-base unless given). Started again after a kill, a
run goes on from its checkpoint; under other settings it is refused.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..corpus.items import read_items
from ..corpus.pool import pool_of
from ..device import device_of
from ..model.two_towers import Language
from ..packs.base import rebuild
from ..packs.sources import Sources
from ..training.recipes import RECIPES, Recipe
from ..training.settings import parsed
from ..training.stages import train_recipe
from ._options import add_changes, add_run_options, add_sources, changes_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The recipe and its music."""
    parser.add_argument("recipe", choices=RECIPES, metavar="RECIPE", help=", ".join(RECIPES))
    add_sources(parser)
    add_changes(parser)
    add_run_options(parser, required=False)
    parser.add_argument("--pack", type=Path, help="where needledrop-base's pack goes")


def run(options: argparse.Namespace) -> None:
    """Train to the last step of the last stage."""
    recipe = RECIPES[options.recipe]
    if recipe.defaults.corpus == "folders":
        if options.manifest is not None:
            raise SystemExit(f"{recipe.name} is trained on folders: leave out --manifest")
        train_folders(recipe, options)
    elif options.manifest is None:
        raise SystemExit(f"{recipe.name} is trained on a corpus: pass --manifest")
    else:
        train_manifest(recipe, options)


def train_manifest(recipe: Recipe, options: argparse.Namespace) -> None:
    """A run of one system, in a folder of its own under OUT."""
    changes = changes_of(options)
    print(
        train_recipe(
            recipe,
            options.seed,
            changes,
            options.manifest.parent,
            pool_of(read_items(options.manifest)),
            Language.of(recipe.settings(changes), options.data),
            options.out,
            device_of(options.device),
        )
    )


def train_folders(recipe: Recipe, options: argparse.Namespace) -> None:
    """needledrop-base: its run under OUT, and its pack."""
    sources = Sources(options.data, options.corpus, options.out)
    pack = options.pack or options.out / recipe.name
    changes = parsed(options.set)
    print(rebuild(recipe, options.seed, changes, sources, pack, device_of(options.device)))
