"""Light, colour and motion: how often words for pictures are right without a model."""

from __future__ import annotations

from .markdown import DASH, Json, decimals, table

COLUMNS = ["Word", "Said", "Right when said", "Due", "Said when due"]


def light(found: Json) -> str:
    """Words on rendered frames and on photographs, and speeds of a camera."""
    motion = [
        [
            decimals(row["speed"]),
            str(row["cases"]),
            decimals(row["measured"]),
            decimals(row["error90"]),
        ]
        for row in found["motion"]
    ]
    parts = [
        f"`{found['command']}`",
        f"On {found['cases']} rendered scenes with known exposure, colour temperature, sky and "
        "speed, plain, with bars, upright and with grain:",
        table(COLUMNS, [_words(row) for row in found["rows"]]),
        "Speed of a camera, in longer sides of the picture a second; nine of ten cases err by less "
        "than the last column:",
        table(["True", "Cases", "Median measured", "Error"], motion),
    ]
    if "photographs" in found:
        parts += [
            "On photographs with written moods, each as a shot in which nothing moves. The "
            "table of words was tuned with them in sight:",
            table(COLUMNS, [_words(row) for row in found["photographs"]]),
        ]
    return "\n\n".join(parts)


def _words(row: Json) -> list[str]:
    return [
        row["word"],
        str(row["said"]),
        _share(row["precision"]),
        str(row["due"]),
        _share(row["recall"]),
    ]


def _share(value: float | None) -> str:
    return DASH if value is None else decimals(value)
