"""Sounds for scores: FluidSynth with the sound fonts that are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import soundfile
import soxr

from ..errors import LabError
from ..files import whole
from .midi import RING_SECONDS, MidiError, best_start, read_score, write_excerpt

FONTS = {
    "musescore": (
        "/usr/share/sounds/sf3/MuseScore_General_Full.sf3",
        "/usr/share/sounds/sf3/MuseScore_General.sf3",
        "/usr/share/sounds/sf2/MuseScore_General.sf2",
    ),
    "fluid": ("/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/soundfonts/FluidR3_GM.sf2"),
}
LONGEST = 60.0  # seconds of a piece that are rendered
TIME_OUT = 180.0  # seconds after which a rendering is given up
SYNTH_RATE = 44_100  # the fonts' own: a lower one would fold high partials down
RATE = 16_000  # of every front-end
PEAK = 0.9
SILENCE = 1e-3  # of the peak: what is left after the last note that is louder is cut off
SETTINGS = {
    "synth.dynamic-sample-loading": 1,  # a packed font takes seconds to unpack whole
    "synth.chorus.active": 0,
    "synth.lock-memory": 0,
    "synth.polyphony": 256,
}


class SynthError(LabError, RuntimeError):
    """Nothing can be rendered on this machine; says what to install."""


@dataclass(frozen=True)
class Rendering:
    """A score and how it is made to sound. `pitches`: see `write_excerpt`."""

    midi: Path
    font: Path
    pitches: Mapping[int, int] = field(default_factory=dict)


def find_fonts() -> dict[str, Path]:
    """Both fonts by name. Raises SynthError if one of them or FluidSynth is missing."""
    return {name: find_font(name) for name in FONTS}


def find_font(name: str) -> Path:
    """One font. Raises SynthError if it or FluidSynth is missing."""
    if shutil.which("fluidsynth") is None:
        raise SynthError("fluidsynth is missing; install it (Debian: fluidsynth) or leave out MIDI")
    found = next((Path(place) for place in FONTS[name] if Path(place).exists()), None)
    if found is None:
        raise SynthError(
            f"the sound font {name} is missing (looked for {', '.join(FONTS[name])}); Debian has "
            "musescore-general-soundfont and fluid-soundfont-gm"
        )
    return found


def render(rendering: Rendering, target: Path, longest: float = LONGEST) -> None:
    """Write `longest` seconds of the score to `target`, 16 kHz mono FLAC, the whole file or none.

    Raises MidiError for a score that cannot be read, takes too long or makes no sound.
    """
    score = read_score(rendering.midi)
    excerpt, wave = (target.with_name(f"{target.stem}.part.{end}") for end in ("mid", "wav"))
    try:
        write_excerpt(score, best_start(score, longest), longest, excerpt, rendering.pitches)
        settings = [text for item in SETTINGS.items() for text in ("-o", "{}={}".format(*item))]
        command = ["fluidsynth", "-n", "-i", "-q", "-r", str(SYNTH_RATE), "-g", "0.5", *settings]
        files = ["-T", "wav", "-O", "float", "-F", str(wave), str(rendering.font), str(excerpt)]
        try:
            subprocess.run([*command, *files], check=True, capture_output=True, timeout=TIME_OUT)
            stereo, _ = soundfile.read(wave, dtype="float32", always_2d=True)
        except (subprocess.SubprocessError, soundfile.LibsndfileError) as error:
            raise MidiError(f"{rendering.midi} cannot be rendered ({error})") from error
        mono = until_silence(soxr.resample(stereo.mean(axis=1), SYNTH_RATE, RATE), longest)
        if len(mono) == 0:
            raise MidiError(f"{rendering.midi} makes no sound with {rendering.font.name}")
        with whole(target) as part:
            soundfile.write(part, mono * (PEAK / np.abs(mono).max()), RATE)
    finally:
        for file in (excerpt, wave):
            file.unlink(missing_ok=True)


def until_silence(mono: np.ndarray, longest: float = LONGEST) -> np.ndarray:
    """At most `longest` seconds and the ring of the last notes, without the silence after it."""
    cut = mono[: round((longest + RING_SECONDS) * RATE)]
    loud = np.flatnonzero(np.abs(cut) > SILENCE * np.abs(cut).max(initial=0.0))
    return cut[: loud[-1] + 1] if len(loud) else cut[:0]
