"""Queries of few tags: whose tags they are, that all systems get the same, what is reported."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from run_toys import measuring_options, toy_items, toy_language, toy_plan

from needledrop_lab.commands import lengths as command
from needledrop_lab.corpus.items import write_items
from needledrop_lab.corpus.pool import Labelled, pool_of
from needledrop_lab.measuring.metrics import ranks
from needledrop_lab.measuring.query_lengths import recalls, shortened
from needledrop_lab.reporting.report.lengths import lengths
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.trained import load_run

CPU = torch.device("cpu")


def test_a_query_holds_so_many_of_the_tracks_own_tags() -> None:
    items = [Labelled(f"t{n}", tuple("abcdefgh"[: n + 1])) for n in range(8)]
    for length in (1, 2, 4):
        for item, query in zip(items, shortened(items, length), strict=True):
            tags = query.split(", ")
            assert set(tags) <= set(item.tags)
            assert len(set(tags)) == len(tags) == min(length, len(item.tags))
    assert shortened(items, 2) == shortened(items, 2)
    assert len({shortened([Labelled(f"x{n}", tuple("abcdefgh"))], 1)[0] for n in range(40)}) > 4


def test_all_tags_are_the_query_of_the_table(tmp_path: Path) -> None:
    pool = pool_of(toy_items(tmp_path))
    plan = toy_plan("contrastive-bert-stochastic", tmp_path / "features")
    folder = train_run(plan, pool, toy_language(), tmp_path / "runs", CPU)
    trained, pairs = load_run(folder, tmp_path, toy_language(), CPU), pool.splits["test"]
    found = recalls(trained, pairs)
    assert list(found) == ["1", "2", "4", "8", "16", "all"]
    heard = trained.tracks([item.id for item in pairs])
    similarity = trained.texts([item.sentence for item in pairs]) @ heard.T
    assert found["all"].value == np.mean(ranks(similarity) <= 10)
    assert found["1"].value <= found["all"].value


def test_the_command_asks_the_systems_that_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = toy_items(tmp_path)
    write_items(tmp_path / "manifest.jsonl", items)
    for system in ("classification", "contrastive-bert-tag"):
        plan = toy_plan(system, tmp_path / "features")
        train_run(plan, pool_of(items), toy_language(), tmp_path / "runs", CPU)
    monkeypatch.setattr(command, "load_run", lambda f, c, _, d: load_run(f, c, toy_language(), d))
    options = measuring_options(tmp_path)
    command.run(options)
    found = json.loads(options.results.read_text("utf-8"))["lengths"]
    assert [row["system"] for row in found["rows"]] == ["contrastive-bert-tag"]
    page = lengths(found)
    value = found["rows"][0]["recallAt10"]["all"]["value"]
    assert f"{100 * value:.1f} (" in page
    assert "| Tags in a query | 1 | 2 | 4 | 8 | 16 | all |" in page


def test_runs_that_cannot_read_or_are_of_another_corpus_are_refused(tmp_path: Path) -> None:
    items = toy_items(tmp_path)
    write_items(tmp_path / "manifest.jsonl", items)
    plan = toy_plan("classification", tmp_path / "features")
    train_run(plan, pool_of(items), toy_language(), tmp_path / "runs", CPU)
    options = measuring_options(tmp_path)
    with pytest.raises(RunError, match="no finished run of a system with a text tower"):
        command.run(options)
    write_items(options.manifest, [item for item in items if item.id != "test-3"])
    with pytest.raises(RunError, match="other tracks or tags than the manifest"):
        command.run(options)
    assert not options.results.exists()
