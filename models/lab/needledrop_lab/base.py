"""What the pack needledrop-base says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from .pack import PackFacts

ATTRIBUTION = (
    "needledrop-base by the Needledrop authors, CC BY-SA 4.0. Trained on music and descriptions "
    "by Kevin MacLeod (incompetech.com, CC BY 4.0), captions of MusicCaps (Google, CC BY-SA 4.0), "
    "clips and prompts of Noise2Music (Google, Apache-2.0) and music composed by Needledrop (CC0); "
    "the text tower started from all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0). Changed: "
    "trained further, cut to 128 dimensions, quantised."
)
TRAINING_DATA = (
    {
        "name": "Kevin MacLeod, incompetech.com",
        "licence": "CC-BY-4.0",
        "use": "recorded tracks with genre, mood, instruments, tempo; descriptions as text",
    },
    {
        "name": "Noise2Music examples",
        "licence": "Apache-2.0",
        "use": "generated clips with their prompts",
    },
    {
        "name": "MusicCaps",
        "licence": "CC-BY-SA-4.0",
        "use": "captions and aspect lists, text only",
    },
    {
        "name": "Needledrop composer",
        "licence": "CC0-1.0",
        "use": "composed and rendered pieces with tags, captions and sections",
    },
    {
        "name": "Needledrop scenes",
        "licence": "CC0-1.0",
        "use": "scene phrases with tags, text only",
    },
    {
        "name": "all-MiniLM-L6-v2",
        "licence": "Apache-2.0",
        "use": "starting weights and tokenizer of the text tower",
    },
)


def base_facts(version: str, figures: Mapping[str, float]) -> PackFacts:
    """Facts of one version with the figures measured on held-out data."""
    rounded = {name: round(value, 4) for name, value in figures.items()}
    return PackFacts(
        "needledrop-base", version, "CC-BY-SA-4.0", ATTRIBUTION, TRAINING_DATA, rounded
    )
