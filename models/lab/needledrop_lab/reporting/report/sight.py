"""Words for pictures: how often they are right, and how often there is one."""

from __future__ import annotations

from .markdown import Json, figure, interval, percent, table

HEADER = ("Shown as", "Words for", "Pictures", "Words", "Right", "Pictures with a right word")
WAYS = {"still": "a still", "pan": "three frames of a pan"}
SORTS = {"scene": "place and subject", "mood": "light, colour and mood"}


def sight(found: Json) -> str:
    """A row for each way to show a picture, and each sort of words."""
    rows = [
        [
            WAYS[row["way"]],
            SORTS[row["sort"]],
            str(row["pictures"]),
            str(row["words"]),
            *(_share(row, name) for name in ("precision", "useful")),
        ]
        for row in found["rows"]
    ]
    return "\n\n".join(
        [
            f"Made by `{found['command']}`.",
            f"{found['photographs']} pictures of Debian packages under free licences, about a "
            "quarter of them patterns and drawings that show no scene; which words are right was "
            "written down by looking at each. Thresholds were chosen on one half, the figures are "
            "of the other. Words that are right, of those that were said; pictures with at least "
            "one right word, of those that show something. In per cent, with 95 % intervals.",
            table(HEADER, rows),
        ]
    )


def _share(row: Json, name: str) -> str:
    return f"{percent(figure(row, name))} ({interval(row, name)})"
