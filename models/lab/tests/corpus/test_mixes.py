"""Mixes: the same files every time, as long and as loud as they should be."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from needledrop_lab.corpus import Track
from needledrop_lab.corpus import mixes as module
from needledrop_lab.corpus.mixes import RATE, mixes, near_silence, noise, other_sounds, spoken

needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"
)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds are enough."""
    monkeypatch.setattr(module, "SECONDS", 2)


@pytest.fixture
def mute(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no espeak-ng."""
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    """Tones of one and six seconds."""
    made = []
    for number, seconds in enumerate((1, 6, 6)):
        time = np.arange(seconds * RATE) / RATE
        path = tmp_path / f"{number}.wav"
        soundfile.write(path, 0.3 * np.sin(2 * np.pi * 200 * (number + 1) * time), RATE)
        made.append(Track(f"t{number}", "recorded", f"t{number}", path, {}, ()))
    return made


def read(track: Track) -> np.ndarray:
    audio, rate = soundfile.read(track.audio)
    assert rate == RATE and len(audio) == 2 * RATE
    return np.asarray(audio)


@pytest.mark.usefixtures("mute")
def test_a_mix_depends_on_seed_and_number_alone(tracks: list[Track], tmp_path: Path) -> None:
    three = [read(track) for track in mixes(tracks, 3, tmp_path / "a")]
    (first,) = mixes(tracks, 1, tmp_path / "b")
    (other,) = mixes(tracks, 1, tmp_path / "c", seed=2)
    np.testing.assert_array_equal(three[0], read(first))
    assert not np.array_equal(three[0], three[1])
    assert not np.array_equal(three[0], read(other))
    assert (first.id, first.source, first.tags, first.captions) == ("mixed-0000", "mixed", (), ())


@pytest.mark.usefixtures("mute")
def test_files_that_are_there_are_left_alone(tracks: list[Track], tmp_path: Path) -> None:
    for name in ("mixed-0000.flac", "other-0000.flac"):
        (tmp_path / name).write_text("by hand")
    for made in (mixes(tracks, 2, tmp_path), other_sounds(2, tmp_path)):
        first, second = made
        assert first.audio.read_text() == "by hand"
        assert read(second).any()


@pytest.mark.usefixtures("mute")
def test_what_is_too_loud_is_turned_down_and_not_clipped(tmp_path: Path) -> None:
    clicks = np.zeros(6 * RATE)
    clicks[::4_000] = 0.5  # far above its mean: at a common loudness its peaks are above 1
    soundfile.write(tmp_path / "a.wav", clicks, RATE)
    track = Track("a", "recorded", "a", tmp_path / "a.wav", {}, ())
    for made in mixes([track], 4, tmp_path):
        peaks = np.sort(np.abs(read(made)))[::-1]
        assert peaks[0] == pytest.approx(1, abs=1e-3)
        assert peaks[1] < 0.999  # a clipped mix would have many samples at the end of the scale


def test_two_tones_are_heard_in_a_mix(tracks: list[Track], tmp_path: Path) -> None:
    heard = set()
    for made in mixes(tracks, 12, tmp_path)[1:]:  # the first one is with speech
        spectrum = np.abs(np.fft.rfft(read(made)))
        loud = [n for n in (1, 2, 3) if spectrum[round(330 * n) : round(500 * n)].max() > 500]
        heard.add(len(loud))
    assert 2 in heard


@pytest.mark.usefixtures("mute")
def test_without_espeak_there_is_no_speech(
    tracks: list[Track], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: np.random.Generator) -> np.ndarray:
        raise AssertionError("nobody can speak")

    monkeypatch.setattr(module, "spoken", silent)
    assert len(mixes(tracks, 9, tmp_path)) == 9
    assert all(read(made).any() for made in other_sounds(4, tmp_path))


@needs_espeak
def test_every_eighth_mix_has_speech(
    tracks: list[Track], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[np.ndarray] = []

    def count(random: np.random.Generator) -> np.ndarray:
        said.append(spoken(random))
        return said[-1]

    monkeypatch.setattr(module, "spoken", count)
    mixes(tracks, 9, tmp_path)
    assert len(said) == 2 and not np.array_equal(said[0], said[1])
    for speech in said:
        assert len(speech) == 2 * RATE and speech.dtype == np.float32
        assert 0.01 < np.abs(speech).max() <= 1


def test_noise_swells_and_near_silence_has_gaps() -> None:
    loud, faint = (make(np.random.default_rng(1)) for make in (noise, near_silence))
    assert len(loud) == len(faint) == 2 * RATE
    assert np.sqrt(np.mean(loud**2)) == pytest.approx(0.1, rel=1e-3)
    assert 0 < np.abs(faint).max() < 0.01
    assert (faint == 0).sum() >= RATE // 2
