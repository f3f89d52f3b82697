"""The recipes: the ten systems of the paper's second table, the pack that ships, the budgets."""

import dataclasses
from importlib.resources import files

import pytest

from needledrop_lab.model.settings import SettingsError
from needledrop_lab.training.recipes import (
    BUDGETS,
    RECIPES,
    SHIPPED,
    SYSTEMS,
    RecipeError,
    Stage,
    read_recipe,
)
from needledrop_lab.training.settings import Settings


def test_there_are_ten_and_their_names_say_what_they_are() -> None:
    assert len(SYSTEMS) == 10
    for name, system in SYSTEMS.items():
        parts = (system.objective, system.text, system.representation)
        assert name == system.name
        assert name == ("classification" if parts[0] == "classification" else "-".join(parts))


def test_every_recipe_file_is_listed() -> None:
    names = {file.name for file in files("needledrop_lab").joinpath("recipes").iterdir()}
    assert {name for name in names if name.endswith(".toml")} == {f"{r}.toml" for r in RECIPES}


def test_learning_rates_are_the_paper_s() -> None:
    rates = {name: system.defaults.rate for name, system in SYSTEMS.items()}
    assert rates["classification"] == 1e-3
    assert {rate for name, rate in rates.items() if "wordvec" in name} == {1e-4}
    assert rates["triplet-bert-tag"] == 1e-4
    assert rates["triplet-bert-sentence"] == rates["triplet-bert-stochastic"] == 5e-5
    assert {rate for name, rate in rates.items() if "contrastive" in name} == {5e-5}


def test_the_three_contrastive_systems_are_run_three_times() -> None:
    assert {len(s.seeds) for s in SYSTEMS.values() if s.objective == "contrastive"} == {3}
    assert sum(len(system.seeds) for system in SYSTEMS.values()) == 16


def test_systems_differ_in_objective_text_and_rate_alone() -> None:
    own = {"objective", "text", "representation", "rate"}
    assert all(set(system.changes) == own for system in SYSTEMS.values())


@pytest.mark.parametrize("budget", BUDGETS)
def test_a_budget_leaves_alone_what_makes_a_system(budget: str) -> None:
    system = SYSTEMS["triplet-bert-tag"]
    settings = system.settings(BUDGETS[budget])
    assert {name: getattr(settings, name) for name in system.changes} == system.changes


def test_budgets_are_those_of_the_table() -> None:
    two, published = (
        SYSTEMS["triplet-bert-tag"].settings(BUDGETS[name]) for name in ("two-core", "published")
    )
    assert (two.compact.stem, two.compact.width, two.compact.depth) == ((16, 32, 48), 128, 2)
    assert (two.steps, two.audio_rate, two.head_rate, two.centroid_rate) == (1000, 1e-3, 1e-3, 1e-2)
    assert (two.text_rate, two.clip, two.frozen_blocks, two.augmentation) == (None, 1, 3, "full")
    assert dataclasses.replace(published, audio="compact") == SYSTEMS["triplet-bert-tag"].defaults


def test_the_shipped_recipe_learns_all_at_once_then_words_then_sentences() -> None:
    stages = dict(SHIPPED.staged())
    assert list(stages) == ["1-music", "2-words", "3-sentences"]
    music, words, sentences = stages.values()
    for settings in stages.values():
        assert (settings.audio, settings.taught, settings.keep) == ("blocks", True, "last")
        assert min(settings.recorded, settings.generated, settings.songs, settings.composed) > 0
        assert settings.lessons > 0 and settings.text_pairs > 0
    assert music.lesson_weight > words.lesson_weight > 0 and not music.frozen_audio
    assert words.words_weight > music.words_weight and not words.frozen_audio
    assert sentences.lesson_weight == 0 and sentences.frozen_audio
    assert sentences.text_pairs > music.text_pairs
    assert sentences.frozen_blocks < music.frozen_blocks < SHIPPED.defaults.bert.depth


def test_a_stage_changes_the_recipe_and_a_change_asked_for_wins_over_both() -> None:
    stage = Stage("second", "", {"steps": 7, "clip": 2.0})
    recipe = dataclasses.replace(SHIPPED, stages=(Stage("first", "", {}), stage))
    first, second = (settings for _, settings in recipe.staged({"steps": 3}))
    assert (first.steps, first.clip, second.steps, second.clip) == (3, 1.0, 3, 2.0)


def test_a_recipe_without_stages_is_one() -> None:
    system = SYSTEMS["classification"]
    assert system.staged({"steps": 5}) == [("", system.settings({"steps": 5}))]


def test_an_unknown_recipe_or_setting_is_named() -> None:
    with pytest.raises(RecipeError, match="no recipe quartet"):
        read_recipe("quartet")
    with pytest.raises(SettingsError, match="no setting 'tempo'"):
        dataclasses.replace(SHIPPED, changes={"tempo": 1}).settings()


def test_the_shipped_model_has_the_sizes_of_the_pack() -> None:
    settings, usual = SHIPPED.defaults, Settings()
    assert (settings.blocks, settings.front, settings.bert) == (
        usual.blocks,
        usual.front,
        usual.bert,
    )
    assert settings.dimension == 128
