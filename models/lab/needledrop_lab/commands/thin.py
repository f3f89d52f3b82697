"""Write a manifest of less: fewer tags a track, fewer tracks to train with, or both.

    lab thin --manifest MANIFEST [--tags 8] [--tracks 900]

The new one, manifest-8-tags-900-tracks.jsonl, lies beside the old, so that both share cached
features. Train with it into a folder of its own, then compare with `lab variation`.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from ..corpus.items import read_items, write_items
from ..corpus.thin import with_fewer_tags, with_fewer_tracks


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which manifest, and how much of it."""
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--tags", type=int, help="at most, per track; default: all")
    parser.add_argument("--tracks", type=int, help="at most, to train on; default: all")


def run(options: argparse.Namespace) -> None:
    """Write the file and say where it is."""
    asked = {"tags": options.tags, "tracks": options.tracks}
    wanted = {name: most for name, most in asked.items() if most is not None}
    if not wanted or min(wanted.values()) < 1:
        raise SystemExit("pass --tags, --tracks or both, each 1 or more")
    old: Path = options.manifest
    new = old.with_name("-".join([old.stem, *(f"{n}-{name}" for name, n in wanted.items())]))
    new = new.with_name(f"{new.name}.jsonl")
    # read_items has put the folder before each file, which reading again would do a second time
    items = [dataclasses.replace(i, audio=i.audio.absolute()) for i in read_items(old)]
    if options.tracks is not None:
        items = with_fewer_tracks(items, options.tracks)
    if options.tags is not None:
        items = with_fewer_tags(items, options.tags)
    write_items(new, items)
    print(f"{len(items)} tracks: {new}")
