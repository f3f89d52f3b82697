"""Cached features: whole files, made once."""

from pathlib import Path

import numpy as np
import soundfile

from needledrop_lab.audio.cache import cache_features
from needledrop_lab.audio.log_mel import FrontEnd

SMALL = FrontEnd(sample_rate=800, section_seconds=1, hop_samples=20, mel_bands=6, max_hz=400)


def test_the_cache_is_whole_files_and_not_made_twice(tmp_path: Path) -> None:
    audio = np.random.default_rng(1).normal(size=900).astype(np.float32) * 0.1
    soundfile.write(tmp_path / "a.wav", audio, 800)
    folder = tmp_path / "features"
    folder.mkdir()
    cache_features(tmp_path / "a.wav", folder / "a.npy", SMALL)
    assert [path.name for path in folder.iterdir()] == ["a.npy"]
    np.save(folder / "a.npy", np.zeros(1))
    cache_features(tmp_path / "a.wav", folder / "a.npy", SMALL)
    assert np.load(folder / "a.npy").shape == (1,)
