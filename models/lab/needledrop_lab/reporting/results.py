"""The file of figures, docs/results.json: an object whose every key belongs to one command.

`lab report` writes docs/results.md from it, and no figure is written anywhere else by hand. Shares,
areas and accuracies range from 0 to 1, ranks start at 1, times are in the unit that the key names.
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from ..errors import LabError
from ..files import write_text

RESULTS = Path("docs/results.json")


class ResultsError(LabError, ValueError):
    """A file of figures that cannot be used, or a figure that cannot be written to it."""


def read(path: Path) -> dict[str, Any]:
    """All keys; none if there is no such file yet. Raises ResultsError for anything else."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ResultsError(f"{path} cannot be read ({error}); restore it from git") from error
    if not isinstance(found, dict):
        raise ResultsError(f"{path} is not a JSON object; restore it from git")
    return found


def merge(path: Path, key: str, value: object) -> None:
    """Put `value` under `key` and leave all other keys as they are; see `change`."""
    change(path, key, lambda _: value)


def change(path: Path, key: str, new: Callable[[Any], object]) -> None:
    """Replace the value of `key` by `new` of it (None if there is none); other keys stay.

    The file is replaced whole or not at all, and one writer waits for another. Raises ResultsError
    for a value that is not JSON, such as NaN and infinity; write None for an unmeasured figure.
    """
    with _alone(path.parent):
        whole = read(path)
        whole[key] = new(whole.get(key))
        try:
            text = json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise ResultsError(f"{key} cannot be written to {path}: {error}") from error
        write_text(path, f"{text}\n")


def machine() -> str:
    """The processor and the accelerator of this machine, in words for the report."""
    model = platform.processor() or platform.machine()
    details = Path("/proc/cpuinfo")  # elsewhere the name above has to do
    if details.exists():
        named = [line for line in details.read_text().splitlines() if line.startswith("model name")]
        model = named[0].split(":", 1)[1].strip() if named else model
    words = f"{os.cpu_count()} cores of {model}"
    return f"{words}, {torch.cuda.get_device_name()}" if torch.cuda.is_available() else words


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other writers out by a lock on the folder, which leaves no lock file behind."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
