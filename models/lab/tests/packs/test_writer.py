"""A pack as the engine finds it: hashes, shapes, and graphs that compute what the towers do."""

import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.model.tokens import encode
from needledrop_lab.model.towers import AudioGraph, AudioShape, AudioTower, TextShape, TextTower
from needledrop_lab.packs.onnx_graphs import export_audio, export_text
from needledrop_lab.packs.toy import (
    CALIBRATION,
    VOCABULARY,
    OwnSamples,
    tokenizer,
    write_toy_blocks_pack,
    write_toy_pack,
)
from needledrop_lab.packs.writer import (
    Calibration,
    CalibrationError,
    calibration_columns,
    embed_texts,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack")
    write_toy_pack(path)
    return path


@pytest.fixture(scope="module")
def blocks_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blocks-pack")
    write_toy_blocks_pack(path)
    return path


def test_the_manifest_tells_every_file_as_it_is(folder: Path) -> None:
    manifest = json.loads((folder / "pack.json").read_text())
    assert manifest["format"] == 1
    assert set(manifest["files"]) == {p.name for p in folder.iterdir()} - {"pack.json"}
    for name, facts in manifest["files"].items():
        content = (folder / name).read_bytes()
        assert facts == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_the_vocabulary_carries_the_text_towers_own_vectors(folder: Path) -> None:
    vocabulary = json.loads((folder / "vocabulary.json").read_text())
    vectors = np.frombuffer(base64.b64decode(vocabulary["vectors"]), "<f4").reshape(-1, 8)
    assert dict(zip(vocabulary["words"], vocabulary["kinds"], strict=True)) == VOCABULARY
    own = embed_texts(folder, tokenizer(), vocabulary["words"], 16)
    np.testing.assert_allclose(vectors, own, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_the_audio_graph_takes_any_number_of_sections(folder: Path) -> None:
    session = onnxruntime.InferenceSession(folder / "audio.onnx")
    audio = np.random.default_rng(0).normal(size=(5, 8)).astype(np.float32)
    together = session.run(["embedding"], {"audio": audio})[0]
    alone = session.run(["embedding"], {"audio": audio[3:4]})[0]
    assert together.shape == (5, 8)
    np.testing.assert_allclose(together[3], alone[0], atol=1e-5)


def test_silence_has_an_embedding(folder: Path) -> None:
    session = onnxruntime.InferenceSession(folder / "audio.onnx")
    row = session.run(None, {"audio": np.zeros((1, 8), np.float32)})[0]
    assert np.isfinite(row).all()


def test_the_exported_audio_graph_equals_the_tower(tmp_path: Path) -> None:
    torch.manual_seed(3)
    front = FrontEnd(800, 1, 20, 8, 20, 400)
    shape = AudioShape(stem=(4, 8), time_halvings=2, width=8, inner=8, depth=1, heads=2)
    tower = AudioTower(shape, front, 8).eval()
    export_audio(AudioGraph(front, tower), front.section_samples, tmp_path / "audio.onnx")
    audio = torch.randn(2, 800) * 0.1
    session = onnxruntime.InferenceSession(tmp_path / "audio.onnx")
    found = session.run(None, {"audio": audio.numpy()})[0]
    expected = AudioGraph(front, tower).eval()(audio).detach().numpy()
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_quantised_text_stays_close(tmp_path: Path) -> None:
    torch.manual_seed(3)
    shape = TextShape(vocabulary=1200, positions=32, width=32, inner=128, depth=2, heads=4)
    tower = TextTower(shape, 16).eval()
    export_text(tower, tmp_path / "text.onnx")
    graph = onnx.load(tmp_path / "text.onnx").graph
    stored = {t.name for t in graph.initializer if t.data_type == onnx.TensorProto.INT8}
    assert {"words.weight.steps"} < stored
    assert len(stored) == 1 + shape.depth * 2  # the table, and the two wide factors of each layer
    ids, mask = torch.randint(4, 1200, (6, 9)), torch.ones(6, 9, dtype=torch.long)
    session = onnxruntime.InferenceSession(tmp_path / "text.onnx")
    found = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    cosine = (found * tower(ids, mask).detach().numpy()).sum(axis=1)
    assert cosine.min() > 0.995


def test_graphs_carry_no_paths(folder: Path) -> None:
    for name in ("text.onnx", "audio.onnx"):
        content = (folder / name).read_bytes()
        assert b".py" not in content
        assert b"/" + b"home" not in content


def test_the_toy_pack_is_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    write_toy_pack(tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_ids_are_what_the_tokenizer_file_says(folder: Path) -> None:
    ids, _ = encode(tokenizer(), ["dark forests"], 16)
    content = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    assert ids[0].tolist() == [content[t] for t in ("[CLS]", "dark", "forest", "##s", "[SEP]")]


def test_sections_share_blocks_where_the_pack_says_so(folder: Path, blocks_folder: Path) -> None:
    stated = json.loads((blocks_folder / "pack.json").read_text())["audio"]
    assert (stated["blocksPerSection"], stated["hopSeconds"]) == (2, stated["sectionSeconds"] / 2)
    assert "blocksPerSection" not in json.loads((folder / "pack.json").read_text())["audio"]
    session = onnxruntime.InferenceSession(blocks_folder / "audio.onnx")
    audio = np.random.default_rng(0).normal(size=(4, 4)).astype(np.float32)
    rows = np.array([[0, 1], [1, 2], [3, 3]])
    found = session.run(["embedding"], {"audio": audio, "sections": rows})[0]
    expected = np.stack([np.concatenate([audio[a], audio[b]]) for a, b in rows])
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_a_graph_of_blocks_takes_any_number_of_blocks_per_section(tmp_path: Path) -> None:
    export_audio(OwnSamples(), 12, tmp_path / "audio.onnx", blocks_per_section=3)
    session = onnxruntime.InferenceSession(tmp_path / "audio.onnx")
    audio = np.eye(5, 4, dtype=np.float32)
    found = session.run(None, {"audio": audio, "sections": np.array([[4, 0, 1]])})[0]
    assert found[0].nonzero()[0].tolist() == [4, 9]


def test_the_vocabulary_carries_the_calibration(folder: Path, blocks_folder: Path) -> None:
    found, without = (
        json.loads((path / "vocabulary.json").read_text()) for path in (blocks_folder, folder)
    )
    for index, word in enumerate(found["words"]):
        row = tuple(found[name][index] for name in ("scale", "bias", "reliability"))
        assert row == (CALIBRATION.get(word) or (None, None, None))
    assert None in found["scale"]
    assert without.keys() == {"words", "kinds", "vectors"}


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("tuba", (1.0, 0.0, 0.8)),
        ("banjo", (float("nan"), 0.0, 0.8)),
        ("banjo", (-1.0, 0.0, 0.8)),
        ("banjo", (1.0, float("inf"), 0.8)),
        ("banjo", (1.0, 0.0, 0.4)),
        ("banjo", (1.0, 0.0, 1.1)),
    ],
)
def test_a_calibration_that_makes_no_sense_is_refused(
    word: str, numbers: tuple[float, float, float]
) -> None:
    with pytest.raises(CalibrationError, match=word):
        calibration_columns(["banjo"], {word: Calibration(*numbers)})
