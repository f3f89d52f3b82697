"""The book of lessons: sections drawn from it, and what is known of the words in them."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from toy_teachers import toy_book, toy_lesson, write_class_map
from toys import TOY_BLOCKS, TOY_FRONT

from needledrop_lab.corpus import Span, Track
from needledrop_lab.corpus.words import opposites
from needledrop_lab.model.towers import BlockTower
from needledrop_lab.teachers.book import LessonBook, _between, labels_of
from needledrop_lab.teachers.lessons import Lesson, write_lesson
from needledrop_lab.teachers.presence import share
from needledrop_lab.teachers.taggers import TeacherError

FRAMES = 70  # of a track: 22.4 s


def tracks() -> list[Track]:
    """Eight tracks of each labelled source with one word in all and one in none but the last."""
    made = []
    for source in ("recorded", "composed", "generated"):
        for number in range(9):
            kinds = {"instrument": ("piano",) if number < 8 else ("kazoo",), "mood": ("wistful",)}
            name = f"{source}{number}"
            made.append(Track(name, source, name, Path("none"), kinds, ()))
    return made


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> LessonBook:
    folder = tmp_path_factory.mktemp("book")
    for number, track in enumerate(tracks()):
        # each frame says which track and which moment it is
        features = np.stack([np.arange(FRAMES), np.full(FRAMES, number)] * 2, axis=1)
        np.save(folder / f"{track.id}.npy", features.astype(np.float16))
    return toy_book(folder, folder, tracks())


def heard(book: LessonBook, track: Track, start: int) -> dict[str, float]:
    """Presence by the teachers alone: that of the mean of the section's ten patches."""
    first = start // 3
    standing = book.presence.of(book.lessons[track.id])[first : first + 10]
    return dict(zip(book.presence.words, share(standing.mean(axis=0)), strict=True))


def said(book: LessonBook, track: Track, start: int) -> dict[str, float]:
    return dict(zip(book.words, book.words_of(track, start), strict=True))


def by_name(book: LessonBook, name: str) -> Track:
    (found,) = [track for track in book.tracks if track.id == name]
    return found


def test_words_are_those_of_teachers_and_those_that_labels_use_often(book: LessonBook) -> None:
    assert book.words[: len(book.presence.words)] == book.presence.words
    added = set(book.words) - set(book.presence.words)
    assert added == {"wistful", "melancholic", "nostalgic", "reflective", *opposites()}
    assert labels_of("recorded", tracks()) == {"piano", "wistful"}  # one kazoo is too few
    assert [book.words[book.place[word]] for word in book.words] == book.words


def test_a_recorded_track_s_labels_count_for_more_than_its_teachers(book: LessonBook) -> None:
    with_piano, without = by_name(book, "recorded3"), by_name(book, "recorded8")
    found, by_ear = said(book, with_piano, 7), heard(book, with_piano, 7)
    assert found["piano"] == pytest.approx(0.7 + 0.3 * by_ear["piano"], abs=2e-3)
    assert found["wistful"] == 1  # no teacher knows it
    assert found["organ"] == pytest.approx(by_ear["organ"], abs=2e-3)
    assert 0 < by_ear["organ"] < 1
    absent = heard(book, without, 7)["piano"]
    assert said(book, without, 7)["piano"] == pytest.approx(0.3 * absent, abs=2e-3)


def test_a_composed_track_is_what_its_score_says(book: LessonBook) -> None:
    found = said(book, by_name(book, "composed3"), 7)
    assert (found["piano"], found["wistful"]) == (1, 1)
    assert said(book, by_name(book, "composed8"), 7)["piano"] == 0


def test_an_instrument_that_rests_in_a_composed_section_is_absent(book: LessonBook) -> None:
    kinds = {"instrument": ("piano", "organ")}
    spans = (Span(0, 11, frozenset({"organ"})), Span(11, 99, frozenset({"piano", "organ"})))
    track = Track("composed3", "composed", "", Path("none"), kinds, (), spans)
    assert (said(book, track, 0)["piano"], said(book, track, 0)["organ"]) == (0, 1)
    assert said(book, track, 36)["piano"] == 1  # 11.5 s


def test_what_tags_imply_is_present_in_composed_music(book: LessonBook) -> None:
    found = said(book, by_name(book, "composed3"), 7)
    assert (found["wistful"], found["nostalgic"]) == (1, 1)
    kinds = {"instrument": ("violin",)}
    violin = Track("composed3", "composed", "", Path("none"), kinds, ())
    assert said(book, violin, 7)["strings"] == 1
    assert said(book, violin, 7)["nostalgic"] == 0


def test_what_tags_imply_of_recorded_music_is_left_to_the_teachers(book: LessonBook) -> None:
    found = said(book, by_name(book, "recorded3"), 7)
    assert found["wistful"] == 1
    assert np.isnan(found["nostalgic"])


def test_a_recorded_track_that_names_no_instrument_may_have_any(book: LessonBook) -> None:
    bare = Track("recorded3", "recorded", "", Path("none"), {"mood": ("wistful",)}, ())
    assert said(book, bare, 7)["piano"] == pytest.approx(heard(book, bare, 7)["piano"], abs=2e-3)
    other = Track("recorded3", "recorded", "", Path("none"), {"instrument": ("kazoo",)}, ())
    assert said(book, other, 7)["piano"] < heard(book, other, 7)["piano"]
    assert np.isnan(said(book, other, 7)["wistful"])  # of moods, it names none


def test_a_phrase_is_as_present_as_its_word_is_absent(book: LessonBook) -> None:
    with_piano, without = by_name(book, "composed3"), by_name(book, "composed8")
    assert said(book, with_piano, 7)["no piano"] == 0
    assert said(book, without, 7)["no piano"] == 1
    generated = said(book, by_name(book, "generated8"), 7)
    assert generated["no vocals"] == pytest.approx(1 - generated["vocals"])


def test_a_prompt_s_missing_words_are_not_known_to_be_absent(book: LessonBook) -> None:
    track = by_name(book, "generated8")
    assert said(book, track, 7)["piano"] == pytest.approx(heard(book, track, 7)["piano"], abs=2e-3)
    unlabelled = Track("generated8", "generated", "", Path("none"), {}, ())
    assert np.isnan(said(book, unlabelled, 7)["wistful"])


def test_drawing_depends_on_the_seed_alone(book: LessonBook) -> None:
    one, same, other = (book.draw(20, Random(seed)) for seed in (1, 1, 2))
    assert one == same and one != other and len(one) == 20


def test_lessons_are_of_the_sections_asked_for(book: LessonBook) -> None:
    found = book.lessons_of(book.tracks[:5], [0, 3, 7, 11, 20])
    assert found.words.shape == (5, len(book.words))
    assert found.embeddings.shape == (10, 5, 1_024) and found.classes.shape == (10, 5, 521)
    assert found.tags.shape == (10, 300) and found.hidden.shape == (10, 400)
    words = book.words_of(book.tracks[2], 7)
    np.testing.assert_array_equal(found.words[2].numpy(), words)


def naive_between(values: np.ndarray, place: float) -> np.ndarray:
    return np.array([np.interp(place, range(len(values)), column) for column in values.T])


def test_values_between_patches_are_interpolated_and_the_last_one_stays() -> None:
    values = np.random.default_rng(1).normal(size=(6, 3))
    places = np.array([0.0, 0.25, 2.999, 4.5, 5.0, 5.75, 9.1])
    expected = [naive_between(values, place) for place in places]
    np.testing.assert_allclose(_between(values, places), expected, atol=1e-6)


def test_blocks_are_in_the_order_of_the_tower_s_and_heard_where_they_are(book: LessonBook) -> None:
    starts = [0, 4, 9, 17, 25, 30]
    chosen = book.tracks[2:8]
    heard_in = book.lessons_of(chosen, starts)
    features = [np.load(book.features / f"{track.id}.npy") for track in chosen]
    sections = [part[start : start + 31] for part, start in zip(features, starts, strict=True)]
    tower = BlockTower(TOY_BLOCKS, TOY_FRONT, 8)
    tower.encoder.forward = lambda power: power  # type: ignore[method-assign]
    for row, frames in enumerate(tower.encode(torch.from_numpy(np.stack(sections)).float())):
        start, number = (int(value) for value in frames[0, :2])
        lesson = book.lessons[book.tracks[number].id]
        assert frames[:, 0].tolist() == [*range(start, start + 15)]
        places = [start / 3 + patch for patch in range(5)]
        classes = [naive_between(lesson.classes.astype(float), place) for place in places]
        np.testing.assert_allclose(heard_in.classes[row], classes, atol=1e-3)
        mean, deviation = book.scale["embeddings"]
        expected = [naive_between(lesson.embeddings.astype(float), place) for place in places]
        np.testing.assert_allclose(
            heard_in.embeddings[row], np.clip((expected - mean) / deviation, -5, 5), atol=1e-2
        )
        tags = 1 / (1 + np.exp(-lesson.tags[min(23, round(places[2]))].astype(float)))
        np.testing.assert_allclose(heard_in.tags[row], tags, atol=1e-3)


def test_a_track_is_drawn_by_its_length_and_its_source(tmp_path: Path) -> None:
    made = [Track(n, s, n, Path(n), {}, ()) for n, s in (("a", "games"), ("b", "other"))]
    for track, patches in zip(made, (10, 40), strict=True):
        write_lesson(tmp_path / f"{track.id}.npz", toy_lesson(track.id, patches))
    write_class_map(tmp_path)
    found = LessonBook(tmp_path, tmp_path, tmp_path, TOY_FRONT, made)
    assert found.shares == [10 * 1.5, 40 * 0.5]


def test_a_track_without_a_lesson_is_named(tmp_path: Path) -> None:
    write_class_map(tmp_path)
    track = Track("a", "games", "a", Path("a"), {}, ())
    with pytest.raises(TeacherError, match=r"a\.npz.*`lab train` makes the lessons"):
        LessonBook(tmp_path, tmp_path, tmp_path, TOY_FRONT, [track])


def test_words_asked_for_are_there_even_if_nobody_knows_them(tmp_path: Path) -> None:
    track = Track("a", "games", "a", Path("a"), {}, ())
    write_lesson(tmp_path / "a.npz", toy_lesson("a"))
    write_class_map(tmp_path)
    found = LessonBook(tmp_path, tmp_path, tmp_path, TOY_FRONT, [track], words=["kazoo", "piano"])
    assert found.words == [*found.presence.words, "kazoo", *opposites()]
    assert np.isnan(found.words_of(track, 0)[found.place["kazoo"]])


def test_what_is_standardised_has_no_outliers(book: LessonBook) -> None:
    lesson = book.lessons["recorded0"]
    far = Lesson(lesson.embeddings * 999, lesson.classes, lesson.tags, lesson.hidden * 999)
    embeddings, _, _, hidden = book._block(far, 0)
    assert np.abs(embeddings).max() == 5 and np.abs(hidden).max() == 5
