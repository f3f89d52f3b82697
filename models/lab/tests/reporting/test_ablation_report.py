"""The tables of the short trainings: figures of the whole one, differences, folds; nothing else."""

from typing import Any

from paper_figures import PAPER

from needledrop_lab.packs.ablation import FOLD_RUNS, UNHEARD, WHOLE
from needledrop_lab.reporting.report import ablation as report
from needledrop_lab.reporting.report.ablation import COLUMNS, ablation
from needledrop_lab.reporting.report.folds import folds
from needledrop_lab.reporting.report.page import render
from needledrop_lab.training.selection import NAMES

DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"
TOLD = {"command": "lab ablate", "machine": "a machine", "steps": {"1-music": 7, "2-sentences": 3}}
SHORT = "Short trainings (7 and 3 steps), comparable among each other only"


def row(name: str, measure: str, of: str, value: float) -> dict[str, Any]:
    estimate = {"value": value, "low": value - 0.02, "high": value + 0.02}
    return {"name": name, "measure": measure, "of": of, "items": 24, "estimate": estimate}


def run(value: float) -> dict[str, Any]:
    parts = {
        "recorded": [
            row("tags (22), zero-shot", "ROC-AUC", "held-out recorded tracks", value),
            row("tags (22), zero-shot", "PR-AUC", "held-out recorded tracks", 0.111),
        ],
        "words": [
            row("mean over words", "ROC-AUC", "pairs of word and music, 64 words", value + 0.1),
            row("mean over words", "ROC-AUC", "words, Emotify songs", 0.222),
        ],
        "prompts": [
            row("prompt to clip", "R@10", "held-out Noise2Music prompts", 0.333),
            row("prompt to clip", "R@10", "held-out prompts of both", value + 0.2),
            row("prompt to clip, among 218 clips", "R@10", "held-out prompts of both", 0.444),
        ],
        "composed": [],
    }
    return {"command": "lab ablate --only x", "run": "abc", "minutes": 4.0, "parts": parts}


def lines(page: str) -> list[list[str]]:
    """The cells of the table's rows, without its header."""
    rows = [line for line in page.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in rows[2:]]


def test_the_whole_training_has_figures_and_the_others_differences_from_it() -> None:
    runs = {WHOLE: run(0.6), "yamnet": run(0.568), "games": run(0.61)}
    page = ablation({**TOLD, "runs": runs})
    assert SHORT in page
    whole, yamnet, games = lines(page)
    assert whole[:4] == ["nothing", f"60.0 (58.0{DASH}62.0)", DASH, f"70.0 (68.0{DASH}72.0)"]
    prompts = 1 + list(COLUMNS).index("Prompts, R@10")
    assert whole[prompts] == f"80.0 (78.0{DASH}82.0)"
    assert yamnet[:4] == ["teacher: YAMNet", f"{MINUS}3.2", DASH, f"{MINUS}3.2"]
    assert (games[0], games[1]) == ("music: games", "+1.0")


def test_without_the_whole_training_figures_stand_by_themselves() -> None:
    (only,) = lines(ablation({**TOLD, "runs": {"games": run(0.61)}}))
    assert only[:2] == ["music: games", f"61.0 (59.0{DASH}63.0)"]


def test_every_training_has_words_of_its_own() -> None:
    assert set(report.NAMES) == {WHOLE, *NAMES}
    assert len(set(report.NAMES.values())) == len(report.NAMES)


def fold_rows(of: str, value: float) -> list[dict[str, Any]]:
    return [
        row("tags", "ROC-AUC", of, value),
        row("tags", "PR-AUC", of, value - 0.3),
        row("description to track", "R@10", of, 0.7),
        row("description to track", "median rank", of, 3),
        row("description to track, among all", "R@10", of, 0.4),
    ]


def folded(*names: str) -> dict[str, Any]:
    parts = {fold: fold_rows(f"recorded tracks of {fold}", 0.65) for fold in FOLD_RUNS}
    known = {"all": fold_rows("recorded tracks", 0.66), **parts}
    runs = {UNHEARD: {"parts": known}} if UNHEARD in names else {}
    runs |= {name: {"parts": {name: parts[name]}} for name in FOLD_RUNS if name in names}
    return {**TOLD, "runs": runs, "means": {}}


def test_folds_stand_by_themselves_and_averaged() -> None:
    found = folded(UNHEARD, *FOLD_RUNS)
    told = {"name": "tags", "measure": "ROC-AUC", "mean": 0.7123, "deviation": 0.0456}
    found["means"] = {"trained": [{**told, "chance": 0.5}]}
    page = folds(found)
    assert SHORT in page
    rows = lines(page)
    assert len(rows) == 1 + 1 + 5 + 5
    assert rows[0] == [
        *("no recorded track", "24 recorded tracks", f"66.0 (64.0{DASH}68.0)"),
        *(f"36.0 (34.0{DASH}38.0)", f"70.0 (68.0{DASH}72.0)", f"40.0 (38.0{DASH}42.0)"),
    ]
    averaged = ["the other folds", "all folds, mean ± deviation", "71.2 ± 4.6 (chance 50.0)"]
    assert rows[1] == [*averaged, DASH, DASH, DASH]
    assert [r[0] for r in rows[2:]] == ["no recorded track"] * 5 + ["the other folds"] * 5


def test_nothing_is_printed_of_a_fold_that_is_missing() -> None:
    (only,) = lines(folds(folded("fold-4")))
    assert only[:2] == ["the other folds", "24 recorded tracks of fold-4"]


def test_the_page_has_the_sections_only_once_they_are_measured() -> None:
    titles = ("## What it learns from", "## Fold by fold")
    assert not any(title in render({"paper": PAPER}) for title in titles)
    results = {"paper": PAPER, "ablation": {**TOLD, "runs": {WHOLE: run(0.6)}}}
    page = render({**results, "folds": folded("fold-4")})
    assert all(title in page for title in titles)
