from collections.abc import Mapping
from pathlib import Path

import pytest

from needledrop_lab.corpus.items import Fact, Item, Split
from needledrop_lab.measuring.tasks.own import OWN, energy_class, key_mode, own_task
from needledrop_lab.measuring.tasks.task import TaskError


def item(
    name: str,
    split: Split = "train",
    kinds: Mapping[str, tuple[str, ...]] | None = None,
    source: str = "composed",
    **facts: Fact,
) -> Item:
    return Item(name, source, name, split, Path(f"{name}.flac"), 30.0, kinds or {}, (), facts)


def corpus(**labelled: tuple[Mapping[str, tuple[str, ...]], Mapping[str, Fact]]) -> list[Item]:
    """Three training and three test items, and one for validation, of each."""
    splits: tuple[Split, ...] = ("train",) * 3 + ("test",) * 3 + ("valid",)
    return [
        item(f"{name}-{number}", split, kinds, "recorded", **facts)
        for name, (kinds, facts) in labelled.items()
        for number, split in enumerate(splits)
    ]


FULL = corpus(
    waltz=(
        {
            "mood": ("calm", "warm"),
            "instrument": ("violin",),
            "use": ("wedding",),
            "era": ("old",),
            "tempo": ("slow",),
        },
        {"style": "waltz", "bpm": 70, "mode": "major", "metre": "3/4", "energy": 0.2},
    ),
    techno=(
        {
            "mood": ("dark", "warm"),
            "instrument": ("synth",),
            "use": ("club",),
            "era": ("1990s",),
            "tempo": ("fast",),
        },
        {"style": "techno", "bpm": 130.0, "mode": "minor", "metre": "4/4", "energy": 0.9},
    ),
)


def test_there_are_ten_tasks_and_each_can_be_made() -> None:
    assert len(OWN) == 10
    for name in OWN:
        task = own_task(name, FULL)
        assert [len(task.of(split)) for split in ("train", "valid", "test")] == [6, 2, 6], name
        assert len(task.labels) >= 2, name


def test_labels_are_those_of_the_kind_or_fact() -> None:
    assert own_task("mood", FULL).labels == ("warm", "calm", "dark")
    assert own_task("style", FULL).labels == ("techno", "waltz")
    assert own_task("metre", FULL).asked() == ["waltz, three beats in a bar", "four beats in a bar"]
    assert set(own_task("macleod", FULL).labels) >= {"violin", "synth", "old", "club"}


def test_a_label_needs_three_clips_in_train_and_in_test() -> None:
    rare = [item(f"r{n}", "train", {"mood": ("rare", "calm")}) for n in range(9)]
    task = own_task("mood", [*FULL, *rare])
    assert "rare" not in task.labels
    assert [clip.labels for clip in task.clips if clip.id == "r0"] == [("calm",)]


def test_items_without_a_label_take_no_part() -> None:
    bare = item("bare", "test", {}, mode="dorian")
    assert all(clip.id != "bare" for clip in own_task("mode", [*FULL, bare]).clips)


def test_an_item_of_two_eras_has_none() -> None:
    both = item("both", "test", {"era": ("old", "1990s")})
    assert all(clip.id != "both" for clip in own_task("era", [*FULL, both]).clips)


def test_only_recorded_music_is_in_the_task_of_recorded_tags() -> None:
    composed = [item(f"c{n}", "test", {"mood": ("calm",)}) for n in range(5)]
    assert not any(c.id.startswith("c") for c in own_task("macleod", [*FULL, *composed]).clips)


def test_a_tempo_is_called_what_the_corpus_calls_it() -> None:
    gallop = [
        item(f"{split}-{n}", split, {"tempo": ("fast",)}, bpm=76)  # two in a bar
        for split in ("train", "test")
        for n in range(3)
    ]
    labels = {c.id: c.labels for c in own_task("tempo", [*FULL, *gallop]).clips}
    assert labels["test-0"] == labels["techno-0"] == ("fast",)


def test_what_is_not_known_has_no_class() -> None:
    assert energy_class(item("x", energy="much")) == ()
    assert key_mode(item("x", mode="phrygian")) == ()


def test_too_small_a_manifest_and_an_unknown_name_are_told() -> None:
    with pytest.raises(TaskError, match="build a larger corpus"):
        own_task("style", FULL[:7])
    with pytest.raises(TaskError, match="there is no task 'loudness'"):
        own_task("loudness", FULL)
