"""Recall by the number of tags in the query."""

from __future__ import annotations

from .markdown import Json, figure, interval, named, percent, provenance, table


def lengths(found: Json) -> str:
    """R@10 by the number of tags in a query, with intervals."""
    rows = found["rows"]
    counts = list(rows[0]["recallAt10"])
    cells = [
        [
            named(row["system"]),
            *(
                f"{percent(figure(row['recallAt10'], n))} ({interval(row['recallAt10'], n)})"
                for n in counts
            ),
        ]
        for row in rows
    ]
    return "\n\n".join(
        [
            provenance(found),
            f"R@10 over {found['pairs']} test tracks, in per cent with 95 % intervals, by the "
            "number of the track's tags in the query. The tags are drawn at random, the same for "
            "every system. A few tags fit many tracks, so figures rise along a row; compare "
            "columns.",
            table(["Tags in a query", *counts], cells),
        ]
    )
