"""`lab import`: a checkpoint becomes a pack that the engine can load, or nothing is left."""

import json
import os
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from published_twin import TOY, audio_embedding, made_state, save, text_embedding

from needledrop_lab.__main__ import main
from needledrop_lab.commands import import_
from needledrop_lab.model.pretrained import minilm_tokenizer
from needledrop_lab.model.published import PublishedShape
from needledrop_lab.model.tokens import encode
from needledrop_lab.packs.parity import Agreement, ParityError
from needledrop_lab.packs.writer import PackFacts, embed_texts

FACTS = PackFacts("ttmr", "1.0.0", "CC-BY-NC-4.0", import_.ATTRIBUTION, import_.TRAINING_DATA)
TEXTS = ["calm piano", "Music for meditation, or to listen to in the forest", "80s"]


def compare(folder: Path, shape: PublishedShape) -> tuple[float, float]:
    """Largest difference of text and audio embeddings between a pack and the naive twin."""
    state = made_state(shape)
    tokenizer = minilm_tokenizer()
    with torch.no_grad():
        read = [text_embedding(state, encode(tokenizer, [t], 64)[0], shape) for t in TEXTS]
        front = shape.front
        sounds = np.stack(
            list(import_.made_sections(4, front.section_samples, front.sample_rate))[1:]
        )
        heard = audio_embedding(state, torch.from_numpy(sounds), shape).numpy()
    session = onnxruntime.InferenceSession(folder / "audio.onnx")
    found = session.run(["embedding"], {"audio": sounds})[0]
    texts = embed_texts(folder, tokenizer, TEXTS, 64)
    for vectors in (texts, found):  # or agreement would tell nothing
        assert (vectors @ vectors.T).min() < 0.99
    return float(abs(texts - torch.cat(read).numpy()).max()), float(abs(found - heard).max())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("import")
    checkpoint = save(path, made_state(TOY))
    for precision in ("fp32", "int8"):
        agreements = import_.import_checkpoint(
            checkpoint, path / precision, FACTS, precision == "int8", TOY
        )
        assert all(found.holds(precision == "int8") for found in agreements)
    return path


def test_a_pack_embeds_as_the_checkpoint_does(folder: Path) -> None:
    text, audio = compare(folder / "fp32", TOY)
    assert text < 1e-4
    assert audio < 2e-4


def test_the_pack_says_what_the_engine_must_know(folder: Path) -> None:
    manifest = json.loads((folder / "fp32" / "pack.json").read_text())
    assert manifest["licence"]["id"] == "CC-BY-NC-4.0"
    assert "Doh" in manifest["licence"]["attribution"]
    assert manifest["dimension"] == TOY.dimension
    assert manifest["audio"]["sectionSeconds"] == TOY.front.section_seconds
    assert manifest["audio"]["frontEnd"]["fftSize"] == TOY.front.fft_size
    for name, facts in manifest["files"].items():
        assert facts["bytes"] == (folder / "fp32" / name).stat().st_size


def test_the_card_tells_licence_front_end_and_agreement(folder: Path) -> None:
    card = (folder / "int8" / "CARD.md").read_text()
    for needed in ("Licence: CC-BY-NC-4.0", "real part", "least cosine", "none was measured"):
        assert needed in card


def test_a_folder_with_something_in_it_is_left_alone(folder: Path) -> None:
    before = sorted(p.name for p in (folder / "fp32").iterdir())
    with pytest.raises(FileExistsError, match="not empty"):
        import_.import_checkpoint(folder / "best.pth", folder / "fp32", FACTS, False, TOY)
    assert sorted(p.name for p in (folder / "fp32").iterdir()) == before


def test_a_pack_that_strays_is_not_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_, "audio_agreement", lambda *_: Agreement(1, 0.9, 0.3))
    with pytest.raises(ParityError, match="audio graph differs"):
        import_.import_checkpoint(folder / "best.pth", folder / "bad", FACTS, False, TOY)
    assert not [path for path in folder.iterdir() if path.name.startswith("bad")]


def test_who_asked_for_int8_is_told_of_fp32_where_rounding_takes_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_, "text_agreement", lambda *_: Agreement(1, 0.993, 0.03))
    with pytest.raises(ParityError, match=r"text graph differs .*; use --precision fp32"):
        import_.import_checkpoint(folder / "best.pth", folder / "rounded", FACTS, True, TOY)


def test_the_command_names_the_fault_and_leaves_nothing(tmp_path: Path) -> None:
    checkpoint = save(tmp_path, made_state(TOY))  # not of the real size
    with pytest.raises(SystemExit, match=r"lab import: .*misshapen: .* instead of \(513, 128\)"):
        main(["import", str(checkpoint), "--out", str(tmp_path / "pack")])
    assert [path.name for path in tmp_path.iterdir()] == ["best.pth"]


@pytest.mark.skipif(
    "NEEDLEDROP_SLOW" not in os.environ, reason="needs 4 GB and minutes: set NEEDLEDROP_SLOW"
)
def test_a_checkpoint_of_the_real_size_becomes_a_pack_that_agrees(tmp_path: Path) -> None:
    shape = PublishedShape()
    checkpoint = save(tmp_path, made_state(shape))
    main(["import", str(checkpoint), "--out", str(tmp_path / "pack")])
    text, audio = compare(tmp_path / "pack", shape)
    print(f"to the naive twin: text {text:.1e}, audio {audio:.1e}")
    assert text < 1e-4
    assert audio < 1e-3
