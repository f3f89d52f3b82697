from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.markdown import DASH
from needledrop_lab.reporting.report.sight import sight


def made_up() -> dict[str, Any]:
    """What `npm run measure:sight` writes, with figures that nobody measured."""
    figures = {
        "precision": {"value": 0.8123, "low": 0.7, "high": 0.9},
        "useful": {"value": 0.6, "low": 0.5, "high": 0.7},
    }
    return {
        "command": "npm run measure:sight -- FOLDER",
        "photographs": 99,
        "rows": [
            {"way": "still", "sort": "scene", "pictures": 50, "words": 61, **figures},
            {"way": "pan", "sort": "mood", "pictures": 50, "words": 70, **figures},
        ],
    }


def test_a_row_for_each_way_and_sort() -> None:
    text = sight(made_up())
    shares = f"81.2 (70.0{DASH}90.0) | 60.0 (50.0{DASH}70.0)"
    assert f"| a still | place and subject | 50 | 61 | {shares} |" in text
    assert "| three frames of a pan | light, colour and mood | 50 | 70 |" in text
    assert "99 pictures" in text


def test_is_part_of_the_page_once_measured() -> None:
    assert "## Words for pictures" not in render({"paper": PAPER})
    assert "## Words for pictures" in render({"paper": PAPER, "sight": made_up()})
