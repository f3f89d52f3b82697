import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from run_toys import TAGS, measuring_options, toy_items, toy_language, toy_plan

from needledrop_lab.commands import tasks as command
from needledrop_lab.corpus.items import write_items
from needledrop_lab.corpus.pool import pool_of
from needledrop_lab.measuring.probing import ProbeSettings
from needledrop_lab.measuring.tasks.embedded import Remembered, with_features
from needledrop_lab.measuring.tasks.measured import Named, combined, facts_of, measure
from needledrop_lab.measuring.tasks.task import Clip, Task
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.folders import finished_runs, first_seeds
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.trained import load_run

torch.set_num_threads(1)
GRID = [ProbeSettings(0.05, 16, 0.0)]


class Spelling:
    """Hears a track's tag in its name, and reads a label as its tag: both know everything."""

    def tracks(self, names: list[str]) -> np.ndarray:
        return self.texts([name.split("-")[0] for name in names])

    def texts(self, texts: list[str]) -> np.ndarray:
        return np.eye(len(TAGS))[[TAGS.index(text) for text in texts]]


def toy_task() -> Task:
    """A clip of each tag in each split, six times."""
    clips = tuple(
        Clip(f"{tag}-{split}{number}", Path("x"), split, (tag,))
        for split in ("train", "valid", "test")
        for number in range(6)
        for tag in TAGS
    )
    return Task("toy", "one", TAGS, clips)


def test_an_embedding_that_knows_everything_gets_everything_right() -> None:
    row = measure(toy_task(), Named("all", 1, True, Spelling()), ["linear"], GRID)
    assert (row["system"], row["seed"], row["task"]) == ("all", 1, "toy")
    assert row["zeroShot"]["accuracy"]["value"] == 1
    assert row["linear"]["accuracy"]["value"] == 1
    assert row["linear"]["settings"] == dataclasses.asdict(GRID[0])
    json.dumps(row, allow_nan=False)


def test_a_system_that_cannot_read_is_only_probed() -> None:
    row = measure(toy_task(), Named("all", 1, False, Spelling()), ["linear"], GRID)
    assert "zeroShot" not in row and "linear" in row


def test_a_task_without_validation_clips_is_only_asked() -> None:
    task = dataclasses.replace(
        toy_task(), clips=tuple(c for c in toy_task().clips if c.split != "valid")
    )
    row = measure(task, Named("all", 1, True, Spelling()), ["linear"], GRID)
    assert "zeroShot" in row and "linear" not in row


def test_facts_tell_sizes_and_what_chance_gets() -> None:
    facts = facts_of(toy_task())
    assert facts["labels"] == 8
    assert facts["clips"] == {"train": 48, "valid": 48, "test": 48}
    assert facts["chance"] == {"accuracy": 1 / 8}


def test_a_new_row_takes_the_place_of_the_same_measurement() -> None:
    old = [{"system": "a", "seed": 1, "task": "x", "n": 1}, {"system": "b", "seed": 1, "task": "x"}]
    new = [{"system": "a", "seed": 1, "task": "x", "n": 2}]
    assert combined(old, new) == [new[0], old[1]]


def test_a_trained_run_is_found_asked_and_remembered(tmp_path: Path) -> None:
    items = toy_items(tmp_path)
    write_items(tmp_path / "manifest.jsonl", items)
    pool, language = pool_of(items), toy_language()
    plan = toy_plan("triplet-wordvec-tag", tmp_path / "features", steps=4, valid_every=2)
    train_run(plan, pool, language, tmp_path / "runs", torch.device("cpu"))
    (tmp_path / "runs/half").mkdir()
    (tmp_path / "runs/half/run.json").write_text('{"system": "triplet-bert-tag", "seed": 1}')
    (found,) = first_seeds(finished_runs(tmp_path / "runs"))
    assert (found.system, found.seed, found.ending["steps"]) == ("triplet-wordvec-tag", 1, 4)
    assert [point["step"] for point in found.curve()] == [2, 4]
    trained = load_run(found.folder, tmp_path, language, torch.device("cpu"))
    remembered = Remembered(trained)
    names = ["test-1", "test-0", "test-1"]
    assert remembered.tracks(names) == pytest.approx(trained.tracks(names), abs=1e-5)
    assert remembered.texts(["banjo"]).shape == (1, 16)


def test_the_command_puts_rows_beside_those_already_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = toy_items(tmp_path)
    write_items(tmp_path / "manifest.jsonl", items)
    for system in ("classification", "triplet-wordvec-tag"):
        plan = toy_plan(system, tmp_path / "features", steps=4, valid_every=2)
        train_run(plan, pool_of(items), toy_language(), tmp_path / "runs", torch.device("cpu"))
    clips = tuple(Clip(i.id, i.audio, i.split, (i.tags[0],)) for i in items)
    first = Task("first tag", "one", TAGS, clips)
    known = {"first": first, "again": dataclasses.replace(first, name="again")}
    monkeypatch.setattr(command, "load_run", lambda f, c, _, d: load_run(f, c, toy_language(), d))
    monkeypatch.setattr(command, "own_tasks", lambda _, names: [known[name] for name in names])
    options = measuring_options(tmp_path, task=["first"], copy=[], cache=None, grid="small")
    for options.task in (["first"], ["again"], ["first"]):
        command.run(options)
    found = json.loads(options.results.read_text("utf-8"))["tasks"]
    assert list(found["tasks"]) == ["first tag", "again"]
    rows = {(row["system"], row["task"]): row for row in found["rows"]}
    assert len(rows) == len(found["rows"]) == 4
    assert "zeroShot" not in rows["classification", "again"]
    read = rows["triplet-wordvec-tag", "again"]
    assert {"zeroShot", "linear", "mlp"} <= read.keys()


def test_audio_of_a_copy_is_heard_and_what_cannot_be_decoded_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import soundfile

    items = toy_items(tmp_path)
    plan = toy_plan("triplet-wordvec-tag", tmp_path / "features", steps=2, valid_every=2)
    folder = train_run(plan, pool_of(items), toy_language(), tmp_path, torch.device("cpu"))
    trained = load_run(folder, tmp_path, toy_language(), torch.device("cpu"))
    noise = np.random.default_rng(0).normal(0, 0.1, (2, 32_000))
    for name, samples in zip("ab", noise, strict=True):
        soundfile.write(tmp_path / f"{name}.wav", samples, 16_000)
    (tmp_path / "c.wav").write_bytes(b"no audio")
    clips = tuple(Clip(f"x/{n}", tmp_path / f"{n}.wav", "test", (n,)) for n in "abc")
    asked, hears = with_features(Task("toy", "one", ("a", "b", "c"), clips), trained, tmp_path)
    assert [clip.labels for clip in asked.clips] == [("a",), ("b",)]
    assert hears.tracks([clip.id for clip in asked.clips]).shape == (2, 16)
    assert "x/c is left out" in capsys.readouterr().out


def test_a_folder_without_runs_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no finished run"):
        finished_runs(tmp_path)
