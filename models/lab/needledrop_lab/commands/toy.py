"""Write the tests' tiny packs.

lab toy --out FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..packs.toy import write_toy_blocks_pack, write_toy_pack
from ..packs.toy_clap import write_toy_clap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder of the packs."""
    parser.add_argument("--out", type=Path, required=True)


def run(options: argparse.Namespace) -> None:
    """Write toy-pack, toy-blocks-pack and toy-clap."""
    write_toy_pack(options.out / "toy-pack")
    write_toy_blocks_pack(options.out / "toy-blocks-pack")
    write_toy_clap(options.out / "toy-clap")
