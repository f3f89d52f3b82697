"""The finished runs in a folder of run folders, with their learning curves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..corpus.pool import Pool
from .checkpoints import CURVE, FINISHED, RUN, read_facts
from .errors import RunError
from .recipes import SYSTEMS


@dataclass(frozen=True)
class FinishedRun:
    """A finished run: its folder, what it is, and how it ended."""

    folder: Path
    system: str
    seed: int
    ending: dict[str, Any]

    def curve(self) -> list[dict[str, float]]:
        """Its validations: step, train, valid (losses) and seconds."""
        lines = (self.folder / CURVE).read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


def finished_runs(runs: Path, pool: Pool | None = None) -> list[FinishedRun]:
    """Finished runs in a folder, in the order of the table and of their seeds.

    Others are named and left out. Raises RunError if none is finished, or if one was trained with
    another corpus than `pool`, whose test tracks it may have been trained on.
    """
    found = []
    for facts in sorted(runs.glob(f"*/{RUN}")):
        read = read_facts(facts)
        ending = facts.with_name(FINISHED)
        if read.get("recipe") in SYSTEMS and ending.exists():
            if pool is not None and read.get("corpus") != pool.fingerprint:
                raise RunError(
                    f"{facts.parent} was trained with other tracks or tags than the manifest has; "
                    "name the manifest that it was trained with, or other runs"
                )
            ended = read_facts(ending)
            found.append(FinishedRun(facts.parent, read["recipe"], read["seed"], ended))
        else:
            print(f"{facts.parent} is left out: it is not a finished run", flush=True)
    if not found:
        raise RunError(f"{runs} holds no finished run; `lab table2` makes them")
    order = list(SYSTEMS)
    return sorted(found, key=lambda run: (order.index(run.system), run.seed))


def first_seeds(runs: Sequence[FinishedRun]) -> list[FinishedRun]:
    """One run of each system, that of its lowest seed."""
    first: dict[str, FinishedRun] = {}
    for run in sorted(runs, key=lambda run: run.seed):
        first.setdefault(run.system, run)
    return [run for run in runs if first[run.system] is run]
