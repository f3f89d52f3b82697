from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.cut import cut


def made_up() -> dict[str, Any]:
    """What `npm run measure:cuts` writes, with figures that nobody measured."""
    row = {"of": "on bars, exact", "shares": {"12": 0.5, "24": 0.75, "48": 1}}
    hits = {"hits": 2, "before": 0.01, "after": 0.51, "ofReachable": 0.53, "all": 0.02}
    return {
        "command": "npm run measure:cuts",
        "tempi": [row],
        "silent": [{**row, "of": "at any time"}],
        "hits": [hits],
        "tracks": 66,
        "lengths": [{"seconds": 30, "share": 0.212}],
    }


def test_a_row_for_each_figure() -> None:
    text = cut(made_up())
    assert "| on bars, exact | 50.0 | 75.0 | 100.0 |" in text
    assert "| at any time | 50.0 | 75.0 | 100.0 |" in text
    assert "| 2 | 1.0 | 51.0 | 53.0 | 2.0 |" in text
    assert "| 30 s | 21.2 |" in text


def test_the_page_has_it_once_it_is_measured() -> None:
    assert "## Music to the cut" not in render({"paper": PAPER})
    assert "## Music to the cut" in render({"paper": PAPER, "cut": made_up()})
