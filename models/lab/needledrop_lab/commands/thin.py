"""Write a manifest of the same music with fewer tags a track.

    lab thin --manifest MANIFEST --tags 8

The new one, manifest-8-tags.jsonl, lies beside the old, so that both share cached features. Train
with it into a folder of its own, then compare with `lab variation`.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from ..items import read_items, write_items
from ..thin import thinned


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which manifest, and how many tags."""
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--tags", type=int, required=True, help="of a track at most")


def run(options: argparse.Namespace) -> None:
    """Write the file and say where it is."""
    if options.tags < 1:
        raise SystemExit(f"--tags must be 1 or more, not {options.tags}")
    old: Path = options.manifest
    new = old.with_name(f"{old.stem}-{options.tags}-tags.jsonl")
    # read_items has put the folder before each file, which reading again would do a second time
    items = [dataclasses.replace(i, audio=i.audio.absolute()) for i in read_items(old)]
    write_items(new, thinned(items, options.tags))
    print(f"{len(items)} tracks with at most {options.tags} tags: {new}")
