from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.hearing import hearing


def made_up() -> dict[str, Any]:
    """What `npm run measure:hearing` writes, with figures that nobody measured."""
    tempo = {"right": 0.9, "rightOrOther": 0.95, "certain": 0.61, "rightIfCertain": 0.97}
    return {
        "command": "npm run measure:hearing",
        "machine": "2 cores",
        "rows": [
            {
                "of": "composed, styles left out",
                "pieces": 250,
                "tempo": tempo,
                "key": {"pieces": 220, "right": 0.881, "kept": 0.732, "rightIfKept": 0.964},
                "parts": {"found": 0.8351, "everyEightSeconds": 0.6123},
                "bytes": 432,
            },
            {
                "of": "recordings",
                "pieces": 120,
                "tempo": {**tempo, "certain": 0, "rightIfCertain": 0},
                "key": None,
                "parts": None,
                "bytes": 471,
            },
        ],
        "speed": {"embedding": 7.31, "withListening": 8.92, "ratio": 0.819},
    }


def test_a_row_for_each_kind_of_music() -> None:
    lines = hearing(made_up()).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 4
    assert "| 250 | 220 | 88.1 | 73.2 | 96.4 | 0.835 | 0.612 | 61.0 | 97.0 |" in rows[2]


def test_what_is_not_known_of_the_music_is_a_dash() -> None:
    (row,) = [line for line in hearing(made_up()).splitlines() if line.startswith("| recordings")]
    assert row.count("\N{EN DASH}") == 7
    assert "0.0" in row


def test_size_and_speed() -> None:
    text = hearing(made_up())
    assert "471 bytes" in text
    assert "7.3 ms" in text and "8.9 ms" in text and "0.82 times" in text


def test_is_part_of_the_page_once_measured() -> None:
    assert "## Facts by ear" not in render({"paper": PAPER})
    assert "## Facts by ear" in render({"paper": PAPER, "hearing": made_up()})
