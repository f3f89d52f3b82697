"""The section of the pack that ships: all its figures, nothing else, each with its command."""

import re
from typing import Any

from paper_figures import PAPER

from needledrop_lab.reporting.report.page import render
from needledrop_lab.reporting.report.shipped import shipped


def row(name: str, measure: str, beside: dict[str, float], *values: float) -> dict[str, Any]:
    estimates = [{"value": v, "low": v - 0.032, "high": v + 0.032} for v in values]
    of = "held-out toys"
    return {"name": name, "measure": measure, "items": 17, "of": of, "beside": beside} | {
        "estimates": estimates
    }


def made_up() -> dict[str, Any]:
    facts = {"name": "needledrop-base", "text": "a", "audio": "b"}
    words = [
        {**row("mean over words", "ROC-AUC", {"chance": 0.5}, 0.8123, 0.7456)},
        row("electricpiano", "ROC-AUC", {"fitting": 11}, 0.6234, 0.5987),
    ]
    words[0]["estimates"][0].update(low=None, high=None)
    words[0]["notes"] = ["not measured: metal"]
    prompts = [row("prompt to clip", "median rank", {"chance": 20.5}, 3, 4.5)]
    felt = {"chance": 0.1111, "majority": 0.2450, "paper": 0.3375}
    return {
        "command": "lab evaluate needledrop-base",
        "machine": "a machine",
        "packs": [{**facts, "version": "0.3.0"}, {**facts, "version": "0.2.0"}],
        "parts": {
            "emotify": {
                "command": "lab evaluate needledrop-base --only emotify",
                "rows": [row("emotion most felt", "accuracy", felt, 0.3456, 0.2789)],
            },
            "prompts": {"command": "lab evaluate needledrop-base --only prompts", "rows": prompts},
            "words": {"command": "lab evaluate needledrop-base --only words", "rows": words},
        },
    }


def test_each_figure_stands_beside_that_of_the_other_pack_with_its_command() -> None:
    page = shipped(made_up())
    dash = "\N{EN DASH}"
    heading = "| Figure | Over | needledrop-base 0.3.0 | needledrop-base 0.2.0 | For comparison | "
    assert heading in page
    assert (
        f"| emotion most felt, accuracy | 17 held-out toys | 34.6 (31.4{dash}37.8) | "
        f"27.9 (24.7{dash}31.1) | chance 11.1, most common label 24.5, the paper 33.8 | "
        "`lab evaluate needledrop-base --only emotify` |"
    ) in page
    assert f"| 3 (3{dash}3) | 4.5 (4.5{dash}4.5) | chance 20.5 |" in page
    assert f"| mean over words, ROC-AUC | 17 held-out toys | 81.2 | 74.6 (71.4{dash}77.8) |" in page


def test_words_have_a_table_of_their_own_with_how_many_tracks_fit() -> None:
    page = shipped(made_up())
    assert "ROC-AUC of each (`lab evaluate needledrop-base --only words`)" in page
    assert re.search(r"\| electricpiano \| 17 held-out toys \| 11 \| 62\.3 \(.*\| 59\.9 \(", page)
    assert "fitting" not in page.replace("Fitting", "")


def test_notes_stand_under_the_table() -> None:
    assert "- mean over words: not measured: metal." in shipped(made_up())


def test_one_pack_alone_has_one_column() -> None:
    found = made_up()
    found["packs"].pop()
    for part in found["parts"].values():
        for each in part["rows"]:
            each["estimates"].pop()
    page = shipped(found)
    assert "0.2.0" not in page and "needledrop-base 0.3.0" in page
    tables = [line.count("|") for line in page.splitlines() if line.startswith("|")]
    assert set(tables) == {6, 5}


def test_the_page_has_the_section_only_once_it_is_measured() -> None:
    title = "## The pack that ships"
    assert title not in render({"paper": PAPER})
    assert title in render({"paper": PAPER, "needledrop-base": made_up()})
