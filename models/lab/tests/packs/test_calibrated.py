"""Calibration of a pack's words: on which sections, and by what is known of them."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from toy_teachers import toy_book
from toys import tokenizer, toy_base_plan, toy_mixture

from needledrop_lab.corpus import Track
from needledrop_lab.measuring.calibration import Calibration, Heard
from needledrop_lab.measuring.held_out import section_starts
from needledrop_lab.model.two_towers import Language, TwoTowers
from needledrop_lab.packs import calibrated
from needledrop_lab.packs.calibrated import calibration_of
from needledrop_lab.packs.shipped import NotAPackError, graph_of, towers_of
from needledrop_lab.packs.sources import Sources
from needledrop_lab.teachers.book import LessonBook
from needledrop_lab.training.trained import Trained

WORDS = {"piano": "instrument", "calm": "mood"}


def trained(features: Path, **changes: object) -> Trained:
    plan = toy_base_plan(features, **changes)
    towers = TwoTowers(plan.settings, Language(tokenizer(), None, False), ())
    return Trained(plan, (), towers.eval())


@pytest.fixture
def book(tmp_path: Path) -> LessonBook:
    tracks = toy_mixture(tmp_path).train
    return toy_book(tmp_path, tmp_path, tracks)


@torch.no_grad()
def naive_vectors(model: Trained, tracks: Sequence[Track]) -> np.ndarray:
    """Unit vectors of all sections, one at a time."""
    vectors = []
    for track in tracks:
        features = np.load(model.plan.features / f"{track.id}.npy").astype(np.float32)
        for start in section_starts(len(features), model.plan.settings.front):
            power = torch.from_numpy(features[None, start : start + 31]).exp()
            vectors.append(model.towers.audio(power)[0].numpy())
    return np.stack(vectors)


def test_every_section_of_a_source_is_heard_with_what_is_known_there(
    book: LessonBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    sources: list[Heard] = []

    def held_out(_: Sources, __: object, split: str, words: Sequence[str]) -> LessonBook:
        asked.extend([split, *words])
        return book

    def calibrate(
        words: Sequence[str], vectors: np.ndarray, heard: Sequence[Heard]
    ) -> dict[str, Calibration]:
        assert vectors.shape == (len(words), 8)
        sources.extend(heard)
        return {"piano": Calibration(9.0, -1.0, 0.8)}

    monkeypatch.setattr(Sources, "book", held_out)
    monkeypatch.setattr(calibrated, "reason_words", lambda: WORDS)
    monkeypatch.setattr(calibrated, "calibrate", calibrate)
    model = trained(tmp_path)
    found = calibration_of(model, Sources(tmp_path, None, tmp_path))
    assert found == {"piano": Calibration(9.0, -1.0, 0.8)}
    assert asked == ["test", "piano", "calm"]
    assert len(sources) == 2  # composed and recorded
    for source, heard in zip(("composed", "recorded"), sources, strict=True):
        tracks = [track for track in book.tracks if track.source == source]
        starts = section_starts(70, book.front)
        assert heard.tracks.tolist() == [n for n in range(len(tracks)) for _ in starts]
        columns = [book.place[word] for word in WORDS]
        expected = [book.words_of(track, start)[columns] for track in tracks for start in starts]
        np.testing.assert_array_equal(heard.words, expected)
        np.testing.assert_allclose(heard.vectors, naive_vectors(model, tracks), atol=1e-5)


def test_a_model_without_teachers_is_not_calibrated(tmp_path: Path) -> None:
    model = trained(tmp_path, taught=False)
    assert calibration_of(model, Sources(tmp_path, None, tmp_path)) is None


def test_towers_of_another_kind_make_no_such_pack(tmp_path: Path) -> None:
    model = trained(tmp_path)
    _, audio = towers_of(model)
    assert graph_of(model.plan.settings.front, audio)[1] == 2
    other = trained(tmp_path, taught=False, projection="normalised")
    with pytest.raises(NotAPackError, match="other towers than needledrop-base"):
        towers_of(dataclasses.replace(other, plan=model.plan))
