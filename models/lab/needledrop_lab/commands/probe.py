"""How well composed pieces are told apart by ear: two linear probes, figures as JSON.

lab probe --corpus CORPUS [--corpus ANOTHER] --out FIGURES
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..measuring.composed import run_probe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Corpora and the file of figures."""
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, required=True)


def run(options: argparse.Namespace) -> None:
    """Probe the pieces of all corpora together."""
    run_probe(options.corpus, options.out)
