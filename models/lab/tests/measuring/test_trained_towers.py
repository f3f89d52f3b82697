"""Towers in training as an embedder: the sections of a file, from cached features or its audio."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from toys import TOY_BLOCKS, TOY_FRONT, TOY_TEXT, tokenizer

from needledrop_lab.audio.cache import CacheError, write_features
from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.measuring.held_out import embed_sections
from needledrop_lab.measuring.trained_towers import TrainedTowers
from needledrop_lab.model.towers import BlockTower, TextTower

AUDIO = BlockTower(TOY_BLOCKS, TOY_FRONT, 8).eval()


@pytest.fixture
def sounds(tmp_path: Path) -> list[Path]:
    """Two files of 30 seconds with the same name, in folders of their own."""
    random, paths = np.random.default_rng(1), []
    for name in ("one", "other"):
        path = tmp_path / name / "tune.wav"
        path.parent.mkdir()
        soundfile.write(path, random.uniform(-1, 1, 30 * TOY_FRONT.sample_rate), 50)
        paths.append(path)
    return paths


def towers(cache: Path, known: dict[Path, Path] | None = None) -> TrainedTowers:
    return TrainedTowers(TextTower(TOY_TEXT, 8), AUDIO, tokenizer(), TOY_FRONT, known or {}, cache)


def test_files_without_cached_features_get_them_once(sounds: list[Path], tmp_path: Path) -> None:
    found = [towers(tmp_path / "cache").sections(path) for path in sounds]
    np.testing.assert_allclose(np.linalg.norm(found[0], axis=1), 1, atol=1e-5)
    assert not np.allclose(found[0], found[1])
    names = {path.name for path in (tmp_path / "cache").glob("*.npy")}
    assert names == {"one-tune.npy", "other-tune.npy"}
    features = np.load(tmp_path / "cache" / "one-tune.npy")
    np.testing.assert_allclose(found[0], embed_sections(AUDIO, features, TOY_FRONT), atol=1e-6)


def test_features_of_known_tracks_are_those_of_training(sounds: list[Path], tmp_path: Path) -> None:
    write_features(sounds[1], tmp_path / "track.npy", TOY_FRONT)
    # the wrong file's features, so that it shows which are read
    own = towers(tmp_path / "cache", {sounds[0]: tmp_path / "track.npy"})
    found = own.sections(sounds[0])
    np.testing.assert_array_equal(found, towers(tmp_path / "cache").sections(sounds[1]))
    (tmp_path / "track.npy").unlink()
    np.testing.assert_array_equal(own.sections(sounds[0]), found)  # embedded once


def test_texts_are_unit_vectors(tmp_path: Path) -> None:
    found = towers(tmp_path / "cache").texts(["calm piano", "a dark chase"])
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_a_cache_of_another_front_end_is_refused(tmp_path: Path) -> None:
    towers(tmp_path / "cache")
    other = FrontEnd(sample_rate=50, section_seconds=10.24, hop_samples=16, mel_bands=5, max_hz=25)
    with pytest.raises(CacheError, match="mel_bands"):
        TrainedTowers(TextTower(TOY_TEXT, 8), AUDIO, tokenizer(), other, {}, tmp_path / "cache")
