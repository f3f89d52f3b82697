"""Runs: what is learnt, what a kill costs, what is refused."""

import dataclasses
import json
from pathlib import Path
from random import Random

import pytest
import torch
from run_toys import SETTINGS, TAGS, toy_language
from toy_runs import plan, towers_of

from needledrop_lab import files
from needledrop_lab.audio.paper_log_mel import PaperFrontEnd
from needledrop_lab.corpus.pool import Pool
from needledrop_lab.files import DiskFullError
from needledrop_lab.model.batch import Batch
from needledrop_lab.model.towers.music_transformer import MusicTransformerShape
from needledrop_lab.training import checkpoints, loop
from needledrop_lab.training.batches import PoolBatches, features_of
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import is_stuck, train_run
from needledrop_lab.training.recipes import SYSTEMS
from needledrop_lab.training.settings import from_json, to_json

CPU = torch.device("cpu")


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
    chosen = plan(toy, "contrastive-bert-tag", augmentation="full")
    towers = towers_of(chosen, toy[0].vocabulary)
    music = PoolBatches(chosen, toy[0]).train(0).music
    assert music is not None
    sections = music.sections
    towers.train()  # the toy tower drops nothing out
    assert not torch.allclose(towers.embed_audio(sections), towers.embed_audio(sections), atol=1e-3)
    towers.eval()
    assert torch.equal(towers.embed_audio(sections), towers.embed_audio(sections))


def test_texts_are_cut_in_training_alone(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "contrastive-bert-tag", max_tokens=4)
    towers = towers_of(chosen, toy[0].vocabulary)
    texts = ["banjo, piano, flute, drums", "banjo, piano, flute, calm"]
    towers.train()  # the toy tower drops nothing out
    assert torch.equal(*towers.embed_text(texts))
    towers.eval()
    assert not torch.equal(*towers.embed_text(texts))


def test_texts_of_any_length_are_read_as_if_alone(toy: tuple[Pool, Path]) -> None:
    chosen = plan(toy, "contrastive-bert-tag")
    towers = towers_of(chosen, toy[0].vocabulary)
    random = Random(3)
    texts = [", ".join(random.sample(TAGS, random.randint(1, len(TAGS)))) for _ in range(40)]
    alone = torch.cat([towers.embed_text([text]) for text in texts])
    assert torch.allclose(towers.embed_text(texts), alone, atol=1e-5)


def test_a_killed_run_goes_on_with_the_same_numbers(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = plan(toy, "triplet-bert-stochastic", augmentation="full")
    whole = train_run(chosen, toy[0], toy_language(), tmp_path / "whole", CPU)
    draw, left = PoolBatches.train, [25]

    def interrupted(batches: PoolBatches, step: int) -> Batch:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return draw(batches, step)

    with monkeypatch.context() as patch:
        patch.setattr(PoolBatches, "train", interrupted)
        with pytest.raises(KeyboardInterrupt):
            train_run(chosen, toy[0], toy_language(), tmp_path / "killed", CPU)
    killed = tmp_path / "killed" / chosen.name
    assert len((killed / "curve.jsonl").read_text().splitlines()) == 2
    assert not (killed / "finished.json").exists()
    train_run(chosen, toy[0], toy_language(), tmp_path / "killed", CPU)
    for file in ("checkpoint.pt", "weights.pt"):
        expected, found = (torch.load(f / file, weights_only=True) for f in (whole, killed))
        for name, value in expected["towers"].items():
            assert torch.equal(value, found["towers"][name]), (file, name)
    assert not list(killed.glob("*.part*"))


def test_a_finished_run_is_left_as_it_is(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    chosen = plan(toy, "classification", steps=10)
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    before = (folder / "checkpoint.pt").stat().st_mtime_ns
    train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    assert (folder / "checkpoint.pt").stat().st_mtime_ns == before


def test_a_folder_of_another_run_is_refused(toy: tuple[Pool, Path], tmp_path: Path) -> None:
    train_run(plan(toy, "classification", steps=10), toy[0], toy_language(), tmp_path, CPU)
    other = plan(toy, "classification", steps=20)
    with pytest.raises(RunError, match="steps is 10 there and 20 now; name another --out"):
        train_run(other, toy[0], toy_language(), tmp_path, CPU)
    (tmp_path / other.name / "run.json").unlink()  # the checkpoint says it as well
    (tmp_path / other.name / "finished.json").unlink()
    with pytest.raises(RunError, match="steps is 10 there and 20 now; name another --out"):
        train_run(other, toy[0], toy_language(), tmp_path, CPU)


def test_a_checkpoint_holds_all_settings_and_the_commit(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "commit", lambda: "abc")
    chosen = plan(toy, "classification", steps=10)
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    for name in ("checkpoint.pt", "weights.pt"):
        saved = torch.load(folder / name, weights_only=True)
        assert from_json(saved["facts"]["settings"]) == chosen.settings
        assert (saved["facts"]["recipe"], saved["facts"]["seed"]) == ("classification", 1)
        assert saved["commit"] == "abc"
    assert "commit" in json.loads((folder / "run.json").read_text())


def test_another_commit_does_not_keep_a_run_from_going_on(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = plan(toy, "classification", steps=10)
    monkeypatch.setattr(checkpoints, "commit", lambda: "one")
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    (folder / "finished.json").unlink()
    monkeypatch.setattr(checkpoints, "commit", lambda: "another")
    train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    assert json.loads((folder / "run.json").read_text())["commit"] == "one"


def test_outside_a_checkout_there_is_no_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    assert checkpoints.commit() is None
    monkeypatch.setenv("PATH", "")
    assert checkpoints.commit() is None


def test_a_run_that_never_ends_early_keeps_its_last_weights(
    toy: tuple[Pool, Path], tmp_path: Path
) -> None:
    chosen = plan(
        toy, "classification", head_rate=10.0, valid_every=1, steps=30, stop=12, patience=0
    )
    last = dataclasses.replace(chosen.settings, keep="last")
    chosen = dataclasses.replace(chosen, settings=last)
    folder = train_run(chosen, toy[0], toy_language(), tmp_path, CPU)
    kept, end = (
        torch.load(folder / name, weights_only=True)["towers"]
        for name in ("weights.pt", "checkpoint.pt")
    )
    assert all(torch.equal(kept[name], value) for name, value in end.items())
    ending = json.loads((folder / "finished.json").read_text())
    assert (ending["steps"], ending["bestStep"]) == (12, 12)


def test_a_full_disk_is_seen_before_writing_and_the_run_goes_on_later(
    toy: tuple[Pool, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = plan(toy, "classification", steps=10)
    with monkeypatch.context() as patch:
        patch.setattr(files, "SPARE_BYTES", 2**62)
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
        features_of(toy[1], "train-0", 13)


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
            plan(toy, "classification", audio_rate=1e38, head_rate=1e38),
            toy[0],
            toy_language(),
            tmp_path,
            CPU,
        )


def test_a_run_is_stuck_when_nothing_has_become_better_for_as_long_as_its_patience() -> None:
    losses = [3.0, 2.0, 2.5, 2.0]
    curve = [{"valid": loss} for loss in losses]
    assert is_stuck(curve, 2)
    assert not is_stuck(curve[:3], 2)
    assert not is_stuck([*curve, {"valid": 1.0}], 2)
    assert not is_stuck(curve * 9, 0)
