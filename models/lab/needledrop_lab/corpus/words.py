"""The words of tags: an editor's vocabulary by kind, and others' words put into it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

# One catalogue's shorthand for instruments, as an editor would write it.
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


@cache
def vocabulary() -> dict[str, str]:
    """Word -> kind: the words that an editor would use and understand."""
    file = files("needledrop_lab").joinpath("data/vocabulary.json")
    kinds = json.loads(file.read_text("utf-8"))
    return {word: kind for kind, words in kinds.items() for word in words}


def reason_words() -> dict[str, str]:
    """Word -> kind of the words that a pack may give as a reason; tempo is not one."""
    return {word: kind for word, kind in vocabulary().items() if kind != "tempo"}


@cache
def relations() -> Mapping[str, Any]:
    """`implied`: word -> tags that it holds of; `opposite`: phrase -> word that it rules out."""
    file = files("needledrop_lab").joinpath("data/word-relations.json")
    relations: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return relations


@cache
def implied(tags: tuple[str, ...]) -> frozenset[str]:
    """Words that hold wherever one of the tags holds, without the tags themselves.

    Whoever tags a piece chooses one of several words that fit: "cheerful" music is upbeat, though
    nobody wrote so. One step only; what implied words imply is not added.
    """
    given = set(tags)
    found = {word for word, by in relations()["implied"].items() if not given.isdisjoint(by)}
    return frozenset(found - given)


def opposites() -> Mapping[str, str]:
    """Phrase -> the word that it rules out: "no drums" -> "drums"."""
    phrases: dict[str, str] = relations()["opposite"]
    return phrases


def words_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The vocabulary words in a sentence, longest first; negated ones ("no drums") do not count."""
    lowered = f" {_plain(text)} "
    found = []
    for word in sorted(words, key=len, reverse=True):
        plain = _plain(word)
        if f" {plain}" not in lowered:  # most are not, and searching for a pattern takes long
            continue
        pattern = f" {plain}(s|es)? "
        if re.search(pattern, lowered) and not re.search(f" (no|without|not){pattern}", lowered):
            found.append(word)
    return tuple(found)


@cache
def _plain(text: str) -> str:
    """Letters, digits and "&" in lower case, everything else as blanks."""
    return re.sub(r"[^a-z0-9&]+", " ", text.lower())


def by_kind(tags: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort tags into kinds; those outside the vocabulary are 'other'."""
    kinds: dict[str, tuple[str, ...]] = {}
    for tag in dict.fromkeys(tags):
        kind = vocabulary().get(tag, "other")
        kinds[kind] = (*kinds.get(kind, ()), tag)
    return kinds


def plain(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in lower case and in the vocabulary's spelling, without duplicates."""
    return tuple(dict.fromkeys(SPELLINGS.get(t.lower(), t.lower()) for t in tags))


def tempo_word(bpm: float | None) -> tuple[str, ...]:
    """A word for beats a minute, none for an unknown tempo."""
    if not bpm:  # some catalogues write 0
        return ()
    return ("slow" if bpm < 80 else "medium tempo" if bpm < 118 else "fast",)


def catalogue_kinds(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Tags of a row of the recorded catalogue, in an editor's words."""
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
