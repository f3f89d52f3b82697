"""The demo's answers, with a link to the page that plays them."""

from __future__ import annotations

from .markdown import Json, named, provenance, table


def demo(value: Json) -> str:
    """One row per query and system, its tracks in order."""
    rows = [
        [f"{row['query']}: {named(row['system'])}", *map(_track, row["tracks"])]
        for row in value["rows"]
    ]
    places = [str(place) for place in range(1, max(len(row) for row in rows))]
    return "\n\n".join(
        [
            provenance(value),
            "[The demo page](demo/index.html) plays what three systems find for the paper's three "
            f"queries among {value['searched']} of our own tracks, each from the second given "
            "below. It illustrates; it measures nothing.",
            table(["Query and system", *places], rows),
        ]
    )


def _track(track: Json) -> str:
    """Title, style and start; a bar would end the cell."""
    return f"{track['title']} ({track['style']}, {track['start']:g} s)".replace("|", "\\|")
