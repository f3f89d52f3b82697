from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.beats import beats
from needledrop_lab.reporting.report.markdown import DASH


def made_up() -> dict[str, Any]:
    """What `npm run measure:beats` writes, with figures that nobody measured."""
    estimate = {"value": 0.81, "low": 0.7, "high": 0.92}
    known = dict.fromkeys(("beatF", "downbeatF", "beatsPerBar", "tempo", "tempoOrOctave"), estimate)
    tempo = {"tempo": estimate, "tempoOrOctave": estimate}
    means = dict.fromkeys(known, 0.5)
    return {
        "command": "npm run measure:beats",
        "machine": "2 cores",
        "rows": [
            {"music": "composed", "way": "net", "pieces": 12, "figures": known},
            {"music": "recorded", "way": "onsets", "pieces": 7, "figures": tempo},
        ],
        "groups": [{"group": "composed: ska", "pieces": 3, **means, "downbeatF": None}],
        "speed": {"net": 150, "onsets": 90},
    }


def test_figures_have_their_intervals_and_unknown_ones_a_dash() -> None:
    text = beats(made_up())
    (composed,) = [line for line in text.splitlines() if "styles left out" in line]
    (recorded,) = [line for line in text.splitlines() if line.startswith("| recordings")]
    assert composed.count(f"0.810 (0.700{DASH}0.920)") == 5
    assert recorded.count("(0.700") == 2 and recorded.count(f"| {DASH} ") == 3
    assert f"| composed: ska | 3 | 0.500 | {DASH} | 0.500 |" in text
    assert "150 times" in text and "90 times" in text


def test_the_page_has_the_section_only_where_it_was_measured() -> None:
    empty = {"paper": PAPER}
    assert "Beats and bars" not in render(empty)
    assert "## Beats and bars\n\nMade by `npm run measure:beats`" in render(
        {**empty, "beats": made_up()}
    )
