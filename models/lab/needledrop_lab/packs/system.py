"""A pack of a run of the paper's ten systems."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from torch import nn

from ..audio.paper_log_mel import PaperLogMel
from ..corpus import vocabulary
from ..corpus.items import Item
from ..files import staged, write_text
from ..model.towers import AudioGraph, AudioTower, PublishedText
from ..training.checkpoints import FINISHED
from ..training.errors import RunError
from ..training.trained import Trained
from .parity import Agreement, audio_agreement, first_sections, refuse_strays, text_agreement
from .writer import FrontEndNumbers, PackFacts, write_pack

# source of an item -> whose it is, and under which licence
SOURCES = {
    "recorded": ("Kevin MacLeod, incompetech.com", "CC-BY-4.0"),
    "generated": ("Noise2Music examples", "Apache-2.0"),
    "composed": ("Needledrop composer", "CC0-1.0"),
    "mutopia": ("Mutopia, rendered", "public domain or CC, piece by piece"),
    "groove": ("Groove MIDI, rendered", "CC-BY-4.0"),
    "freedoom": ("Freedoom, rendered", "BSD-3-Clause"),
}
INPUTS = 200  # test tracks, and texts, that a pack is compared with its run on


def export_run(
    trained: Trained, facts: PackFacts, items: Sequence[Item], folder: Path, quantised: bool
) -> tuple[Agreement, Agreement]:
    """Write the pack of a run; how near its texts and sections are to those of the towers.

    Compared on at most INPUTS test tracks of `items`, and on as many of their texts.

    :raises RunError: the system has no text tower that the engine has a tokenizer for.
    :raises ParityError: the pack would stray from the run.
    :raises FolderTakenError: there is something in `folder` already.
    """
    text, tokenizer = trained.towers.text, trained.towers.language.tokenizer
    if not isinstance(text, PublishedText):
        raise RunError(
            f"{facts.name} has no BERT text tower, and the engine tokenises queries with "
            "BERT's WordPiece; export a run of a -bert- system"
        )
    graph, front = audio_side(trained)
    tests = [item for item in items if item.split == "test"]
    texts = [words for item in tests for words in (item.captions or (item.tag_caption,))]
    with staged(folder) as pack:
        write_pack(pack, facts, front, text, graph, tokenizer, vocabulary(), quantised)
        of_text = text_agreement(pack, text, tokenizer, texts[:INPUTS], facts.max_tokens)
        sections = first_sections([item.audio for item in tests[:INPUTS]], front)
        of_audio = audio_agreement(pack, graph, sections)
        refuse_strays(of_text, of_audio, quantised)
        write_text(pack / "CARD.md", card(trained, facts, of_text, of_audio))
    return of_text, of_audio


def audio_side(trained: Trained) -> tuple[nn.Module, FrontEndNumbers]:
    """The graph from waveform to unit vectors, and the numbers of the front-end in it."""
    settings, tower = trained.plan.settings, trained.towers.audio
    if isinstance(tower, AudioTower):
        return AudioGraph(settings.front, tower), settings.front
    return nn.Sequential(PaperLogMel(settings.paper_front), tower), settings.paper_front


def facts_of(
    folder: Path, trained: Trained, items: Sequence[Item], version: str, licence: str
) -> PackFacts:
    """What the pack of the run in `folder` states about itself, with the figures of `lab evaluate`.

    :raises RunError: the run has not finished.
    """
    try:
        ending = json.loads((folder / FINISHED).read_text("utf-8"))
    except OSError as error:
        raise RunError(f"{folder} has not finished ({error}); start `lab train` again") from error
    counts = Counter(item.source for item in items if item.split == "train")
    data = []
    for source, count in sorted(counts.items()):
        whose, terms = SOURCES.get(source, (source, "unknown"))
        data.append({"name": whose, "licence": terms, "use": f"{count} tracks with their tags"})
    name = trained.plan.name
    attribution = (
        f"{name}, trained with Needledrop's lab. The text tower started from all-MiniLM-L6-v2 "
        "(sentence-transformers, Apache-2.0)."
    )
    figures = {"steps": float(ending["bestStep"]), **measured(folder / "figures.json")}
    most = trained.plan.settings.max_tokens
    return PackFacts(name, version, licence, attribution, data, figures, most)


def measured(path: Path) -> dict[str, float]:
    """Values of a run's figures, without their intervals; none if nothing was measured."""
    if not path.exists():
        return {}
    figures: dict[str, Any] = json.loads(path.read_text("utf-8"))
    values = {name: float(figure["value"]) for name, figure in figures.items()}
    return {name: round(value, 4) for name, value in values.items() if math.isfinite(value)}


def card(trained: Trained, facts: PackFacts, text: Agreement, audio: Agreement) -> str:
    """CARD.md of a run's pack."""
    plan, settings = trained.plan, trained.plan.settings
    data = "\n".join(f"| {' | '.join(row.values())} |" for row in facts.training_data)
    figures = "\n".join(f"| {name} | {value:g} |" for name, value in facts.figures.items())
    return f"""# {facts.name} {facts.version}

One of the ten systems of Doh, Won, Choi and Nam, *Toward Universal Text-to-Music Retrieval* (ICASSP
2023), trained with Needledrop's lab: {settings.objective} objective, BERT text tower that starts
from all-MiniLM-L6-v2, {settings.representation} text, audio tower `{settings.audio}`, seed
{plan.seed}.

**Licence: {facts.licence}.** {facts.attribution}

| trained on | licence | use |
|---|---|---|
{data}

| graph | compared with the run's tower on test tracks |
|---|---|
| text.onnx | {text} |
| audio.onnx | {audio} |

| figure | on test tracks |
|---|---|
{figures}
"""
