"""Labels of scores: from what plays, how fast, and what the catalogues say; groups by work."""

import json
from pathlib import Path

import pytest
from score_files import Event, note, write_score

from needledrop_lab.corpus.midi import read_score
from needledrop_lab.corpus.midi_sources import (
    ScoreSource,
    fonts_for,
    rendering_of,
    score_sources,
    scored_item,
)
from needledrop_lab.corpus.sources import SourceError, split_of


def program(number: int, channel: int = 0) -> Event:
    return (0, "program_change", {"program": number, "channel": channel})


def toy_scores(data: Path) -> Path:
    """Two editions of a hymn and a copy of one, a groove and its fill, a metal piece."""
    for name in ("mutopia", "groove", "freedoom"):
        (data / "midi" / name).mkdir(parents=True)
    metre = (0, "time_signature", {"numerator": 3, "denominator": 4})
    minor = (0, "key_signature", {"key": "Dm"})
    files = {
        "mutopia/a.mid": [metre, minor, program(19), *note(0, 60)],
        "mutopia/b.mid": [metre, minor, program(52), *note(0, 60)],
        "mutopia/copy.mid": [metre, minor, program(19), *note(0, 60)],
        "groove/d1_s_1_jazz-swing.mid": [*note(0, 36, channel=9)],
        "groove/d1_s_2_jazz-swing.mid": [*note(0, 38, channel=9)],
        "freedoom/d_x.mid": [
            *(program(30), *note(0, 40, 4)),
            *(program(34, 1), *note(0, 30, 4, 1)),
            *(program(73, 2), *note(0, 70, 0.1, 2)),
            *note(0, 36, channel=9),
        ],
    }
    for name, events in files.items():
        write_score(data / "midi" / name, events)
    rows = [
        {"file": f"midi/mutopia/{name}.mid", "title": "A Waltz", "composer": "BachJS"}
        | {"style": "Hymn", "source": f"mutopiaproject.org ftp/BachJS/BWV1/{name}/{name}.ly"}
        for name in ("a", "b", "copy")
    ]
    (data / "mutopia.jsonl").write_text("\n".join(map(json.dumps, rows)))
    head = "session,style,bpm,beat_type,time_signature,midi_filename\n"
    beat = "d1/s,jazz/swing,150,beat,4-4,d1/s/1_jazz-swing.mid\n"
    fill = "d1/s,jazz/swing,150,fill,4-4,d1/s/2_jazz-swing.mid\n"
    (data / "midi/groove/info.csv").write_text(head + beat + fill)
    return data


def test_labels_come_from_programs_tempo_and_catalogue(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    sources = score_sources(data / "midi", data / "mutopia.jsonl")
    hymn, choir, groove, metal = (
        scored_item(s, read_score(s.midi), Path("audio"), "fluid") for s in sources
    )
    assert hymn.id == "mutopia-a-fluid" and hymn.audio == Path("audio/mutopia-a-fluid.flac")
    assert {"church organ", "organ", "solo", "waltz", "waltz time", "minor key"} <= set(hymn.tags)
    assert {"church hymn", "no drums", "instrumental"} <= set(hymn.tags)
    assert (hymn.facts["key"], hymn.facts["mode"], hymn.facts["metre"]) == ("D", "minor", "3/4")
    assert "choral" in choir.tags and "instrumental" not in choir.tags
    assert set(groove.tags) == {
        "jazz", "swing", "beats", "rhythmic", "drums", "fast", "instrumental"
    }  # fmt: skip
    assert groove.facts == {"style": "jazz", "bpm": 150, "metre": "4/4"}
    assert {"metal", "distorted", "bass guitar", "bass", "drums", "game"} <= set(metal.tags)
    assert "flute" not in metal.tags  # a tenth of a beat is no part of it


def test_words_outside_the_vocabulary_are_kept_as_others(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    source = score_sources(data / "midi", data / "mutopia.jsonl")[0]
    hymn = scored_item(source, read_score(source.midi), Path("a"), "f")
    assert {"church hymn", "no drums"} <= set(hymn.kinds["other"])
    assert hymn.kinds["instrument"] == ("church organ", "organ")


def test_editions_share_a_group_copies_and_fills_are_left_out(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    sources = score_sources(data / "midi", data / "mutopia.jsonl")
    assert [s.id for s in sources] == [
        "mutopia-a", "mutopia-b", "groove-d1_s_1_jazz-swing", "freedoom-d_x"
    ]  # fmt: skip
    assert sources[0].group == sources[1].group == "mutopia/BachJS/BWV1"


def test_what_all_drummers_played_is_one_group(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    index = data / "midi/groove/info.csv"
    rows = [f"{d}/eval_session,soul/groove3,90,beat,4-4,{d}/e.mid\n" for d in ("d1", "d2")]
    for number, drummer in enumerate(("d1", "d2")):
        path = data / f"midi/groove/{drummer}_e.mid"
        write_score(path, [*note(0, 40 + number, channel=9)])
    index.write_text(index.read_text() + "".join(rows))
    groups = [s.group for s in score_sources(data / "midi", data / "mutopia.jsonl")]
    assert groups.count("groove/eval_session/soul/groove3") == 2
    assert "groove/d1/s/jazz/swing" in groups


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    (data / "midi/mutopia/a.mid").unlink()
    with pytest.raises(SourceError, match=r"a\.mid cannot be read"):
        score_sources(data / "midi", data / "mutopia.jsonl")
    (data / "midi/mutopia/a.mid").touch()
    (data / "midi/groove/info.csv").unlink()
    with pytest.raises(SourceError, match=r"info\.csv is missing"):
        score_sources(data / "midi", data / "mutopia.jsonl")
    with pytest.raises(SourceError, match=r"none\.jsonl cannot be read"):
        score_sources(data / "midi", data / "none.jsonl")


def test_a_score_of_the_training_split_is_heard_in_every_font_another_in_one() -> None:
    fonts = {"one": Path("1"), "two": Path("2")}
    heard = {"train": set[int](), "valid": set[int](), "test": set[int]()}
    single = set()
    for number in range(60):
        source = ScoreSource(f"s{number}", "freedoom", f"s{number}", Path("s.mid"))
        chosen = fonts_for(source, fonts)
        heard[split_of(source.group)].add(len(chosen))
        single |= {next(iter(chosen))} if len(chosen) == 1 else set()
    assert heard == {"train": {2}, "valid": {1}, "test": {1}}
    assert single == {"one", "two"}


def test_only_electronic_drums_are_put_in_other_places(tmp_path: Path) -> None:
    data = toy_scores(tmp_path)
    sources = score_sources(data / "midi", data / "mutopia.jsonl")
    moved = [rendering_of(s, Path("font")).pitches.get(22) for s in sources]
    assert moved == [None, None, 42, None]
