"""Letting the teachers listen: each track once."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from toy_teachers import ToyTeachers

from needledrop_lab.audio.log_mel import AudioError
from needledrop_lab.corpus import Track
from needledrop_lab.teachers import teach
from needledrop_lab.teachers.lessons import read_lesson
from needledrop_lab.teachers.teach import make_lessons


def track(name: str, source: str, folder: Path, seconds: float = 3.0) -> Track:
    path = folder / f"{name}.wav"
    noise = np.random.default_rng(1).normal(size=round(seconds * 8_000)) * 0.1
    soundfile.write(path, noise, 8_000)
    return Track(name, source, name, path, {}, ())


def test_each_track_is_heard_once_and_a_rendered_one_by_yamnet_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ToyTeachers(tmp_path)
    monkeypatch.setattr(teach, "Teachers", lambda folder: made)
    tracks = [track("a", "recorded", tmp_path), track("b", "composed", tmp_path, 2.0)]
    make_lessons(tracks, tmp_path, tmp_path / "lessons")
    assert made.heard == [(3.0, True), (2.0, False)]
    assert np.isfinite(read_lesson(tmp_path / "lessons" / "a.npz").tags).all()
    assert np.isnan(read_lesson(tmp_path / "lessons" / "b.npz").tags).all()
    make_lessons([*tracks, track("c", "games", tmp_path)], tmp_path, tmp_path / "lessons")
    assert len(made.heard) == 3


def test_teachers_are_not_needed_where_all_lessons_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.npz").touch()
    make_lessons([track("a", "recorded", tmp_path)], tmp_path / "none", tmp_path)


def test_a_track_that_cannot_be_decoded_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teach, "Teachers", ToyTeachers)
    broken = Track("a", "recorded", "a", tmp_path / "a.opus", {}, ())
    with pytest.raises(AudioError, match=r"a\.opus cannot be decoded"):
        make_lessons([broken], tmp_path, tmp_path / "lessons")
