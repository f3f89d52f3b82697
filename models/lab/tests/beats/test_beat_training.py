"""Training goes on after a kill with the same numbers; the exported graph is the net."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import soundfile
import torch

from needledrop_lab.beats import train as training
from needledrop_lab.beats.export import FACTS, GRAPH, agreement, export
from needledrop_lab.beats.net import FRAME_RATE, FRONT, BeatGraph, BeatNet
from needledrop_lab.beats.pieces import Beat, Piece
from needledrop_lab.corpus.items import Split
from needledrop_lab.training.errors import RunError

STAGE = training.Stage(4, 4e-3, ("train",))


def piece(name: str, source: str, split: Split, audio: Path = Path("none")) -> Piece:
    beats = tuple(Beat(0.5 * i, i % 4 == 0) for i in range(40))
    return Piece(name, source, "x", split, audio, 120, 4, beats)


@pytest.fixture
def music() -> tuple[list[Piece], dict[str, np.ndarray]]:
    found = [
        piece("a", "composed", "train"),
        piece("b", "drummed", "train"),
        piece("c", "composed", "valid"),
    ]
    rng = np.random.default_rng(1)
    return found, {p.id: rng.normal(-5, 2, (1100, 64)).astype(np.float16) for p in found}


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "VALID_EVERY", 2)
    monkeypatch.setattr("needledrop_lab.beats.crops.BATCH", 2)
    monkeypatch.setattr("needledrop_lab.beats.crops.FRAMES", 120)


def test_a_killed_training_ends_with_the_same_weights(
    tmp_path: Path,
    music: tuple[list[Piece], dict[str, np.ndarray]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = training.train(*music, tmp_path / "whole", STAGE)
    original = training.batch

    def killed(*arguments: object) -> object:
        if (tmp_path / "killed" / "checkpoint.pt").exists():
            raise KeyboardInterrupt
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(training, "batch", killed)
    with pytest.raises(KeyboardInterrupt):
        training.train(*music, tmp_path / "killed", STAGE)
    monkeypatch.setattr(training, "batch", original)
    resumed = training.train(*music, tmp_path / "killed", STAGE)
    for name, value in whole.state_dict().items():
        assert torch.equal(value, resumed.state_dict()[name]), name


def test_a_finished_training_is_left_alone_and_another_refused(
    tmp_path: Path,
    music: tuple[list[Piece], dict[str, np.ndarray]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = training.train(*music, tmp_path / "run", STAGE)
    monkeypatch.setattr(training, "batch", None)
    again = training.train(*music, tmp_path / "run", STAGE)
    assert torch.equal(first.last.weight, again.last.weight)
    with pytest.raises(RunError, match="steps"):
        training.train(*music, tmp_path / "run", replace(STAGE, steps=5))


def test_a_later_stage_starts_from_the_earlier_and_hears_more_music(
    tmp_path: Path, music: tuple[list[Piece], dict[str, np.ndarray]]
) -> None:
    pieces, features = music
    first = training.train(pieces, features, tmp_path / "first", STAGE)
    still = training.Stage(4, 1e-9, ("train", "valid"))
    last = training.train(pieces, features, tmp_path / "last", still, first)
    assert torch.allclose(first.last.weight, last.last.weight, atol=1e-6)
    facts = json.loads((tmp_path / "last" / "run.json").read_text())
    assert facts["pieces"] == {"composed": 2, "drummed": 1}


def test_the_graph_gives_what_the_net_gives_for_any_length(tmp_path: Path) -> None:
    torch.manual_seed(1)
    audio = tmp_path / "a.wav"
    seconds = 3.3
    noise = np.random.default_rng(2).normal(0, 0.1, round(seconds * FRONT.sample_rate))
    soundfile.write(audio, noise, FRONT.sample_rate)
    net = BeatNet(channels=4, blocks=3).eval()
    found = export(net, [piece("a", "composed", "test", audio)], tmp_path / "net")
    assert found.pieces == 1 and found.largest_difference < 1e-4
    facts = json.loads((tmp_path / "net" / FACTS).read_text())
    assert facts["frameRate"] == FRAME_RATE == 50
    session = onnxruntime.InferenceSession(tmp_path / "net" / GRAPH)
    for hops in (4, 77):
        audio_rows = np.zeros((hops, FRONT.hop_samples), np.float32)
        assert session.run(None, {"audio": audio_rows})[0].shape == (hops + 1, 2)


def test_another_graph_is_seen_to_differ(tmp_path: Path) -> None:
    audio = tmp_path / "a.wav"
    soundfile.write(audio, np.random.default_rng(3).normal(0, 0.1, 32_000), 16_000)
    one = piece("a", "composed", "test", audio)
    export(BeatNet(channels=4, blocks=2).eval(), [one], tmp_path / "net")
    torch.manual_seed(9)
    other = BeatGraph(BeatNet(channels=4, blocks=2)).eval()
    assert agreement(other, tmp_path / "net" / GRAPH, [one]).largest_difference > 1e-3
