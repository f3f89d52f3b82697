"""`lab train SYSTEM`: each of the ten systems from one command."""

from pathlib import Path

import pytest
import torch
from run_toys import TOY, toy_items, toy_language

from needledrop_lab.__main__ import main
from needledrop_lab.corpus.items import write_items
from needledrop_lab.model.two_towers import Language
from needledrop_lab.training.recipes import BUDGETS, SYSTEMS
from needledrop_lab.training.trained import load_run


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_items(folder / "manifest.jsonl", toy_items(folder))
    return folder


@pytest.mark.parametrize("system", SYSTEMS)
def test_one_command_trains_a_system_which_other_settings_then_cannot_resume(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setitem(BUDGETS, "two-core", {**TOY, "valid_every": 2})
    monkeypatch.setattr(Language, "of", lambda *_: toy_language())
    where = ["--manifest", str(corpus / "manifest.jsonl"), "--data", str(corpus)]
    command = ["train", system, *where, "--out", str(tmp_path), "--seed", "3", "--device", "cpu"]
    main([*command, "--set", "steps=3"])
    folder = tmp_path / f"{system}-seed3"
    trained = load_run(folder, corpus, toy_language(), torch.device("cpu"))
    assert trained.tracks(["test-0", "test-1"]).shape == (2, 16)
    assert (trained.plan.settings.steps, trained.plan.seed) == (3, 3)
    with pytest.raises(SystemExit, match=r"lab train: .*steps is 3 there and 4 now"):
        main([*command, "--set", "steps=4"])


def test_an_unknown_recipe_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["train", "quartet", "--data", "d", "--out", "o"])
    assert "needledrop-base" in capsys.readouterr().err
