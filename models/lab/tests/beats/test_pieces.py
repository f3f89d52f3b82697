"""Pieces and their beats; what is held out; where the drummers' bars fall."""

import csv
import json
from pathlib import Path

import pytest
from score_files import note, write_score

from needledrop_lab.beats import pieces
from needledrop_lab.beats.pieces import (
    Beat,
    beats_of,
    composed_pieces,
    drummed_pieces,
    write_held_out,
)
from needledrop_lab.corpus.sources import SourceError

ROW = {
    "id": "a",
    "style": "waltz",
    "audio": "audio/a.flac",
    "bpm": 120,
    "metre": "3/4",
    "seconds": 6.0,
    "editPoints": {"bars": [0, 1.5, 3.0]},
}


def test_beats_divide_each_bar_and_the_last_is_as_long_as_the_one_before() -> None:
    assert beats_of([0, 2, 5], 2, 7.5) == (
        *(Beat(0, True), Beat(1, False), Beat(2, True), Beat(3.5, False)),
        *(Beat(5, True), Beat(6.5, False)),
    )
    assert [beat.second for beat in beats_of([-1, 1], 2, 1.5)] == [0, 1]


def test_composed_pieces_are_split_by_style(tmp_path: Path) -> None:
    others = [ROW, {**ROW, "id": "b", "style": "ska"}, {**ROW, "id": "c", "style": "blues"}]
    (tmp_path / "pieces.jsonl").write_text("\n".join(json.dumps(row) for row in others))
    waltz, ska, blues = composed_pieces(tmp_path)
    assert (waltz.split, ska.split, blues.split) == ("valid", "test", "train")
    assert waltz.beats_per_bar == 3
    assert [beat.second for beat in waltz.beats if beat.down] == [0, 1.5, 3.0]
    assert waltz.audio == tmp_path / "audio/a.flac"


def test_no_style_and_no_drummer_is_held_out_twice() -> None:
    styles = (*pieces.VALID_STYLES, *pieces.TEST_STYLES)
    drummers = (*pieces.VALID_DRUMMERS, *pieces.TEST_DRUMMERS)
    assert len(set(styles)) == len(styles) and len(set(drummers)) == len(drummers)


def test_what_is_held_out_is_listed_with_its_beats(tmp_path: Path) -> None:
    (tmp_path / "pieces.jsonl").write_text(
        "\n".join(json.dumps(row) for row in (ROW, {**ROW, "style": "blues"}))
    )
    write_held_out(tmp_path / "out.jsonl", composed_pieces(tmp_path))
    (line,) = (tmp_path / "out.jsonl").read_text().splitlines()
    found = json.loads(line)
    assert (found["split"], found["beatsPerBar"], found["downbeats"]) == ("valid", 3, [0, 1.5, 3.0])


def test_drummers_play_to_the_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "groove"
    folder.mkdir()
    tempo = (0.0, "set_tempo", {"tempo": 500_000})
    strokes = [event for beat in range(40) for event in note(beat + 0.02, 38, 0.2, 9)]
    write_score(folder / "drummer9_1_rock.mid", [tempo, *strokes])
    row = {
        "drummer": "drummer9",
        "session": "drummer9/session1",
        "bpm": "120",
        "beat_type": "beat",
        "time_signature": "4-4",
        "midi_filename": "drummer9/1_rock.mid",
        "duration": "20",
    }
    fill = {**row, "duration": "2"}
    together = {**row, "session": "drummer9/eval_session"}
    with (folder / "info.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, row.keys())
        writer.writeheader()
        writer.writerows([row, fill, together])
    monkeypatch.setattr(pieces, "find_font", lambda name: Path(name))
    monkeypatch.setattr(pieces, "render", lambda rendering, target, longest: None)
    (piece,) = drummed_pieces(tmp_path, tmp_path / "audio")
    assert (piece.split, piece.bpm, piece.group) == ("valid", 120, "drummer9")
    # the excerpt begins with the first stroke, 10 ms after the click
    assert [round(beat.second, 3) for beat in piece.beats[:4]] == [0.49, 0.99, 1.49, 1.99]
    assert [round(beat.second, 2) for beat in piece.beats if beat.down][:2] == [1.99, 3.99]


def test_groove_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Groove MIDI"):
        drummed_pieces(tmp_path, tmp_path / "audio")
