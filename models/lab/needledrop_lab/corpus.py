"""What there is to learn from: tracks with tags and captions, and text pairs without audio.

Everything is split by piece, or by caption where several clips share one: never by section.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

Split = Literal["train", "valid", "test"]

# One catalogue's shorthand for instruments, as an editor would say it.
INSTRUMENT_NAMES = {
    "kit": "drums",
    "glock": "glockenspiel",
    "ep": "electric piano",
    "vibes": "vibraphone",
    "clav": "clavinet",
    "tympani": "timpani",
    "celeste": "celesta",
    "bari sax": "baritone saxophone",
    "tenor sax": "tenor saxophone",
    "sax": "saxophone",
    "saxes": "saxophone",
    "brass": "brass",
    "strings": "strings",
    "drums": "drums",
    "bells": "bells",
    "bongos": "bongos",
    "basses": "double bass",
    "winds": "woodwinds",
    "synths": "synth",
    "electronics": "electronic",
    "orchestral - full": "orchestra",
    "full orchestra": "orchestra",
    "voice": "vocals",
}
# What a catalogue files under a heading that no editor would type.
GENRE_NAMES = {
    "silent film score": ("silent film", "slapstick", "comedy", "ragtime"),
    "soundtrack": ("soundtrack", "cinematic"),
    "electronica": ("electronic", "electronica"),
    "stings": ("sting",),
    "unclassifiable": ("experimental",),
    "contemporary": ("contemporary",),
    "modern": ("modern classical",),
    "african": ("african", "world"),
}
SPELLINGS = {
    "hip-hop": "hip hop",
    "electric bass": "bass guitar",
    "contrabass": "double bass",
    "synth pads": "pads",
    "mid-tempo": "medium tempo",
    "time-lapse": "time lapse",
    "jazz fusion": "fusion jazz",
}
MOOD_NAMES = {"calming": "calm", "somber": "sombre", "bouncy": "bouncy", "grooving": "groovy"}
# Remarks on a recording's quality say nothing about the music.
NOT_MUSIC = re.compile(
    r"quality|amateur|noisy|mono\b|recording|home video|tutorial|audio|hiss|static|muffled|youtube|"
    r"people talking|crowd|cheering|playback|stereo|background noise|room noise|playing along|"
    r"dj mixer"
)


@dataclass(frozen=True)
class Span:
    """A stretch of a composed piece, in seconds, and what plays in it."""

    start: float
    end: float
    instruments: frozenset[str]


@dataclass(frozen=True)
class Track:
    """A piece with audio. `group` decides its split; `kinds` holds its tags by kind."""

    id: str
    source: str
    group: str
    audio: Path
    kinds: Mapping[str, tuple[str, ...]]
    captions: tuple[str, ...]
    spans: tuple[Span, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags, none twice."""
        return tuple(dict.fromkeys(tag for tags in self.kinds.values() for tag in tags))

    def tags_between(self, start: float, end: float) -> tuple[str, ...]:
        """Tags that hold from `start` to `end` seconds: instruments that rest then are left out."""
        heard = [s.instruments for s in self.spans if s.start < end - 1 and s.end > start + 1]
        if not heard:
            return self.tags
        silent = set(self.kinds["instrument"]).difference(*heard)
        kept = tuple(tag for tag in self.tags if tag not in silent)
        return kept or self.tags


@dataclass(frozen=True)
class TextPair:
    """A sentence and the tags that say the same."""

    source: str
    group: str
    text: str
    tags: tuple[str, ...]


def split_of(group: str) -> Split:
    """The split of a piece or caption: 15 % test, 5 % valid, fixed by its name alone."""
    bucket = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4]) % 100
    return "test" if bucket < 15 else "valid" if bucket < 20 else "train"


@cache
def vocabulary() -> dict[str, str]:
    """Word -> kind: the words that an editor would use and understand."""
    by_kind = json.loads(files(__package__).joinpath("data/vocabulary.json").read_text("utf-8"))
    return {word: kind for kind, words in by_kind.items() for word in words}


def load_tracks(data: Path, corpus: Path | None) -> list[Track]:
    """Recorded and generated tracks of `data`, and the composed corpus if it is there."""
    tracks = [*_recorded(data), *_generated(data)]
    return tracks if corpus is None else [*tracks, *_composed(corpus)]


def load_text_pairs(data: Path, corpus: Path | None = None) -> list[TextPair]:
    """Descriptions with tags, without those that would give away held-out tracks."""
    hidden = {
        caption
        for row in _generated(data)
        if split_of(row.group) != "train"
        for caption in row.captions
    }
    hidden_titles = {t.group for t in _recorded(data) if split_of(t.group) != "train"}
    return [
        *(pair for pair in _aspects(data) if pair.text not in hidden),
        *(pair for pair in _catalogue(data) if pair.group not in hidden_titles),
        *_scenes(),
        *([] if corpus is None else _written(corpus)),
    ]


def words_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The vocabulary words that a sentence names, longest first; a word denied is not named."""
    lowered = f" {re.sub(r'[^a-z0-9&]+', ' ', text.lower())} "
    found = []
    for word in sorted(words, key=len, reverse=True):
        plain = re.sub(r"[^a-z0-9&]+", " ", word)
        pattern = f" {plain}(s|es)? "
        if re.search(pattern, lowered) and not re.search(f" (no|without|not){pattern}", lowered):
            found.append(word)
    return tuple(found)


def by_kind(tags: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort tags into kinds; those outside the vocabulary are 'other'."""
    kinds: dict[str, tuple[str, ...]] = {}
    for tag in dict.fromkeys(tags):
        kind = vocabulary().get(tag, "other")
        kinds[kind] = (*kinds.get(kind, ()), tag)
    return kinds


def plain(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in lower case and in the vocabulary's spelling, none twice."""
    return tuple(dict.fromkeys(SPELLINGS.get(t.lower(), t.lower()) for t in tags))


def tempo_word(bpm: float | None) -> tuple[str, ...]:
    """A word for beats a minute, none for an unknown tempo."""
    if bpm is None:
        return ()
    return ("slow" if bpm < 80 else "medium tempo" if bpm < 118 else "fast",)


def _recorded(data: Path) -> list[Track]:
    return [
        Track(
            id=f"recorded-{Path(row['file']).stem}",
            source="recorded",
            group=row["title"],
            audio=data / row["file"],
            kinds=_catalogue_kinds(row),
            captions=(row["description"],) if row.get("description") else (),
        )
        for row in _rows(data / "macleod.jsonl")
    ]


def _generated(data: Path) -> list[Track]:
    tracks = []
    for row in _rows(data / "noise2music.jsonl"):
        kinds = by_kind(words_in(row["caption"], vocabulary()))
        stem = Path(row["file"]).stem
        captions = (row["caption"],)
        audio = data / row["file"]
        tracks.append(
            Track(f"generated-{stem}", "generated", row["caption"], audio, kinds, captions)
        )
    return tracks


def _composed(corpus: Path) -> list[Track]:
    tracks = []
    for row in _rows(corpus / "pieces.jsonl"):
        kinds = {
            "genre": plain([row["style"], *row["genres"]]),
            "mood": plain(row["moods"]),
            "instrument": plain(row["instruments"]),
            "use": plain(row["uses"]),
            "era": plain([row["era"]] if row.get("era") else []),
        }
        named = {tag for tags in kinds.values() for tag in tags}
        kinds["other"] = tuple(tag for tag in plain(row["tags"]) if tag not in named)
        spans = tuple(
            Span(s["start"], s["end"], frozenset(plain(s["instruments"]))) for s in row["sections"]
        )
        captions = tuple(row["captions"])
        audio = corpus / row["audio"]
        tracks.append(Track(row["id"], "composed", row["id"], audio, kinds, captions, spans))
    return tracks


def _catalogue_kinds(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    genre = row["genre"].lower()
    moods = [mood.lower() for mood in row["mood"]]
    return {
        "genre": GENRE_NAMES.get(genre, (genre,)),
        "mood": tuple(dict.fromkeys(MOOD_NAMES.get(mood, mood) for mood in moods)),
        "instrument": tuple(dict.fromkeys(_instrument(name) for name in row["instruments"])),
        "tempo": tempo_word(row.get("bpm")),
    }


def _instrument(name: str) -> str:
    lowered = name.strip().lower()
    if lowered in INSTRUMENT_NAMES:
        return INSTRUMENT_NAMES[lowered]
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered


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
    for row in _rows(data / "incompetech.jsonl"):
        description = row.get("description")
        if description and len(description) > 20:
            kinds = _catalogue_kinds(row)
            tags = tuple(dict.fromkeys(tag for part in kinds.values() for tag in part))
            pairs.append(TextPair("catalogue", row["title"], description, tags))
    return pairs


def _scenes() -> list[TextPair]:
    rows: list[Sequence[str]] = json.loads(
        files(__package__).joinpath("data/scenes.json").read_text("utf-8")
    )
    return [
        TextPair("scenes", phrase, phrase, tuple(tags.split(", ")))
        for phrases, tags in rows
        for phrase in phrases.split(" | ")
    ]


def _written(corpus: Path) -> list[TextPair]:
    return [
        TextPair("composed", track.group, caption, track.tags)
        for track in _composed(corpus)
        if split_of(track.group) == "train"
        for caption in track.captions
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]
