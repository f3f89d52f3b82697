"""What is heard in a track: how often it is right, and what listening costs."""

from __future__ import annotations

from .markdown import DASH, Json, decimals, percent, provenance, table

HEADER = (
    *("Music", "Pieces", "Keys", "right", "kept", "right if kept"),
    *("Parts, F", "every 8 s", "Tempos called certain", "right then"),
)


def hearing(found: Json) -> str:
    """A row for each kind of music."""
    rows = [
        [
            row["of"],
            str(row["pieces"]),
            *_key(row["key"]),
            *_parts(row["parts"]),
            percent(row["tempo"]["certain"]),
            percent(row["tempo"]["rightIfCertain"]) if row["tempo"]["certain"] > 0 else DASH,
        ]
        for row in found["rows"]
    ]
    speed = found["speed"]
    return "\n\n".join(
        [
            provenance(found),
            "The profiles of keys were fitted to the composed styles that are not left out. Modes "
            "count as major or minor by their third. A key is kept if it is plain enough. A "
            "boundary between parts is right within 3 s; beside it, what a boundary every 8 s "
            "would reach. A tempo is right within 4 %; filters take one that is called certain as "
            "if it were stated. The net for beats has learnt from much of the composed music; what "
            "it does with music that it never heard is in Beats and bars. Shares in per cent, "
            "F-measures of all boundaries.",
            table(HEADER, rows),
            f"Heard facts take {max(row['bytes'] for row in found['rows'])} bytes of a track in "
            "the index, or fewer, as a mean of a kind of music. Embedding takes "
            f"{speed['embedding']:.1f} ms of a processor for each second of music, and "
            f"{speed['withListening']:.1f} ms with listening: {speed['ratio']:.2f} times the "
            "speed, as a median of runs in turns.",
        ]
    )


def _key(key: Json | None) -> list[str]:
    if key is None:
        return [DASH] * 4
    return [
        str(key["pieces"]),
        percent(key["right"]),
        percent(key["kept"]),
        percent(key["rightIfKept"]),
    ]


def _parts(parts: Json | None) -> list[str]:
    if parts is None:
        return [DASH] * 2
    return [decimals(parts["found"]), decimals(parts["everyEightSeconds"])]
