"""Text pairs without audio: sentences, and tags that say the same."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from .scenes import load_scenes
from .sources import generated, recorded, rows, split_in, split_of, work_of
from .text_pair import TextPair
from .tracks import composed_tracks
from .words import catalogue_kinds, vocabulary

# Remarks on a recording's quality say nothing about the music.
NOT_MUSIC = re.compile(
    r"quality|amateur|noisy|mono\b|recording|home video|tutorial|audio|hiss|static|muffled|youtube|"
    r"people talking|crowd|cheering|playback|stereo|background noise|room noise|playing along|"
    r"dj mixer"
)


def load_text_pairs(
    data: Path, corpus: Path | None = None, fold: int | None = None
) -> list[TextPair]:
    """Descriptions with tags, without those of held-out tracks; `fold`: see sources.split_in."""
    hidden = {
        caption
        for row in generated(data)
        if split_of(row.group) != "train"
        for caption in row.captions
    }
    hidden_titles = {
        t.group for t in recorded(data) if split_in(fold, t.source, t.group) != "train"
    }
    return [
        *(pair for pair in _aspects(data) if pair.text not in hidden),
        *(pair for pair in _catalogue(data) if pair.group not in hidden_titles),
        *_scenes(),
        *(pair for scene in load_scenes("train") for pair in scene.pairs()),
        *_compounds(),
        *([] if corpus is None else _written(corpus)),
    ]


def _aspects(data: Path) -> list[TextPair]:
    pairs = []
    with (data / "musiccaps.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            aspects = [aspect.strip().lower() for aspect in ast.literal_eval(row["aspect_list"])]
            tags = tuple(a for a in aspects if a and len(a) < 50 and not NOT_MUSIC.search(a))
            if tags:
                pairs.append(TextPair("aspects", row["ytid"], row["caption"], tags))
    return pairs


def _catalogue(data: Path) -> list[TextPair]:
    pairs = []
    for row in rows(data / "incompetech.jsonl"):
        description = row.get("description")
        if description and len(description) > 20:
            kinds = catalogue_kinds(row)
            tags = tuple(dict.fromkeys(tag for part in kinds.values() for tag in part))
            pairs.append(TextPair("catalogue", work_of(row["title"]), description, tags))
    return pairs


def _scenes() -> list[TextPair]:
    scenes: list[Sequence[str]] = json.loads(
        files("needledrop_lab").joinpath("data/scenes.json").read_text("utf-8")
    )
    return [
        TextPair("scenes", phrase, phrase, tuple(tags.split(", ")))
        for phrases, tags in scenes
        for phrase in phrases.split(" | ")
    ]


def _written(corpus: Path) -> list[TextPair]:
    return [
        TextPair("composed", track.group, caption, track.tags)
        for track in composed_tracks(corpus)
        if split_of(track.group) == "train"
        for caption in track.captions
    ]


def _compounds() -> list[TextPair]:
    """Words that catalogues write as one: "electricpiano"."""
    return [
        TextPair("compounds", word, re.sub(r"[ -]", "", word), (word,))
        for word in vocabulary()
        if " " in word or "-" in word
    ]
