"""`lab export RUN`: the pack of a run says what its towers say, or is not written."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import soundfile
import torch
from run_toys import SETTINGS, toy_items, toy_language, toy_plan

from needledrop_lab.__main__ import main
from needledrop_lab.audio.paper_log_mel import PaperFrontEnd
from needledrop_lab.corpus.items import Item
from needledrop_lab.corpus.pool import pool_of
from needledrop_lab.model.towers.music_transformer import MusicTransformer, MusicTransformerShape
from needledrop_lab.packs.parity import Agreement
from needledrop_lab.packs.system import audio_side, export_run, facts_of
from needledrop_lab.packs.writer import embed_texts
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.trained import Trained, load_run

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Item]]:
    folder = tmp_path_factory.mktemp("corpus")
    random, items = np.random.default_rng(2), []
    for item in toy_items(folder):
        path = folder / f"{item.id}.wav"
        soundfile.write(path, random.normal(size=12) * 0.1, 8, subtype="FLOAT")
        items.append(dataclasses.replace(item, audio=path))
    return folder, items


def trained(corpus: tuple[Path, list[Item]], out: Path, system: str) -> tuple[Path, Trained]:
    folder, items = corpus
    plan = toy_plan(system, folder / "features", steps=4, valid_every=2)
    run = train_run(plan, pool_of(items), toy_language(), out, CPU)
    return run, load_run(run, folder, toy_language(), CPU)


@pytest.mark.parametrize("precision", ["fp32", "int8"])
def test_a_run_becomes_a_pack_that_says_the_same(
    corpus: tuple[Path, list[Item]], tmp_path: Path, precision: str
) -> None:
    run, found = trained(corpus, tmp_path, "contrastive-bert-stochastic")
    (run / "figures.json").write_text('{"recallAt10": {"value": 0.25, "low": 0.1, "high": NaN}}')
    facts = facts_of(run, found, corpus[1], "0.1.0", "CC-BY-SA-4.0")
    quantised, pack = precision == "int8", tmp_path / "pack"
    text, audio = export_run(found, facts, corpus[1], pack, quantised)
    assert text.holds(quantised) and audio.holds(quantised)
    assert (text.inputs, audio.inputs) == (32, 32)
    words = ["banjo, calm", "dark jazz"]
    read = embed_texts(pack, toy_language().tokenizer, words, 64)
    assert (read * found.texts(words)).sum(axis=1).min() > 0.999
    session = onnxruntime.InferenceSession(pack / "audio.onnx")
    assert session.run(None, {"audio": np.zeros((3, 8), np.float32)})[0].shape == (3, 16)
    manifest = json.loads((pack / "pack.json").read_text())
    assert manifest["name"] == "contrastive-bert-stochastic-seed1"
    own = {"name": "toy", "licence": "unknown", "use": "64 tracks with their tags"}
    assert manifest["trainingData"] == [own]
    assert manifest["figures"]["recallAt10"] == 0.25
    assert "0.25" in (pack / "CARD.md").read_text()


def test_a_system_without_a_bert_tower_is_refused(
    corpus: tuple[Path, list[Item]], tmp_path: Path
) -> None:
    for system in ("triplet-wordvec-tag", "classification"):
        run, found = trained(corpus, tmp_path, system)
        facts = facts_of(run, found, corpus[1], "0.1.0", "CC-BY-SA-4.0")
        with pytest.raises(RunError, match="no BERT text tower"):
            export_run(found, facts, corpus[1], tmp_path / "pack", True)
        assert not (tmp_path / "pack").exists()


def test_a_run_that_has_not_ended_is_refused(
    corpus: tuple[Path, list[Item]], tmp_path: Path
) -> None:
    run, found = trained(corpus, tmp_path, "contrastive-bert-tag")
    (run / "finished.json").unlink()
    with pytest.raises(RunError, match="has not finished"):
        facts_of(run, found, corpus[1], "0.1.0", "CC-BY-SA-4.0")


def test_the_paper_s_tower_goes_out_with_the_paper_s_front_end(
    corpus: tuple[Path, list[Item]], tmp_path: Path
) -> None:
    _, found = trained(corpus, tmp_path, "contrastive-bert-tag")
    front = PaperFrontEnd(section_seconds=0.1, fft_size=64, hop_samples=40, mel_bands=16)
    shape = MusicTransformerShape(16, 4, 4, 8, 16, 1, 2, 12)
    found.towers.audio = MusicTransformer(shape, 16).eval()
    settings = dataclasses.replace(SETTINGS, audio="music-transformer", paper_front=front)
    plan = dataclasses.replace(found.plan, settings=settings)
    graph, told = audio_side(dataclasses.replace(found, plan=plan))
    assert told == front
    assert graph(torch.randn(2, front.section_samples)).shape == (2, 16)


def test_bounds_of_agreement_are_those_of_the_precision() -> None:
    assert Agreement(1, 0.996, 0.02).holds(quantised=True)
    assert not Agreement(1, 0.994, 0.02).holds(quantised=True)
    assert Agreement(1, 1.0, 9e-5).holds(quantised=False)
    assert not Agreement(1, 1.0, 2e-4).holds(quantised=False)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    command = ["export", "--data", str(tmp_path), "--pack", str(tmp_path / "pack")]
    with pytest.raises(SystemExit, match="pass RUN and --manifest"):
        main(command)
    with pytest.raises(SystemExit, match=r"lab export: .*lab corpus build"):
        main([*command, str(tmp_path), "--manifest", str(tmp_path / "manifest.jsonl")])
