"""How fast the systems train."""

from __future__ import annotations

from .markdown import Json, named, percent, provenance, table

PARTS = {
    "data": "Data",
    "audio": "Audio tower",
    "text": "Text tower",
    "objective": "Objective",
    "optimiser": "Optimiser",
}


def speed(found: Json) -> str:
    """Each system's throughput beside the machine's, then the parts of a step's time."""
    rows = found["rows"]
    paces = [
        [
            named(row["system"]),
            f"{row['samplesPerSecond']:.1f}",
            f"{row['gflopPerStep']:.1f}",
            f"{row['gflopPerSecond']:.1f}",
            f"{row['limitGflopPerSecond']:.1f}",
            percent(row["ofLimit"]),
        ]
        for row in rows
    ]
    shares = [
        [named(row["system"]), *(percent(row["parts"][part]) for part in PARTS)] for row in rows
    ]
    side = found["product"]
    return "\n\n".join(
        [
            provenance(found),
            f"Medians of {found['steps']} training steps with batches of {found['batch']} after "
            f"warm-up. A sample is a section of a track with its text. The limit is what the "
            f"product of two {side} x {side} matrices in {found['arithmetic']} reached between the "
            "steps. Counted are matrix products and convolutions, forward and backward.",
            table(
                ["System", "Samples/s", "GFLOP a step", "GFLOP/s", "Limit, GFLOP/s", "% of it"],
                paces,
            ),
            "Where a step's time goes, in per cent; a tower's share is its way forward and back:",
            table(["System", *PARTS.values()], shares),
        ]
    )
