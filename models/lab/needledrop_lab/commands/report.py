"""Write docs/results.md from docs/results.json, with the paper's figures beside ours.

    lab report [--results docs/results.json] [--out docs/results.md]

The paper's figures are put into results.json under `paper`, so that the page holds none that are
not in that file.
"""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from pathlib import Path

from ..files import write_text
from ..reporting import results
from ..reporting.report import render


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file of figures and the page."""
    parser.add_argument("--results", type=Path, default=results.RESULTS)
    parser.add_argument("--out", type=Path, default=Path("docs/results.md"))


def run(options: argparse.Namespace) -> None:
    """Render whatever is there."""
    paper = files("needledrop_lab").joinpath("data/paper.json").read_text("utf-8")
    results.merge(options.results, "paper", json.loads(paper))
    write_text(options.out, render(results.read(options.results)))
    print(f"wrote {options.out}")
