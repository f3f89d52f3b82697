"""The paper's second table with our data: ten systems and two baselines, trained and measured.

The key `table2` of docs/results.json: the command, budget, settings, machine, device; the number
of `tracks` of each split, of `tags` and of `pairs`, the mean `tagsPerPair`; and `rows`. A row has
its `system` and `figures`, each {value, low, high}: rocAuc50, prAuc50, rocAucAll, prAucAll,
recallAt1, recallAt5, recallAt10, precisionAt10, medianRank. The row of a system, unlike that of a
baseline, also has objective, text, representation, seeds and, in the order of the seeds, `perSeed`
values of each figure, `steps` of the best weights and trainingSeconds. `differences` holds, for
every two systems that a finding of the paper compares, {figure, ahead, behind, value, low, high}.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean, variance
from typing import Any

import numpy as np
import torch
from scipy.stats import norm

from ..corpus.pool import Pool
from ..files import write_json, write_tensors
from ..model.two_towers import Language
from ..training.checkpoints import FINISHED, WEIGHTS, read_facts, read_weights
from ..training.errors import RunError
from ..training.recipes import SYSTEMS, Recipe
from ..training.settings import Settings
from ..training.stages import train_recipe
from ..training.trained import load_run
from . import bm25
from .differences import Answers, differences
from .metrics import Estimate, ranks
from .retrieval import answers_of, figures_of, sentence_figures, sentences_of, tag_figures

Figures = Mapping[str, Estimate]
ANSWERS = "answers.pt"  # in a run's folder


def table2(
    pool: Pool,
    changes: Mapping[str, Any],
    corpus: Path,
    language: Callable[[Settings], Language],
    out: Path,
    device: torch.device,
) -> dict[str, Any]:
    """Train and measure what is missing under OUT; all rows, as plain JSON values.

    `changes` are of the recipes' settings, such as those of a budget. `corpus` is the folder of the
    manifest, with cached features in it.
    """
    rows = [_baseline(name, figures) for name, figures in baselines(pool).items()]
    answers: dict[str, list[Answers]] = {}
    for system in SYSTEMS.values():
        words = language(system.settings(changes))
        folders = {
            seed: train_recipe(system, seed, changes, corpus, pool, words, out, device)
            for seed in system.seeds
        }
        row, answers[system.name] = collected(system, folders, pool, corpus, words, device)
        rows.append(row)
        print(f"{system.name}: {_in_words(row['figures'])}", flush=True)
    return {
        **measured_on(pool),
        "rows": rows,
        "differences": plain_differences(answers, seed_variances(rows)),
    }


def collected(
    system: Recipe,
    folders: Mapping[int, Path],
    pool: Pool,
    corpus: Path,
    language: Language | Path,
    device: torch.device,
) -> tuple[dict[str, Any], list[Answers]]:
    """A system's row and what its runs answered, from its finished runs by their seeds."""
    found = [measured(each, pool, corpus, language, device) for each in folders.values()]
    runs = [figures for figures, _ in found]
    endings = [read_facts(each / FINISHED) for each in folders.values()]
    row = {
        "system": system.name,
        "objective": system.objective,
        "text": system.text,
        "representation": system.representation,
        "seeds": list(folders),
        "figures": {name: plain(over_seeds([run[name] for run in runs])) for name in runs[0]},
        "perSeed": {name: [run[name].value for run in runs] for name in runs[0]},
        "steps": [ending["bestStep"] for ending in endings],
        "trainingSeconds": [round(ending["seconds"], 1) for ending in endings],
    }
    return row, [answers for _, answers in found]


def measured_on(pool: Pool) -> dict[str, Any]:
    """How much the figures rest on; `tagsPerPair` is the mean over the sentence queries."""
    pairs = pool.pairs()
    return {
        "tracks": {split: len(items) for split, items in pool.splits.items()},
        "tags": len(pool.vocabulary),
        "pairs": len(pairs),
        "tagsPerPair": round(fmean(len(pair.tags) for pair in pairs), 1),
    }


def plain_differences(
    answers: Mapping[str, Sequence[Answers]], spread: Mapping[str, float]
) -> list[dict[str, Any]]:
    """Differences that the findings ask for, as JSON has them; `spread`: see `differences`."""
    return [
        {"figure": figure, "ahead": ahead, "behind": behind, **plain(estimate)}
        for figure, ahead, behind, estimate in differences(answers, spread)
    ]


def seed_variances(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Mean variance between seeds by figure, of a table's rows with several of them.

    Empty if no system has several.
    """
    many = [row["perSeed"] for row in rows if len(row.get("seeds", ())) > 1]
    return {name: fmean(variance(row[name]) for row in many) for name in (many[0] if many else ())}


def baselines(pool: Pool) -> dict[str, Figures]:
    """Chance, and text against tags: bounds for the table's figures."""
    test, pairs = pool.splits["test"], pool.pairs()
    labels, random = pool.labels(test), np.random.default_rng(0)
    chance = tag_figures(random.random(labels.shape), labels)
    known = tag_figures(bm25.scores(sentences_of(test), pool.vocabulary), labels)
    texts = sentences_of(pairs)
    return {
        "random": {**chance, **sentence_figures(ranks(random.random((len(pairs), len(pairs)))))},
        "bm25": {**known, **sentence_figures(ranks(bm25.scores(texts, texts).T))},
    }


def measured(
    folder: Path, pool: Pool, corpus: Path, language: Language | Path, device: torch.device
) -> tuple[dict[str, Estimate], Answers]:
    """A run's figures and answers: those in its folder if they are of its weights and this pool."""
    if not ((folder / "figures.json").exists() and (folder / ANSWERS).exists()):
        return measure(folder, pool, corpus, language, device)
    found, kept = read_facts(folder / "figures.json"), read_weights(folder / ANSWERS, device)
    if kept.get("of") != _measured_of(folder, pool):
        return measure(folder, pool, corpus, language, device)
    labels = pool.labels(pool.splits["test"])
    answers = Answers(kept["scores"].cpu().numpy(), labels, kept["rank"].cpu().numpy())
    return {name: Estimate(**values) for name, values in found.items()}, answers


def measure(
    folder: Path, pool: Pool, corpus: Path, language: Language | Path, device: torch.device
) -> tuple[dict[str, Estimate], Answers]:
    """Measure a run; write its answers and figures.json. Raises RunError if it is not finished."""
    if not (folder / FINISHED).exists():
        raise RunError(f"{folder} has not finished; `lab train` resumes it")
    answers = answers_of(load_run(folder, corpus, language, device), pool)
    figures = figures_of(answers)
    kept = {"scores": torch.from_numpy(answers.scores), "rank": torch.from_numpy(answers.rank)}
    write_tensors(folder / ANSWERS, {**kept, "of": _measured_of(folder, pool)})
    values = {name: asdict(estimate) for name, estimate in figures.items()}
    write_json(folder / "figures.json", values)
    return figures, answers


def _measured_of(folder: Path, pool: Pool) -> str:
    """What answers depend on: a run's weights and the pool. Raises RunError without weights."""
    if not (folder / WEIGHTS).exists():
        raise RunError(
            f"{folder} has lost its weights, {WEIGHTS}; remove the folder and train again"
        )
    with (folder / WEIGHTS).open("rb") as weights:
        return f"{hashlib.file_digest(weights, 'sha256').hexdigest()} {pool.fingerprint}"


def over_seeds(runs: Sequence[Estimate]) -> Estimate:
    """The mean of a figure over runs, measured on the same tracks.

    More runs make the part of the interval that comes from seeds smaller, not the part that comes
    from which tracks were there to be found. One run keeps its own interval.
    """
    if len(runs) == 1:
        return runs[0]
    value, reach = fmean(r.value for r in runs), float(norm.ppf(0.975))
    sampling = fmean(((r.high - r.low) / (2 * reach)) ** 2 for r in runs)
    error = math.sqrt(sampling + variance([r.value for r in runs]) / len(runs))
    return Estimate(value, value - reach * error, value + reach * error)


def plain(estimate: Estimate) -> dict[str, float | None]:
    """As JSON has it: what could not be measured is null."""
    return {k: None if math.isnan(v) else round(v, 5) for k, v in asdict(estimate).items()}


def _baseline(name: str, figures: Figures) -> dict[str, Any]:
    return {
        "system": name,
        "figures": {figure: plain(estimate) for figure, estimate in figures.items()},
    }


def _in_words(figures: Mapping[str, Mapping[str, float | None]]) -> str:
    return "  ".join(f"{name} {values['value']}" for name, values in figures.items())
