"""Sources of music: rows of files as items."""

import json
from pathlib import Path
from typing import Any

import pytest

from needledrop_lab.corpus import load_tracks
from needledrop_lab.corpus.sources import SourceError, games, songs


def write_rows(path: Path, *rows: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def song(file: str, caption: str, vocals: bool | None) -> dict[str, Any]:
    return {"file": f"ace/{file}.opus", "caption": caption, "seconds": 80, "vocals": vocals}


def test_songs_have_the_words_of_their_prompt_and_whether_they_are_sung(tmp_path: Path) -> None:
    sung, played, unknown = (True, False, None)
    write_rows(
        tmp_path / "ace.jsonl",
        song("a", "dark rock , electric guitar", sung),
        song("b", "dark rock, electric guitar", played),
        song("c", "sad piano", unknown),
    )
    first, second, third = songs(tmp_path)
    assert (first.id, first.source, first.audio) == ("songs-a", "songs", tmp_path / "ace/a.opus")
    assert {"dark", "rock", "electric guitar", "vocals"} <= {*first.tags}
    assert "instrumental" in second.tags and "vocals" not in second.tags
    assert not {"instrumental", "vocals"} & {*third.tags}
    assert first.captions == ("dark rock , electric guitar",)
    assert (first.group, first.split) == (second.group, second.split)


def test_music_of_games_has_no_tags(tmp_path: Path) -> None:
    row = {"file": "games/a.opus", "title": "Level 3", "seconds": 60}
    write_rows(tmp_path / "games.jsonl", row)
    (track,) = games(tmp_path)
    assert (track.id, track.source, track.group) == ("games-a", "games", "Level 3")
    assert (track.tags, track.captions, track.seconds) == ((), (), 60)


def test_data_without_songs_and_games_has_none(tmp_path: Path) -> None:
    assert songs(tmp_path) == games(tmp_path) == []
    (tmp_path / "games.jsonl").write_text("[1]\n")
    with pytest.raises(SourceError, match=r"games\.jsonl has a line that is not a JSON object"):
        games(tmp_path)


def test_all_sources_are_loaded_together(tmp_path: Path) -> None:
    for name in ("macleod", "noise2music"):
        write_rows(tmp_path / f"{name}.jsonl")
    write_rows(tmp_path / "ace.jsonl", song("a", "sad piano", None))
    write_rows(tmp_path / "games.jsonl", {"file": "games/a.opus", "title": "T", "seconds": 60})
    assert [track.source for track in load_tracks(tmp_path, None)] == ["songs", "games"]
