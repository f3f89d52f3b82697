"""Runs: what is learnt, what a kill costs, what is refused."""

import dataclasses
import json
from pathlib import Path
from random import Random

import pytest
import torch
from run_toys import SETTINGS, TAGS, toy_items, toy_language

from needledrop_lab import device, runs
from needledrop_lab.device import DeviceError, DiskFullError, device_of, tensor_bytes
from needledrop_lab.paper_features import PaperFrontEnd
from needledrop_lab.pool import Pool, pool_of
from needledrop_lab.runs import Plan, RunError, is_stuck, optimiser_of, rate_at, train_run
from needledrop_lab.settings import to_json
from needledrop_lab.systems import SYSTEMS
from needledrop_lab.towers.music_transformer import MusicTransformerShape
from needledrop_lab.two_towers import TwoTowers

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pool, Path]:
    folder = tmp_path_factory.mktemp("toy")
    return pool_of(toy_items(folder)), folder / "features"


def plan(toy: tuple[Pool, Path], system: str, **changes: object) -> Plan:
    settings = dataclasses.replace(SETTINGS, **changes)  # type: ignore[arg-type]
    return Plan(SYSTEMS[system], 1, settings, toy[1])


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_learns_what_can_be_heard(
    toy: tuple[Pool, Path], tmp_path: Path, system: str
) -> None:
    folder = train_run(plan(toy, system), toy[0], toy_language(), tmp_path, CPU)
    curve = [json.loads(line) for line in (folder / "curve.jsonl").read_text().splitlines()]
    assert [point["step"] for point in curve] == [10, 20, 30, 40]
    assert curve[-1]["valid"] < curve[0]["valid"]
    ending = json.loads((folder / "finished.json").read_text())
    assert ending["bestValid"] == min(point["valid"] for point in curve)


def test_the_paper_s_tower_learns_from_decibels(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    shape = MusicTransformerShape(
        mel_bands=8, channels=4, convolutions=2, width=16, inner=16, depth=1, heads=2, dropout=0.0
    )
    front = PaperFrontEnd(sample_rate=8, section_seconds=1, fft_size=4, hop_samples=2, mel_bands=8)
    chosen = plan(
        toy,
        "contrastive-bert-tag",
        audio="music-transformer",
        music_transformer=shape,
        paper_front=front,
    )
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    curve = [json.loads(line) for line in (folder / "curve.jsonl").read_text().splitlines()]
    assert curve[-1]["valid"] < curve[0]["valid"]


def test_augmented_sections_are_heard_otherwise_in_training_alone(
    toy: tuple[Pool, Path],
) -> None:
    chosen = plan(toy, "contrastive-bert-tag", augmented=True)
    towers = TwoTowers(chosen.system, chosen.settings, toy_language(), len(toy[0].vocabulary))
    sections, _, _ = runs.Batches(chosen, toy[0]).train(0)
    towers.train()  # the toy tower drops nothing out
    assert not torch.allclose(towers.hear(sections), towers.hear(sections), atol=1e-3)
    towers.eval()
    assert torch.equal(towers.hear(sections), towers.hear(sections))


def test_texts_are_cut_in_training_alone(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "contrastive-bert-tag", max_tokens=4)
    towers = TwoTowers(chosen.system, chosen.settings, toy_language(), len(toy[0].vocabulary))
    texts = ["banjo, piano, flute, drums", "banjo, piano, flute, calm"]
    towers.train()  # the toy tower drops nothing out
    assert torch.equal(*towers.read(texts))
    towers.eval()
    assert not torch.equal(*towers.read(texts))


def test_texts_of_any_length_are_read_as_if_alone(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "contrastive-bert-tag")
    towers = TwoTowers(chosen.system, chosen.settings, toy_language(), len(toy[0].vocabulary))
    random = Random(3)
    texts = [", ".join(random.sample(TAGS, random.randint(1, len(TAGS)))) for _ in range(40)]
    alone = torch.cat([towers.read([text]) for text in texts])
    assert torch.allclose(towers.read(texts), alone, atol=1e-5)


def test_a_killed_run_goes_on_with_the_same_numbers(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = plan(toy, "triplet-bert-stochastic", augmented=True)
    whole = train_run(chosen, toy[0], toy_language(), tmp_path / "whole", CPU)
    draw, left = runs.Batches.train, [25]

    def interrupted(batches: runs.Batches, step: int) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return draw(batches, step)

    with monkeypatch.context() as patch:
        patch.setattr(runs.Batches, "train", interrupted)
        with pytest.raises(KeyboardInterrupt):
            train_run(chosen, toy[0], toy_language(), tmp_path / "killed", CPU)
    killed = tmp_path / "killed" / chosen.name
    assert len((killed / "curve.jsonl").read_text().splitlines()) == 2
    assert not (killed / "finished.json").exists()
    train_run(chosen, toy[0], toy_language(), tmp_path / "killed", CPU)
    for file in ("checkpoint.pt", "best.pt"):
        expected, found = (torch.load(f / file, weights_only=True) for f in (whole, killed))
        for name, value in expected["towers"].items():
            assert torch.equal(value, found["towers"][name]), (file, name)
    assert not list(killed.glob("*.part"))


def test_a_finished_run_is_left_as_it_is(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    chosen = plan(toy, "classification", steps=10)
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    before = (folder / "checkpoint.pt").stat().st_mtime_ns
    train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    assert (folder / "checkpoint.pt").stat().st_mtime_ns == before


def test_a_folder_of_another_run_is_refused(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    train_run(plan(toy, "classification", steps=10), toy[0], toy_language(), tmp_path, CPU)
    with pytest.raises(RunError, match="other settings; name another --out"):
        train_run(plan(toy, "classification", steps=20), toy[0], toy_language(), tmp_path, CPU)


def test_a_full_disk_is_seen_before_writing_and_the_run_goes_on_later(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = plan(toy, "classification", steps=10)
    with monkeypatch.context() as patch:
        patch.setattr(device, "SPARE_BYTES", 2**62)
        with pytest.raises(DiskFullError, match="MiB are needed"):
            train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    assert [file.name for file in (tmp_path / chosen.name).iterdir()] == ["run.json"]
    train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    assert (tmp_path / chosen.name / "finished.json").exists()


def test_missing_or_short_features_are_named(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    chosen = dataclasses.replace(plan(toy, "classification"), features=tmp_path)
    with pytest.raises(RunError, match=r"train-\d+\.npy cannot be read .*lab corpus build"):
        train_run(chosen, toy[0], toy_language(), tmp_path / "out", CPU)
    with pytest.raises(RunError, match=r"shape \(12, 8\), a section has 13 frames"):
        runs.features_of(toy[1], "train-0", 13)


def test_features_of_another_front_end_are_refused(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    front = to_json(SETTINGS)["front"] | {"hop_samples": 3}
    (tmp_path / "front.json").write_text(json.dumps(front))
    chosen = dataclasses.replace(plan(toy, "classification"), features=tmp_path)
    with pytest.raises(RunError, match="features of other hop_samples"):
        train_run(chosen, toy[0], toy_language(), tmp_path / "out", CPU)
    (tmp_path / "front.json").write_text(json.dumps(to_json(SETTINGS)["front"]))
    with pytest.raises(RunError, match="cannot be read"):
        train_run(chosen, toy[0], toy_language(), tmp_path / "out", CPU)


def test_a_loss_that_is_no_number_ends_the_run(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    with pytest.raises(RunError, match="lower the rates"):
        train_run(
            plan(toy, "classification", fresh_rate=1e38), toy[0], toy_language(), tmp_path, CPU
        )


def test_rates_rise_over_a_tenth_and_fall_as_half_a_cosine() -> None:
    settings = dataclasses.replace(SETTINGS, steps=100)
    rates = [rate_at(step, settings) for step in range(101)]
    assert rates[:10] == pytest.approx([n / 10 for n in range(1, 11)])
    assert rates[10] == 1
    assert rates[55] == pytest.approx(0.5)
    assert rates[100] == 1e-9


def test_pretrained_weights_have_the_system_s_rate_and_the_lowest_may_stand_still(
    toy: tuple[Pool, Path],
) -> None:
    chosen = plan(toy, "contrastive-bert-tag", frozen_blocks=1)
    towers = TwoTowers(chosen.system, chosen.settings, toy_language(), 8)
    groups = optimiser_of(towers, chosen).param_groups
    assert [group["rate"] for group in groups] == [1e-2]
    free = dataclasses.replace(chosen, settings=dataclasses.replace(SETTINGS, fresh_rate=None))
    groups = optimiser_of(towers, free).param_groups
    assert [group["rate"] for group in groups] == [5e-5, 5e-5]
    fresh = {id(p) for p in groups[0]["params"]}
    assert towers.text is not None
    assert all(id(p) in fresh for p in towers.audio.parameters())
    assert id(dict(towers.text.named_parameters())["projector.1.weight"]) in fresh
    assert id(dict(towers.text.named_parameters())["words.weight"]) not in fresh


def test_class_centroids_may_have_a_rate_of_their_own(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "classification", centroid_rate=0.5)
    towers = TwoTowers(chosen.system, chosen.settings, toy_language(), 8)
    heard, centroids = optimiser_of(towers, chosen).param_groups
    assert (heard["rate"], centroids["rate"]) == (1e-2, 0.5)
    assert [id(p) for p in centroids["params"]] == [id(towers.centroids())]
    assert {id(p) for p in heard["params"]} == {id(p) for p in towers.audio.parameters()}
    same = plan(toy, "classification")
    assert [g["rate"] for g in optimiser_of(towers, same).param_groups] == [1e-2, 1e-2]


def test_a_run_is_stuck_when_nothing_has_become_better_for_as_long_as_its_patience() -> None:
    losses = [3.0, 2.0, 2.5, 2.0]
    curve = [{"valid": loss} for loss in losses]
    assert is_stuck(curve, 2)
    assert not is_stuck(curve[:3], 2)
    assert not is_stuck([*curve, {"valid": 1.0}], 2)


def test_a_device_that_is_not_there_is_an_error_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert device_of(None).type == "cpu"
    with pytest.raises(DeviceError, match="sees no GPU; say --device cpu"):
        device_of("cuda")
    with pytest.raises(DeviceError, match="'gramophone' is no device"):
        device_of("gramophone")


def test_bytes_of_nested_tensors_are_added_up() -> None:
    nested = {"a": torch.zeros(3), "b": [torch.zeros(2, dtype=torch.int8), 5], "c": "word"}
    assert tensor_bytes(nested) == 14
