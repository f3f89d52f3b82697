"""The paper's ten downstream tasks by name, each read from the user's own copy of its data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from .benchmark import emotify, kvt
from .genres import fma, gtzan
from .jamendo import mtg
from .mtat import mtat1, mtat2
from .task import Task

OFFICIAL: Mapping[str, Callable[[Path], Task]] = {
    "mtat1": mtat1,
    "mtat2": mtat2,
    "mtg-top50tags": partial(mtg, subset="top50tags"),
    "mtg-genre": partial(mtg, subset="genre"),
    "fma": fma,
    "gtzan": gtzan,
    "mtg-instrument": partial(mtg, subset="instrument"),
    "kvt": kvt,
    "mtg-moodtheme": partial(mtg, subset="moodtheme"),
    "emotify": emotify,
}
