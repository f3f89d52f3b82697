"""`lab speed`: what is counted, and whose time is whose. How long anything takes is not tested."""

from pathlib import Path
from typing import Any

import pytest
import torch
from paper_figures import PAPER
from run_toys import SETTINGS, TAGS, TOY, toy_items, toy_language, toy_plan
from torch import nn

from needledrop_lab.__main__ import main
from needledrop_lab.corpus.items import write_items
from needledrop_lab.corpus.pool import Pool, pool_of
from needledrop_lab.measuring import training_speed as speed
from needledrop_lab.model.settings import SettingsError
from needledrop_lab.model.two_towers import Language
from needledrop_lab.reporting.report import render
from needledrop_lab.reporting.results import read
from needledrop_lab.training.recipes import BUDGETS, SYSTEMS

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pool]:
    folder = tmp_path_factory.mktemp("speed")
    items = toy_items(folder)
    write_items(folder / "manifest.jsonl", items)
    return folder, pool_of(items)


def training(system: str, corpus: tuple[Path, Pool]) -> speed.Training:
    plan = toy_plan(system, corpus[0] / SETTINGS.features)
    return speed.Training(plan, corpus[1], toy_language(), CPU)


def test_operations_of_a_tiny_tower_are_those_counted_by_hand() -> None:
    tower = nn.Sequential(nn.Conv1d(1, 2, 3, bias=False), nn.Flatten(), nn.Linear(8, 5))
    sound = torch.zeros(7, 1, 6)  # a batch of 7, convolved to 2 channels of 4
    forward = 2 * 7 * (2 * 4 * 3 + 8 * 5)
    # each weight's gradient costs as much again, and so does the gradient that the Linear hands on;
    # nobody wants the sound's
    back = forward + 2 * 7 * 8 * 5
    assert speed.count(lambda: tower(sound)) == forward
    assert speed.count(lambda: tower(sound).sum().backward()) == forward + back


def test_a_text_tower_s_operations_come_on_top_of_the_audio_tower_s(
    corpus: tuple[Path, Pool],
) -> None:
    batch, tags, words, dimension = SETTINGS.batch, len(TAGS), 8, SETTINGS.dimension
    centroids = 3 * 2 * batch * dimension * tags  # forward, and both gradients
    projection = 3 * 2 * batch * words * dimension
    similarity = 3 * 2 * batch * dimension * batch
    shared_tags = 2 * (2 * batch * tags * batch)  # from audio to text and back, without gradients
    without = training("classification", corpus).operations(0) - centroids
    found = training("triplet-wordvec-tag", corpus).operations(0)
    assert found == without + projection + similarity + shared_tags


def test_a_watched_step_learns_what_a_training_step_learns(corpus: tuple[Path, Pool]) -> None:
    plain, watched = (training("contrastive-bert-tag", corpus) for _ in range(2))
    for step in range(3):
        assert plain.step(step) == watched.watched_step(step, speed.Watch(CPU))
    for one, other in zip(plain.towers.parameters(), watched.towers.parameters(), strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize(
    ("system", "forward", "back"),
    [
        ("classification", "audio", "audio"),
        ("triplet-wordvec-sentence", "audio objective text", "text audio"),
        ("contrastive-bert-stochastic", "audio objective text", "text audio"),
    ],
)
def test_the_parts_of_a_step_follow_one_another(
    system: str,
    forward: str,
    back: str,
    corpus: tuple[Path, Pool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str | None] = []
    monkeypatch.setattr(speed.Watch, "enter", lambda _, part: seen.append(part))
    training(system, corpus).watched_step(0, speed.Watch(CPU))
    step = f"data objective {forward} objective {back} optimiser"
    assert seen == [*step.split(), None]


def test_a_watch_gives_each_part_the_time_until_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([10.0, 11.0, 14.0, 50.0, 54.0])
    monkeypatch.setattr(speed, "clock", lambda _: next(times))
    watch = speed.Watch(CPU)
    for part in ("audio", "text", None, "audio", None):
        watch.enter(part)
    nothing = {"data": 0.0, "objective": 0.0, "optimiser": 0.0}
    assert watch.seconds == {"audio": 5.0, "text": 3.0, **nothing}
    assert watch.shares() == {"audio": 0.625, "text": 0.375, **nothing}


@pytest.fixture(scope="module")
def measured(corpus: tuple[Path, Pool]) -> dict[str, Any]:
    """What `lab speed` writes, in toy size."""
    folder, _ = corpus
    results = folder / "results.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(BUDGETS, "two-core", {**TOY, "bf16": True})
        patch.setitem(speed.PRODUCT, "cpu", 32)
        patch.setattr(Language, "of", lambda *_: toy_language())
        where = ["--manifest", str(folder / "manifest.jsonl"), "--data", str(folder)]
        main(["speed", *where, "--results", str(results), "--steps", "2", "--device", "cpu"])
    found: dict[str, Any] = read(results)["speed"]
    return found


def test_every_system_is_measured_and_its_figures_belong_together(
    measured: dict[str, Any],
) -> None:
    assert [row["system"] for row in measured["rows"]] == list(SYSTEMS)
    assert measured["arithmetic"] == "bfloat16"
    assert measured["command"] == "lab speed --budget two-core --steps 2"
    for row in measured["rows"]:
        seconds = row["secondsPerStep"]
        assert row["samplesPerSecond"] * seconds == pytest.approx(SETTINGS.batch)
        assert row["gflopPerSecond"] * seconds == pytest.approx(row["gflopPerStep"])
        assert row["gflopPerSecond"] == pytest.approx(row["ofLimit"] * row["limitGflopPerSecond"])
        assert tuple(row["parts"]) == speed.PARTS
        assert sum(row["parts"].values()) == pytest.approx(1)
        assert (row["parts"]["text"] == 0) == (row["system"] == "classification")


def test_no_steps_are_not_measured(corpus: tuple[Path, Pool]) -> None:
    folder, pool = corpus
    with pytest.raises(SettingsError, match="steps must be 1 or more, not 0"):
        speed.speeds(pool, TOY, folder, lambda _: toy_language(), CPU, 0)


def test_the_page_tells_speed_where_it_was_measured(measured: dict[str, Any]) -> None:
    assert "## Speed" not in render({"paper": PAPER})
    page = render({"paper": PAPER, "speed": measured})
    row = measured["rows"][-1]
    told = [
        f"{row['samplesPerSecond']:.1f}",
        f"{row['gflopPerStep']:.1f}",
        f"{row['gflopPerSecond']:.1f}",
        f"{row['limitGflopPerSecond']:.1f}",
        f"{100 * row['ofLimit']:.1f}",
    ]
    assert f"| Contrastive, BERT, stochastic | {' | '.join(told)} |" in page
    shares = [f"{100 * row['parts'][part]:.1f}" for part in speed.PARTS]
    assert f"| Contrastive, BERT, stochastic | {' | '.join(shares)} |" in page
    assert "32 \N{MULTIPLICATION SIGN} 32 matrix product in bfloat16" in page
