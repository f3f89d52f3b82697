"""What a run does without: named, refused by name, and in none of what it learns from."""

import dataclasses
from pathlib import Path

import pytest
import torch
from toy_teachers import toy_book
from toys import tokenizer, toy_base_plan, toy_mixture

from needledrop_lab.corpus import Span, Track, fold_of, split_of
from needledrop_lab.model.settings import SettingsError
from needledrop_lab.model.two_towers import Language
from needledrop_lab.training import mixture as module
from needledrop_lab.training import selection as selecting
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.mixture import Mixture, MixtureBatches
from needledrop_lab.training.selection import ALL, NAMES, Selection
from needledrop_lab.training.settings import Settings, from_json, to_json

KINDS = {"mood": ("calm",), "instrument": ("piano", "banjo")}


def track(source: str, name: str, **more: object) -> Track:
    facts: dict[str, object] = {"kinds": KINDS, "captions": ("a calm song",), **more}
    return Track(f"{source}-{name}", source, name, Path("none"), **facts)  # type: ignore[arg-type]


TRACKS = [
    track(source, f"title {number}")
    for source in ("recorded", "generated", "composed")
    for number in range(40)
]


@pytest.mark.parametrize("without", ["kazoo", "yamnet,kazoo", "yamnet,", " "])
def test_an_unknown_name_is_refused_with_those_there_are(without: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(without=without)
    assert repr(without) in str(caught.value)
    assert all(name in str(caught.value) for name in NAMES)


@pytest.mark.parametrize("fold", [0, 6])
def test_an_unknown_fold_is_refused(fold: int) -> None:
    with pytest.raises(SettingsError, match=rf"fold cannot be {fold}; it is 1 to 5"):
        Settings(fold=fold)


def test_names_may_stand_for_several() -> None:
    assert Settings(without="teachers").selection.absent == {"yamnet", "jamendo", "mtat", "msd"}
    both = Settings(without="pairs, games").selection
    assert both.left_out == {"scenes", "prose", "games"}
    assert Settings().selection == ALL


def test_settings_without_anything_left_out_are_written_as_ever() -> None:
    assert not {"without", "fold"} & to_json(Settings()).keys()
    settings = Settings(without="recorded,mtat", fold=2)
    assert to_json(settings)["without"] == "recorded,mtat" and to_json(settings)["fold"] == 2
    assert from_json(to_json(settings)) == settings


def test_music_that_is_left_out_is_not_heard() -> None:
    found = Selection(frozenset({"recorded"})).heard(TRACKS, "train")
    assert found == [t for t in TRACKS if t.source != "recorded" and split_of(t.group) == "train"]
    assert len(Selection(frozenset({"recorded"})).heard(TRACKS, None)) == 80


def test_a_fold_is_not_heard_and_the_rest_of_its_source_is() -> None:
    found = {t.id for t in Selection(fold=2).heard(TRACKS, "train")}
    for one in TRACKS:
        if one.source == "recorded":
            assert (one.id in found) == (fold_of(one.group) != 2)
        else:
            assert (one.id in found) == (split_of(one.group) == "train")


def test_texts_that_are_left_out_are_not_told() -> None:
    whole = track("composed", "a", spans=(Span(0, 9, frozenset({"piano"})),))
    assert ALL.told(whole) is whole
    tagless = Selection(frozenset({"tags"})).told(whole)
    assert (tagless.tags, tagless.tags_between(0, 9)) == ((), ())
    assert tagless.captions == whole.captions
    assert Selection(frozenset({"captions"})).told(whole) == dataclasses.replace(whole, captions=())


@pytest.mark.parametrize(
    ("left_out", "sources"),
    [(set(), {"scenes", "aspects"}), ({"scenes"}, {"aspects"}), ({"prose"}, {"scenes"})],
)
def test_text_pairs_are_left_out_by_kind(
    left_out: set[str], sources: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = toy_pairs()
    monkeypatch.setattr(selecting, "load_text_pairs", lambda *_: pairs)
    found = Selection(frozenset(left_out)).pairs(Path())
    assert {pair.source for pair in found} == sources


def toy_pairs() -> list[selecting.TextPair]:
    return [selecting.TextPair(source, "", "a", ("b",)) for source in ("scenes", "aspects")]


def test_tracks_that_nothing_is_told_of_are_in_no_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    title = next(t.group for t in TRACKS if split_of(t.group) == "train")
    bare = track("generated", title, captions=())
    monkeypatch.setattr(module, "load_tracks", lambda *_: [*TRACKS, bare])
    monkeypatch.setattr(selecting, "load_text_pairs", lambda *_: [])
    assert bare in Mixture.of(Path(), None).train
    mixture = Mixture.of(Path(), None, None, Selection(frozenset({"tags", "recorded"})))
    assert bare not in mixture.train and mixture.train
    assert {t.source for t in (*mixture.train, *mixture.valid)} == {"generated", "composed"}
    assert mixture.sentences() == ["a calm song"] * len(mixture.train)  # there are no pairs


def test_without_tags_texts_are_captions_and_labels_stay(tmp_path: Path) -> None:
    features = tmp_path / "features"
    tracks = toy_mixture(features).train
    mixture = toy_mixture(features, toy_book(tmp_path, features, tracks))
    for without, captions in (("tags", True), ("captions", False)):
        plan = toy_base_plan(features, without=without)
        music = MixtureBatches(plan, mixture).train(0).music
        assert music is not None and music.lessons is not None
        assert {text == "a calm song" for text in music.texts} == {captions}
        plain = MixtureBatches(toy_base_plan(features), mixture).train(0).music
        assert plain is not None and plain.lessons is not None
        words, same = music.lessons.words, plain.lessons.words
        texts = len(music.texts)
        assert torch.equal(words[:texts].nan_to_num(-1), same[:texts].nan_to_num(-1))


def test_another_value_cannot_resume_a_run(tmp_path: Path) -> None:
    features, language = tmp_path / "f", Language(tokenizer(), pretrained=False)
    mixture = toy_mixture(features)
    plan = toy_base_plan(features, without="jamendo", stop=1)
    train_run(plan, mixture, language, tmp_path, torch.device("cpu"))
    for other, told in (("mtat", "mtat"), ("", "None")):
        changed = toy_base_plan(features, without=other, stop=1)
        with pytest.raises(RunError, match=f"without is jamendo there and {told} now"):
            train_run(changed, mixture, language, tmp_path, torch.device("cpu"))
