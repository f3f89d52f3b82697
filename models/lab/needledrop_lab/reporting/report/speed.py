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
    """Each system's throughput beside the machine's, then the shares of a step's time."""
    rows = found["rows"]
    rates = [
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
            f"warm-up. A sample is one section with its text. The limit is the throughput of a "
            f"{side} \N{MULTIPLICATION SIGN} {side} matrix product in {found['arithmetic']}, "
            "measured between the steps. Matrix products and convolutions are counted, forward and "
            "backward.",
            table(
                [
                    "System",
                    "Samples/s",
                    "GFLOP per step",
                    "GFLOP/s",
                    "Limit, GFLOP/s",
                    "% of limit",
                ],
                rates,
            ),
            "Share of a step's time, in per cent; a tower's share includes forward and backward "
            "passes:",
            table(["System", *PARTS.values()], shares),
        ]
    )
