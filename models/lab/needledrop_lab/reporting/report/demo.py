"""The demo's answers, with the way to the page that plays them."""

from __future__ import annotations

from .markdown import Json, named, provenance, table


def demo(value: Json) -> str:
    """A row a query and system, its tracks in order."""
    rows = [
        [f"{row['query']}: {named(row['system'])}", *map(_track, row["tracks"])]
        for row in value["rows"]
    ]
    places = [str(place) for place in range(1, max(len(row) for row in rows))]
    return "\n\n".join(
        [
            provenance(value),
            "[The demo page](demo/index.html) plays what three systems find for the paper's three "
            f"queries among {value['searched']} tracks of our own, from the second given here. "
            "It is an example, not a figure.",
            table(["Query and system", *places], rows),
        ]
    )


def _track(track: Json) -> str:
    """Title, style and start; a bar would end the cell."""
    return f"{track['title']} ({track['style']}, {track['start']:g} s)".replace("|", "\\|")
