"""needledrop-base from nothing in toy size: a folder of music, its recipe, its teachers."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from toy_teachers import ToyTeachers, write_class_map
from toys import TOY_BASE, tokenizer

from needledrop_lab.corpus import mixes, split_of
from needledrop_lab.model.two_towers import Language
from needledrop_lab.packs import sources
from needledrop_lab.teachers import teach
from needledrop_lab.training.recipes import RECIPES, SHIPPED

RATE = 50  # Hz, of the toy front-end
GENRES = ("Silent Film Score", "Electronica", "Jazz", "Folk")
MOODS = ("Bouncy", "Calming", "Dark")


def titles(split: str, count: int) -> list[str]:
    """So many titles of a split."""
    found = [title for title in (f"title {i}" for i in range(999)) if split_of(title) == split]
    return found[:count]


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    """Write a JSON-lines file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def sound(path: Path, noise: np.random.Generator) -> None:
    """Write 12 seconds of noise."""
    soundfile.write(path, noise.normal(size=12 * RATE) * 0.1, RATE, subtype="FLOAT")


def write_data(folder: Path) -> Path:
    """Recorded music of 12 seconds at the toy rate, music of a game, descriptions, teachers."""
    noise = np.random.default_rng(4)
    (folder / "macleod").mkdir(parents=True)
    rows: list[dict[str, object]] = []
    for number, title in enumerate([*titles("train", 8), *titles("valid", 3), *titles("test", 7)]):
        file = f"macleod/{number}.wav"
        sound(folder / file, noise)
        row: dict[str, object] = {
            "title": title,
            "genre": GENRES[number % 4],
            "mood": [MOODS[number % 3]],
        }
        row |= {"bpm": 150, "seconds": 12, "instruments": ["Flutes"], "file": file}
        rows.append(row | {"description": f"Something long enough to be read as {number}."})
    write_rows(folder / "macleod.jsonl", rows)
    sound(folder / "game.wav", noise)
    title = titles("train", 1)[0]
    write_rows(folder / "games.jsonl", [{"title": title, "seconds": 12, "file": "game.wav"}])
    write_rows(folder / "noise2music.jsonl", [])
    write_rows(folder / "incompetech.jsonl", rows)
    header = "ytid,aspect_list,caption\n"
    (folder / "musiccaps.csv").write_text(f"{header}z,\"['low quality', 'Jazz']\",A jazz tune\n")
    write_class_map(folder / "teachers")
    return folder


def use_toy_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped recipe with its stages, in toy size: three steps each, a few tracks."""
    few = {"recorded": 4, "generated": 0, "songs": 0, "composed": 1, "text_pairs": 4}
    stages = []
    for stage in SHIPPED.stages:
        counts = {name: few[name] for name in few if name in stage.changes}
        short = {"steps": 3, "lessons": 3, "frozen_blocks": 0, "valid_every": 2}
        changes = {**stage.changes, **counts, **short}
        stages.append(dataclasses.replace(stage, changes=changes))
    changes = {**SHIPPED.changes, **TOY_BASE, "batch": 3}
    toy = dataclasses.replace(SHIPPED, changes=changes, stages=tuple(stages))
    monkeypatch.setitem(RECIPES, "needledrop-base", toy)
    language = Language(tokenizer(), pretrained=False)
    monkeypatch.setattr(Language, "of", lambda *_: language)


def use_toy_teachers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teachers of random numbers, two mixes and one other sound of 11 seconds."""
    monkeypatch.setattr(teach, "Teachers", ToyTeachers)
    monkeypatch.setattr(mixes, "SECONDS", 11)
    monkeypatch.setattr(sources, "MIXES", 2)
    monkeypatch.setattr(sources, "OTHER_SOUNDS", 1)
