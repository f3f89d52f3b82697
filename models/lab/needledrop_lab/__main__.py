"""Train, measure and export a pack.

    python -m needledrop_lab features --data DATA --corpus CORPUS --out OUT
    python -m needledrop_lab train    --data DATA --corpus CORPUS --out OUT [--set steps=600]
    python -m needledrop_lab evaluate --data DATA --corpus CORPUS --out OUT [--split test]
    python -m needledrop_lab export   --data DATA --corpus CORPUS --out OUT --pack PACK
    python -m needledrop_lab probe    --corpus CORPUS [--corpus ANOTHER] --out FIGURES
    python -m needledrop_lab toy      --out PACK

DATA holds the recorded and generated music with its descriptions, CORPUS the composed pieces, OUT
what a run leaves: cached features, the checkpoint, figures. PACK is the folder the engine loads.
FIGURES is a JSON file.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .base import base_facts
from .corpus import Track, load_text_pairs, load_tracks, split_of, vocabulary
from .evaluate import baseline_figure, figures, measured_tags
from .features import cache_features
from .pack import write_pack
from .parity import LEAST_COSINE, audio_parity, text_parity
from .pretrained import load_minilm, minilm_tokenizer, principal_projection
from .probe import run_probe
from .toy import write_toy_pack
from .train import Data, Model, Settings, train


def settings_from(changes: list[str]) -> Settings:
    """The defaults with `name=value` changes, values read as JSON."""
    values = dict(change.split("=", 1) for change in changes)
    return dataclasses.replace(Settings(), **{k: json.loads(v) for k, v in values.items()})


def tracks_of(options: argparse.Namespace, split: str) -> list[Track]:
    """Tracks of one split."""
    tracks = load_tracks(options.data, options.corpus)
    return [track for track in tracks if split_of(track.group) == split]


def run_features(options: argparse.Namespace) -> None:
    """Cache log-mel features of every track."""
    tracks = load_tracks(options.data, options.corpus)
    folder = options.out / "features"
    cache_features({t.id: t.audio for t in tracks}, folder, Settings().front)


def run_train(options: argparse.Namespace) -> None:
    """Train from all-MiniLM-L6-v2 or from another run's weights, or go on from the checkpoint."""
    settings = settings_from(options.set)
    pairs = load_text_pairs(options.data, options.corpus)
    torch.manual_seed(settings.seed)
    model = Model(settings)
    tokenizer = minilm_tokenizer()
    if options.start is None:
        load_minilm(model.text)
        principal_projection(model.text, tokenizer, [pair.text for pair in pairs[::4]])
    else:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"])
    data = Data(tracks_of(options, "train"), options.out / "features", pairs)
    train(model, settings, data, tokenizer, options.out)


def trained(options: argparse.Namespace) -> tuple[Model, Settings, Tokenizer]:
    """The model of the checkpoint in OUT."""
    settings = settings_from(options.set)
    model = Model(settings)
    model.load_state_dict(torch.load(options.out / "checkpoint.pt", weights_only=True)["model"])
    return model.eval(), settings, minilm_tokenizer()


def run_evaluate(options: argparse.Namespace) -> None:
    """Write OUT/figures.json, measured on held-out tracks."""
    model, settings, tokenizer = trained(options)
    held_out, features = tracks_of(options, options.split), options.out / "features"
    result = figures(model.text, model.audio, settings.front, tokenizer, held_out, features)
    for source in ("recorded", "composed"):
        known = [t for t in tracks_of(options, "train") if t.source == source]
        asked = [t for t in held_out if t.source == source]
        if tags := measured_tags(asked, None):
            name = f"{source}AllBaselineRocAuc"
            result[name] = baseline_figure(known, asked, features, tags)
    (options.out / "figures.json").write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))


def run_export(options: argparse.Namespace) -> None:
    """Write the pack and refuse one that strays from the trained towers."""
    model, settings, tokenizer = trained(options)
    measured = json.loads((options.out / "figures.json").read_text())
    facts = base_facts(options.version, measured)
    front, text, audio = settings.front, model.text, model.audio
    write_pack(options.pack, facts, front, text, audio, tokenizer, vocabulary())
    texts = [pair.text for pair in load_text_pairs(options.data)[:: max(1, 6000 // 200)]]
    cosine = text_parity(options.pack, text, tokenizer, texts)
    files = [track.audio for track in tracks_of(options, "test")[:20]]
    heard = audio_parity(options.pack, front, audio, files)
    print(f"text: least cosine of {len(texts)} texts to unquantised {cosine:.4f}")
    print(f"audio: least cosine of {len(files)} sections to unquantised {heard:.5f}")
    if min(cosine, heard) < LEAST_COSINE:
        raise SystemExit("the exported pack strays from the trained model")


def main() -> None:
    """Read the command line and run one step."""
    parser = argparse.ArgumentParser(
        prog="needledrop_lab", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    steps = {
        "features": run_features,
        "train": run_train,
        "evaluate": run_evaluate,
        "export": run_export,
    }
    parser.add_argument("step", choices=[*steps, "probe", "toy"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pack", type=Path)
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument("--split", choices=["valid", "test"], default="test")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    corpora, options.corpus = options.corpus, next(iter(options.corpus), None)
    if options.step == "toy":
        write_toy_pack(options.out)
    elif options.step == "probe":
        if not corpora:
            parser.error("probe needs --corpus")
        run_probe(corpora, options.out)
    elif len(corpora) > 1:
        parser.error("only probe takes more than one --corpus")
    elif options.data is None or (options.step == "export" and options.pack is None):
        parser.error("--data is needed, and --pack to export")
    else:
        steps[options.step](options)


if __name__ == "__main__":
    main()
