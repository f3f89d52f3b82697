"""Scenes that editors describe, by kind of footage, with music that fits: data/scenes/*.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from .text_pair import TextPair

# Kinds kept for measuring how the tower takes footage that it was told little of: a phrase or two
# of each, in data/scenes.json.
UNSEEN = ("charity", "cooking", "heist", "trades", "underwater", "western")
LISTS = ("moods", "genres", "instruments", "uses")
ENERGY = {"low": "gentle", "medium": "", "high": "energetic"}
TEMPO = {"slow": "slow", "medium": "medium tempo", "fast": "fast"}
VOCALS = {"none": "instrumental", "sung": "vocals", "rapped": "rapping", "choir": "choir"}


@dataclass(frozen=True)
class Scene:
    """A moment of some footage. `texts` maps a register (keywords, fragment, sentence, slug, brief,
    temp, typo) to descriptions; `fits` are tags of fitting music, best first; `avoid` of wrong."""

    kind: str
    texts: Mapping[str, tuple[str, ...]]
    fits: tuple[str, ...]
    avoid: tuple[str, ...]

    def pairs(self) -> list[TextPair]:
        """Each description with the tags."""
        return [
            TextPair("scenes", self.kind, text, self.fits, self.avoid)
            for texts in self.texts.values()
            for text in texts
        ]


@cache
def load_scenes(split: Literal["train", "test"]) -> tuple[Scene, ...]:
    """The scenes to train with, or those of UNSEEN kinds."""
    folder = files("needledrop_lab").joinpath("data/scenes")
    kinds = [json.loads(file.read_text("utf-8")) for file in _sorted(folder)]
    return tuple(
        Scene(
            kind["kind"],
            {register: tuple(texts) for register, texts in scene["texts"].items()},
            _tags(scene["fits"]),
            tuple(scene["avoid"]),
        )
        for kind in kinds
        if (kind["kind"] in UNSEEN) == (split == "test")
        for scene in kind["scenes"]
    )


def _tags(fits: Mapping[str, object]) -> tuple[str, ...]:
    """All that fits as tags."""
    tags = [tag for name in LISTS for tag in _list(fits.get(name, []))]
    tags += [TEMPO.get(str(fits.get("tempo")), ""), ENERGY.get(str(fits.get("energy")), "")]
    tags += [
        VOCALS.get(str(fits.get("vocals")), ""),
        *(str(fits.get(n, "")) for n in ("era", "place")),
    ]
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".json")),
        key=lambda file: file.name,
    )
