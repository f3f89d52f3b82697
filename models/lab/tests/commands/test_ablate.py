"""`lab ablate`: short trainings without one thing each, measured into the file of figures."""

import json
from pathlib import Path

import numpy as np
import pytest
from base_toys import sound, titles, use_toy_recipe, use_toy_teachers, write_data, write_rows

from needledrop_lab.__main__ import main
from needledrop_lab.commands import _ablation
from needledrop_lab.commands import ablate as command
from needledrop_lab.measuring.pack_figures import Figure, tracks
from needledrop_lab.packs import ablation
from needledrop_lab.packs.ablation import FOLD_RUNS, RUNS
from needledrop_lab.reporting.results import read
from needledrop_lab.training.loop import Run
from needledrop_lab.training.selection import NAMES

SHORT = {"music": {"steps": 2}, "words": {"steps": 1}, "sentences": {"steps": 1}}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy music, and three generated clips, one of them for validation."""
    folder, noise = write_data(tmp_path_factory.mktemp("music") / "data"), np.random.default_rng(5)
    rows: list[dict[str, object]] = []
    for number, prompt in enumerate([*titles("train", 2), *titles("valid", 1)]):
        sound(folder / f"clip{number}.wav", noise)
        rows.append({"file": f"clip{number}.wav", "caption": prompt, "seconds": 12})
    write_rows(folder / "noise2music.jsonl", rows)
    return folder


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_recipe(monkeypatch)
    use_toy_teachers(monkeypatch)
    monkeypatch.setattr(command, "SHORT", SHORT)
    monkeypatch.setattr(_ablation, "PARTS", {"recorded": tracks.recorded, "none": lambda *_: []})


def ablate(data: Path, folder: Path, *names: str) -> dict[str, object]:
    out, results = folder / "out", folder / "results.json"
    where = ["--data", str(data), "--out", str(out), "--results", str(results), "--threads", "1"]
    main(["ablate", *where, "--device", "cpu", "--only", ",".join(names)])
    return read(results)


def test_there_is_a_training_for_each_name_and_each_fold() -> None:
    assert list(RUNS) == ["whole", *NAMES, *FOLD_RUNS] and len(FOLD_RUNS) == 5
    assert RUNS["whole"] == {} and RUNS["games"] == {"without": "games"}
    assert RUNS["fold-3"] == {"fold": 3}


def test_trainings_share_what_they_learn_from_and_each_figure_is_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = ablate(data, tmp_path, "recorded", "whole", "fold-2")
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {
        *("ablation", "features", "features-measured", "lessons", "mixes")
    }
    assert {path.name for path in (out / "ablation").iterdir()} == {"whole", "recorded", "fold-2"}
    own = found["ablation"]
    assert isinstance(own, dict)
    assert own["steps"] == {"1-music": 2, "2-words": 1, "3-sentences": 1}
    assert list(own["runs"]) == ["whole", "recorded"]
    for name, run in own["runs"].items():
        assert run["command"] == f"lab ablate --only {name}"
        assert list(run["parts"]) == ["recorded", "none"]
        assert run["parts"]["recorded"] and run["parts"]["none"] == []
    facts = out / "ablation" / "recorded" / "needledrop-base-seed1" / "3-sentences" / "run.json"
    assert json.loads(facts.read_text())["settings"]["without"] == "recorded"
    assert json.loads(facts.read_text())["tracks"]["train"] == 2  # the clips
    folded = found["folds"]
    assert isinstance(folded, dict)
    assert {name: list(run["parts"]) for name, run in folded["runs"].items()} == {
        "recorded": ["all", *FOLD_RUNS],
        "fold-2": ["fold-2"],
    }
    assert "trained" not in folded["means"]  # four folds are missing

    # Once more: nothing is trained and nothing is measured.
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Run, "train", fail)
    monkeypatch.setattr(ablation.Ablation, "towers", fail)
    assert ablate(data, tmp_path, "whole", "recorded", "fold-2") == found
    assert "whole: measured" in capsys.readouterr().out


def test_a_killed_measurement_goes_on_with_the_part_that_is_missing(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[str] = []

    def part(name: str) -> list[Figure]:
        measured.append(name)
        if name == "second" and measured.count(name) == 1:
            raise KeyboardInterrupt
        return []

    parts = {name: (lambda *_, name=name: part(name)) for name in ("first", "second")}
    monkeypatch.setattr(_ablation, "PARTS", parts)
    with pytest.raises(KeyboardInterrupt):
        ablate(data, tmp_path, "games")
    ablate(data, tmp_path, "games")
    assert measured == ["first", "second", "second"]


def test_other_steps_are_refused_by_name(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ablate(data, tmp_path, "games")
    monkeypatch.setattr(command, "SHORT", {**SHORT, "sentences": {"steps": 2}})
    with pytest.raises(SystemExit, match="steps is 1 there and 2 now"):
        ablate(data, tmp_path, "games")


def test_an_unknown_training_names_the_known_ones(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        ablate(data, tmp_path, "kazoo")
    told = capsys.readouterr().err
    assert "'kazoo'" in told and all(name in told for name in RUNS)
