"""A pack of a run of the paper's ten systems."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from torch import nn

from .corpus import vocabulary
from .items import Item
from .pack import FrontEndNumbers, PackFacts, write_pack
from .paper_features import PaperLogMel
from .parity import Agreement, audio_agreement, first_sections, refuse_strays, text_agreement
from .runs import RunError
from .staging import staged
from .towers import AudioGraph, AudioTower, PublishedText
from .trained import Trained

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

    Compared on test tracks of `items`, as many as there are up to INPUTS, and what is said of them.

    :raises RunError: the system has no text tower that the engine has a tokenizer for.
    :raises ParityError: the pack would stray from the run.
    :raises FolderTakenError: there is something in `folder` already.
    """
    text, tokenizer = trained.towers.text, trained.towers.language.tokenizer
    if not isinstance(text, PublishedText):
        raise RunError(
            f"{facts.name} has no BERT text tower, and the engine reads queries in BERT's "
            "WordPiece; export a run of a -bert- system"
        )
    graph, front = audio_side(trained)
    tests = [item for item in items if item.split == "test"]
    texts = [words for item in tests for words in (item.captions or (item.tag_caption,))]
    with staged(folder) as pack:
        write_pack(pack, facts, front, text, graph, tokenizer, vocabulary(), quantised)
        read = text_agreement(pack, text, tokenizer, texts[:INPUTS], facts.max_tokens)
        sections = first_sections([item.audio for item in tests[:INPUTS]], front)
        heard = audio_agreement(pack, graph, sections)
        refuse_strays(read, heard, quantised)
        (pack / "CARD.md").write_text(card(trained, facts, read, heard), encoding="utf-8")
    return read, heard


def audio_side(trained: Trained) -> tuple[nn.Module, FrontEndNumbers]:
    """The graph from waveform to unit vectors, and the numbers of the front-end in it."""
    settings, tower = trained.plan.settings, trained.towers.audio
    if isinstance(tower, AudioTower):
        return AudioGraph(settings.front, tower), settings.front
    return nn.Sequential(PaperLogMel(settings.paper_front), tower), settings.paper_front


def facts_of(
    folder: Path, trained: Trained, items: Sequence[Item], version: str, licence: str
) -> PackFacts:
    """What the pack of the run in `folder` says of itself; figures are those of `lab evaluate`.

    :raises RunError: the run has not ended.
    """
    try:
        ending = json.loads((folder / "finished.json").read_text("utf-8"))
    except OSError as error:
        raise RunError(f"{folder} has not ended ({error}); start `lab train` again") from error
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
    plan = trained.plan
    data = "\n".join(f"| {' | '.join(row.values())} |" for row in facts.training_data)
    figures = "\n".join(f"| {name} | {value:g} |" for name, value in facts.figures.items())
    return f"""# {facts.name} {facts.version}

One of the ten systems of Doh, Won, Choi and Nam, *Toward Universal Text-to-Music Retrieval* (ICASSP
2023), trained with Needledrop's lab: {plan.system.objective} objective, BERT text tower that starts
from all-MiniLM-L6-v2, {plan.system.representation} text, audio tower `{plan.settings.audio}`, seed
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
