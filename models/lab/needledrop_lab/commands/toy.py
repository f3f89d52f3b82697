"""Write the tests' tiny pack.

lab toy --out PACK
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..packs.toy import write_toy_pack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The pack's folder."""
    parser.add_argument("--out", type=Path, required=True)


def run(options: argparse.Namespace) -> None:
    """Write it."""
    write_toy_pack(options.out)
