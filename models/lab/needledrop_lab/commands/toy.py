"""Write the tests' tiny packs and captioners.

lab toy --out FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..packs.toy import write_toy_blocks_pack, write_toy_pack
from ..packs.toy_captioners import write_toy_captioners
from ..packs.toy_clap import write_toy_clap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder of the packs."""
    parser.add_argument("--out", type=Path, required=True)


def run(options: argparse.Namespace) -> None:
    """Write toy-pack, toy-blocks-pack, toy-clap and toy-captioners."""
    write_toy_pack(options.out / "toy-pack")
    write_toy_blocks_pack(options.out / "toy-blocks-pack")
    write_toy_clap(options.out / "toy-clap")
    write_toy_captioners(options.out / "toy-captioners")
