"""Folds of the recorded tracks: each measured by itself, and all of them averaged."""

import statistics
from pathlib import Path

import pytest
from pack_music import Deaf, Hears

from needledrop_lab.corpus import FOLDS, Track, fold_of
from needledrop_lab.measuring.folds import fold_figures, means
from needledrop_lab.measuring.pack_figures import Figure

MOODS = ("calm", "dark", "happy")


def tracks() -> tuple[list[Track], dict[str, str]]:
    """Sixty tracks of three moods, and what is to be heard in each."""
    made, said = [], {}
    for number in range(60):
        mood = MOODS[number % 3]
        kinds = {"mood": (mood,)}
        path = Path(f"r{number}.wav")
        said[path.stem] = f"{mood} alone{number}"
        made.append(
            Track(path.stem, "recorded", f"title {number}", path, kinds, (f"alone{number}",))
        )
    return made, said


def by_name(figures: list[Figure]) -> dict[tuple[str, str], Figure]:
    return {(figure.name, figure.measure): figure for figure in figures}


@pytest.mark.parametrize("fold", [None, 2])
def test_with_perfect_hearing_everything_in_a_fold_is_found(fold: int | None) -> None:
    made, said = tracks()
    own = [track for track in made if fold in (None, fold_of(track.group))]
    found = by_name(fold_figures(Hears(said), made, fold))
    assert {figure.items for figure in found.values()} == {len(own)}
    assert all(figure.estimate.value == pytest.approx(1) for figure in found.values())
    within, among = (
        found["description to track", "R@10"],
        found["description to track, among all", "R@10"],
    )
    assert within.beside["chance"] == pytest.approx(min(1, 10 / len(own)))
    assert among.beside["chance"] == pytest.approx(10 / 60)


def test_without_hearing_tags_are_at_chance() -> None:
    found = by_name(fold_figures(Deaf(), tracks()[0], None))
    assert found["tags", "ROC-AUC"].estimate.value == pytest.approx(0.5)
    area = found["tags", "PR-AUC"]
    assert area.estimate.value == pytest.approx(area.beside["chance"])
    assert found["tags", "ROC-AUC"].notes == ["3 tags"]
    assert found["description to track, among all", "R@10"].estimate.value == 0


def test_nothing_is_measured_where_no_tag_is_common_enough() -> None:
    assert fold_figures(Deaf(), tracks()[0][:2], None) == []


def test_means_and_deviations_are_over_the_folds_that_share_a_figure() -> None:
    made, said = tracks()
    folds = [[f.row() for f in fold_figures(Hears(said), made, n)] for n in range(1, FOLDS + 1)]
    values = [0.1, 0.3, 0.2, 0.9, 0.5]
    for rows, value in zip(folds, values, strict=True):
        rows[0]["estimate"]["value"] = value
    folds[2].pop()  # this fold lacks one figure
    found = means(folds)
    assert len(found) == len(folds[0]) - 1
    assert (found[0]["name"], found[0]["measure"]) == ("tags", "ROC-AUC")
    assert found[0]["mean"] == pytest.approx(statistics.mean(values))
    assert found[0]["deviation"] == pytest.approx(statistics.stdev(values), abs=1e-6)
    assert found[0]["chance"] == 0.5
