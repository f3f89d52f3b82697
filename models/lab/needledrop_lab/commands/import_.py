"""Make a pack of the weights that Doh et al. published with their paper (ICASSP 2023).

    lab import best.pth --out PACK [--precision int8] [--licence CC-BY-NC-4.0] [--name NAME]

The checkpoint is one of the six with a BERT text tower, contrastive or triplet, from the archive
mtr.tar.gz (Zenodo, record 7322135). Every key and shape is checked, and the pack is refused if its
embeddings differ too much from the checkpoint's. The weights are under CC BY-NC 4.0: a pack made of
them is not for commercial use.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from torch import nn

from ..corpus import vocabulary
from ..files import staged, write_text
from ..model.pretrained import minilm_tokenizer
from ..model.published import Published, PublishedShape, load_published
from ..packs.parity import (
    Agreement,
    audio_agreement,
    refuse_strays,
    text_agreement,
)
from ..packs.writer import PackFacts, write_pack

LICENCE = "CC-BY-NC-4.0"
ATTRIBUTION = (
    "Seungheon Doh, Minz Won, Keunwoo Choi and Juhan Nam, Toward Universal Text-to-Music Retrieval "
    "(ICASSP 2023): published weights. Changed: converted to ONNX by Needledrop."
)
TRAINING_DATA = (
    {
        "name": "ECALS, tags on the Million Song Dataset",
        "licence": "audio not distributed",
        "use": "444,865 thirty-second previews with lists of tags",
    },
    {
        "name": "bert-base-uncased",
        "licence": "Apache-2.0",
        "use": "starting weights and tokenizer of the text tower",
    },
)
SECTIONS = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The checkpoint, the pack, and the facts that the pack states."""
    parser.add_argument("checkpoint", type=Path, help="a published best.pth")
    parser.add_argument("--out", type=Path, required=True, help="the pack's folder, made anew")
    parser.add_argument("--precision", choices=["fp32", "int8"], default="fp32")
    parser.add_argument("--licence", default=LICENCE, help=f"SPDX id, by default {LICENCE}")
    parser.add_argument("--name", default="published-ttmr")
    parser.add_argument("--version", default="1.0.0")


def run(options: argparse.Namespace) -> None:
    """Read, convert, compare."""
    facts = PackFacts(options.name, options.version, options.licence, ATTRIBUTION, TRAINING_DATA)
    quantised = options.precision == "int8"
    text, audio = import_checkpoint(options.checkpoint, options.out, facts, quantised)
    print(f"text: {text}\naudio: {audio}")


def import_checkpoint(
    checkpoint: Path,
    folder: Path,
    facts: PackFacts,
    quantised: bool,
    shape: PublishedShape | None = None,
) -> tuple[Agreement, Agreement]:
    """Write the pack of a checkpoint; how near its texts and sections are to the checkpoint's.

    :raises CheckpointError: the checkpoint cannot be imported.
    :raises ParityError: the pack would stray from it.
    :raises FolderTakenError: there is something in `folder` already.
    """
    shape = PublishedShape() if shape is None else shape
    words, tokenizer = vocabulary(), minilm_tokenizer()
    with staged(folder) as pack:
        model = load_published(checkpoint, shape)
        graph = nn.Sequential(model.front, model.audio)
        write_pack(pack, facts, shape.front, model.text, graph, tokenizer, words, quantised)
        of_text = text_agreement(pack, model.text, tokenizer, list(words)[::4], facts.max_tokens)
        sounds = made_sections(SECTIONS, shape.front.section_samples, shape.front.sample_rate)
        of_audio = audio_agreement(pack, graph, sounds)
        refuse_strays(of_text, of_audio, quantised)
        write_text(pack / "CARD.md", card(facts, model, of_text, of_audio))
    return of_text, of_audio


def made_sections(count: int, samples: int, rate: int) -> Iterator[np.ndarray]:
    """Sounds to compare graphs by, float32 [samples]: silence, then chords that fade, in noise."""
    random = np.random.default_rng(1)
    time = np.arange(samples) / rate
    yield np.zeros(samples, np.float32)
    for _ in range(count - 1):
        sound = random.normal(size=samples) * 10 ** random.uniform(-4, -1)
        for pitch in random.uniform(60, rate / 8, size=3):
            fade = np.exp(-(time % random.uniform(0.2, 1)) * 4)
            for harmonic in (1, 2, 3):
                sound += np.sin(2 * np.pi * pitch * harmonic * time) * fade * 0.1 / harmonic
        yield sound.astype(np.float32)


def card(facts: PackFacts, model: Published, text: Agreement, audio: Agreement) -> str:
    """CARD.md of an imported pack."""
    millions = {
        name: f"{sum(p.numel() for p in tower.parameters()) / 1e6:.1f} million weights"
        for name, tower in (("text", model.text), ("audio", model.audio))
    }
    return f"""# {facts.name} {facts.version}

The system of Doh, Won, Choi and Nam, *Toward Universal Text-to-Music Retrieval* (ICASSP 2023), with
the weights its authors published, converted so that Needledrop can search with it.

**Licence: {facts.licence}.** The authors publish their weights under CC BY-NC 4.0, so by default
neither this pack nor an index made with it may be used commercially.

{facts.attribution}

- **Text tower**: BERT, its first token, projected; {millions["text"]}. At most {facts.max_tokens}
  tokens are read.
- **Audio tower**: 16 kHz mono, sections of 9.91 s, 128 mel bands; {millions["audio"]}. The
  front-end inside the graph squares the spectrum's real part only, as the authors' code did when
  these weights were trained.
- Sections are normalised and scored one by one. The paper averages the sections of a track before
  it normalises, so its figures do not hold for this pack unmeasured; none was measured.

## Conversion

| graph | compared with the checkpoint in PyTorch |
|---|---|
| text.onnx | {text} |
| audio.onnx | {audio} |
"""
