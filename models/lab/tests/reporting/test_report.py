import random
import re
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from paper_figures import PAPER

from needledrop_lab.commands import report as command
from needledrop_lab.measuring.questions import QUESTIONS
from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.report.findings import verdict
from needledrop_lab.reporting.results import merge, read
from needledrop_lab.training.recipes import SYSTEMS

FIGURES = ("rocAuc50", "prAuc50", "rocAucAll", "prAucAll", "recallAt1", "recallAt5", "recallAt10")


def estimate(value: float, reach: float = 0.01) -> dict[str, float]:
    return {"value": value, "low": value - reach, "high": value + reach}


def made_up() -> dict[str, Any]:
    """Every key, with figures that nobody measured and that a slip would not hit by chance."""
    draw = random.Random(7)
    told = {"command": "lab x", "machine": "a machine"}
    figures = {
        system: {
            **{name: estimate(draw.uniform(0.1, 0.9)) for name in (*FIGURES, "precisionAt10")},
            "medianRank": estimate(draw.randint(20, 90) + 0.5, 3),
        }
        for system in ("random", "bm25", *SYSTEMS)
    }
    tasks = {
        "gtzan": {
            "kind": "one",
            "labels": 10,
            "clips": {"train": 443, "valid": 197, "test": 290},
            "chance": {"accuracy": 0.1069},
        },
        "mood": {
            "kind": "many",
            "labels": 33,
            "clips": {"train": 701, "valid": 52, "test": 164},
            "chance": {"rocAuc": 0.5, "prAuc": 0.0777},
        },
    }
    rows: list[dict[str, Any]] = []
    gaps = []
    for system in SYSTEMS:
        mood = {"rocAuc": estimate(draw.random()), "prAuc": estimate(draw.random())}
        ends = {"best": [{"label": "calm", "rocAuc": 0.9123}], "worst": []}
        rows += [
            {"system": system, "seed": 1, "task": "gtzan", "mlp": {"accuracy": estimate(0.4321)}},
            {"system": system, "seed": 1, "task": "mood", "zeroShot": mood, "labels": ends},
        ]
        spread = {"mean": draw.random(), "deviation": draw.random()}
        kinds = ("tagTag", "captionCaption", "captionAudio", "matching")
        gaps.append({"system": system, "seed": 1, **dict.fromkeys(kinds, spread)})
    ending = {"steps": 977, "bestStep": 833, "bestValid": 1.5, "seconds": 754.2, "device": "two"}
    return {
        "paper": PAPER,
        "table2": {
            **told,
            "device": "CPU",
            "tracks": {"train": 1234, "valid": 87, "test": 265},
            "tags": 188,
            "pairs": 213,
            "rows": [{"system": s, "seeds": [1], "figures": f} for s, f in figures.items()],
            "differences": [
                {"figure": q.figure, "ahead": ahead, "behind": behind}
                | estimate(draw.uniform(-0.3, 0.3))
                for q in QUESTIONS
                for ahead, behind in q.pairs
            ],
        },
        "tasks": {**told, "tasks": tasks, "rows": rows},
        "gaps": {**told, "tags": 188, "pairs": 213, "rows": gaps},
        "training": {**told, "rows": [{"system": s, "seed": 1, **ending} for s in SYSTEMS]},
        "catalogue": {
            "styleSearch": {"note": "By name.", "recall": 0.87654, "byStyle": {"waltz": 0.7777}},
            "audit": {
                "failed": [{"piece": "polka", "why": "cut"}, {"piece": "ska", "why": "thin"}]
            },
        },
    }


def leaves(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        for own in value.values():
            yield from leaves(own)
    elif isinstance(value, list):
        for own in value:
            yield from leaves(own)
    elif isinstance(value, int | float):
        yield value


def test_every_figure_in_a_table_is_one_of_the_file() -> None:
    results = made_up()
    known = set[str]()
    for leaf in leaves(results):
        known |= {
            f"{100 * leaf:.1f}",
            f"{leaf:.3f}",
            f"{leaf:.1f}",
            f"{leaf / 60:.1f}",
            f"{leaf:g}",
        }
        known.add(f"{leaf:.1f}".removesuffix(".0"))
        known.add(f"{leaf:.4f}".rstrip("0").rstrip("."))
    page = render(results)
    cells = [
        cell
        for line in page.splitlines()
        if line.startswith("| ") and not line.startswith("| ---")
        for cell in line.strip("| ").split(" | ")[1:]
    ]
    shown = [number for cell in cells for number in re.findall(r"-?\d+(?:\.\d+)?", cell)]
    named = {"50", "1", "2", "5", "10"}  # of headings: ROC 50, R@1, mtat2
    assert len(shown) > 300
    assert not [number for number in shown if number not in known | named]


def test_a_change_of_any_figure_changes_the_page() -> None:
    before = render(made_up())
    results = made_up()
    for change in (
        lambda r: r["table2"]["rows"][4]["figures"]["recallAt5"].update(value=0.0123),
        lambda r: r["tasks"]["rows"][3]["zeroShot"]["prAuc"].update(value=0.0123),
        lambda r: r["gaps"]["rows"][2]["matching"].update(mean=0.0123),
        lambda r: r["training"]["rows"][1].update(seconds=7777),
        lambda r: r["catalogue"]["styleSearch"].update(recall=0.0123),
    ):
        change(results)
        after = render(results)
        assert after != before
        before = after


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("table2", "Not measured yet: retrieval figures come with `lab table2`"),
        ("tasks", "Not measured yet: downstream figures come with `lab tasks`"),
        ("gaps", "Not measured yet: similarity gaps"),
        ("training", "Not measured yet: training times"),
        ("catalogue", "Not measured yet: results.json has no figures for the composed catalogue"),
    ],
)
def test_a_missing_key_is_reported_as_not_measured(key: str, words: str) -> None:
    whole = made_up()
    assert words not in render(whole)
    del whole[key]
    assert words in render(whole)


def test_with_nothing_measured_there_is_no_table() -> None:
    page = render({"paper": PAPER})
    assert "|" not in page
    assert page.count("Not measured yet") == 6


def test_the_papers_figures_stand_beside_ours() -> None:
    page = render(made_up())
    assert (
        "| Contrastive, BERT, stochastic | 89.8 | 38.0 | 84.8 | 7.7 | 10.2 | 29.8 | 42.8 |" in page
    )
    assert PAPER["zeroShot"]["contrastive-bert-stochastic"]["gtzan"]["accuracy"] == 0.8793
    assert "87.9" in page
    assert PAPER["table2"].keys() == SYSTEMS.keys()


def test_the_time_of_all_runs_is_reported() -> None:
    results = made_up()
    results["training"]["rows"] = [
        row | {"seconds": 60.0 * minutes}
        for minutes, row in enumerate(results["training"]["rows"], 1)
    ]
    assert "10 runs, 55 minutes in sequence" in render(results)


def test_what_is_not_known_is_a_dash() -> None:
    results = made_up()
    results["table2"]["rows"][0]["figures"]["medianRank"] = dict.fromkeys(("value", "low", "high"))
    line = next(line for line in render(results).splitlines() if line.startswith("| Random"))
    assert line.endswith("| \N{EN DASH} |")


def test_findings_are_decided_by_the_intervals() -> None:
    assert verdict(estimate(0.1, 0.02)) == "higher"
    assert verdict(estimate(-0.1, 0.02)) == "lower"
    assert verdict(estimate(0.1, 0.2)) == "open"
    assert verdict(estimate(-0.01, 0.02), allowed=0.04) == "higher"
    assert verdict(estimate(-0.1, 0.02), allowed=0.04) == "lower"
    assert verdict(None) is None
    assert verdict({"value": 0.4, "low": None, "high": None}) is None


@pytest.mark.parametrize(
    ("apart", "words"),
    [(0.3, " Confirmed."), (-0.3, " Reversed."), (0.005, " Undecided.")],
)
def test_a_finding_is_reported_in_words(apart: float, words: str) -> None:
    results = made_up()
    for difference in results["table2"]["differences"]:
        difference.update(estimate(apart))
    (line,) = [line for line in render(results).splitlines() if line.startswith("**(a)")]
    assert words in line


def test_a_difference_stands_with_its_interval_and_its_share() -> None:
    results = made_up()
    for row in results["table2"]["rows"]:
        value = 0.33 if row["system"].endswith("-stochastic") else 0.3
        row["figures"]["recallAt10"] = estimate(value)
    for difference in results["table2"]["differences"]:
        difference.update(estimate(0.03, 0.04))
    assert (
        "- Contrastive, BERT, stochastic 33.0 vs. Contrastive, BERT, sentence 30.0: 10 % higher, "
        "no significant difference (+3.0 points, 95 % CI \N{MINUS SIGN}1.0 to +7.0). "
        "Paper: 42.8 vs. 38.4."
    ) in render(results)


def test_the_command_writes_the_page_and_the_papers_figures(tmp_path: Path) -> None:
    path, out = tmp_path / "results.json", tmp_path / "results.md"
    merge(path, "catalogue", made_up()["catalogue"])
    command.run(Namespace(results=path, out=out))
    assert read(path)["paper"] == PAPER
    page = out.read_text("utf-8")
    assert page == render(read(path))
    assert "By name." in page and "| polka | cut |" in page and "| waltz | 0.7777 |" in page
