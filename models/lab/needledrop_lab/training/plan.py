"""What a run is, and the music it is trained on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from .settings import Settings, to_json

FORMAT = 2


class Corpus(Protocol):
    """Music and texts to train with: a manifest's pool, or the folders of needledrop-base."""

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Tags that texts consist of; empty where texts are free."""

    @property
    def fingerprint(self) -> str:
        """Changes with anything that a run could learn from it."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Tracks, and what else there is, by split."""

    def sentences(self) -> list[str]:
        """Texts that show what music texts are like, for the projection to start from."""


@dataclass(frozen=True)
class Plan:
    """A run: a recipe's name, seed, settings, and the folder of its tracks' cached features.

    A run of several stages is one run for each, with `stage` as its folder's name.
    """

    recipe: str
    seed: int
    settings: Settings
    features: Path
    stage: str = ""

    @property
    def name(self) -> str:
        """The run's folder, inside that of all runs."""
        name = f"{self.recipe}-seed{self.seed}"
        return f"{name}/{self.stage}" if self.stage else name

    def facts(self, corpus: Corpus) -> dict[str, Any]:
        """All that the run's weights depend on, as JSON has it; in run.json and in checkpoints."""
        return {
            "format": FORMAT,
            "recipe": self.recipe,
            "stage": self.stage,
            "seed": self.seed,
            "settings": to_json(self.settings),
            "corpus": corpus.fingerprint,
            "vocabulary": list(corpus.vocabulary),
            "tracks": dict(corpus.sizes),
        }
