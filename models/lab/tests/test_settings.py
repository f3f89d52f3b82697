"""Settings: read back as written, changed by name, refused by name."""

import pytest

from needledrop_lab.settings import BUDGETS, RunSettings, SettingsError, changed, from_json, to_json


@pytest.mark.parametrize("budget", BUDGETS)
def test_a_budget_is_read_back_as_it_was_written(budget: str) -> None:
    assert from_json(to_json(BUDGETS[budget])) == BUDGETS[budget]


def test_settings_are_changed_by_name() -> None:
    settings = changed(RunSettings(), ["steps=50", "clip=null", "pooling=first"])
    assert (settings.steps, settings.clip, settings.pooling) == (50, None, "first")


@pytest.mark.parametrize(
    "change",
    [
        *("speed=3", "compact={}", "steps=0", "steps=many", "batch=8.5", "patience=true"),
        *("audio=compct", "pooling=cls", "bf16=no", "margin=null", "clip=far"),
    ],
)
def test_an_impossible_setting_is_named(change: str) -> None:
    with pytest.raises(SettingsError, match=change.split("=")[0]):
        changed(RunSettings(), [change])


def test_a_wrong_value_says_what_there_is() -> None:
    with pytest.raises(SettingsError, match="pooling cannot be 'cls'; it is first or mean"):
        changed(RunSettings(), ["pooling=cls"])
    with pytest.raises(SettingsError, match="clip cannot be 'far'; it is float or NoneType"):
        changed(RunSettings(), ["clip=far"])
    assert changed(RunSettings(), ["margin=1"]).margin == 1


def test_settings_of_another_version_are_refused() -> None:
    with pytest.raises(SettingsError, match="another version"):
        from_json({**to_json(RunSettings()), "momentum": 1})


def test_each_tower_has_its_own_sections_and_features() -> None:
    ours, paper = RunSettings(), RunSettings(audio="music-transformer")
    assert (ours.frames, ours.features) == (499, "features")
    assert (paper.frames, paper.features) == (992, "features-paper")


def test_only_mel_power_can_be_augmented() -> None:
    with pytest.raises(SettingsError, match="augmented"):
        changed(RunSettings(augmented=True), ["audio=music-transformer"])
