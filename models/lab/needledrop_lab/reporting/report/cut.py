"""What the cut says of music: tempi, hit points and lengths."""

from __future__ import annotations

from collections.abc import Sequence

from .markdown import Json, percent, table

COUNTS = ("12", "24", "48")
HITS = ("before", "after", "ofReachable", "all")


def cut(found: Json) -> str:
    """Tables of tempi that are found, of silence where there is none, of hits and of lengths."""
    hits = [[str(row["hits"]), *(percent(row[name]) for name in HITS)] for row in found["hits"]]
    lengths = [[f"{row['seconds']} s", percent(row["share"])] for row in found["lengths"]]
    return "\n\n".join(
        [
            f"`{found['command']}`, figures that are the same on every machine. Edits are made up, "
            "at 25 frames a second and with any tempo from 60 to 180: 200 for each figure. Shares "
            "in per cent.",
            "The true tempo, its half or its double is suggested, within 2 %:",
            table(["Cuts", *(f"of {count}" for count in COUNTS)], _shares(found["tempi"])),
            "Nothing is suggested for edits that follow no music, by how long shots last:",
            table(["Cuts", *(f"of {count}" for count in COUNTS)], _shares(found["silent"])),
            f"Hit points at random in 30 s, over the {found['tracks']} originals: share with a "
            "section that begins within two frames, where the music begins anywhere and where it "
            "begins so that it hits; the latter of those that had such a section within 4 s "
            "before; and how often all of them hit.",
            table(
                ["Hit points", "anywhere", "so that it hits", "of those within 4 s", "all"], hits
            ),
            "Originals with a stretch of whole sections that lasts so long, within half a second:",
            table(["Length", "Share"], lengths),
        ]
    )


def _shares(rows: Sequence[Json]) -> list[list[str]]:
    return [[row["of"], *(percent(row["shares"][count]) for count in COUNTS)] for row in rows]
