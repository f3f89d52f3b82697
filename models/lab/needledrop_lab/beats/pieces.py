"""Pieces whose beats are known: composed ones, and drummers who played to a click (Groove MIDI)."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..corpus.items import Split
from ..corpus.midi import MidiError, best_start, read_score
from ..corpus.midi_sources import ROLAND_PITCHES
from ..corpus.sources import SourceError, rows
from ..corpus.synth import Rendering, find_font, render
from ..files import write_text

BEATS_PER_BAR = {"4/4": 4, "2/4": 2, "3/4": 3, "6/8": 2, "12/8": 4}
# Styles and drummers that are not trained on: those the decoder was tuned on, and those measured.
VALID_STYLES = (
    *("cinematic epic", "corporate uplifting", "fusion jazz", "latin salsa", "polka", "rock"),
    *("synthwave", "tension underscore", "trance", "ukulele advertising", "waltz"),
)
TEST_STYLES = (
    *("bossa nova", "drum and bass", "funk", "hard rock", "hip-hop", "holiday", "indie folk"),
    *("lo-fi", "medieval", "middle eastern", "ska"),
)
VALID_DRUMMERS = ("drummer4", "drummer6", "drummer9")
TEST_DRUMMERS = ("drummer3", "drummer5", "drummer10")
FONT = "fluid"
GROOVE_SECONDS = 45.0  # rendered of a performance
SHORTEST = 8.0  # seconds of a performance; fills are shorter
MOST_OF_A_DRUMMER = 30  # performances, the first that are listed
TAIL = 0.3  # seconds at the end of a piece in which no beat is known: its last chord dies away


@dataclass(frozen=True)
class Beat:
    """A moment in seconds; `down` if a bar begins there."""

    second: float
    down: bool


@dataclass(frozen=True)
class Piece:
    """Audio with its beats. `group`: style or drummer; `bpm`: beats, not quarters, per minute."""

    id: str
    source: str
    group: str
    split: Split
    audio: Path
    bpm: float
    beats_per_bar: int
    beats: tuple[Beat, ...]


def composed_pieces(corpus: Path) -> list[Piece]:
    """Pieces of the composer, split by style. Raises SourceError."""
    return [_composed(row, corpus) for row in rows(corpus / "pieces.jsonl")]


def _composed(row: dict[str, Any], corpus: Path) -> Piece:
    count, style = BEATS_PER_BAR[row["metre"]], row["style"]
    return Piece(
        row["id"],
        "composed",
        style,
        _split(style, VALID_STYLES, TEST_STYLES),
        corpus / row["audio"],
        row["bpm"],
        count,
        beats_of(row["editPoints"]["bars"], count, row["seconds"] - TAIL),
    )


def drummed_pieces(midi: Path, audio: Path) -> list[Piece]:
    """Performances of Groove MIDI, rendered into the folder `audio`, split by drummer.

    The last session, in which all drummers play the same grooves, is left out. Raises SourceError,
    SynthError if FluidSynth or its font is missing.
    """
    index = midi / "groove" / "info.csv"
    if not index.exists():
        raise SourceError(f"{index} is missing; download Groove MIDI")
    font = find_font(FONT)
    audio.mkdir(parents=True, exist_ok=True)
    with index.open(encoding="utf-8", newline="") as stream:
        listed = [row for row in csv.DictReader(stream) if _is_used(row)]
    taken: Counter[str] = Counter()
    chosen = []
    for row in listed:
        taken[row["drummer"]] += 1
        if taken[row["drummer"]] <= MOST_OF_A_DRUMMER:
            chosen.append(row)
    found = (_drummed(row, midi, audio, font) for row in chosen)
    return [piece for piece in found if piece is not None]


def _is_used(row: dict[str, str]) -> bool:
    metre = row["time_signature"].replace("-", "/")
    long = float(row["duration"]) >= SHORTEST
    return long and metre in BEATS_PER_BAR and not row["session"].endswith("eval_session")


def _drummed(row: dict[str, str], midi: Path, audio: Path, font: Path) -> Piece | None:
    """None for a performance that cannot be rendered."""
    score_file = midi / "groove" / row["midi_filename"].replace("/", "_")
    target = audio / f"{score_file.stem}.flac"
    try:
        score = read_score(score_file)
        if not target.exists():
            render(Rendering(score_file, font, ROLAND_PITCHES), target, GROOVE_SECONDS)
    except MidiError as error:
        print(f"left out: {error}", flush=True)
        return None
    start = best_start(score, GROOVE_SECONDS)
    metre = row["time_signature"].replace("-", "/")
    quarters = float(row["bpm"])
    return Piece(
        score_file.stem,
        "drummed",
        row["drummer"],
        _split(row["drummer"], VALID_DRUMMERS, TEST_DRUMMERS),
        target,
        quarters * 2 / 3 if metre.endswith("/8") else quarters,
        BEATS_PER_BAR[metre],
        beats_of(
            [bar - start for bar in score.bars],
            BEATS_PER_BAR[metre],
            min(score.end - start, GROOVE_SECONDS),
        ),
    )


def beats_of(bars: Sequence[float], count: int, end: float) -> tuple[Beat, ...]:
    """`count` beats, evenly spaced, in each bar from 0 to `end` seconds; the last bar is as long as
    the one before."""
    last = 2 * bars[-1] - bars[-2]
    spread = (
        Beat(bar + (after - bar) * k / count, k == 0)
        for bar, after in pairwise([*bars, last])
        for k in range(count)
    )
    return tuple(beat for beat in spread if 0 <= beat.second < end)


def write_held_out(path: Path, pieces: Sequence[Piece]) -> None:
    """Write what was not trained on as JSON lines, seconds to the millisecond."""
    lines = [
        {
            "id": piece.id,
            "source": piece.source,
            "group": piece.group,
            "split": piece.split,
            "audio": str(piece.audio.absolute()),
            "bpm": round(piece.bpm, 3),
            "beatsPerBar": piece.beats_per_bar,
            "beats": [round(beat.second, 3) for beat in piece.beats],
            "downbeats": [round(beat.second, 3) for beat in piece.beats if beat.down],
        }
        for piece in pieces
        if piece.split != "train"
    ]
    write_text(path, "".join(f"{json.dumps(line)}\n" for line in lines))


def _split(group: str, valid: Sequence[str], test: Sequence[str]) -> Split:
    return "test" if group in test else "valid" if group in valid else "train"
