"""The files in a run's folder, and which run they belong to.

run.json         what the run depends on, and the commit it started from
checkpoint.pt    weights, optimiser, step, and the same facts: a killed run resumes from it
weights.pt       the weights that the run results in, with the same facts
curve.jsonl      the learning curve, one validation a line
finished.json    how it ended; there only when it has
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from ..files import write_json
from .errors import RunError
from .settings import differences

RUN, CHECKPOINT, WEIGHTS = "run.json", "checkpoint.pt", "weights.pt"
CURVE, FINISHED = "curve.jsonl", "finished.json"


def claim(folder: Path, facts: dict[str, Any]) -> None:
    """Make the run's folder, or make sure that the one there is of the same run.

    :raises RunError: it is of another run; names what differs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / RUN).exists():
        same_run(folder, read_facts(folder / RUN), facts)
    else:
        write_json(folder / RUN, {**facts, "commit": commit()})


def same_run(folder: Path, found: dict[str, Any], facts: dict[str, Any]) -> None:
    """Raise RunError, naming what differs, unless a run's facts are these. Commits may differ."""
    found = {name: value for name, value in found.items() if name != "commit"}
    other = [text.removeprefix("settings.") for text in differences(found, facts)]
    if other:
        raise RunError(
            f"{folder} holds another run: {'; '.join(other)}; name another --out, or remove it"
        )


def commit() -> str | None:
    """The git commit of the lab's code, "-dirty" where it is changed; None outside a checkout."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        found = subprocess.run(
            command, cwd=Path(__file__).parent, capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return found.stdout.strip() or None


def read_facts(path: Path) -> dict[str, Any]:
    """The object in one of a run's JSON files. Raises RunError."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{path} cannot be read ({error}); `lab train` writes a new one") from error
    if not isinstance(found, dict):
        raise RunError(f"{path} is not a JSON object; `lab train` writes a new one")
    return found


def read_weights(path: Path, device: torch.device) -> dict[str, Any]:
    """What `files.write_tensors` wrote for a run. Raises RunError."""
    try:
        found: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    except (OSError, EOFError, RuntimeError, UnpicklingError) as error:
        raise RunError(
            f"{path} cannot be read ({error}); remove the folder and train again"
        ) from error
    return found
