"""Sounds that no file holds: two tracks at once, speech, noise, silence; for the teachers alone.

Mixing shows the tower what a sound is like beside others. Nothing is known of these tracks but what
the teachers hear in them.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr

from ..audio.log_mel import read_mono
from ..files import whole
from .scenes import load_scenes
from .tracks import Track

RATE, SECONDS = 16_000, 40
FASTEST = 1.15  # that a track is played, pitch and all; the slowest is 1 / FASTEST
SPEECH_EVERY = 8  # mixes of which the second part is speech
Part = Callable[[np.random.Generator], np.ndarray]


def mixes(
    tracks: Sequence[Track],
    count: int,
    folder: Path,
    seed: int = 1,
    allowed: Collection[str] | None = None,
) -> list[Track]:
    """`count` mixes of two of the tracks, or of one and speech, as folder/mixed-<n>.flac.

    Those of tracks whose ids are not `allowed` are left out (None: all are), and the others are the
    same whatever is allowed. Files that are there are left alone. Without espeak-ng there is no
    speech. Raises AudioError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    speech = shutil.which("espeak-ng") is not None
    made = []
    for number in range(count):
        path = folder / f"mixed-{number:04}.flac"
        random = np.random.default_rng([seed, number])
        first, second = (tracks[i] for i in random.integers(len(tracks), size=2))
        if allowed is not None and not {first.id, second.id}.issubset(allowed):
            continue
        if not path.exists():
            talking = speech and number % SPEECH_EVERY == 0
            other = spoken(random) if talking else _played(second, random)
            gain = 10 ** (random.uniform(-14, 2) / 20)
            _write(path, _even(_played(first, random)) + gain * _even(other))
        made.append(Track(path.stem, "mixed", path.stem, path, {}, ()))
    return made


def other_sounds(count: int, folder: Path, seed: int = 1) -> list[Track]:
    """`count` files without music: speech, noise of several colours, near silence, in turns."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds: list[Part] = [noise, near_silence]
    if shutil.which("espeak-ng") is not None:
        kinds = [spoken, noise, spoken, near_silence]
    made = []
    for number in range(count):
        path = folder / f"other-{number:04}.flac"
        if not path.exists():
            _write(path, kinds[number % len(kinds)](np.random.default_rng([seed, number])))
        made.append(Track(path.stem, "other", path.stem, path, {}, ()))
    return made


def spoken(random: np.random.Generator) -> np.ndarray:
    """Somebody reads scenes, in one of several voices. Raises OSError without espeak-ng."""
    texts = [pair.text for scene in load_scenes("train") for pair in scene.pairs()]
    chosen = ". ".join(texts[i] for i in random.integers(len(texts), size=14))
    voice = f"{random.choice(['en-gb', 'en-us', 'en-gb-scotland'])}+{random.choice(VOICES)}"
    command = ["espeak-ng", "-v", voice, "-s", str(random.integers(130, 190)), "--stdout", chosen]
    wav = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    # a stream whose header states no length
    samples = np.frombuffer(wav[44 : len(wav) - len(wav) % 2], "<i2").astype(np.float32) / 32_768
    return _long(soxr.resample(samples, 22_050, RATE))


VOICES = ("f1", "f3", "f4", "m1", "m3", "m7")


def noise(random: np.random.Generator) -> np.ndarray:
    """Noise whose spectrum falls by up to 6 dB an octave, swelling slowly."""
    spectrum = np.fft.rfft(random.standard_normal(RATE * SECONDS))
    slope = np.maximum(1, np.arange(len(spectrum))) ** -random.uniform(0, 1)
    swell = 1 + 0.5 * np.sin(np.linspace(0, random.uniform(4, 40), RATE * SECONDS))
    coloured: np.ndarray = np.fft.irfft(spectrum * slope) * swell
    return _even(coloured)


def near_silence(random: np.random.Generator) -> np.ndarray:
    """The faintest of noises, with gaps of none at all."""
    result = noise(random) * 10 ** (-random.uniform(50, 70) / 20)
    start = random.integers(0, RATE * SECONDS // 2)
    result[start : start + RATE * SECONDS // 4] = 0
    return result


def _played(track: Track, random: np.random.Generator) -> np.ndarray:
    """A stretch of a track at another speed."""
    audio = read_mono(track.audio, RATE)
    start = random.integers(0, max(1, len(audio) - RATE * SECONDS * 5 // 4))
    speed = FASTEST ** random.uniform(-1, 1)
    piece = audio[start : start + round(RATE * SECONDS * speed)]
    return _long(soxr.resample(piece, RATE * speed, RATE))


def _long(audio: np.ndarray) -> np.ndarray:
    """Exactly SECONDS long, repeated if it is shorter."""
    return np.resize(audio, RATE * SECONDS).astype(np.float32)


def _even(audio: np.ndarray) -> np.ndarray:
    """At a common loudness."""
    return (audio * (0.1 / max(float(np.sqrt(np.mean(audio**2))), 1e-4))).astype(np.float32)


def _write(path: Path, audio: np.ndarray) -> None:
    peak = max(1.0, float(np.abs(audio).max()))
    with whole(path) as part:
        soundfile.write(part, audio / peak, RATE, format="FLAC")
