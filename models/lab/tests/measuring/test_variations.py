"""Corpora with fewer tags a track, runs under other conditions, and how they are reported."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
import torch
from run_toys import measuring_options, toy_items, toy_language, toy_plan

from needledrop_lab.commands import thin, variation
from needledrop_lab.corpus.items import Item, read_items, write_items
from needledrop_lab.corpus.pool import pool_of
from needledrop_lab.corpus.thin import with_fewer_tags, with_fewer_tracks
from needledrop_lab.measuring import table2
from needledrop_lab.reporting.report.findings import findings
from needledrop_lab.reporting.report.variations import variations
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.trained import load_run

CPU = torch.device("cpu")
PAIR = ("contrastive-bert-stochastic", "contrastive-bert-sentence")


def item(name: str, genre: str, mood: str) -> Item:
    kinds = {"genre": tuple(genre), "mood": tuple(mood)}
    return Item(name, "toy", name, "test", Path(f"{name}.opus"), 1.5, kinds, facts={"bpm": 90})


def test_a_thinned_item_keeps_some_of_its_tags_in_their_kinds() -> None:
    full = [item(f"t{n}", "abcdef", "uvwxyz") for n in range(40)]
    thin_ones = with_fewer_tags(full, 3)
    for old, new in zip(full, thin_ones, strict=True):
        assert len(new.tags) == 3
        for kind, tags in new.kinds.items():
            assert tags == tuple(t for t in old.kinds[kind] if t in new.tags)
        assert (new.id, new.split, new.facts) == (old.id, old.split, old.facts)
    assert with_fewer_tags(full, 3) == thin_ones
    assert len({new.tags for new in thin_ones}) > 20
    assert {tag for new in thin_ones for tag in new.tags} == set("abcdefuvwxyz")


def test_an_item_with_few_tags_stays_as_it_is() -> None:
    few = item("t", "ab", "u")
    assert with_fewer_tags([few], 3) == [few]
    assert all(with_fewer_tags([few], 1)[0].kinds.values())  # a kind without tags is left out


def test_fewer_tracks_are_fewer_to_train_with_alone(tmp_path: Path) -> None:
    items = toy_items(tmp_path)
    kept = with_fewer_tracks(items, 10)
    assert [i for i in kept if i.split != "train"] == [i for i in items if i.split != "train"]
    known = [i.id for i in kept if i.split == "train"]
    assert len(known) == 10
    assert {i.id for i in with_fewer_tracks(items[::-1], 10) if i.split == "train"} == set(known)
    assert set(known) < {i.id for i in with_fewer_tracks(items, 20)}
    assert with_fewer_tracks(items, 64) == items


def test_the_thin_manifest_lies_beside_the_old_and_means_the_same_files(tmp_path: Path) -> None:
    write_items(tmp_path / "manifest.jsonl", toy_items(tmp_path))
    thin.run(Namespace(manifest=tmp_path / "manifest.jsonl", tags=1, tracks=None))
    old, new = (read_items(tmp_path / f"manifest{end}.jsonl") for end in ("", "-1-tags"))
    assert [i.audio for i in new] == [i.audio for i in old]
    assert {len(i.tags) for i in new} == {1}
    thin.run(Namespace(manifest=tmp_path / "manifest.jsonl", tags=2, tracks=10))
    assert len(read_items(tmp_path / "manifest-2-tags-10-tracks.jsonl")) == len(old) - 54
    for tags, tracks in ((None, None), (0, None), (1, 0)):
        with pytest.raises(SystemExit, match="pass --tags, --tracks or both"):
            thin.run(Namespace(manifest=tmp_path / "manifest.jsonl", tags=tags, tracks=tracks))


def trained_toys(folder: Path) -> Namespace:
    """Two finished runs and the options that name them."""
    items = toy_items(folder)
    write_items(folder / "manifest.jsonl", items)
    for system in PAIR:
        plan = toy_plan(system, folder / "features")
        train_run(plan, pool_of(items), toy_language(), folder / "runs", CPU)
    return measuring_options(folder, name="a toy", why="Do toys learn?")


def test_a_variation_is_measured_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = trained_toys(tmp_path)
    monkeypatch.setattr(table2, "load_run", lambda f, c, _, d: load_run(f, c, toy_language(), d))
    variation.run(options)
    options.name = "another"
    variation.run(options)
    results = json.loads(options.results.read_text("utf-8"))
    assert list(results["variations"]) == ["a toy", "another"]
    found = results["variations"]["a toy"]
    assert found["command"] == 'lab variation "a toy" --manifest manifest.jsonl'
    assert [row["system"] for row in found["rows"]] == list(reversed(PAIR))
    values = [row["figures"]["recallAt10"]["value"] for row in reversed(found["rows"])]
    (apart,) = [d for d in found["differences"] if d["figure"] == "recallAt10"]
    assert (apart["ahead"], apart["behind"]) == PAIR
    assert apart["value"] == pytest.approx(values[0] - values[1], abs=1e-4)
    lines = [line for line in variations(results).splitlines() if "R@10" in line]
    assert [line.split(" | ")[1] for line in lines] == ["a toy", "another"]
    shown = [f"{100 * value:.1f}" for value in values]
    assert lines[0].split(" | ")[2:5] == [str(found["tagsPerPair"]), *shown]


def test_a_variation_has_the_spread_of_the_tables_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = trained_toys(tmp_path)
    monkeypatch.setattr(table2, "load_run", lambda f, c, _, d: load_run(f, c, toy_language(), d))
    seeds = {"recallAt10": [0.1, 0.5, 0.9], "rocAucAll": [0.5, 0.5, 0.5]}
    rows = [{"system": "x", "seeds": [1, 2, 3], "perSeed": seeds}, {"system": "y"}]
    assert table2.seed_variances(rows) == {
        "recallAt10": pytest.approx(0.16),
        "rocAucAll": 0,
    }
    assert table2.seed_variances(rows[1:]) == {}
    variation.run(options)
    options.results.write_text(
        json.dumps(json.loads(options.results.read_text("utf-8")) | {"table2": {"rows": rows}})
    )
    options.name = "with seeds"
    variation.run(options)
    found = json.loads(options.results.read_text("utf-8"))["variations"]
    alone, spread = (
        next(d for d in found[name]["differences"] if d["figure"] == "recallAt10")
        for name in ("a toy", "with seeds")
    )
    assert spread["value"] == alone["value"]
    assert spread["high"] - spread["value"] > 1.96 * 0.16**0.5  # of two sides, and the queries


def test_runs_of_another_manifest_are_refused(tmp_path: Path) -> None:
    options = trained_toys(tmp_path)
    thin.run(Namespace(manifest=options.manifest, tags=1, tracks=None))
    options.manifest = tmp_path / "manifest-1-tags.jsonl"
    with pytest.raises(RunError, match=r"-seed1 was trained with other tracks or tags"):
        variation.run(options)
    assert not options.results.exists()


def test_the_tables_own_figures_stand_first() -> None:
    apart = {"figure": "recallAt10", "ahead": PAIR[0], "behind": PAIR[1]}
    rows = [
        {"system": s, "figures": {"recallAt10": {"value": v}}}
        for s, v in zip(PAIR, (0.4, 0.6), strict=True)
    ]
    table = {"rows": rows, "tagsPerPair": 27.0, "why": "?", "command": "lab x", "machine": "m"}
    whole = table | {"differences": [apart | {"value": -0.2, "low": -0.25, "high": -0.15}]}
    turned = table | {"differences": [apart | {"value": 0.1, "low": None, "high": None}]}
    lines = variations({"table2": whole, "variations": {"8 tags": turned}}).splitlines()
    told = [line for line in lines if line.startswith("| R@10")]
    paper = {"table2": {}}
    page = findings({"table2": whole, "variations": {"8 tags": turned}, "paper": paper})
    assert "See also [What the findings depend on](#what-the-findings-depend-on)." in page
    assert "See also" not in findings({"table2": whole, "paper": paper})
    minus = "\N{MINUS SIGN}"
    assert told[0].endswith(
        f"| as above | 27.0 | 40.0 | 60.0 | {minus}20.0 ({minus}25.0 to {minus}15.0) |"
    )
    assert told[1].endswith("| 8 tags | 27.0 | 40.0 | 60.0 | +10.0 |")
