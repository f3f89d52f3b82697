"""The front-end against numpy's Fourier transform, and against itself on crops; decoding."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from needledrop_lab.audio.log_mel import (
    AudioError,
    FrontEnd,
    MelPower,
    dft_matrix,
    level,
    mel_filters,
    read_mono,
    track_features,
)

SMALL = FrontEnd(
    sample_rate=800, section_seconds=1, hop_samples=20, mel_bands=6, min_hz=20, max_hz=400
)


def noise(samples: int) -> np.ndarray:
    return (np.random.default_rng(8).normal(size=samples) * 0.1).astype(np.float32)


def test_mel_power_is_the_windowed_fourier_transform() -> None:
    audio = noise(200)
    window = np.hanning(SMALL.fft_size + 1)[:-1]
    frames = [audio[i : i + 40] * window for i in range(0, 161, 20)]
    expected = np.abs(np.fft.rfft(frames)) ** 2 @ mel_filters(SMALL)
    power = MelPower(SMALL)(torch.from_numpy(audio)[None])[0].numpy()
    np.testing.assert_allclose(power, expected, rtol=1e-3, atol=1e-7)


@pytest.mark.parametrize("front", [SMALL, FrontEnd()])
def test_the_folded_transform_is_the_product_with_the_whole_matrix(front: FrontEnd) -> None:
    hop, size = front.hop_samples, front.fft_size
    audio = noise(12 * hop)
    frames = np.stack([audio[start : start + size] for start in range(0, 11 * hop, hop)])
    cosines, sines = np.split(frames @ dft_matrix(size), 2, axis=1)
    expected = (cosines**2 + sines**2) @ mel_filters(front)
    power = MelPower(front)(torch.from_numpy(audio)[None])[0]
    np.testing.assert_allclose(power, expected, rtol=1e-5)


def test_an_odd_hop_cannot_be_folded() -> None:
    with pytest.raises(ValueError, match="hop of 21 samples"):
        MelPower(FrontEnd(hop_samples=21))


def test_every_band_hears_something() -> None:
    for front in (SMALL, FrontEnd()):
        filters = mel_filters(front)
        assert (filters.sum(axis=0) > 0.999).all()
        assert (filters >= 0).all()


def test_a_tone_lights_the_band_around_it() -> None:
    front = FrontEnd()
    tone = np.sin(2 * np.pi * 1000 * np.arange(front.section_samples) / front.sample_rate)
    power = MelPower(front)(torch.from_numpy(tone.astype(np.float32))[None])[0].mean(dim=0)
    bins = np.linspace(0, 8000, front.fft_size // 2 + 1)
    loudest = mel_filters(front)[:, int(power.argmax())]
    assert abs((bins * loudest).sum() - 1000) < 60


def test_gain_changes_nothing() -> None:
    power = MelPower(SMALL)(torch.from_numpy(noise(800))[None])
    assert torch.allclose(level(power), level(power * 400), atol=1e-5)


def test_silence_stays_finite() -> None:
    assert torch.isfinite(level(torch.zeros(1, 9, 6))).all()


def test_a_crop_of_the_cache_is_what_the_section_has(tmp_path: Path) -> None:
    audio = noise(3000)
    soundfile.write(tmp_path / "a.wav", audio, 800, subtype="FLOAT")
    cached = torch.from_numpy(track_features(tmp_path / "a.wav", SMALL)).float().exp()
    section = MelPower(SMALL)(torch.from_numpy(audio[400:1200])[None])[0]
    assert section.shape[0] == SMALL.frames
    np.testing.assert_allclose(cached[20 : 20 + SMALL.frames], section, rtol=0.02, atol=1e-4)


def test_a_short_track_is_repeated_to_a_section(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "short.wav", noise(300), 800, subtype="FLOAT")
    assert track_features(tmp_path / "short.wav", SMALL).shape == (SMALL.frames, 6)


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """libsndfile gives up on every file."""

    def give_up(*_: object, **__: object) -> None:
        raise soundfile.LibsndfileError(1, "broken stream: ")

    monkeypatch.setattr(soundfile, "read", give_up)


@pytest.mark.usefixtures("deaf")
@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_a_file_that_libsndfile_gives_up_on_is_decoded_by_ffmpeg(tmp_path: Path) -> None:
    audio = noise(800)
    stereo = np.stack([audio, np.zeros(800)], axis=1)
    soundfile.write(tmp_path / "a.wav", stereo, 8_000, subtype="FLOAT")
    np.testing.assert_allclose(read_mono(tmp_path / "a.wav", 8_000), audio / 2, atol=1e-5)


@pytest.mark.usefixtures("deaf")
def test_without_ffmpeg_such_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soundfile.write(tmp_path / "a.wav", noise(800), 800)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AudioError, match=r"a\.wav cannot be decoded .*broken stream"):
        read_mono(tmp_path / "a.wav", 800)


def test_a_file_that_nothing_can_decode_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.opus").write_text("not audio")
    with pytest.raises(AudioError, match=r"a\.opus cannot be decoded"):
        read_mono(tmp_path / "a.opus", 800)


def test_a_file_without_any_sound_is_named(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(80), 800)
    with pytest.raises(AudioError, match=r"a\.wav holds no sound"):
        read_mono(tmp_path / "a.wav", 800)
