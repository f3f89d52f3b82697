"""The corpus: splits by piece, words found in prose, tags of what is heard."""

import json
from pathlib import Path

from needledrop_lab.corpus import (
    Span,
    Track,
    load_text_pairs,
    load_tracks,
    split_of,
    tempo_word,
    vocabulary,
    words_in,
)
from needledrop_lab.corpus.sources import prompt_of, work_of


def test_a_split_depends_on_the_name_alone_and_keeps_its_share() -> None:
    splits = [split_of(f"piece {i}") for i in range(2000)]
    assert splits == [split_of(f"piece {i}") for i in range(2000)]
    assert 0.12 < splits.count("test") / 2000 < 0.18
    assert 0.03 < splits.count("valid") / 2000 < 0.07


def test_words_are_found_whole_plural_and_not_denied() -> None:
    words = ["guitar", "acoustic guitar", "art", "vocals", "hip hop"]
    found = words_in("Two acoustic guitars, hip-hop, no vocals; a party", words)
    assert set(found) == {"guitar", "acoustic guitar", "hip hop"}


def test_an_instrument_that_rests_is_not_heard() -> None:
    kinds = {"instrument": ("piano", "flute"), "mood": ("calm",)}
    spans = (Span(0, 10, frozenset({"piano"})), Span(10, 20, frozenset({"piano", "flute"})))
    track = Track("x", "composed", "x", Path("x"), kinds, (), spans)
    assert track.tags_between(0, 9) == ("piano", "calm")
    assert track.tags_between(5, 15) == ("piano", "flute", "calm")


def test_tempo_in_words() -> None:
    assert [tempo_word(bpm) for bpm in (60, 100, 150, 0, None)] == [
        ("slow",),
        ("medium tempo",),
        ("fast",),
        (),
        (),
    ]


def test_the_vocabulary_is_large_plain_and_of_known_kinds() -> None:
    words = vocabulary()
    assert 250 <= len(words) <= 550
    assert set(words.values()) == {
        "instrument", "genre", "mood", "use", "era", "tempo", "texture"
    }  # fmt: skip
    assert all(word == word.strip().lower() for word in words)


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def toy_folder(folder: Path) -> Path:
    title = next(f"title {i}" for i in range(99) if split_of(f"title {i}") == "test")
    row = {
        "title": title,
        "genre": "Silent Film Score",
        "mood": ["Bouncy"],
        "bpm": 150,
        "seconds": 9,
    }
    row |= {"instruments": ["Kit", "Flutes"], "description": "Something long enough to be read."}
    write_rows(folder / "macleod.jsonl", [{**row, "file": "macleod/a.opus"}])
    clip = {"file": "noise2music/b.opus", "caption": "A sad song with piano", "seconds": 29}
    write_rows(folder / "noise2music.jsonl", [clip])
    write_rows(folder / "incompetech.jsonl", [row, {**row, "title": "Another piece 1"}])
    header = "ytid,aspect_list,caption\n"
    (folder / "musiccaps.csv").write_text(f"""{header}z,"['low quality', 'Jazz']",A jazz tune\n""")
    return folder


def test_rows_become_tracks_with_an_editors_words(tmp_path: Path) -> None:
    recorded, generated = load_tracks(toy_folder(tmp_path), None)
    assert recorded.kinds["instrument"] == ("drums", "flute")
    assert {"silent film", "bouncy", "fast"} <= set(recorded.tags)
    assert set(generated.tags) == {"sad", "piano"}
    assert generated.group == "A sad song with piano"


def test_versions_and_spellings_of_one_work_share_a_group() -> None:
    titles = ("Theme (var. 1)", "Theme (var. 12)", "Theme (slower version)", "Theme")
    assert {work_of(title) for title in titles} == {"Theme"}
    assert work_of("Electro (Sketch)") == "Electro (Sketch)"
    assert prompt_of("A song of the 90's , with bass .") == "A song of the 90's, with bass."
    assert prompt_of("One, two.") == "One, two."


def test_held_out_tracks_are_not_given_away_by_text(tmp_path: Path) -> None:
    pairs = load_text_pairs(toy_folder(tmp_path))
    assert [p.group for p in pairs if p.source == "catalogue"] == ["Another piece 1"]
    assert [p.tags for p in pairs if p.source == "aspects"] == [("jazz",)]
    assert len([p for p in pairs if p.source == "scenes"]) > 500
