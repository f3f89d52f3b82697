"""MIDI files written event by event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import mido

Event = tuple[float, str, dict[str, int]]  # beat, message, its values


def write_score(path: Path, *tracks: Sequence[Event]) -> Path:
    """A file of 100 ticks a beat; every event at its beat."""
    file = mido.MidiFile(ticks_per_beat=100)
    for events in tracks:
        track, before = mido.MidiTrack(), 0
        for beat, name, values in sorted(events, key=lambda event: event[0]):
            kind = mido.MetaMessage if name.endswith(("tempo", "signature")) else mido.Message
            track.append(kind(name, time=round(beat * 100) - before, **values))
            before = round(beat * 100)
        file.tracks.append(track)
    file.save(path)
    return path


def note(beat: float, pitch: int, beats: float = 1, channel: int = 0) -> list[Event]:
    place = {"note": pitch, "channel": channel}
    return [
        (beat, "note_on", {**place, "velocity": 64}),
        (beat + beats, "note_on", {**place, "velocity": 0}),  # as many files end their notes
    ]
