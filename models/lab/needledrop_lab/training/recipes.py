"""Recipes by name: the ten systems of the paper's second table, and the pack that ships."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from typing import Any

from ..errors import LabError
from ..model.settings import Objective, TextSide
from .settings import Settings, applied
from .texts import Representation


class RecipeError(LabError, ValueError):
    """There is no such recipe, or it is not complete."""


@dataclass(frozen=True)
class Stage:
    """A part of a training, with its changes of the recipe's settings."""

    name: str
    about: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class Recipe:
    """A model and how it is trained. `seeds`: the runs it is measured in. `pack`: see packs."""

    name: str
    about: str
    changes: Mapping[str, Any]
    seeds: tuple[int, ...] = (1,)
    stages: tuple[Stage, ...] = ()
    pack: Mapping[str, Any] = field(default_factory=dict)

    def settings(self, changes: Mapping[str, Any] | None = None) -> Settings:
        """The recipe's settings with some changes, such as those of a budget.

        :raises SettingsError: a setting does not exist or has an impossible value.
        """
        return applied(applied(Settings(), self.changes), changes or {})

    def staged(self, changes: Mapping[str, Any] | None = None) -> list[tuple[str, Settings]]:
        """Name and settings of each stage; one without a name where there are no stages."""
        if not self.stages:
            return [("", self.settings(changes))]
        return [
            (
                f"{number}-{stage.name}",
                applied(applied(self.settings(), stage.changes), changes or {}),
            )
            for number, stage in enumerate(self.stages, start=1)
        ]

    def within(self, budget: Mapping[str, Mapping[str, Any]]) -> Recipe:
        """The recipe with a budget's settings of its stages, by their names. Raises RecipeError."""
        if other := budget.keys() - {stage.name for stage in self.stages}:
            raise RecipeError(f"{self.name} has no stage {', '.join(sorted(other))}")
        stages = (
            replace(stage, changes={**stage.changes, **budget.get(stage.name, {})})
            for stage in self.stages
        )
        return replace(self, stages=tuple(stages))

    @cached_property
    def defaults(self) -> Settings:
        """The recipe's settings as they are."""
        return self.settings()

    @property
    def objective(self) -> Objective:
        """What its towers are trained with."""
        return self.defaults.objective

    @property
    def text(self) -> TextSide:
        """What its text side is."""
        return self.defaults.text

    @property
    def representation(self) -> Representation:
        """What its text side is trained on."""
        return self.defaults.representation


def read_recipe(name: str) -> Recipe:
    """The recipe recipes/NAME.toml. Raises RecipeError."""
    values = _table(f"{name}.toml")
    stages = []
    for stage in values.get("stages", []):
        changes = {key: value for key, value in stage.items() if key not in ("name", "about")}
        stages.append(Stage(stage["name"], stage["about"], changes))
    return Recipe(
        name,
        values["about"],
        values["settings"],
        tuple(values["seeds"]),
        tuple(stages),
        values.get("pack", {}),
    )


def _table(path: str) -> dict[str, Any]:
    try:
        text = files("needledrop_lab").joinpath("recipes", path).read_text("utf-8")
    except OSError as error:
        raise RecipeError(f"there is no recipe {path} ({error})") from error
    return tomllib.loads(text)


def _named(names: Sequence[str]) -> dict[str, Recipe]:
    return {name: read_recipe(name) for name in names}


# in the order of the paper's second table
SYSTEMS: Mapping[str, Recipe] = _named(
    [
        "classification",
        "triplet-wordvec-tag",
        "triplet-wordvec-sentence",
        "triplet-wordvec-stochastic",
        "triplet-bert-tag",
        "triplet-bert-sentence",
        "triplet-bert-stochastic",
        "contrastive-bert-tag",
        "contrastive-bert-sentence",
        "contrastive-bert-stochastic",
    ]
)
SHIPPED = read_recipe("needledrop-base")
RECIPES: Mapping[str, Recipe] = {**SYSTEMS, SHIPPED.name: SHIPPED}
BUDGETS: dict[str, Mapping[str, Any]] = {
    name: _table(f"budgets/{name}.toml") for name in ("published", "two-core")
}
SHORT: Mapping[str, Mapping[str, Any]] = _table("budgets/short.toml")  # of needledrop-base
