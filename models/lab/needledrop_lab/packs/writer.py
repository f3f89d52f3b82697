"""Writes a pack folder: pack.json, tokenizer, graphs, vocabulary. The engine reads nothing more."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer
from torch import nn

from ..files import write_json, write_text
from ..model.tokens import encode
from .onnx_graphs import export_audio, export_text

GRAPHS = ("text.onnx", "audio.onnx")


class FrontEndNumbers(Protocol):
    """What pack.json states about a front-end. The front-end itself is part of the audio graph."""

    @property
    def sample_rate(self) -> int: ...
    @property
    def section_seconds(self) -> float: ...
    @property
    def section_samples(self) -> int: ...
    @property
    def fft_size(self) -> int: ...
    @property
    def hop_samples(self) -> int: ...
    @property
    def mel_bands(self) -> int: ...
    @property
    def min_hz(self) -> float: ...
    @property
    def max_hz(self) -> float: ...


@dataclass(frozen=True)
class PackFacts:
    """What pack.json states besides what follows from the towers. `licence`: an SPDX id."""

    name: str
    version: str
    licence: str
    attribution: str
    training_data: Sequence[Mapping[str, str]]
    figures: Mapping[str, float] = field(default_factory=dict)
    max_tokens: int = 64


def write_pack(
    folder: Path,
    facts: PackFacts,
    front: FrontEndNumbers,
    text_tower: nn.Module,
    audio_graph: nn.Module,
    tokenizer: Tokenizer,
    vocabulary: Mapping[str, str],
    quantised: bool = True,
) -> None:
    """Write the whole pack. `vocabulary` maps each word to its kind (instrument, mood, ...).

    `text_tower`: token ids and mask [B, T], `audio_graph`: waveform [B, samples of one section];
    both -> unit vectors [B, dimension].
    """
    folder.mkdir(parents=True, exist_ok=True)
    export_text(text_tower, folder / "text.onnx", quantised)
    export_audio(audio_graph, front.section_samples, folder / "audio.onnx", quantised)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    write_text(folder / "tokenizer.json", tokenizer.to_str())
    words = list(vocabulary)
    vectors = embed_texts(folder, tokenizer, words, facts.max_tokens)
    write_json(
        folder / "vocabulary.json",
        {
            "words": words,
            "kinds": [vocabulary[word] for word in words],
            "vectors": base64.b64encode(vectors.astype("<f4").tobytes()).decode(),
        },
    )
    write_json(folder / "pack.json", _manifest(folder, facts, front, vectors.shape[1]))


def embed_texts(
    folder: Path, tokenizer: Tokenizer, texts: Sequence[str], max_tokens: int
) -> np.ndarray:
    """Unit vectors [n, dimension] of texts, one at a time through the pack's own text graph."""
    session = onnxruntime.InferenceSession(folder / "text.onnx")
    rows = []
    for text in texts:
        ids, mask = encode(tokenizer, [text], max_tokens)
        feeds = {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}
        rows.append(session.run(["embedding"], feeds)[0][0])
    return np.stack(rows)


def _manifest(
    folder: Path, facts: PackFacts, front: FrontEndNumbers, dimension: int
) -> dict[str, Any]:
    files = [*GRAPHS, "tokenizer.json", "vocabulary.json"]
    return {
        "format": 1,
        "name": facts.name,
        "version": facts.version,
        "dimension": dimension,
        "licence": {"id": facts.licence, "attribution": facts.attribution},
        "trainingData": [dict(entry) for entry in facts.training_data],
        "text": {
            "file": "text.onnx",
            "tokenizer": "tokenizer.json",
            "maxTokens": facts.max_tokens,
        },
        "audio": {
            "file": "audio.onnx",
            "sampleRate": front.sample_rate,
            "sectionSeconds": front.section_seconds,
            "hopSeconds": front.section_seconds / 2,
            "frontEnd": {
                "fftSize": front.fft_size,
                "hopSamples": front.hop_samples,
                "melBands": front.mel_bands,
                "minHz": front.min_hz,
                "maxHz": front.max_hz,
            },
        },
        "vocabulary": {"file": "vocabulary.json"},
        "files": {name: _fingerprint(folder / name) for name in files},
        "figures": dict(facts.figures),
    }


def _fingerprint(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
