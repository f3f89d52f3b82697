"""Teachers that are left out: what they would have said is not known, all else stays."""

import warnings
from pathlib import Path

import numpy as np
import pytest
from toy_teachers import toy_lesson, write_class_map
from toys import TOY_FRONT

from needledrop_lab.corpus import Track
from needledrop_lab.teachers.book import LessonBook
from needledrop_lab.teachers.lessons import TEACHERS, Lesson, silenced, write_lesson

# Columns of the tags and of the embeddings of Musicnn: three taggers, two and one; one, one, none.
OWN = {
    "yamnet": (slice(0), slice(0)),
    "jamendo": (slice(0, 150), slice(0, 200)),
    "mtat": (slice(150, 250), slice(200, 400)),
    "msd": (slice(250, 300), slice(0)),
}


def test_teachers_are_named_by_what_they_were_taught_on() -> None:
    assert tuple(OWN) == TEACHERS


@pytest.mark.parametrize("teacher", TEACHERS)
def test_a_silenced_teacher_s_part_is_nan_and_nothing_else(teacher: str) -> None:
    lesson = toy_lesson("a")
    found = silenced(lesson, {teacher})
    expected = {name: part.copy() for name, part in vars(lesson).items()}
    tags, hidden = OWN[teacher]
    expected["tags"][:, tags] = np.nan
    expected["hidden"][:, hidden] = np.nan
    if teacher == "yamnet":
        expected["embeddings"][:] = expected["classes"][:] = np.nan
    for name, part in vars(found).items():
        np.testing.assert_array_equal(part, expected[name])
        assert part.dtype == np.float16
    assert silenced(lesson, ()) is lesson


def book(folder: Path, *absent: str) -> LessonBook:
    """Eight recorded tracks with a piano and one of a game, of which nothing is known."""
    kinds = {"instrument": ("piano",)}
    tracks = [Track(f"r{n}", "recorded", "", Path("none"), kinds, ()) for n in range(8)]
    tracks.append(Track("g", "games", "", Path("none"), {}, ()))
    for track in tracks:
        write_lesson(folder / f"{track.id}.npz", toy_lesson(track.id))
    write_class_map(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return LessonBook(folder, folder, folder, TOY_FRONT, tracks, absent=absent)


def test_words_are_known_by_the_teachers_that_are_left(tmp_path: Path) -> None:
    every, fewer = book(tmp_path), book(tmp_path, "jamendo", "mtat", "msd")
    by_all, by_one = (found.words_of(found.tracks[-1], 0) for found in (every, fewer))
    assert every.words == fewer.words
    assert not np.isnan(by_all).any()
    assert 0 < np.isnan(by_one).sum() < len(by_one)  # words that YAMNet has no class for


def test_without_teachers_words_are_known_by_labels_alone(tmp_path: Path) -> None:
    found = book(tmp_path, *TEACHERS)
    labelled, unlabelled = found.tracks[0], found.tracks[-1]
    words = found.words_of(labelled, 0)
    assert words[found.place["piano"]] == 1
    assert words[found.place["no piano"]] == 0
    assert np.isnan(words).sum() == len(words) - 2
    assert np.isnan(found.words_of(unlabelled, 0)).all()
    lessons = found.lessons_of([labelled, unlabelled], [0, 0])
    for part in (lessons.embeddings, lessons.classes, lessons.tags, lessons.hidden):
        assert part.isnan().all()


def test_a_lesson_of_which_nothing_is_left_is_all_nan() -> None:
    lesson: Lesson = silenced(toy_lesson("a"), TEACHERS)
    assert all(np.isnan(part).all() for part in vars(lesson).values())
