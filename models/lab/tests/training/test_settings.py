"""Settings: read back as written, changed by name, refused by name."""

import pytest

from needledrop_lab.model.settings import SettingsError
from needledrop_lab.training.recipes import BUDGETS, SHIPPED, SYSTEMS
from needledrop_lab.training.settings import (
    Settings,
    applied,
    differences,
    from_json,
    parsed,
    to_json,
)


def changed(settings: Settings, changes: list[str]) -> Settings:
    """As `--set` does."""
    return applied(settings, parsed(changes))


@pytest.mark.parametrize("budget", BUDGETS)
def test_a_budget_is_read_back_as_it_was_written(budget: str) -> None:
    settings = SYSTEMS["classification"].settings(BUDGETS[budget])
    assert from_json(to_json(settings)) == settings


def test_every_stage_is_read_back_as_it_was_written() -> None:
    for _, settings in SHIPPED.staged():
        assert from_json(to_json(settings)) == settings


def test_settings_are_changed_by_name() -> None:
    settings = changed(Settings(), ["steps=50", "clip=null", "pooling=first"])
    assert (settings.steps, settings.clip, settings.pooling) == (50, None, "first")


@pytest.mark.parametrize(
    "change",
    [
        *(
            "speed=3",
            "compact={}",
            "steps=0",
            "patience=-1",
            "steps=many",
            "batch=8.5",
            "patience=true",
        ),
        *("audio=compct", "pooling=cls", "bf16=no", "margin=null", "clip=far"),
    ],
)
def test_an_impossible_setting_is_named(change: str) -> None:
    with pytest.raises(SettingsError, match=change.split("=")[0]):
        changed(Settings(), [change])


def test_a_wrong_value_says_what_there_is() -> None:
    with pytest.raises(SettingsError, match="pooling cannot be 'cls'; it is first or mean"):
        changed(Settings(), ["pooling=cls"])
    with pytest.raises(SettingsError, match="clip cannot be 'far'; it is float or NoneType"):
        changed(Settings(), ["clip=far"])
    assert changed(Settings(), ["margin=1"]).margin == 1


def test_settings_of_another_version_are_refused() -> None:
    written = to_json(Settings())
    with pytest.raises(SettingsError, match=r"another version: momentum is 1 there"):
        from_json({**written, "momentum": 1})
    without = {name: value for name, value in written.items() if name != "steps"}
    with pytest.raises(SettingsError, match=r"another version: steps is None there and 100000"):
        from_json(without)
    shape = {name: size for name, size in written["compact"].items() if name != "depth"}
    with pytest.raises(SettingsError, match=r"another version: compact.depth is None there"):
        from_json({**written, "compact": shape})
    with pytest.raises(SettingsError, match=r"another version: compact: .*height"):
        from_json({**written, "compact": {**shape, "height": 2}})


def test_each_tower_has_its_own_sections_and_features() -> None:
    ours, paper = Settings(), Settings(audio="music-transformer")
    assert (ours.frames, ours.features) == (499, "features")
    assert (paper.frames, paper.features) == (992, "features-paper")


def test_only_mel_power_can_be_augmented() -> None:
    with pytest.raises(SettingsError, match="augmentation"):
        changed(Settings(augmentation="full"), ["audio=music-transformer"])


def test_the_projection_of_the_pack_needs_bert_and_its_mean() -> None:
    with pytest.raises(SettingsError, match="projection=affine"):
        Settings(projection="affine", pooling="first")


def test_only_a_tower_of_blocks_is_taught() -> None:
    with pytest.raises(SettingsError, match="taught needs audio=blocks and projection=affine"):
        Settings(taught=True, projection="affine")
    with pytest.raises(SettingsError, match="taught needs audio=blocks and projection=affine"):
        Settings(taught=True, audio="blocks")
    assert Settings(taught=True, audio="blocks", projection="affine").lesson_weight == 1


def test_a_shape_may_be_changed_in_part() -> None:
    settings = applied(Settings(), {"compact": {"stem": [4, 8], "width": 12}})
    assert (settings.compact.stem, settings.compact.width) == ((4, 8), 12)
    assert settings.compact.depth == Settings().compact.depth


def test_differences_are_named_by_their_path() -> None:
    one, other = to_json(Settings()), to_json(applied(Settings(), {"compact": {"width": 12}}))
    assert list(differences(one, one)) == []
    assert list(differences(one, other)) == ["compact.width is 256 there and 12 now"]
