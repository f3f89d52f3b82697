"""How well the search by a caption of selected clips finds music, beside each single source."""

from __future__ import annotations

from .markdown import DASH, Json, decimals, percent, table

HEADER = ("Searched by", "Cases", "nDCG@10", "Behind the caption", "Where it is there")


def captions(found: Json) -> str:
    """A row for each source, the best first."""
    rows = sorted(found["rows"], key=lambda row: -row["ndcgAt10"]["value"])
    return "\n\n".join(
        [
            f"Made by `{found['command']}`.",
            f"{found['cases']} written cases of clips, of which as many again served for tuning: "
            "names, notes, markers, speech and words for pictures, with the tags of music that "
            "fits. A case that lacks a source counts as 0 for it; the last column compares on the "
            "cases that have it. The caption has the sources of each case, weighed and composed; "
            "all texts in a row are cut at the same length. The best source of each case would "
            f"reach {_estimate(found['oracle'])}; the caption is at least as good in "
            f"{percent(found['atLeastOracle'])} % of the cases. In brackets, 95 % intervals.",
            table(
                HEADER,
                [
                    [
                        _name(row["system"]),
                        str(row["cases"]),
                        _estimate(row["ndcgAt10"]),
                        _estimate(row.get("behind")),
                        _estimate(row.get("behindWhereThere")),
                    ]
                    for row in rows
                ],
            ),
        ]
    )


def _name(system: str) -> str:
    return {"composed": "the caption", "name": "file names"}.get(system, system)


def _estimate(estimate: Json | None) -> str:
    if estimate is None:
        return DASH
    value, low, high = (decimals(estimate[end]) for end in ("value", "low", "high"))
    return f"{value} ({low} to {high})"
