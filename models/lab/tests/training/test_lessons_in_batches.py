"""needledrop-base with teachers: lessons in its batches, and two stages that learn from them."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from toy_teachers import toy_book
from toys import TOY_BASE, tokenizer, toy_base_plan, toy_mixture

from needledrop_lab.corpus import TextPair
from needledrop_lab.model import pupil
from needledrop_lab.model.batch import Batch
from needledrop_lab.model.lessons import Lessons, fit_loss
from needledrop_lab.model.objectives import Contrastive
from needledrop_lab.model.towers import TextTower, unit
from needledrop_lab.model.two_towers import Language, TwoTowers
from needledrop_lab.teachers.book import LessonBook
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.mixture import Mixture, MixtureBatches, known_words
from needledrop_lab.training.optimiser import backward, optimiser_of, optimiser_step
from needledrop_lab.training.plan import Plan
from needledrop_lab.training.recipes import SHIPPED, Recipe
from needledrop_lab.training.stages import train_recipe
from needledrop_lab.training.trained import load_run

CPU = torch.device("cpu")
LANGUAGE = Language(tokenizer(), pretrained=False)
STEPS = 6  # of each stage, a checkpoint every three


@pytest.fixture
def mixture(tmp_path: Path) -> Mixture:
    tracks = toy_mixture(tmp_path / "features").train
    return toy_mixture(tmp_path / "features", toy_book(tmp_path, tmp_path / "features", tracks))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return toy_base_plan(tmp_path / "features")


def book_of(mixture: Mixture) -> LessonBook:
    assert mixture.book is not None
    return mixture.book


def lessons_of(batch: Batch) -> Lessons:
    assert batch.music is not None and batch.music.lessons is not None
    return batch.music.lessons


def untold(batch: Batch) -> Batch:
    """The music of a batch without its texts."""
    assert batch.music is not None
    return Batch(dataclasses.replace(batch.music, texts=[], negatives=None))


def test_a_batch_has_lessons_beside_music_and_texts(mixture: Mixture, plan: Plan) -> None:
    words = len(book_of(mixture).words)
    assert mixture.vocabulary == tuple(book_of(mixture).words)
    batches = MixtureBatches(plan, mixture)
    batch, again = batches.train(3), batches.train(3)
    assert batch.music is not None and batch.pairs is not None and again.music is not None
    texts, settings = len(batch.music.texts), plan.settings
    assert texts == settings.recorded + settings.composed
    assert batch.music.sections.shape == (texts + settings.lessons, 31, 4)
    assert lessons_of(batch).words.shape == (texts + settings.lessons, words)
    assert batch.pairs.fits is not None
    assert batch.pairs.fits.shape == (len(batch.pairs.left), words)
    assert torch.equal(batch.music.sections, again.music.sections)
    (valid,) = batches.valid()
    assert valid.music is not None and valid.music.lessons is None  # held-out tracks have none
    assert len(valid.music.texts) == len(valid.music.sections)


def test_lessons_may_be_all_there_is(mixture: Mixture, plan: Plan) -> None:
    nothing = dataclasses.replace(plan.settings, recorded=0, composed=0, text_pairs=0)
    batch = MixtureBatches(dataclasses.replace(plan, settings=nothing), mixture).train(0)
    assert batch.music is not None and batch.pairs is None
    assert batch.music.texts == [] and len(batch.music.sections) == nothing.lessons
    assert lessons_of(batch).words.shape == (nothing.lessons, len(mixture.vocabulary))
    none = dataclasses.replace(nothing, lessons=0)
    with pytest.raises(RunError, match="no batch can be drawn"):
        MixtureBatches(dataclasses.replace(plan, settings=none), mixture).train(0)


def test_a_text_asks_for_the_words_in_its_tags_and_rules_others_out(
    mixture: Mixture, plan: Plan
) -> None:
    book = book_of(mixture)
    pairs = [
        TextPair("scenes", "", "", ("mellow piano melody", "no drums"), ("rock",)),
        TextPair("scenes", "", "", ("something else",)),
    ]
    fits = MixtureBatches(plan, mixture).fits(pairs, book)
    asked = {word: fits[0, book.place[word]].item() for word in book.words}
    wanted = {word for word, sign in asked.items() if sign > 0}
    assert wanted == {"mellow", "piano", "no drums"} & asked.keys()
    assert {word for word, sign in asked.items() if sign < 0} == {"rock"}
    assert (fits[1] == 0).all()
    assert known_words(("no drums",), ("drums",)) == ()


def test_the_loss_has_a_part_for_lessons_and_one_for_fits(mixture: Mixture, plan: Plan) -> None:
    batch = MixtureBatches(plan, mixture).train(0)
    towers = TwoTowers(plan.settings, LANGUAGE, mixture.vocabulary).eval()
    assert batch.music is not None and batch.pairs is not None and batch.pairs.fits is not None
    sections = unit(towers.embed_audio(batch.music.sections))
    texts = unit(towers.embed_text([*batch.pairs.left, *batch.pairs.right]))
    assert isinstance(towers.objective, Contrastive)
    scores, fits = texts @ sections.T * towers.objective.scale(), batch.pairs.fits
    words = lessons_of(batch).words
    parts = [
        towers.loss(Batch(dataclasses.replace(batch.music, lessons=None))),
        towers.loss(Batch(None, batch.pairs)),
        towers.loss(untold(batch)),
        plan.settings.fit_weight * fit_loss(scores, torch.cat([fits, fits]), words),
    ]
    assert all(part > 0 for part in parts)
    assert torch.allclose(towers.loss(batch), torch.stack(parts).sum(), rtol=1e-4)


def test_weights_of_lessons_and_words_are_those_of_the_settings(
    mixture: Mixture, plan: Plan
) -> None:
    lessons = untold(MixtureBatches(plan, mixture).train(0))
    losses = []
    for by_ear, by_words in ((1.0, 0.0), (0.0, 1.0), (0.5, 2.0)):
        torch.manual_seed(1)
        settings = dataclasses.replace(plan.settings, lesson_weight=by_ear, words_weight=by_words)
        losses.append(TwoTowers(settings, LANGUAGE, mixture.vocabulary).eval().loss(lessons))
    assert torch.isclose(losses[2], losses[0] / 2 + 2 * losses[1], rtol=1e-4)


def test_a_step_takes_some_of_the_words_in_phrases(
    mixture: Mixture, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    towers = TwoTowers(plan.settings, LANGUAGE, mixture.vocabulary).train()
    music, asked = untold(MixtureBatches(plan, mixture).train(0)), list[list[str]]()
    assert towers.pupil is not None
    words, embed = towers.pupil.words, towers.embed_text

    def seen(texts: Sequence[str]) -> torch.Tensor:
        asked.append(list(texts))
        return embed(texts)

    monkeypatch.setattr(towers, "embed_text", seen)
    monkeypatch.setattr(pupil, "WORDS_A_STEP", 3)
    towers.loss(music).backward()  # type: ignore[no-untyped-call]
    assert isinstance(towers.text, TextTower)
    assert towers.text.words.weight.grad is not None  # words teach the whole text tower
    for step in range(20):
        torch.manual_seed(step)
        towers.loss(music)
    known = {pupil.phrased(phrase, word): word for word in words for phrase in pupil.PHRASES}
    assert pupil.phrased("{joined}", "lo-fi hip hop") == "lofihiphop"
    assert all(len({known[text] for text in texts}) == 3 for texts in asked)
    assert {text in words for texts in asked for text in texts} == {True, False}
    towers.eval()
    towers.loss(music)
    assert asked[-1] == words


def test_lessons_need_a_model_that_is_taught(mixture: Mixture, plan: Plan) -> None:
    settings = dataclasses.replace(plan.settings, taught=False)
    towers = TwoTowers(settings, LANGUAGE, mixture.vocabulary)
    assert towers.pupil is None
    with pytest.raises(ValueError, match="taught=true"):
        towers.loss(untold(MixtureBatches(plan, mixture).train(0)))


def toy_recipe() -> Recipe:
    """The shipped recipe's first and last stage, six steps each."""
    few = {"recorded": 2, "generated": 0, "songs": 0, "composed": 2, "text_pairs": 3}
    stages = []
    for stage in (SHIPPED.stages[0], SHIPPED.stages[-1]):
        counts = {name: few[name] for name in few if name in stage.changes}
        changes = {**stage.changes, **counts, "steps": STEPS, "lessons": 4, "frozen_blocks": 0}
        changes["valid_every"] = 3
        stages.append(dataclasses.replace(stage, changes=changes))
    changes = {**SHIPPED.changes, **TOY_BASE, "batch": 2}
    return dataclasses.replace(SHIPPED, changes=changes, stages=tuple(stages))


def train(mixture: Mixture, features: Path, out: Path, **changes: object) -> Path:
    recipe = toy_recipe()
    return train_recipe(recipe, 1, changes, features, mixture, LANGUAGE, out, CPU)


def test_stages_killed_and_resumed_end_with_the_same_numbers(
    mixture: Mixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = train(mixture, tmp_path, tmp_path / "whole")
    assert whole.name == "2-sentences"
    draw = MixtureBatches.train

    def killed(batches: MixtureBatches, step: int) -> Batch:
        if batches.plan.stage == "2-sentences" and step == 4:  # after the checkpoint of step 3
            raise KeyboardInterrupt
        return draw(batches, step)

    with monkeypatch.context() as patch:
        patch.setattr(MixtureBatches, "train", killed)
        with pytest.raises(KeyboardInterrupt):
            train(mixture, tmp_path, tmp_path / "killed")
    halves = train(mixture, tmp_path, tmp_path / "killed")
    losses = [
        [json.loads(line)["train"] for line in (f / "curve.jsonl").read_text().splitlines()]
        for f in (whole, halves)
    ]
    assert losses[0] == losses[1] and len(losses[0]) == 2
    expected, found = (torch.load(f / "weights.pt", weights_only=True) for f in (whole, halves))
    assert any(name.startswith("pupil.") for name in expected["towers"])
    for name, value in expected["towers"].items():
        assert torch.equal(value, found["towers"][name]), name
    trained = load_run(halves, tmp_path, LANGUAGE, CPU)
    assert trained.vocabulary == mixture.vocabulary
    assert trained.tracks(["t0", "t1"]).shape == (2, 8)


def test_both_stages_know_the_words(mixture: Mixture, tmp_path: Path) -> None:
    second = train(mixture, tmp_path, tmp_path / "out", stop=1)
    first = second.parent / "1-music"
    assert [json.loads((f / "finished.json").read_text())["steps"] for f in (first, second)] == [
        1
    ] * 2
    facts = json.loads((first / "run.json").read_text())
    assert facts["vocabulary"] == list(mixture.vocabulary)


def test_other_settings_and_other_words_are_refused_by_name(
    mixture: Mixture, tmp_path: Path
) -> None:
    train(mixture, tmp_path, tmp_path / "out", stop=1)
    with pytest.raises(RunError, match=r"1-music holds another run: fit_weight is 1.0 there"):
        train(mixture, tmp_path, tmp_path / "out", stop=1, fit_weight=2.0)
    with pytest.raises(RunError, match="vocabulary differs"):
        train(dataclasses.replace(mixture, book=None), tmp_path, tmp_path / "out", stop=1)


def test_lessons_are_learnt(mixture: Mixture, plan: Plan) -> None:
    lessons = untold(MixtureBatches(plan, mixture).train(0))
    torch.manual_seed(1)
    towers = TwoTowers(plan.settings, LANGUAGE, mixture.vocabulary)
    optimiser = torch.optim.Adam(towers.parameters(), lr=1e-2)
    losses = []
    for _ in range(15):
        optimiser.zero_grad()
        loss = towers.loss(lessons)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] - 0.5


def test_a_frozen_audio_tower_keeps_weights_and_statistics(mixture: Mixture, plan: Plan) -> None:
    settings = dataclasses.replace(plan.settings, frozen_audio=True)
    towers = TwoTowers(settings, LANGUAGE, mixture.vocabulary).train()
    before = {name: value.clone() for name, value in towers.audio.state_dict().items()}
    text = {name: value.clone() for name, value in towers.text.state_dict().items()}
    chosen = dataclasses.replace(plan, settings=settings)
    optimiser = optimiser_of(towers, settings)
    assert "audio" not in {group["name"] for group in optimiser.param_groups}
    backward(towers, optimiser, MixtureBatches(chosen, mixture).train(0))
    optimiser_step(towers, optimiser, settings, 0)
    assert all(
        torch.equal(before[name], value) for name, value in towers.audio.state_dict().items()
    )
    assert any(not torch.equal(text[n], value) for n, value in towers.text.state_dict().items())
