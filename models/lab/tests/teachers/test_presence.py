"""Presence of words: how far above the usual the labels of data/teachers.json stand."""

import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from toy_teachers import toy_lesson, write_class_map

from needledrop_lab.corpus import reason_words
from needledrop_lab.teachers import presence
from needledrop_lab.teachers.lessons import TAGGERS
from needledrop_lab.teachers.presence import Presence, share, taught_words
from needledrop_lab.teachers.taggers import TeacherError
from needledrop_lab.teachers.yamnet import class_names

TABLE = json.loads(files("needledrop_lab").joinpath("data/teachers.json").read_text("utf-8"))
SAMPLE = [toy_lesson(name, 12) for name in "abc"] + [toy_lesson("d", 12, with_taggers=False)]


def naive(names: list[str], patch: int, word: str) -> float:
    """Mean z-score of a word's labels in a patch of SAMPLE's first lesson, each label the mean of
    its columns."""
    of_labels = []
    for label in TABLE["tags"][word]:
        data, _, tag = label.partition(":")
        if data == "yamnet":
            column = names.index(tag)
            clipped = [np.clip(lesson.classes[:, column].astype(float), 1e-5, 1 - 1e-5)
                       for lesson in SAMPLE]  # fmt: skip
            found = [[np.log(scores / (1 - scores)) for scores in clipped]]
        else:
            place = TABLE["columns"][data].index(tag)
            columns = [50 * n + place for n, t in enumerate(TAGGERS) if t.startswith(f"{data}-")]
            found = [[lesson.tags[:, c].astype(float) for lesson in SAMPLE] for c in columns]
        standing = []
        for values in found:
            usual = np.concatenate([v[::4] for v in values])
            usual = usual[~np.isnan(usual)]
            standing.append((values[0][patch] - usual.mean()) / usual.std())
        of_labels.append(np.mean(standing))
    return float(np.mean(of_labels))


def test_a_word_stands_as_far_above_the_usual_as_its_labels_do(tmp_path: Path) -> None:
    names = write_class_map(tmp_path)
    found = Presence(names, SAMPLE)
    standing = found.of(SAMPLE[0])
    assert found.words == taught_words() and standing.shape == (12, len(found.words))
    expected = [[naive(names, patch, word) for word in found.words] for patch in (0, 7)]
    np.testing.assert_allclose(standing[[0, 7]], expected, atol=2e-3)


def test_where_the_taggers_did_not_listen_yamnet_speaks_alone(tmp_path: Path) -> None:
    found = Presence(write_class_map(tmp_path), SAMPLE)
    with_all, alone = SAMPLE[0], SAMPLE[3]
    half = type(alone)(with_all.embeddings, with_all.classes, alone.tags, alone.hidden)
    for place, word in enumerate(found.words):
        kinds = {label.partition(":")[0] for label in TABLE["tags"][word]}
        standing = found.of(half)[:, place]
        if "yamnet" not in kinds:
            assert np.isnan(standing).all(), word
        elif kinds == {"yamnet"}:
            np.testing.assert_allclose(standing, found.of(with_all)[:, place], atol=1e-5)
        else:
            assert np.isfinite(standing).all(), word


def test_a_standard_deviation_above_the_usual_is_half_presence() -> None:
    shares = share(np.array([-9.0, 0.0, 1.0, 2.0, 9.0, np.nan]))
    assert shares[2] == 0.5 and np.isnan(shares[5])
    assert (np.diff(shares[:5]) > 0).all() and shares[0] < 1e-4 and shares[4] > 1 - 1e-4


def test_a_label_that_no_teacher_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {**TABLE, "tags": {"piano": ["mtat:piano", "mtat:pianola"]}}
    monkeypatch.setattr(presence, "_table", lambda: table)
    with pytest.raises(TeacherError, match="there is no label mtat:pianola"):
        Presence(write_class_map(tmp_path), SAMPLE)


def test_the_table_names_fifty_tags_of_each_tagger_and_labels_that_there_are() -> None:
    assert set(TABLE["columns"]) == {name.partition("-")[0] for name in TAGGERS}
    for tags in TABLE["columns"].values():
        assert len(tags) == len(set(tags)) == 50
    for word, labels in TABLE["tags"].items():
        assert labels and len(set(labels)) == len(labels), word
        for label in labels:
            data, _, tag = label.partition(":")
            assert data == "yamnet" or tag in TABLE["columns"][data], label


def test_many_of_the_words_that_a_pack_gives_as_reasons_are_taught() -> None:
    words = taught_words()
    assert all(word == word.strip().lower() for word in words)
    assert len(reason_words().keys() & set(words)) > 120


def test_yamnet_s_labels_are_its_classes(teachers: Path) -> None:
    names = class_names(teachers / "yamnet_class_map.csv")
    labels = {label for labels in TABLE["tags"].values() for label in labels}
    assert {label.partition(":")[2] for label in labels if label.startswith("yamnet:")} <= {*names}
