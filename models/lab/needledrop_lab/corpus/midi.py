"""MIDI files: notes in seconds, and the minute that represents a piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import mido
import numpy as np

from ..errors import LabError
from .general_midi import DRUM_CHANNEL, DRUMS

TICKS_PER_SECOND = 960  # of written files: 480 a beat, 120 beats a minute
RING_SECONDS = 2.0  # left for the last notes to die away
SHORTEST = 0.005  # seconds of a note, so that none ends before it has begun
FULL = 0.9  # a window is full if it has this share of the fullest one's notes


class MidiError(LabError, ValueError):
    """A MIDI file that cannot be used: which file, and what is wrong with it."""


@dataclass(frozen=True)
class Note:
    """A note; times in seconds, velocity 1..127, DRUMS for the drum channel's program."""

    start: float
    end: float
    channel: int
    pitch: int
    velocity: int
    program: int


@dataclass(frozen=True)
class Score:
    """A file in seconds. `key` is None where none is written ("D", "minor")."""

    notes: tuple[Note, ...]
    changes: tuple[tuple[float, mido.Message], ...]  # of programs, controllers and the like
    bars: tuple[float, ...]
    tempi: tuple[tuple[float, float], ...]  # (from second, quarter notes a minute)
    metre: str
    key: tuple[str, str] | None

    @property
    def end(self) -> float:
        """When the last note ends."""
        return max(note.end for note in self.notes)

    def quarters_between(self, start: float, end: float) -> float:
        """Quarter notes a minute, the tempo that lasts longest: engravers write pauses as tempi."""
        lasting: defaultdict[float, float] = defaultdict(float)
        for (begin, bpm), (change, _) in pairwise([(0.0, 120.0), *self.tempi, (end, 0.0)]):
            lasting[bpm] += max(0.0, min(change, end) - max(begin, start))
        return max(lasting, key=lambda bpm: lasting[bpm])

    def between(self, start: float, end: float) -> list[Note]:
        """Notes that begin from `start` to `end`."""
        return [note for note in self.notes if start <= note.start < end]


def read_score(path: Path) -> Score:
    """Raises MidiError for a file that is broken or has no notes."""
    try:
        file = mido.MidiFile(path, clip=True)
        merged = mido.merge_tracks(file.tracks)
    except Exception as error:  # mido raises whatever a broken byte leads to
        raise MidiError(f"{path} is not a readable MIDI file ({error!r})") from error
    if file.ticks_per_beat <= 0:
        raise MidiError(f"{path} counts SMPTE frames, not beats")
    tick, second, tempo = 0, 0.0, 500_000
    ticks, seconds = [0], [0.0]
    messages: list[tuple[float, mido.Message]] = []
    signatures: list[tuple[int, int, int]] = []
    tempi: list[tuple[float, float]] = []
    key = None
    for message in merged:
        tick += message.time
        second += mido.tick2second(message.time, file.ticks_per_beat, tempo)
        ticks.append(tick)
        seconds.append(second)
        if message.type == "set_tempo":
            tempo = message.tempo
            tempi.append((second, 60e6 / tempo))
        elif message.type == "time_signature":
            signatures.append((tick, message.numerator, message.denominator))
        elif message.type == "key_signature" and key is None:
            key = (message.key.rstrip("m"), "minor" if message.key.endswith("m") else "major")
        elif not message.is_meta:
            messages.append((second, message))
    notes = _notes(messages)
    if not notes:
        raise MidiError(f"{path} has no notes")
    _, upper, lower = signatures[0] if signatures else (0, 4, 4)
    bars = np.interp(_bar_ticks(signatures, tick, file.ticks_per_beat), ticks, seconds)
    changes = [(at, m) for at, m in messages if m.type not in ("note_on", "note_off")]
    return Score(
        tuple(notes), tuple(changes), tuple(bars.tolist()), tuple(tempi), f"{upper}/{lower}", key
    )


def best_start(score: Score, longest: float) -> float:
    """Where an excerpt of `longest` seconds begins.

    A short piece begins with its first note. Of a longer one, the first bar is taken from which on
    nearly as much happens as anywhere: introductions say little about a piece.
    """
    first = min(note.start for note in score.notes)
    starts = [bar for bar in score.bars if first <= bar <= score.end - longest]
    if not starts:
        return first
    onsets = np.sort([note.start for note in score.notes])
    counts = np.searchsorted(onsets, np.array(starts) + longest) - np.searchsorted(onsets, starts)
    return starts[int(np.argmax(counts >= FULL * counts.max()))]


def write_excerpt(
    score: Score, start: float, longest: float, target: Path, pitches: Mapping[int, int]
) -> None:
    """Write the notes that begin from `start` on; they end `longest` seconds later at the latest.

    `pitches` puts drums of another layout where General MIDI has them.
    """
    events: list[tuple[float, int, mido.Message]] = [
        (max(0.0, at - start), 0, message) for at, message in score.changes if at < start + longest
    ]
    for note in score.between(start, start + longest):
        pitch = pitches.get(note.pitch, note.pitch) if note.program == DRUMS else note.pitch
        place = {"channel": note.channel, "note": pitch}
        on = mido.Message("note_on", velocity=note.velocity, **place)
        off = mido.Message("note_off", **place)
        events.append((note.start - start, 2, on))
        end = min(note.end - start, longest)
        events.append((max(end, note.start - start + SHORTEST), 1, off))
    events.sort(key=lambda event: (round(event[0] * TICKS_PER_SECOND), event[1]))
    track, before = mido.MidiTrack(), 0
    for second, _, message in events:
        tick = round(second * TICKS_PER_SECOND)
        track.append(message.copy(time=tick - before))
        before = tick
    track.append(mido.MetaMessage("end_of_track", time=round(RING_SECONDS * TICKS_PER_SECOND)))
    file = mido.MidiFile(type=0, ticks_per_beat=480)
    file.tracks.append(track)
    file.save(target)


def _notes(messages: Sequence[tuple[float, mido.Message]]) -> list[Note]:
    """Pairs beginnings with ends; a note that nothing ends is left out."""
    programs: defaultdict[int, int] = defaultdict(int)
    open_notes: defaultdict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    notes = []
    for second, message in messages:
        if message.type == "program_change":
            programs[message.channel] = message.program
        elif message.type in ("note_on", "note_off"):
            channel, place = message.channel, (message.channel, message.note)
            if message.type == "note_on" and message.velocity > 0:
                program = DRUMS if channel == DRUM_CHANNEL else programs[channel]
                open_notes[place].append((second, message.velocity, program))
            elif open_notes[place]:
                start, velocity, program = open_notes[place].pop(0)
                notes.append(Note(start, second, channel, message.note, velocity, program))
    return sorted(notes, key=lambda note: (note.start, note.channel, note.pitch))


def _bar_ticks(
    signatures: Sequence[tuple[int, int, int]], last: int, ticks_per_beat: int
) -> list[int]:
    """Ticks at which bars begin."""
    bars: list[int] = []
    changes = [*signatures, (last + 1, 4, 4)]
    if changes[0][0] > 0:
        changes.insert(0, (0, 4, 4))
    for (start, upper, lower), (end, _, _) in pairwise(changes):
        bars.extend(range(start, end, max(1, round(ticks_per_beat * 4 * upper / lower))))
    return bars
