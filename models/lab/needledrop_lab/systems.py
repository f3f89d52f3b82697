"""The ten systems of the paper's second table, by name.

All share the audio tower, the data and the budget; they differ in what is asked of the towers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Representation

Objective = Literal["classification", "triplet", "contrastive"]
TextSide = Literal["binary", "wordvec", "bert"]


@dataclass(frozen=True)
class System:
    """One row of the table. `rate` is the paper's learning rate of all weights."""

    objective: Objective
    text: TextSide
    representation: Representation
    rate: float

    @property
    def name(self) -> str:
        """As commands and results call it."""
        if self.objective == "classification":
            return "classification"
        return f"{self.objective}-{self.text}-{self.representation}"

    @property
    def seeds(self) -> tuple[int, ...]:
        """Runs it is measured in: the systems whose ranking is the paper's claim, more often."""
        return (1, 2, 3) if self.objective == "contrastive" else (1,)


SYSTEMS = {
    system.name: system
    for system in (
        System("classification", "binary", "tag", 1e-3),
        System("triplet", "wordvec", "tag", 1e-4),
        System("triplet", "wordvec", "sentence", 1e-4),
        System("triplet", "wordvec", "stochastic", 1e-4),
        System("triplet", "bert", "tag", 1e-4),
        System("triplet", "bert", "sentence", 5e-5),
        System("triplet", "bert", "stochastic", 5e-5),
        System("contrastive", "bert", "tag", 5e-5),
        System("contrastive", "bert", "sentence", 5e-5),
        System("contrastive", "bert", "stochastic", 5e-5),
    )
}
