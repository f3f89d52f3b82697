"""Re-edits of tracks: how exact they are, and how their seams and hits come out."""

from __future__ import annotations

from .markdown import Json, decimals, percent, provenance, table

HEADER = (
    *("Music", "Tracks", "Lengths", "Fits", "Not edited", "Exact", "Seams"),
    *("on bar lines", "on beats", "smooth", "median rank", "ringing"),
    *("One hit met", "Each of three"),
)
MUSIC = {
    "told": "originals, bars as composed",
    "heard": "originals, bars by ear",
    "recordings": "recordings, bars by ear",
}
TIMES = ("Music", "Decoding", "First fit", "95 of 100", "Further fits", "95 of 100", "With hits")


def fit(found: Json) -> str:
    """A row for each sort of music, then what it costs."""
    rows = [
        [
            MUSIC.get(row["of"], row["of"]),
            *(str(row[name]) for name in ("tracks", "lengths", "fits", "notEdited")),
            percent(row["exact"]),
            str(row["seams"]),
            *(percent(row[name]) for name in ("onLines", "onBeats")),
            percent(row["smooth"]),
            decimals(row["medianRank"]),
            percent(row.get("ringing")),
            *(percent(row[name]) for name in ("oneHit", "threeHits")),
        ]
        for row in found["rows"]
    ]
    times = [
        [
            MUSIC.get(row["of"], row["of"]),
            f"{row['decodeMs']:.0f}",
            *(f"{row['firstMs'][name]:.0f}" for name in ("median", "p95")),
            *(f"{row['nextMs'][name]:.0f}" for name in ("median", "p95")),
            f"{row['withHitsMs']['median']:.0f}",
        ]
        for row in found["rows"]
    ]
    return "\n\n".join(
        [
            provenance(found),
            "Each track is fitted to lengths from ten seconds to twice its own. Exact: as many "
            "samples as were asked for. A seam is on bar lines if both of its sides are within "
            "30 ms of some that the composer wrote. It is smooth if the spectral flux there, in "
            "what is played, is no higher than at nine in ten of the track's own bar lines; its "
            "rank is the share of these with less. The search for passages avoids seams that are "
            "not, by the same measure. It is ringing if, within 0.4 s, no more of what sounds on "
            "is gone than at nine in ten of the bar lines: the fall of the median level in thirds "
            "of an octave, which the search does not use. Hits are at random; those within four "
            "seconds of which something begins without them count, and are met within two frames "
            "of 25 a second. Shares in per cent.",
            table(HEADER, rows),
            "Milliseconds of a processor, medians; the first fit of a track also studies it, and "
            "hears its bars where they are not told:",
            table(TIMES, times),
        ]
    )
