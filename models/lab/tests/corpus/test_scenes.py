"""The scenes: well-formed, all different, and some kinds kept from training."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from needledrop_lab.corpus import load_text_pairs, vocabulary
from needledrop_lab.corpus.scenes import (
    ENERGY,
    LISTS,
    TEMPO,
    UNSEEN,
    VOCALS,
    load_scenes,
)

FOLDER = files("needledrop_lab").joinpath("data/scenes")
REGISTERS = {"keywords", "fragment", "sentence", "slug", "brief", "temp", "typo"}
FIELDS = {*LISTS, "tempo", "energy", "vocals", "era", "place"}


def kinds() -> dict[str, list[dict[str, Any]]]:
    """Scenes by kind; a file is named after the kind it holds."""
    found = {}
    for file in FOLDER.iterdir():
        kind = json.loads(file.read_text("utf-8"))
        assert f"{kind['kind']}.json" == file.name
        found[kind["kind"]] = kind["scenes"]
    return found


def scenes() -> list[dict[str, Any]]:
    return [scene for of_kind in kinds().values() for scene in of_kind]


def test_there_are_many_kinds_and_texts_in_every_register() -> None:
    assert len(kinds()) >= 50
    texts = Counter[str]()
    for scene in scenes():
        assert scene["texts"] and scene["texts"].keys() <= REGISTERS
        texts.update({register: len(found) for register, found in scene["texts"].items()})
    assert texts.total() >= 3_000
    assert min(texts[register] for register in REGISTERS) >= 300


def test_no_text_comes_twice() -> None:
    texts = Counter(
        t.casefold().strip() for s in scenes() for own in s["texts"].values() for t in own
    )
    assert [text for text, count in texts.items() if count > 1] == []
    assert "" not in texts


def test_every_field_is_one_that_is_read() -> None:
    for scene in scenes():
        fits = scene["fits"]
        assert scene.keys() == {"texts", "fits", "avoid"}
        assert fits.keys() <= FIELDS
        assert all(fits[name] for name in LISTS) and scene["avoid"]
        assert fits["tempo"] in TEMPO and fits["energy"] in ENERGY
        assert fits.get("vocals", "none") in VOCALS


def test_nothing_both_fits_and_is_to_be_avoided() -> None:
    for scene in (*load_scenes("train"), *load_scenes("test")):
        assert not set(scene.fits) & set(scene.avoid), scene


def test_one_word_in_a_hundred_at_most_is_outside_the_vocabulary() -> None:
    words = [
        word
        for scene in scenes()
        for word in (*(w for name in LISTS for w in scene["fits"][name]), *scene["avoid"])
    ]
    assert sum(word not in vocabulary() for word in words) < 0.01 * len(words)


def test_unseen_kinds_are_kept_from_training(tmp_path: Path) -> None:
    seen, unseen = ({s.kind for s in load_scenes(split)} for split in ("train", "test"))
    assert unseen == set(UNSEEN) and seen | unseen == kinds().keys() and not seen & unseen
    for name in ("macleod.jsonl", "noise2music.jsonl", "incompetech.jsonl"):
        (tmp_path / name).touch()
    (tmp_path / "musiccaps.csv").write_text("ytid,aspect_list,caption\n")
    pairs = [pair for pair in load_text_pairs(tmp_path) if pair.source == "scenes"]
    held_out = {pair.text for scene in load_scenes("test") for pair in scene.pairs()}
    assert len(held_out) > 300
    assert not held_out & {pair.text for pair in pairs}
    assert {pair.text for s in load_scenes("train") for pair in s.pairs()} < {p.text for p in pairs}


def test_a_scene_s_texts_share_its_tags() -> None:
    scene = next(s for s in load_scenes("test") if s.kind == "western")
    (first, *_), raw = scene.pairs(), kinds()["western"][0]
    assert first.text == raw["texts"]["keywords"][0]
    assert first.tags == (
        *(word for name in LISTS for word in raw["fits"][name]),
        *(word for word in (TEMPO[raw["fits"]["tempo"]], ENERGY[raw["fits"]["energy"]]) if word),
        raw["fits"]["era"],
    )
    assert first.avoid == tuple(raw["avoid"])
