import random
import re
from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.search import search

SYSTEMS = ("product", "needledrop-base@0.1.0", "bm25", "random")
REGISTERS = ("keywords", "sentence", "typo")


def estimate(draw: random.Random) -> dict[str, float]:
    value = draw.random()
    return {"value": value, "low": value - 0.01, "high": value + 0.01}


def made_up() -> dict[str, Any]:
    """What `npm run evaluate` writes, with figures that nobody measured."""
    draw = random.Random(3)
    row = ("ndcgAt10", "precisionAt5", "typoRatio")
    pool = {
        "tracks": 1234,
        "scenes": 89,
        "texts": 457,
        "grades": [1000.25, 150.5, 60.125, 23.125],
        "scenesWithoutGoodTracks": 3,
        "rows": [
            {
                "system": system,
                **{name: estimate(draw) for name in row},
                **({} if system == "product" else {"behind": estimate(draw)}),
                "registers": {register: draw.random() for register in REGISTERS},
            }
            for system in SYSTEMS
        ],
    }
    shares = {"fit": 0.71, "break": 0.12, "unknown": 0.17}
    return {
        "command": "npm run evaluate",
        "pack": "needledrop-base@9.9.9",
        "scenes": {"all": pool},
        "negations": {
            "pairs": 61,
            "unwantedBefore": 0.481,
            "unwantedAfter": 0.093,
            "wantedBefore": 0.655,
            "wantedAfter": 0.611,
        },
        "untaggedNegations": {
            "pairs": 61,
            "unwantedBefore": 0.481,
            "unwantedAfter": 0.257,
            "wantedBefore": 0.655,
            "wantedAfter": 0.601,
        },
        "typos": {
            "words": 60,
            "rows": [{"errors": 1, "withUnderstanding": estimate(draw), "without": estimate(draw)}],
        },
        "filters": {"queries": 20, "withUnderstanding": shares, "without": {**shares, "fit": 0.23}},
        "order": {
            "queries": 100,
            "places": 50,
            "sha256": "ab" * 32,
            "rows": [{"device": "webgpu", "sameFirst10": 97, "sameFirst50": 88}],
        },
    }


def test_every_part_has_a_table_and_its_figures() -> None:
    found = made_up()
    page = search(found)
    assert page.count("### ") == 5
    product = found["scenes"]["all"]["rows"][0]
    assert f"| Needledrop | {product['ndcgAt10']['value']:.3f} (" in page
    assert "needledrop-base@0.1.0" in page
    assert "| With an unwanted tag | 48.1 | 9.3 |" in page
    assert "| With an unwanted tag | 48.1 | 25.7 |" in page
    assert "| Fit the filter | 71.0 | 23.0 |" in page
    assert "| webgpu | 97 | 88 |" in page


def test_every_interval_of_a_scene_is_shown() -> None:
    found = made_up()
    page = search(found)
    for row in found["scenes"]["all"]["rows"]:
        for name in ("ndcgAt10", "behind", "precisionAt5", "typoRatio"):
            if name in row:
                assert f"({row[name]['low']:.3f}\N{EN DASH}{row[name]['high']:.3f})" in page
        for value in row["registers"].values():
            assert f"{value:.3f}" in page


def test_the_product_is_not_ahead_of_itself() -> None:
    line = next(
        line for line in search(made_up()).splitlines() if line.startswith("| Needledrop |")
    )
    assert re.search(r"\) \| \N{EN DASH} \| ", line)


def test_a_part_that_was_not_measured_is_left_out() -> None:
    found = made_up()
    del found["negations"]
    assert "### Negations" not in search(found)
    found["order"]["rows"] = []
    assert "Not compared with a browser." in search(found)


def test_the_page_has_the_search_once_it_is_measured() -> None:
    assert "## Search" not in render({"paper": PAPER})
    assert "## Search" in render({"paper": PAPER, "product": made_up()})
