from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.fit import fit
from needledrop_lab.reporting.report.markdown import DASH


def made_up() -> dict[str, Any]:
    """What `npm run measure:fit` writes, with figures that nobody measured."""
    told = {
        "of": "told",
        "lengths": 20,
        "tracks": 66,
        "fits": 1320,
        "notEdited": 7,
        "exact": 1,
        "seams": 1100,
        "onLines": 0.991,
        "onBeats": 0.995,
        "smooth": 0.973,
        "medianRank": 0.4167,
        "ringing": 0.842,
        "oneHit": 0.93,
        "threeHits": 0.61,
        "decodeMs": 236.3,
        "firstMs": {"median": 93.4, "p95": 144},
        "nextMs": {"median": 10.2, "p95": 51.1},
        "withHitsMs": {"median": 35.5, "p95": 190.5},
    }
    recordings = {**told, "of": "recordings", "onLines": None, "onBeats": None, "oneHit": None}
    return {"command": "npm run measure:fit", "machine": "2 cores", "rows": [told, recordings]}


def test_a_row_for_each_sort_of_music_with_dashes_for_what_nobody_knows() -> None:
    text = fit(made_up())
    assert (
        "| originals, bars as composed | 66 | 20 | 1320 | 7 | 100.0 | 1100 | 99.1 | 99.5 | 97.3 "
        "| 0.417 | 84.2 | 93.0 | 61.0 |" in text
    )
    assert f"1100 | {DASH} | {DASH} | 97.3 | 0.417 | 84.2 | {DASH} | 61.0 |" in text
    assert "| originals, bars as composed | 236 | 93 | 144 | 10 | 51 | 36 |" in text


def test_the_page_has_the_section_once_it_was_measured() -> None:
    results = {"paper": PAPER}
    assert "## Music of an exact length" not in render(results)
    assert "## Music of an exact length" in render({**results, "fit": made_up()})
