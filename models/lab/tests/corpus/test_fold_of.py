"""Folds of the recorded tracks: each piece is in one, and a fold gives nothing of itself away."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from needledrop_lab.corpus import FOLDS, Track, fold_of, load_text_pairs, split_in, split_of
from needledrop_lab.corpus.mixes import RATE, mixes

TITLES = [f"title {number}" for number in range(200)]


def test_every_piece_is_in_one_fold_and_the_first_is_what_is_held_out_anyway() -> None:
    folds = {title: fold_of(title) for title in TITLES}
    assert set(folds.values()) == set(range(1, FOLDS + 1))
    for title, fold in folds.items():
        assert (fold == 1) == (split_of(title) != "train")


def test_a_fold_is_for_testing_and_all_other_recorded_tracks_are_for_training() -> None:
    for title in TITLES:
        expected = "test" if fold_of(title) == 3 else "train"
        assert split_in(3, "recorded", title) == expected
        assert split_in(3, "generated", title) == split_of(title)
        assert split_in(None, "recorded", title) == split_of(title)


def write_catalogue(data: Path) -> None:
    row = {"genre": "Jazz", "mood": ["Calming"], "bpm": 90, "seconds": 9, "instruments": ["Piano"]}
    rows = [
        {**row, "title": title, "file": "a.wav", "description": f"Long enough to be read: {title}."}
        for title in TITLES
    ]
    for name, written in (("macleod", rows), ("incompetech", rows), ("noise2music", [])):
        text = "".join(json.dumps(row) + "\n" for row in written)
        (data / f"{name}.jsonl").write_text(text)
    (data / "musiccaps.csv").write_text("ytid,aspect_list,caption\n")


@pytest.mark.parametrize("fold", [None, 1, 4])
def test_descriptions_of_what_is_held_out_are_no_text_pairs(
    tmp_path: Path, fold: int | None
) -> None:
    write_catalogue(tmp_path)
    told = {p.group for p in load_text_pairs(tmp_path, fold=fold) if p.source == "catalogue"}
    assert told == {title for title in TITLES if split_in(fold, "recorded", title) == "train"}


def test_mixes_of_other_tracks_are_left_out_and_the_rest_stays_the_same(tmp_path: Path) -> None:
    tracks = []
    for number in range(3):
        path = tmp_path / f"{number}.wav"
        soundfile.write(path, np.random.default_rng(number).normal(size=RATE) * 0.1, RATE)
        tracks.append(Track(f"t{number}", "recorded", "", path, {}, ()))
    every = mixes(tracks, 6, tmp_path / "mixes")
    kept = mixes(tracks, 6, tmp_path / "fewer", allowed={"t0", "t1"})
    parts = [np.random.default_rng([1, number]).integers(3, size=2) for number in range(6)]
    assert [track.id for track in kept] == [
        track.id for track, own in zip(every, parts, strict=True) if 2 not in own
    ]
    assert 0 < len(kept) < 6
    for track in kept:
        assert track.audio.read_bytes() == (tmp_path / "mixes" / track.audio.name).read_bytes()
    assert len(list((tmp_path / "fewer").iterdir())) == len(kept)
