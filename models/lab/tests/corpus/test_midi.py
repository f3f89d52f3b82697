"""Scores: seconds out of ticks, the minute that stands for a piece, excerpts that read the same."""

from pathlib import Path

import numpy as np
import pytest
from score_files import Event, note, write_score

from needledrop_lab.corpus.general_midi import DRUMS, FAMILIES, PROGRAMS
from needledrop_lab.corpus.midi import MidiError, best_start, read_score, write_excerpt


def test_times_follow_the_tempo_of_all_tracks(tmp_path: Path) -> None:
    tempi: list[Event] = [
        (0, "set_tempo", {"tempo": 1_000_000}),
        (2, "set_tempo", {"tempo": 500_000}),
        (0, "time_signature", {"numerator": 2, "denominator": 4}),
    ]
    flute: list[Event] = [(0, "program_change", {"program": 73})]
    score = read_score(
        write_score(tmp_path / "a.mid", tempi, [*flute, *note(0, 60), *note(3, 62, 2)])
    )
    heard = [(n.start, n.end, n.pitch, n.program) for n in score.notes]
    assert np.allclose(heard, [(0, 1, 60, 73), (2.5, 3.5, 62, 73)])
    assert score.bars == pytest.approx((0, 2, 3))
    assert (score.metre, score.end) == ("2/4", pytest.approx(3.5))
    assert (score.quarters_between(0, 3), score.quarters_between(1, 9)) == (60, 120)


def test_a_pause_written_as_a_tempo_is_none(tmp_path: Path) -> None:
    tempi: list[Event] = [
        (beat, "set_tempo", {"tempo": tempo})
        for beat, tempo in ((0, 4_000_000), (1, 600_000), (40, 2_000_000), (41, 600_000))
    ]
    score = read_score(write_score(tmp_path / "a.mid", tempi, [*note(0, 60), *note(70, 60)]))
    assert score.quarters_between(0, 60) == pytest.approx(100)


def test_the_drum_channel_has_no_program(tmp_path: Path) -> None:
    events: list[Event] = [(0, "program_change", {"program": 8, "channel": 9})]
    score = read_score(write_score(tmp_path / "a.mid", [*events, *note(0, 36, channel=9)]))
    assert [n.program for n in score.notes] == [DRUMS]


@pytest.mark.parametrize("content", [b"", b"RIFF....", b"MThd\0\0\0\6\0\1\0\1\0\x60MTrk\0\0\0\4"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.mid").write_bytes(content)
    with pytest.raises(MidiError, match=r"broken\.mid"):
        read_score(tmp_path / "broken.mid")


def test_a_file_without_notes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MidiError, match="no notes"):
        read_score(write_score(tmp_path / "a.mid", [(0, "program_change", {"program": 1})]))


def test_a_short_piece_begins_with_its_first_note(tmp_path: Path) -> None:
    score = read_score(write_score(tmp_path / "a.mid", [*note(3, 60), *note(5, 60)]))
    assert best_start(score, longest=60) == pytest.approx(1.5)


def test_a_long_piece_begins_with_the_first_bar_of_its_fullest_part(tmp_path: Path) -> None:
    sparse = [event for beat in range(0, 16, 4) for event in note(beat, 60)]
    full = [event for beat in range(16, 48) for event in note(beat, 60, 0.5)]
    ending = [event for beat in range(48, 80, 4) for event in note(beat, 60)]
    score = read_score(write_score(tmp_path / "a.mid", [*sparse, *full, *ending]))
    longest = 8.0  # seconds: four bars at 120
    start = best_start(score, longest)
    counts = {bar: len(score.between(bar, bar + longest)) for bar in score.bars if bar <= 31.5}
    naive = min(bar for bar, count in counts.items() if count >= 0.9 * max(counts.values()))
    assert start == pytest.approx(naive) == pytest.approx(8)


def test_an_excerpt_sounds_as_its_place_in_the_piece(tmp_path: Path) -> None:
    events: list[Event] = [
        (0, "program_change", {"program": 40}),
        (0, "control_change", {"control": 7, "value": 90}),
        (6, "program_change", {"program": 41}),
        (0, "set_tempo", {"tempo": 750_000}),
    ]
    notes = [event for beat in range(12) for event in note(beat, 50 + beat, 0.5)]
    score = read_score(write_score(tmp_path / "a.mid", [*events, *notes, *note(10, 30, 9)]))
    write_excerpt(score, 3.0, 5.0, tmp_path / "b.mid", {})
    excerpt = read_score(tmp_path / "b.mid")
    expected = [
        (n.start - 3, min(n.end - 3, 5), n.pitch, n.program) for n in score.between(3.0, 8.0)
    ]
    heard = [(n.start, n.end, n.pitch, n.program) for n in excerpt.notes]
    assert len(heard) == 8 and {n[3] for n in heard} == {40, 41}
    for ours, theirs in zip(heard, expected, strict=True):
        assert ours == pytest.approx(theirs, abs=0.002)
    assert [m.type for _, m in excerpt.changes].count("control_change") == 1


def test_drums_of_another_layout_are_put_in_place_and_other_notes_left(tmp_path: Path) -> None:
    score = read_score(write_score(tmp_path / "a.mid", [*note(0, 22, channel=9), *note(0, 22)]))
    write_excerpt(score, 0.0, 5.0, tmp_path / "b.mid", {22: 42})
    assert [n.pitch for n in read_score(tmp_path / "b.mid").notes] == [22, 42]


def test_every_program_has_a_place_and_every_family_known_words() -> None:
    assert len(PROGRAMS) == 128
    assert [PROGRAMS[i] for i in (0, 40, 73, 105, 127)] == ["piano", "violin", "flute", "banjo", ""]
    assert {word for words in FAMILIES.values() for word in words} <= set(PROGRAMS)
