"""Sources for a run that does without something: neither its lessons nor its centre know of it."""

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from base_toys import use_toy_recipe, use_toy_teachers, write_data

from needledrop_lab.corpus import fold_of
from needledrop_lab.packs import sources as module
from needledrop_lab.packs.centred import heard, pairs_of
from needledrop_lab.packs.sources import Sources
from needledrop_lab.training.recipes import RECIPES
from needledrop_lab.training.settings import Settings
from needledrop_lab.training.trained import Trained

SOME = 6  # mixes


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    folder = tmp_path_factory.mktemp("music")
    return Sources(write_data(folder / "data"), None, folder / "out")


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch, folders: Sources) -> None:
    use_toy_recipe(monkeypatch)
    use_toy_teachers(monkeypatch)
    monkeypatch.setattr(module, "MIXES", SOME)
    (folders.out / "features").mkdir(parents=True, exist_ok=True)


def settings(**changes: object) -> Settings:
    return RECIPES["needledrop-base"].settings(changes)


def parts(folders: Sources) -> list[set[str]]:
    """Ids of the two tracks in each mix."""
    real = [track.id for track in folders.tracks("train")]
    random = [np.random.default_rng([1, number]) for number in range(SOME)]
    return [{real[i] for i in each.integers(len(real), size=2)} for each in random]


@pytest.mark.parametrize(
    "changes", [{}, {"without": "recorded"}, {"without": "games"}, {"fold": 2}]
)
def test_lessons_are_of_what_is_heard_and_of_mixes_of_it(
    folders: Sources, changes: dict[str, object]
) -> None:
    book = folders.book(settings(**changes), "train")
    found = {track.id for track in book.tracks}
    real = {name for name in found if not name.startswith(("mixed", "other"))}
    expected = settings(**changes).selection.heard(folders.tracks(), "train")
    assert real == {track.id for track in expected} and real
    mixed = {f"mixed-{n:04}" for n, own in enumerate(parts(folders)) if own <= real}
    assert {name for name in found if name.startswith("mixed")} == mixed
    assert "other-0000" in found


def test_mixes_and_other_sounds_are_left_out_together(folders: Sources) -> None:
    book = folders.book(settings(without="mixes"), "train")
    assert {track.source for track in book.tracks} == {"recorded", "games"}


def test_absent_teachers_are_not_asked(folders: Sources) -> None:
    book = folders.book(settings(without="yamnet,games"), "train")
    lesson = book.lessons[book.tracks[0].id]
    assert np.isnan(lesson.classes).all() and not np.isnan(lesson.tags).any()


def test_a_fold_s_tracks_are_for_testing_whatever_the_usual_split(folders: Sources) -> None:
    recorded = {track.id for track in folders.tracks() if fold_of(track.group) == 2}
    found = {track.id for track in folders.tracks("test", 2) if track.source == "recorded"}
    assert found == {name for name in recorded if name.startswith("recorded")} and found


def test_the_centre_is_that_of_music_and_texts_that_were_learnt(folders: Sources) -> None:
    plan = SimpleNamespace(settings=settings(without="games,pairs", fold=2))
    tracks = heard(cast(Trained, SimpleNamespace(plan=plan)), folders)
    assert {track.source for track in tracks} == {"recorded"}
    assert all(fold_of(track.group) != 2 for track in tracks)
    pairs = pairs_of(tracks)
    assert [(pair.group, pair.text, pair.tags) for pair in pairs] == [
        (track.group, track.captions[0], track.tags) for track in tracks
    ]
    assert pairs
