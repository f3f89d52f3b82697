"""Beats and bars: how well they are heard, by the net and by onsets alone."""

from __future__ import annotations

from .markdown import DASH, Json, decimals, provenance, table

MUSIC = {
    "composed": "composed, eleven styles left out",
    "drummed": "drummers left out, rendered",
    "recorded": "recordings",
}
WAYS = {"net": "net", "onsets": "onsets alone"}
MEASURES = {
    "beatF": "Beats, F",
    "downbeatF": "Downbeats, F",
    "beatsPerBar": "Beats per bar",
    "tempo": "Tempo",
    "tempoOrOctave": "Tempo or octave",
}


def beats(found: Json) -> str:
    """Means with intervals, then style by style."""
    rows = [
        [MUSIC[row["music"]], WAYS[row["way"]], str(row["pieces"])]
        + [_estimate(row["figures"].get(name)) for name in MEASURES]
        for row in found["rows"]
    ]
    groups = [
        [row["group"], str(row["pieces"]), *(decimals(row[name]) for name in MEASURES)]
        for row in found["groups"]
    ]
    speed = found["speed"]
    return "\n\n".join(
        [
            provenance(found),
            "Music that the net never heard; the search for beats was tuned on other music. A beat "
            "is right within 70 ms, a tempo within 4 %; an octave is the half or the double. Of "
            "recordings, the tempo alone is known. Means over pieces with 95 % intervals. On one "
            f"thread, the net hears {speed['net']} times as fast as the music plays, the onsets "
            f"{speed['onsets']} times.",
            table(["Music", "Heard by", "Pieces", *MEASURES.values()], rows),
            "By the net, style by style:",
            table(["Music", "Pieces", *MEASURES.values()], groups),
        ]
    )


def _estimate(estimate: Json | None) -> str:
    if estimate is None:
        return DASH
    low, high = decimals(estimate["low"]), decimals(estimate["high"])
    return f"{decimals(estimate['value'])} ({low}\N{EN DASH}{high})"
