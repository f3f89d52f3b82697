"""Figures of a pack: 1 for an embedder that hears everything, chance for one that hears nothing."""

import json
from pathlib import Path

import numpy as np
import pytest
from pack_music import Deaf, Hears, write_music

from needledrop_lab.corpus import load_tracks
from needledrop_lab.measuring.metrics import Estimate
from needledrop_lab.measuring.pack_figures import (
    PARTS,
    Figure,
    Music,
    emotify,
    knowledge,
    prompts,
    voices,
    words,
)
from needledrop_lab.measuring.pack_figures.figure import retrieval

HEARD = ("recorded", "emotify", "prompts", "voices", "words", "composed")


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> tuple[Music, dict[str, str]]:
    return write_music(tmp_path_factory.mktemp("music"))


def by_name(figures: list[Figure]) -> dict[str, Figure]:
    return {f"{figure.name}, {figure.measure}, {figure.of}": figure for figure in figures}


@pytest.mark.parametrize("part", HEARD)
def test_without_hearing_every_figure_is_chance(
    music: tuple[Music, dict[str, str]], part: str
) -> None:
    figures = PARTS[part](Deaf(), music[0])
    assert figures
    for figure in figures:
        if figure.measure == "ROC-AUC":
            assert figure.estimate.value == pytest.approx(0.5)
        elif figure.measure == "R@10":
            assert figure.estimate.value == (1.0 if figure.items <= 10 else 0.0)  # ties count
        elif figure.measure == "accuracy" and "zero-shot" in figure.name:
            assert figure.estimate.value == pytest.approx(figure.beside["chance"])


@pytest.mark.parametrize("part", ["recorded", "prompts", "voices", "composed"])
def test_with_perfect_hearing_everything_is_found(
    music: tuple[Music, dict[str, str]], part: str
) -> None:
    for figure in PARTS[part](Hears(music[1]), music[0]):
        assert figure.estimate.value == pytest.approx(1), figure.name


def test_parts_measure_held_out_music(music: tuple[Music, dict[str, str]]) -> None:
    found = by_name(PARTS["prompts"](Hears(music[1]), music[0]))
    of_both = found["prompt to clip, R@10, held-out prompts of both"]
    assert (of_both.items, of_both.beside["chance"]) == (24, pytest.approx(10 / 24))
    among_all = found["prompt to clip, among 28 clips, R@10, held-out prompts of both"]
    assert (among_all.items, among_all.beside["chance"]) == (24, pytest.approx(10 / 28))
    kept, every = PARTS["voices"](Hears(music[1]), music[0])
    assert (kept.items, every.items) == (24, 28)


def test_retrieval_ranks_each_query_s_own_track() -> None:
    similarity = np.array([[0.1, 0.9, 0.5], [0.2, 0.2, 0.1]])
    recall, middle = retrieval("x", similarity, np.array([2, 1]), "toys")
    assert (recall.estimate.value, middle.estimate.value) == (1.0, 2.0)
    assert middle.beside == {"chance": 2.0}


def test_the_emotion_most_felt_is_told_by_words_and_by_probes(
    music: tuple[Music, dict[str, str]],
) -> None:
    found = by_name(emotify.figures(Hears(music[1]), music[0]))
    most = "emotion most felt"
    words = found[f"{most}, zero-shot by label words, accuracy, Emotify songs"]
    assert words.estimate.value == 1
    assert words.beside == {
        "chance": pytest.approx(1 / 9),
        "majority": pytest.approx(1 / 9),
        "paper": 0.3375,
    }
    probe = found[f"{most}, probed by logistic regression, accuracy, Emotify songs"]
    assert probe.estimate.value > 0.9
    mlp = found[f"{most}, probed by MLP, accuracy, Emotify songs"]
    assert mlp.estimate.value > 0.5 and mlp.beside["paper"] == 0.4875
    assert found["genre of four, zero-shot, accuracy, Emotify songs"].estimate.value == 1


@pytest.mark.parametrize(
    ("row", "voice"),
    [
        ({"caption": "A female vocalist sings"}, True),
        ({"caption": "rap, drums", "group": "Songs", "vocals": None}, True),
        ({"caption": "mandopop", "vocals": True}, True),
        ({"caption": "sung verses and an instrumental bridge"}, True),
        ({"caption": "an instrumental hip hop beat"}, False),
        ({"caption": "This could be a film score. There is no singer."}, False),
        ({"caption": "saxophone, jazz", "group": "Instrumentals", "vocals": None}, False),
        ({"caption": "a sad song played by a solo pianist"}, False),
        ({"caption": "surf music", "group": "Songs", "vocals": None}, None),
    ],
)
def test_a_voice_is_known_by_what_is_said(row: dict[str, object], voice: bool | None) -> None:
    assert voices.has_voice(row) is voice


def test_one_clip_stands_for_a_prompt(music: tuple[Music, dict[str, str]]) -> None:
    tracks = load_tracks(music[0].data, None)
    kept = prompts.one_per_prompt([*tracks, *tracks])
    assert len(kept) == len({(track.source, track.group) for track in tracks})


def test_a_word_is_measured_wherever_it_is_known(music: tuple[Music, dict[str, str]]) -> None:
    figures = words.figures(Hears(music[1]), music[0])
    each = [figure for figure in figures if "fitting" in figure.beside]
    mean, *of_each_kind, lowest = (figure for figure in figures if figure not in each)
    assert {figure.of for figure in of_each_kind} == {f"words, {figure.of}" for figure in each}
    found = {(figure.name, figure.of): figure for figure in each}
    assert found["rock", "Emotify songs"].estimate.value == 1
    assert found["rock", "Emotify songs"].beside == {"fitting": 22}
    assert found["wedding", "held-out composed pieces"].estimate.value == 1
    assert found["no vocals", "held-out generated clips"].items == 24
    assert ("rock", "held-out recorded tracks") in found
    values = [figure.estimate.value for figure in each]
    assert mean.estimate.value == pytest.approx(np.mean(values))
    assert lowest.estimate.value == min(values)
    assert lowest.name == "lowest of the words"
    assert "not measured: metal" in mean.notes
    assert {figure.name for figure in each}.isdisjoint(
        note.removeprefix("not measured: ") for note in mean.notes
    )


def test_editors_words_are_asked_of_known_tags() -> None:
    rows = words.load_words()
    assert len(rows) >= 48
    assert len({row["query"] for row in rows}) == len(rows)
    for row in rows:
        known = {"genre", "emotion", "voice"} & row.keys()
        assert row["tags"] or known, row
        assert row.get("genre", "rock") in emotify.GENRES
        assert row.get("emotion", "power") in emotify.EMOTIONS


def test_scenes_are_compared_with_music_of_both_kinds() -> None:
    triplets = knowledge.load_triplets()
    assert len(triplets) >= 60
    assert len({scene for scene, _, _ in triplets}) == len(triplets)
    for scene, nearer, farther in triplets:
        assert nearer != farther
        assert not set(nearer.lower().split()) & set(scene.lower().split()), scene


def test_a_triplet_is_right_if_the_fitting_music_is_nearer() -> None:
    vectors = {"ball": [1, 0], "waltz": [0.8, 0.6], "drone": [0, 1], "rave": [0, 1]}

    def embed(texts: list[str]) -> np.ndarray:
        return np.array([vectors[text] for text in texts])

    triplets = [("ball", "waltz", "drone"), ("rave", "waltz", "drone")]
    assert knowledge.in_order(embed, triplets).tolist() == [True, False]


def test_minilm_before_tuning_stands_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knowledge, "minilm", Deaf().texts)
    share, *ranks = knowledge.figures(Hears({}), Music(Path(), None))
    assert share.beside["MiniLM before tuning"] == 0  # equally near is not nearer
    assert len(share.notes) == round(share.items * (1 - share.estimate.value))
    assert [figure.measure for figure in ranks] == ["R@10", "median rank"]


def test_a_figure_is_json_with_none_for_what_is_not_known() -> None:
    row = Figure("x", "share", Estimate(0.5, float("nan"), float("nan")), 3, "toys").row()
    assert json.loads(json.dumps(row, allow_nan=False))["estimate"] == {
        "value": 0.5,
        "low": None,
        "high": None,
    }


def test_composed_pieces_need_a_corpus(music: tuple[Music, dict[str, str]]) -> None:
    assert PARTS["composed"](Deaf(), Music(music[0].data, None)) == []
