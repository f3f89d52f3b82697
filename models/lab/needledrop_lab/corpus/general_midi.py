"""General MIDI's programs in the words of the composer's vocabulary."""

from __future__ import annotations

DRUMS = -1  # stands for the drum channel where programs are counted
DRUM_CHANNEL = 9
KIT_PITCHES = frozenset((35, 36, 38, 40))  # bass and snare drum: without them it is percussion

_TABLE = """
piano | piano | piano | honky-tonk piano | electric piano | electric piano | harpsichord | clavinet
celesta | glockenspiel | music box | vibraphone | marimba | xylophone | tubular bells | hammered dulcimer
organ | organ | rock organ | church organ | harmonium | accordion | harmonica | accordion
nylon guitar | acoustic guitar | jazz guitar | electric guitar | muted guitar | overdriven guitar | distorted guitar | electric guitar
double bass | bass guitar | bass guitar | fretless bass | slap bass | slap bass | synth bass | synth bass
violin | viola | cello | double bass | tremolo strings | pizzicato strings | harp | timpani
strings | strings | synth strings | synth strings | choir | choir | choir |
trumpet | trombone | tuba | muted trumpet | french horn | brass | synth brass | synth brass
soprano saxophone | alto saxophone | tenor saxophone | baritone saxophone | oboe | english horn | bassoon | clarinet
piccolo | flute | recorder | pan flute | | shakuhachi | tin whistle | ocarina
synth lead | synth lead | synth lead | synth lead | synth lead | synth lead | synth lead | synth lead
pads | pads | synth | pads | pads | pads | pads | pads
synth | pads | synth | pads | synth | pads | pads | synth
sitar | banjo | shamisen | koto | kalimba | bagpipes | fiddle | shehnai
wind chimes | percussion | steel drums | percussion | taiko drums | toms | percussion | cymbals
| | ocean waves | birdsong | | | |
"""  # noqa: E501  (eight programs a line, as the standard groups them)
PROGRAMS = tuple(
    word.strip() for line in _TABLE.strip("\n").split("\n") for word in line.split("|")
)

FAMILIES = {
    "bass": ("double bass", "bass guitar", "fretless bass", "slap bass", "synth bass"),
    "bells": ("tubular bells",),
    "guitar": (
        *("nylon guitar", "acoustic guitar", "jazz guitar", "electric guitar", "muted guitar"),
        *("overdriven guitar", "distorted guitar"),
    ),
    "organ": ("rock organ", "church organ", "harmonium"),
    "percussion": ("timpani", "taiko drums", "toms", "cymbals"),
    "piano": ("honky-tonk piano",),
    "saxophone": (
        *("soprano saxophone", "alto saxophone", "tenor saxophone", "baritone saxophone"),
    ),
    "strings": ("tremolo strings", "pizzicato strings"),
    "synth": ("synth lead", "synth bass", "synth strings", "synth brass"),
    "trumpet": ("muted trumpet",),
}
ELECTRONIC = frozenset((38, 39, 50, 51, 62, 63, *range(80, 104)))


def family_of(word: str) -> str | None:
    """The wider word that an editor might say instead."""
    return next((family for family, words in FAMILIES.items() if word in words), None)
