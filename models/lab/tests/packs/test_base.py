"""`lab train needledrop-base`: every stage, the figures and the pack from one command."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from base_toys import use_toy_recipe, use_toy_teachers, write_data
from toys import tokenizer

from needledrop_lab.__main__ import main
from needledrop_lab.packs import base, sources
from needledrop_lab.packs.centred import sections_of
from needledrop_lab.packs.parity import Agreement
from needledrop_lab.packs.writer import embed_texts
from needledrop_lab.training.loop import Run
from needledrop_lab.training.recipes import SHIPPED
from needledrop_lab.training.trained import load_run

STAGES = [name for name, _ in SHIPPED.staged()]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data")


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_recipe(monkeypatch)
    use_toy_teachers(monkeypatch)


@pytest.fixture
def no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exporting takes most of the time: training ends without."""
    monkeypatch.setattr(base, "export", lambda *_: ("no text", "no audio"))


def train(data: Path, out: Path, *more: str) -> None:
    main(["train", "needledrop-base", "--data", str(data), "--out", str(out), *more])


def test_one_command_trains_all_stages_and_writes_a_checked_pack(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    train(data, out, "--device", "cpu")
    run = out / "needledrop-base-seed1"
    assert sorted(folder.name for folder in run.iterdir()) == STAGES
    for stage in STAGES:
        ending = json.loads((run / stage / "finished.json").read_text())
        assert ending["steps"] == 3, stage
    names = {path.stem for path in (out / "lessons").iterdir()}
    assert {"games-game", "mixed-0000", "mixed-0001", "other-0000"} < names
    assert len(names) == 8 + 7 + 1 + 3  # those to train with and those to calibrate on
    pack = json.loads((out / "needledrop-base" / "pack.json").read_text())
    assert (pack["name"], pack["version"]) == ("needledrop-base", SHIPPED.pack["version"])
    assert pack["trainingData"] == SHIPPED.pack["training_data"]
    figures = json.loads((run / STAGES[-1] / "figures.json").read_text())
    assert figures["recordedTracks"] == 7
    assert pack["figures"] == {name: round(value, 4) for name, value in figures.items()}
    trained = base.load_shipped(run / STAGES[-1], sources.Sources(data, None, out), data)
    words = ["banjo, calm", "dark jazz"]
    found = embed_texts(out / "needledrop-base", tokenizer(), words, 64)
    np.testing.assert_allclose(found, trained.texts(words), atol=0.05)
    assert pack["audio"]["blocksPerSection"] == 2
    vocabulary = json.loads((out / "needledrop-base" / "vocabulary.json").read_text())
    assert len(vocabulary["reliability"]) == len(vocabulary["words"])
    assert "least cosine" in capsys.readouterr().out


@pytest.mark.usefixtures("no_pack")
def test_what_ships_has_its_mean_at_the_origin(data: Path, tmp_path: Path) -> None:
    train(data, tmp_path / "out")
    run = tmp_path / "out" / "needledrop-base-seed1" / STAGES[-1]
    known = sources.Sources(data, None, tmp_path / "out")
    means = []
    for trained in (
        load_run(run, known.out, data, torch.device("cpu")),
        base.load_shipped(run, known, data),
    ):
        sections = sections_of(trained, known)
        means.append(trained.towers.embed_audio(sections).mean(dim=0).norm().item())
    assert means[1] < 1e-3 < means[0]
    again = base.load_shipped(run, known, data)
    assert torch.equal(again.towers.text.projection.bias, trained.towers.text.projection.bias)


@pytest.mark.usefixtures("no_pack")
def test_a_killed_training_goes_on_in_its_stage(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(data, tmp_path / "whole")
    validate = Run.validate
    count = [0]

    def killed(run: Run, train: float) -> None:
        count[0] += 1
        if count[0] == 4:  # two a stage: at the end of the second
            raise KeyboardInterrupt
        validate(run, train)

    with monkeypatch.context() as patch:
        patch.setattr(Run, "validate", killed)
        with pytest.raises(KeyboardInterrupt):
            train(data, tmp_path / "killed")
    run = tmp_path / "killed" / "needledrop-base-seed1"
    assert sorted(folder.name for folder in run.iterdir()) == STAGES[:2]
    assert not (run / STAGES[1] / "finished.json").exists()
    kept = (run / STAGES[0] / "weights.pt").stat().st_mtime_ns
    train(data, tmp_path / "killed")
    assert (run / STAGES[0] / "weights.pt").stat().st_mtime_ns == kept
    whole, found = (
        torch.load(
            tmp_path / out / "needledrop-base-seed1" / STAGES[1] / "weights.pt", weights_only=True
        )["towers"]
        for out in ("whole", "killed")
    )
    for name, value in whole.items():
        assert torch.equal(value, found[name]), name


@pytest.mark.usefixtures("no_pack")
def test_a_stage_starts_from_the_weights_of_the_one_before(data: Path, tmp_path: Path) -> None:
    train(data, tmp_path / "out", "--set", "steps=1", "--set", "audio_rate=0.0")
    run = tmp_path / "out" / "needledrop-base-seed1"
    first, last = (
        torch.load(run / stage / "weights.pt", weights_only=True)["towers"]
        for stage in (STAGES[0], STAGES[-1])
    )
    assert torch.equal(first["audio.head.place"], last["audio.head.place"])


@pytest.mark.usefixtures("no_pack")
def test_other_settings_are_refused_by_name(data: Path, tmp_path: Path) -> None:
    train(data, tmp_path / "out")
    with pytest.raises(SystemExit, match=r"lab train: .*clip is 1.0 there and 2.0 now"):
        train(data, tmp_path / "out", "--set", "clip=2.0")


def test_a_pack_that_differs_from_its_towers_is_not_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "audio_agreement", lambda *_: Agreement(1, 0.9, 0.3))
    with pytest.raises(SystemExit, match="audio graph differs from its tower"):
        train(data, tmp_path / "out")
    assert not (tmp_path / "out" / "needledrop-base").exists()


def test_a_trained_model_is_measured_and_exported_by_itself(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(base, "export", lambda *_: ("no text", "no audio"))
        train(data, out)
    where = ["--data", str(data), "--out", str(out)]
    capsys.readouterr()
    main(["evaluate", *where, "--split", "valid"])
    assert json.loads(capsys.readouterr().out)["recordedTracks"] == 3
    main(["export", *where, "--pack", str(tmp_path / "pack"), "--version", "9.9.9"])
    pack = tmp_path / "pack"
    assert json.loads((pack / "pack.json").read_text())["version"] == "9.9.9"
    (pack / "CARD.md").write_text("by hand")
    main(["export", *where, "--pack", str(pack)])
    assert json.loads((pack / "pack.json").read_text())["version"] == SHIPPED.pack["version"]
    assert (pack / "CARD.md").read_text() == "by hand"
