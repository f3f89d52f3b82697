"""Short trainings of needledrop-base without each thing it learns from, and fold by fold.

    lab ablate --data DATA --corpus CORPUS --out OUT [--only NAME,...] [--results FILE]

NAME: `whole` for the recipe as it is; a teacher (yamnet, jamendo, mtat, msd; teachers: all), texts
(tags, captions, scenes, prose; pairs: both kinds of pairs), or music (recorded, generated, songs,
games, composed, mixes) that is left out; fold-1 to fold-5 for a fold of the recorded tracks that is
measured while the others are learnt. All share the features, lessons and mixes in OUT. Each is
measured when it is trained, and every figure is written when it stands; started again after a kill,
the command goes on where it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..device import device_of
from ..packs.ablation import RUNS, Ablation
from ..packs.sources import Sources
from ..reporting import results
from ..training.recipes import RECIPES, SHIPPED, SHORT
from ._ablation import measure_run
from ._options import add_device, add_sources


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders, trainings, and where figures go."""
    add_sources(parser)
    add_device(parser)
    parser.add_argument("--only", type=names_of, default=list(RUNS), metavar="NAME,...")
    parser.add_argument("--results", type=Path, default=results.RESULTS)


def names_of(text: str) -> list[str]:
    """Names of trainings, in the order of RUNS. Raises argparse's error for an unknown one."""
    names = text.split(",")
    if unknown := [name for name in names if name not in RUNS]:
        raise argparse.ArgumentTypeError(f"no training {unknown[0]!r}; there are {', '.join(RUNS)}")
    return [name for name in RUNS if name in names]


def run(options: argparse.Namespace) -> None:
    """Train and measure one after the other."""
    sources = Sources(options.data, options.corpus, options.out)
    ablation = Ablation(RECIPES[SHIPPED.name].within(SHORT), options.seed, sources)
    for name in options.only:
        print(ablation.train(name, device_of(options.device)), flush=True)
        measure_run(ablation, name, options.results)
