"""YAMNet, where it and its runtime are there; what is refused is refused anywhere."""

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from toy_teachers import write_class_map

from needledrop_lab.teachers.taggers import TeacherError
from needledrop_lab.teachers.yamnet import CLASSES, PATCH, STEP, Yamnet, class_names

needs_runtime = pytest.mark.skipif(
    find_spec("ai_edge_litert") is None, reason="LiteRT is not installed: the extra [teachers]"
)


def test_class_names_are_read_in_order(tmp_path: Path) -> None:
    names = write_class_map(tmp_path)
    assert class_names(tmp_path / "yamnet_class_map.csv") == names


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "yamnet_class_map.csv"
    with pytest.raises(TeacherError, match=r"yamnet_class_map\.csv is not YAMNet's class map"):
        class_names(path)
    path.write_text("index,name\n0,Speech\n")
    with pytest.raises(TeacherError, match="is not YAMNet's class map"):
        class_names(path)
    path.write_text("index,display_name\n0,Speech\n")
    with pytest.raises(TeacherError, match="names 1 classes, not 521"):
        class_names(path)


@needs_runtime
@pytest.mark.parametrize("content", [None, b"", b"<html>not found</html>"])
def test_another_file_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "yamnet.tflite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TeacherError, match=r"yamnet\.tflite (cannot be read|is not YAMNet)"):
        Yamnet(path)


def test_without_its_runtime_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ai_edge_litert", None)
    with pytest.raises(TeacherError, match=r"needs LiteRT .*\[teachers\]"):
        Yamnet(tmp_path / "yamnet.tflite")


@needs_runtime
def test_silence_is_heard_as_silence(teachers: Path) -> None:
    yamnet = Yamnet(teachers / "yamnet.tflite")
    silence = class_names(teachers / "yamnet_class_map.csv").index("Silence")
    embeddings, classes = yamnet(np.zeros(PATCH + 2 * STEP, np.float32))
    assert embeddings.shape == (3, 1_024) and classes.shape == (3, CLASSES)
    assert (classes.argmax(axis=1) == silence).all() and (classes[:, silence] > 0.5).all()
    noise = np.random.default_rng(4).normal(size=PATCH).astype(np.float32) * 0.1
    embedding, heard = yamnet(noise)
    assert heard[0, silence] < 0.1
    assert np.isfinite(embedding).all() and not np.allclose(embedding, embeddings[:1])


@needs_runtime
def test_patches_are_heard_one_by_one(teachers: Path) -> None:
    yamnet = Yamnet(teachers / "yamnet.tflite")
    audio = np.random.default_rng(5).normal(size=PATCH + 3 * STEP - 1).astype(np.float32) * 0.1
    audio *= np.linspace(0, 1, len(audio), dtype=np.float32)
    embeddings, classes = yamnet(audio)
    assert len(embeddings) == len(classes) == 3  # a fourth would not be whole
    for patch in range(3):
        alone = yamnet(audio[patch * STEP : patch * STEP + PATCH])
        np.testing.assert_allclose(embeddings[patch], alone[0][0], atol=1e-5)
    short, _ = yamnet(audio[:9_000])
    filled, _ = yamnet(np.pad(audio[:9_000], (0, PATCH - 9_000)))
    np.testing.assert_allclose(short, filled)
