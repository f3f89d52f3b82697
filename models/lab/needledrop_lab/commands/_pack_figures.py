"""Figures of the pack that ships, as `lab evaluate needledrop-base` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ..measuring.pack_figures import PARTS, Figure, Music
from ..measuring.pack_towers import Listener, PackTowers
from ..reporting import results
from ..training.recipes import SHIPPED

COMMAND = f"lab evaluate {SHIPPED.name}"
NEEDS_CORPUS = ("composed",)


def measure_packs(
    packs: Sequence[Path], music: Music, parts: Iterable[str], cache: Path, out: Path
) -> None:
    """Measure the first pack, and others beside it, part by part; each is written when it is done.

    Raises PackError, AudioError for music that cannot be decoded, ResultsError.
    """
    listeners = [Listener(PackTowers(folder), cache) for folder in packs]
    facts = [listener.towers.facts for listener in listeners]
    for part in parts:
        if part in NEEDS_CORPUS and music.corpus is None:
            print(f"{part}: left out; pass --corpus", flush=True)
            continue
        found = [PARTS[part](listener, music) for listener in listeners]
        if not found[0]:
            print(f"{part}: left out; there is no music for it", flush=True)
            continue
        rows = [beside(figures) for figures in zip(*found, strict=True)]
        told = {"command": f"{COMMAND} --only {part}", "rows": rows}
        results.change(out, SHIPPED.name, partial(with_part, facts, part, told))
        for row in rows:
            values = " / ".join(f"{each['value']:.4f}" for each in row["estimates"])
            print(f"{part}: {row['name']}, {row['of']}: {row['measure']} {values}", flush=True)


def beside(figures: Sequence[Figure]) -> dict[str, Any]:
    """The same figure of several packs as one row; notes are those of the first."""
    rows = [figure.row() for figure in figures]
    estimates = [row.pop("estimate") for row in rows]
    return {**rows[0], "estimates": estimates}


def with_part(
    packs: Sequence[Mapping[str, str]],
    part: str,
    told: Mapping[str, Any],
    old: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The key with a part replaced or added; parts of other packs are dropped."""
    same = old is not None and old["packs"] == list(packs)
    parts = {**(old["parts"] if old is not None and same else {}), part: told}
    return {
        "command": COMMAND,
        "machine": results.machine(),
        "packs": list(packs),
        "parts": {name: parts[name] for name in PARTS if name in parts},
    }
