"""Lessons: every patch gets the nearest window of each tagger, and files hold what was heard."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor
from toy_teachers import toy_lesson

from needledrop_lab import files
from needledrop_lab.files import DiskFullError
from needledrop_lab.teachers import lessons
from needledrop_lab.teachers.lessons import (
    TAGGERS,
    Teachers,
    read_lesson,
    write_lesson,
)
from needledrop_lab.teachers.taggers import RATE, Tagger, TeacherError
from needledrop_lab.teachers.yamnet import PATCH, STEP


class Clock(Tagger):
    """Says when its window starts: logits are the first sample, the embedding the last one."""

    def __init__(self, seconds: float, width: int) -> None:
        super().__init__()
        self.seconds, self.width = seconds, width

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        return audio[:, :1].expand(-1, 50), audio[:, -1:].expand(-1, self.width)


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Teachers:
    """Teachers that hear the time, where the audio is a ramp that ends at 1."""

    def clock(path: Path) -> Tagger:
        return Clock(3.0, 200) if "musicnn" in path.stem else Clock(20.0, 64)

    class Count:
        def __init__(self, path: Path) -> None:
            assert path.name == "yamnet.tflite"

        def __call__(self, audio: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            patches = max(1, 1 + (len(audio) - PATCH) // STEP)
            return np.zeros((patches, 1_024)), np.full((patches, 521), np.abs(audio).max())

    monkeypatch.setattr(lessons, "load_tagger", clock)
    monkeypatch.setattr(lessons, "Yamnet", Count)
    return Teachers(Path("none"))


def ramp(seconds: float) -> np.ndarray:
    return np.linspace(0, 1, round(seconds * RATE), dtype=np.float32)


def naive_starts(length: float, every: float, total: float) -> list[float]:
    """Windows one after the other, and one at the end if much is left."""
    starts = [n * every for n in range(99) if n * every + length <= total + 1e-9]
    if total - starts[-1] - length > every / 2:
        starts.append(total - length)
    return starts


def test_each_patch_gets_the_nearest_window(together: Teachers) -> None:
    seconds = 53.0
    lesson = together.hear(ramp(seconds))
    assert len(lesson) == 1 + (round(seconds * RATE) - PATCH) // STEP
    assert lesson.tags.shape == (len(lesson), 300) and lesson.hidden.shape == (len(lesson), 400)
    for patch in range(len(lesson)):
        middle = patch * 0.96 + 0.975 / 2
        for place, name in enumerate(TAGGERS):
            length, every = (3.0, 3.0) if "musicnn" in name else (20.0, 20.0)
            starts = naive_starts(length, every, seconds)
            nearest = min(starts, key=lambda start: abs(start + length / 2 - middle))
            heard = float(lesson.tags[patch, 50 * place]) / 0.9 * seconds
            assert heard == pytest.approx(nearest, abs=0.2), (patch, name)


def test_embeddings_are_those_of_both_musicnns(together: Teachers) -> None:
    hidden = together.hear(ramp(7.0)).hidden.astype(float) / 0.9 * 7
    np.testing.assert_allclose(hidden[0], 3.0, atol=0.05)  # the end of the first window
    assert hidden[-1, 0] == hidden[-1, 399] == pytest.approx(6.0, abs=0.05)


def test_a_track_shorter_than_a_window_is_repeated(together: Teachers) -> None:
    lesson = together.hear(ramp(1.5))
    assert len(lesson) == 1 and np.isfinite(lesson.tags).all() and np.isfinite(lesson.hidden).all()


def test_loudness_is_evened_out(together: Teachers) -> None:
    quiet, loud = (together.hear(ramp(4.0) * gain) for gain in (0.01, 3.0))
    np.testing.assert_allclose(quiet.classes, 0.9, atol=1e-3)
    np.testing.assert_allclose(quiet.tags, loud.tags, atol=1e-3)


def test_where_the_taggers_do_not_listen_nothing_is_known(together: Teachers) -> None:
    lesson = together.hear(ramp(4.0), with_taggers=False)
    assert np.isnan(lesson.tags).all() and np.isnan(lesson.hidden).all()
    assert np.isfinite(lesson.classes).all() and lesson.tags.shape == (4, 300)


@pytest.mark.parametrize("with_taggers", [True, False])
def test_a_lesson_is_read_as_it_was_written(with_taggers: bool, tmp_path: Path) -> None:
    lesson = toy_lesson("a", 5, with_taggers)
    write_lesson(tmp_path / "a.npz", lesson)
    found = read_lesson(tmp_path / "a.npz")
    for name, part in vars(lesson).items():
        np.testing.assert_array_equal(getattr(found, name), part)
        assert part.dtype == np.float16
    assert [file.name for file in tmp_path.iterdir()] == ["a.npz"]


def test_a_full_disk_is_seen_before_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SPARE_BYTES", 2**62)
    with pytest.raises(DiskFullError):
        write_lesson(tmp_path / "a.npz", toy_lesson("a", 2))
    assert not list(tmp_path.iterdir())


def test_a_missing_teacher_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "Yamnet", lambda path: None)
    with pytest.raises(TeacherError, match=r"jamendo-fcn\.pth"):
        Teachers(tmp_path)


def test_the_real_teachers_hear_a_tone(teachers: Path) -> None:
    pytest.importorskip("ai_edge_litert", reason="LiteRT is not installed: the extra [teachers]")
    time = np.arange(4 * RATE, dtype=np.float32) / RATE
    with torch.inference_mode():
        lesson = Teachers(teachers).hear(0.1 * np.sin(2 * np.pi * 440 * time))
    assert len(lesson) == 4
    for part in vars(lesson).values():
        assert np.isfinite(part).all()
