"""The manifest: what is written is read, and what breaks a rule is refused by name."""

import dataclasses
import json
from pathlib import Path

import pytest

from needledrop_lab.corpus.items import Item, ManifestError, read_items, write_items

ITEM = Item(
    id="song-1",
    source="recorded",
    group="Song",
    split="train",
    audio=Path("audio/song-1.opus"),
    seconds=31.5,
    kinds={"genre": ("jazz",), "mood": ("calm", "dark")},
    captions=("A calm song.",),
    facts={"bpm": 92.5, "mode": "minor"},
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    other = dataclasses.replace(ITEM, id="song-2", kinds={}, captions=(), facts={})
    write_items(tmp_path / "m.jsonl", [ITEM, other])
    read = read_items(tmp_path / "m.jsonl")
    assert read[0] == dataclasses.replace(ITEM, audio=tmp_path / "audio/song-1.opus")
    assert read[1].tags == ()
    assert read[0].tag_caption == "jazz, calm, dark"
    assert [path.name for path in tmp_path.iterdir()] == ["m.jsonl"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "../escape"}, "is not a file name"),
        ({"group": " "}, "group is empty"),
        ({"split": "exam"}, "split is 'exam'"),
        ({"seconds": 0}, "0.0 seconds"),
        ({"seconds": True}, "seconds is not a number"),
        ({"kinds": {"mood": ["calm, dark"]}}, "holds a comma"),
        ({"kinds": {"mood": "calm"}}, "kinds.mood is not a list"),
        ({"captions": [""]}, "an empty caption"),
        ({"facts": {"key": ["C"]}}, "more than texts and numbers"),
        ({"more": 1}, "an object with the fields"),
    ],
)
def test_a_line_that_breaks_a_rule_is_named(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    manifest = tmp_path / "m.jsonl"
    write_items(manifest, [ITEM])
    manifest.write_text("\n" + json.dumps(json.loads(manifest.read_text()) | change) + "\n")
    with pytest.raises(ManifestError, match=f"line 2: .*{message}"):
        read_items(manifest)


def test_a_group_lies_in_one_split_and_an_id_comes_once(tmp_path: Path) -> None:
    twin = dataclasses.replace(ITEM, id="song-2", split="test")
    with pytest.raises(ManifestError, match="'Song' lies in train and test"):
        write_items(tmp_path / "m.jsonl", [ITEM, twin])
    with pytest.raises(ManifestError, match="occurs twice"):
        write_items(tmp_path / "m.jsonl", [ITEM, ITEM])
    assert list(tmp_path.iterdir()) == []


def test_other_ends_of_lines_are_letters_of_a_text(tmp_path: Path) -> None:
    odd = dataclasses.replace(ITEM, captions=("One\u2028two\u0085three.",))
    write_items(tmp_path / "m.jsonl", [odd])
    assert read_items(tmp_path / "m.jsonl")[0].captions == odd.captions


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ManifestError, match=r"m\.jsonl cannot be read"):
        read_items(tmp_path / "m.jsonl")


def test_a_missing_manifest_says_what_writes_it(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="lab corpus build"):
        read_items(tmp_path / "none.jsonl")
