"""Held-out measurement: sections, track scores, which tags can be measured."""

from pathlib import Path

import numpy as np
import pytest

from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.corpus import Track
from needledrop_lab.measuring.held_out import labels_of, measured_tags, score, section_starts

FRONT = FrontEnd(sample_rate=8, section_seconds=5, hop_samples=2)  # 19 frames, half a section 10


@pytest.mark.parametrize(
    ("frames", "starts"),
    [(19, [0]), (22, [0]), (26, [0, 7]), (29, [0, 10]), (34, [0, 10]), (35, [0, 10, 16])],
)
def test_sections_start_every_half_and_cover_the_end(frames: int, starts: list[int]) -> None:
    assert section_starts(frames, FRONT) == starts


def test_a_track_scores_by_its_best_section_and_its_best_three() -> None:
    sections = [np.array([[0.8], [0.2], [0.4], [0.6]]), np.array([[0.5]])]
    assert score(sections, np.array([[1.0]])).ravel().tolist() == pytest.approx([0.7, 0.5])


def test_only_tags_with_enough_of_both_are_measured() -> None:
    def track(number: int) -> Track:
        tags = ("all", *(["some"] if number < 3 else []), *(["one"] if number == 0 else []))
        return Track(str(number), "composed", str(number), Path("x"), {"mood": tags}, ())

    tracks = [track(number) for number in range(6)]
    assert measured_tags(tracks, "mood") == ["some"]
    assert measured_tags(tracks, "genre") == []
    assert labels_of(tracks, ["some"]).ravel().tolist() == [True] * 3 + [False] * 3
