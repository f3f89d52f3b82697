"""Scores to render: engraved classics (Mutopia), drummers (Groove MIDI), a game (Freedoom).

Tags come from what the scores are played with, their tempo, and what their catalogues say.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .general_midi import DRUMS, ELECTRONIC, KIT_PITCHES, PROGRAMS, family_of
from .items import Fact, Item
from .midi import Note, Score, best_start
from .sources import SourceError, rows, split_of
from .synth import LONGEST, Rendering
from .words import by_kind, tempo_word, words_in

LEAST_SHARE = 0.05  # of all sounding time that an instrument needs to be named
MOST_PLAYERS = 5  # instruments of chamber music
# Electronic drums of the Groove recordings at the places of General MIDI.
ROLAND_PITCHES = {22: 42, 26: 46, 58: 43}
STYLES = {  # of Mutopia
    "baroque": ("classical", "baroque"),
    "classical": ("classical",),
    "romantic": ("classical", "19th century"),
    "romantique": ("classical", "19th century"),
    "renaissance": ("classical", "renaissance"),
    "technique": ("classical",),
    "song": ("classical",),
    "motet": ("classical",),
    "modern": ("modern classical",),
    "popular / dance": ("classical",),
    "folk": ("folk", "traditional"),
    "strophic with chorus": ("folk", "traditional"),
    "hymn": ("church hymn", "church"),
    "march": ("march",),
    "jazz": ("ragtime",),  # all of Mutopia's jazz is
}
FORMS = ("waltz", "march", "polka", "tango", "lullaby")  # believed where a title names one
GROOVES = {  # of Groove MIDI, by the parts of a style's name
    "afrobeat": ("afrobeat", "african"),
    "afrocuban": ("afro-cuban", "latin"),
    "blues": ("blues",),
    "bossa": ("bossa nova",),
    "brazilian": ("brazilian",),
    "breakbeat": ("breakbeat",),
    "country": ("country",),
    "dance": ("dance",),
    "disco": ("disco",),
    "folk": ("folk",),
    "funk": ("funk",),
    "fusion": ("fusion jazz",),
    "gospel": ("gospel",),
    "highlife": ("african",),
    "hiphop": ("hip hop",),
    "indie": ("indie rock",),
    "jazz": ("jazz",),
    "latin": ("latin",),
    "march": ("march",),
    "middleeastern": ("middle eastern",),
    "motown": ("motown",),
    "neworleans": ("new orleans",),
    "pop": ("pop",),
    "prog": ("progressive rock",),
    "punk": ("punk",),
    "purdieshuffle": ("shuffle",),
    "reggae": ("reggae",),
    "reggaeton": ("reggaeton",),
    "rock": ("rock",),
    "rockabilly": ("rockabilly",),
    "samba": ("samba",),
    "shuffle": ("shuffle",),
    "soul": ("soul",),
    "swing": ("swing",),
}


@dataclass(frozen=True)
class ScoreSource:
    """A score with what its catalogue says: words, facts; `bpm` only where it is written down."""

    id: str
    source: str
    group: str
    midi: Path
    tags: tuple[str, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    title: str = ""


def score_sources(folder: Path, mutopia: Path) -> list[ScoreSource]:
    """All scores of `folder` and its index `mutopia`; of files with the same bytes the first.

    Raises SourceError for a file that is missing.
    """
    seen: set[bytes] = set()
    found = []
    for source in (*_mutopia(folder, mutopia), *_groove(folder), *_freedoom(folder)):
        try:
            content = hashlib.sha256(source.midi.read_bytes()).digest()
        except OSError as error:
            raise SourceError(
                f"{source.midi} cannot be read ({error}); download it again"
            ) from error
        if content not in seen:
            seen.add(content)
            found.append(source)
    return found


def scored_item(source: ScoreSource, score: Score, audio: Path, font: str) -> Item:
    """The item of a score, as it was read from the source's file, played with one font."""
    start = best_start(score, LONGEST)
    notes = score.between(start, start + LONGEST)
    quarters = score.quarters_between(start, start + LONGEST)
    facts = dict(source.facts)
    facts.setdefault("metre", score.metre)
    facts.setdefault("bpm", round(_beats(quarters, str(facts["metre"])), 1))
    if source.source == "mutopia" and score.key:  # sequencers write C major everywhere
        facts |= {"key": score.key[0], "mode": score.key[1]}
    item_id = f"{source.id}-{font}"
    return Item(
        id=item_id,
        source=source.source,
        group=source.group,
        split=split_of(source.group),
        audio=audio / f"{item_id}.flac",
        seconds=min(score.end - start, LONGEST),
        kinds=by_kind(tags_of(source, notes, facts)),
        facts=facts,
    )


def fonts_for(source: ScoreSource, fonts: Mapping[str, Path]) -> dict[str, Path]:
    """Fonts that a score is rendered with: all for training, where a second sound adds variety.

    One, in turn by name, for held-out scores: two renderings would match each other's query.
    """
    if split_of(source.group) == "train":
        return dict(fonts)
    names = sorted(fonts)
    name = names[hashlib.sha256(source.id.encode()).digest()[0] % len(names)]
    return {name: fonts[name]}


def rendering_of(source: ScoreSource, font: Path) -> Rendering:
    """How the score is made to sound."""
    return Rendering(source.midi, font, ROLAND_PITCHES if source.source == "groove" else {})


def tags_of(source: ScoreSource, notes: Sequence[Note], facts: dict[str, Any]) -> list[str]:
    """All tags, the catalogue's first. None twice."""
    players = instruments_of(notes)
    drums = any(note.program == DRUMS for note in notes)
    tags = [*source.tags, *words_in(source.title, FORMS)]
    if source.source == "mutopia":
        tags += ["acoustic", *_ensemble(players)]
    if source.source == "freedoom":
        tags += _loudness(players, notes)
    tags += [*players, *(family for word in players if (family := family_of(word)))]
    if "mode" in facts:
        tags.append(f"{facts['mode']} key")
    metre, bpm = facts["metre"], float(facts["bpm"])
    tags += {"3/4": ["waltz time"], "6/8": ["6/8 time"], "12/8": ["6/8 time"]}.get(metre, [])
    tags += tempo_word(bpm * 2 / 3 if metre == "3/4" else bpm)
    tags += [] if "choir" in players else ["instrumental"]
    tags += [] if drums else ["no drums"]
    return list(dict.fromkeys(tags))


def instruments_of(notes: Sequence[Note]) -> list[str]:
    """Words of the instruments, those that sound longest first."""
    sounding: defaultdict[str, float] = defaultdict(float)
    for note in notes:
        if note.program != DRUMS and PROGRAMS[note.program]:
            sounding[PROGRAMS[note.program]] += note.end - note.start
    total = sum(sounding.values())
    longest_first = sorted(sounding, key=lambda word: (-sounding[word], word))
    named = [word for word in longest_first if sounding[word] >= LEAST_SHARE * total]
    hits = {note.pitch for note in notes if note.program == DRUMS}
    if hits:
        named.append("drums" if hits & KIT_PITCHES else "percussion")
    return named


def _ensemble(players: Sequence[str]) -> list[str]:
    if "choir" in players:
        return ["choral"]
    if len(players) == 1:
        return ["solo", *(["solo piano"] if players == ["piano"] else [])]
    return ["chamber music"] if len(players) <= MOST_PLAYERS else ["orchestral"]


def _loudness(players: Sequence[str], notes: Sequence[Note]) -> list[str]:
    """Genres that guitars and synthesisers suggest for a piece without a label."""
    if "drums" in players and "distorted guitar" in players:
        return ["rock", "metal", "distorted"]
    if "drums" in players and "overdriven guitar" in players:
        return ["rock", "distorted"]
    total = sum(note.end - note.start for note in notes)
    synthetic = sum(note.end - note.start for note in notes if note.program in ELECTRONIC)
    return ["electronic"] if synthetic > total / 2 else []


def _beats(quarters: float, metre: str) -> float:
    """Beats a minute: in eighths by threes, a beat is three of them."""
    upper, lower = (int(part) for part in metre.split("/"))
    return quarters * 2 / 3 if lower == 8 and upper % 3 == 0 else quarters


def _mutopia(folder: Path, index: Path) -> Iterator[ScoreSource]:
    for row in rows(index):
        style = row["style"].lower()
        # composer and work: movements, transcriptions and editions of one stay together
        work = row["source"].split(" ")[1].removeprefix("ftp/").split("/")[:2]
        path = folder.parent / row["file"]
        yield ScoreSource(
            f"mutopia-{path.stem}",
            "mutopia",
            "/".join(("mutopia", *work)),
            path,
            STYLES.get(style, ()),
            (("style", style), ("composer", row["composer"])),
            row["title"],
        )


def _groove(folder: Path) -> Iterator[ScoreSource]:
    """Performances; fills are left out, a few seconds do not show a style."""
    index = folder / "groove" / "info.csv"
    if not index.exists():
        raise SourceError(f"{index} is missing; leave out --midi, or download Groove MIDI")
    with index.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["beat_type"] != "beat":
                continue
            parts = row["style"].replace("-", "/").split("/")
            words = [word for part in parts for word in GROOVES.get(part, ())]
            path = folder / "groove" / row["midi_filename"].replace("/", "_")
            yield ScoreSource(
                f"groove-{path.stem}",
                "groove",
                f"groove/{_session_of(row['session'])}/{row['style']}",
                path,
                (*words, "beats", "rhythmic"),
                (
                    ("style", words[0] if words else parts[0]),
                    ("bpm", float(row["bpm"])),
                    ("metre", row["time_signature"].replace("-", "/")),
                ),
            )


def _session_of(written: str) -> str:
    """What performances of one groove share: in the last session all drummers played the same."""
    return "eval_session" if written.endswith("eval_session") else written


def _freedoom(folder: Path) -> Iterator[ScoreSource]:
    for path in sorted((folder / "freedoom").glob("*.mid")):
        name = f"freedoom-{path.stem}"
        yield ScoreSource(name, "freedoom", name, path, ("game",))
