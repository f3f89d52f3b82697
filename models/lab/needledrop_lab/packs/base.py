"""needledrop-base, the pack that ships, from nothing: features, every stage, figures, pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from ..audio.cache import cache_features, claim
from ..corpus import load_text_pairs, reason_words
from ..corpus.items import Split
from ..files import staged, write_json
from ..measuring.held_out import baseline_figure, figures, measured_tags
from ..model.two_towers import Language
from ..training.checkpoints import read_facts
from ..training.mixture import Mixture
from ..training.recipes import Recipe
from ..training.stages import train_recipe
from ..training.trained import Trained, load_run
from .calibrated import calibration_of
from .centred import centre
from .parity import Agreement, audio_agreement, first_sections, refuse_strays, text_agreement
from .shipped import NotAPackError, graph_of, towers_of
from .sources import Sources
from .writer import PackFacts, write_pack

FIGURES = "figures.json"  # in the folder of the last stage
TEXTS, SECTIONS = 200, 20  # about so many texts, and tracks, that the pack is compared on


def rebuild(
    recipe: Recipe,
    seed: int,
    changes: Mapping[str, Any],
    sources: Sources,
    pack: Path,
    device: torch.device,
) -> Path:
    """Train all stages, measure the model, write and check the pack; the folder of the last stage.

    Finished stages are left alone and a killed one resumes; the pack is always written anew. Raises
    as `train_run` does, ParityError for a pack that differs from its towers, AudioError for a track
    that cannot be decoded.
    """
    folder = train(recipe, seed, changes, sources, sources.out, device)
    trained = load_shipped(folder, sources, sources.data)
    if not (folder / FIGURES).exists():
        write_json(folder / FIGURES, measure(trained, sources, "test"))
    text, audio = export(trained, recipe, folder, sources, pack)
    print(f"{pack}\ntext: {text}\naudio: {audio}", flush=True)
    return folder


def train(
    recipe: Recipe,
    seed: int,
    changes: Mapping[str, Any],
    sources: Sources,
    runs: Path,
    device: torch.device,
) -> Path:
    """Cache what is learnt from, and train all stages in a folder of RUNS; that of the last stage.

    Raises as `rebuild` does.
    """
    settings = recipe.settings(changes)
    features = sources.out / settings.features
    claim(features, settings.front_end)
    for track in sources.tracks():
        cache_features(track.audio, features / f"{track.id}.npy", settings.front_end)
    language = Language.of(settings, sources.data)
    book = sources.book(settings, "train") if settings.taught else None
    mixture = Mixture.of(sources.data, sources.corpus, book, settings.selection)
    return train_recipe(recipe, seed, changes, sources.out, mixture, language, runs, device)


def load_shipped(folder: Path, sources: Sources, language: Language | Path) -> Trained:
    """The model of a last stage as it ships: centred, if it is taught. Raises RunError."""
    trained = load_run(folder, sources.out, language, torch.device("cpu"))
    if trained.plan.settings.taught:
        centre(trained, sources)
    return trained


def last_stage(recipe: Recipe, seed: int, out: Path) -> Path:
    """The folder that a recipe's trained model is in."""
    return out / f"{recipe.name}-seed{seed}" / recipe.staged()[-1][0]


def measure(trained: Trained, sources: Sources, split: Split) -> dict[str, float]:
    """Figures on the held-out tracks of a split, with a logistic regression beside them."""
    text, audio = towers_of(trained)
    fold, features = trained.plan.settings.fold, trained.plan.features
    held_out = sources.tracks(split, fold)
    tokenizer = trained.towers.language.tokenizer
    result = figures(text, audio, trained.plan.settings.front, tokenizer, held_out, features)
    for source in ("recorded", "composed"):
        known = [track for track in sources.tracks("train", fold) if track.source == source]
        asked = [track for track in held_out if track.source == source]
        if known and (tags := measured_tags(asked, None)):
            name = f"{source}AllBaselineRocAuc"
            result[name] = baseline_figure(known, asked, features, tags)
    return result


def export(
    trained: Trained,
    recipe: Recipe,
    folder: Path,
    sources: Sources,
    pack: Path,
    version: str | None = None,
) -> tuple[Agreement, Agreement]:
    """Write the pack, unless it differs from the towers; how close its embeddings are to theirs.

    Files of an older pack in the same folder are replaced; others, such as CARD.md, stay.

    :raises ParityError: the pack's embeddings differ too much from those of the towers.
    """
    text, audio = towers_of(trained)
    tokenizer, front = trained.towers.language.tokenizer, trained.plan.settings.front
    graph, blocks = graph_of(front, audio)
    facts = facts_of(recipe, read_facts(folder / FIGURES), version)
    pairs = load_text_pairs(sources.data)
    texts = [pair.text for pair in pairs[:: max(1, len(pairs) // TEXTS)]]
    files = [track.audio for track in sources.tracks("test")[:SECTIONS]]
    with staged(pack, update=True) as part:
        write_pack(
            part,
            facts,
            front,
            text,
            graph,
            tokenizer,
            reason_words(),
            blocks_per_section=blocks,
            calibration=calibration_of(trained, sources),
        )
        of_text = text_agreement(part, text, tokenizer, texts, facts.max_tokens)
        of_audio = audio_agreement(part, graph, first_sections(files, front), blocks)
        refuse_strays(of_text, of_audio, quantised=True)
    return of_text, of_audio


def facts_of(recipe: Recipe, figures: Mapping[str, float], version: str | None) -> PackFacts:
    """What the pack states: the recipe's facts, with the figures measured on held-out tracks."""
    if not recipe.pack:
        raise NotAPackError(f"the recipe {recipe.name} has no table [pack]")
    data: Sequence[Mapping[str, str]] = recipe.pack["training_data"]
    return PackFacts(
        recipe.pack["name"],
        version or recipe.pack["version"],
        recipe.pack["licence"],
        recipe.pack["attribution"],
        data,
        {name: round(value, 4) for name, value in figures.items()},
    )
