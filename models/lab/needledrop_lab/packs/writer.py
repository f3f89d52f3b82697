"""Writes a pack folder: pack.json, tokenizer, graphs, vocabulary. The engine reads nothing more."""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer
from torch import nn

from ..errors import LabError
from ..files import write_json, write_text
from ..measuring.calibration import Calibration
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


class CalibrationError(LabError, ValueError):
    """A calibration that the engine would refuse."""


def write_pack(
    folder: Path,
    facts: PackFacts,
    front: FrontEndNumbers,
    text_tower: nn.Module,
    audio_graph: nn.Module,
    tokenizer: Tokenizer,
    vocabulary: Mapping[str, str],
    quantised: bool = True,
    *,
    blocks_per_section: int = 1,
    calibration: Mapping[str, Calibration] | None = None,
) -> None:
    """Write the whole pack. `vocabulary` maps each word to its kind (instrument, mood, ...).

    `text_tower`: token ids and mask [B, T], `audio_graph`: waveform [B, samples of one section], or
    what `export_audio` says for more than one block per section; both -> unit vectors
    [B, dimension]. `calibration`: of the words that can be heard well enough.

    :raises CalibrationError: a calibrated word is not in the vocabulary, or its numbers make no
        sense.
    """
    heard = calibration_columns(list(vocabulary), calibration)
    folder.mkdir(parents=True, exist_ok=True)
    export_text(text_tower, folder / "text.onnx", quantised)
    path, samples = folder / "audio.onnx", front.section_samples
    export_audio(audio_graph, samples, path, quantised, blocks_per_section)
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
            **heard,
        },
    )
    manifest = _manifest(folder, facts, front, vectors.shape[1], blocks_per_section)
    write_json(folder / "pack.json", manifest)


def calibration_columns(
    words: Sequence[str], calibration: Mapping[str, Calibration] | None
) -> dict[str, list[float | None]]:
    """The columns `scale`, `bias` and `reliability` of vocabulary.json; null for other words.

    None at all without a calibration. Raises CalibrationError as `write_pack` does.
    """
    if calibration is None:
        return {}
    for word, numbers in calibration.items():
        if word not in words:
            raise CalibrationError(f'"{word}" is calibrated and not in the vocabulary; add it')
        sane = numbers.scale > 0 and 0.5 <= numbers.reliability <= 1
        if not (sane and all(map(math.isfinite, numbers))):
            raise CalibrationError(f'"{word}" has the calibration {numbers}; measure it again')
    found = [calibration.get(word) for word in words]
    return {
        name: [None if each is None else getattr(each, name) for each in found]
        for name in Calibration._fields
    }


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
    folder: Path,
    facts: PackFacts,
    front: FrontEndNumbers,
    dimension: int,
    blocks_per_section: int,
) -> dict[str, Any]:
    shared = blocks_per_section > 1
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
            "hopSeconds": front.section_seconds / (blocks_per_section if shared else 2),
            **({"blocksPerSection": blocks_per_section} if shared else {}),
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
