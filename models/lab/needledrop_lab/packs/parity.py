"""Compares an exported pack with the towers it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import soundfile
import soxr
import torch
from tokenizers import Tokenizer
from torch import nn

from ..errors import LabError
from ..model.tokens import encode
from .writer import FrontEndNumbers, embed_texts

LEAST_COSINE = 0.995  # of a quantised graph
MOST_DIFFERENCE = 1e-4  # of an unquantised one


class ParityError(LabError, RuntimeError):
    """A graph whose embeddings differ too much from those of its tower."""


@dataclass(frozen=True)
class Agreement:
    """How close the embeddings of a pack's graph are to those of its tower, over all inputs."""

    inputs: int
    least_cosine: float
    largest_difference: float

    def holds(self, quantised: bool) -> bool:
        """Whether the graph may replace the tower."""
        if quantised:
            return self.least_cosine >= LEAST_COSINE
        return self.largest_difference <= MOST_DIFFERENCE

    def __str__(self) -> str:
        return (
            f"{self.inputs} inputs, least cosine {self.least_cosine:.5f}, "
            f"largest difference {self.largest_difference:.1e}"
        )


def text_agreement(
    folder: Path,
    tower: nn.Module,
    tokenizer: Tokenizer,
    texts: Sequence[str],
    max_tokens: int = 64,
) -> Agreement:
    """Texts through text.onnx and through the tower, one at a time."""
    tower.eval()
    with torch.no_grad():
        rows = [tower(*encode(tokenizer, [text], max_tokens)).numpy() for text in texts]
    return agreement(embed_texts(folder, tokenizer, texts, max_tokens), np.concatenate(rows))


def audio_agreement(
    folder: Path, graph: nn.Module, sections: Iterable[np.ndarray], blocks: int = 1
) -> Agreement:
    """Sections, float32 [samples], through audio.onnx and through the module it came from.

    `blocks` is how many blocks each section is given to the graph in.
    """
    graph.eval()
    session = onnxruntime.InferenceSession(folder / "audio.onnx")
    found, expected = [], []
    for section in sections:
        given = {"audio": section.reshape(blocks, -1)}
        if blocks > 1:
            given["sections"] = np.arange(blocks)[None]
        found.append(session.run(None, given)[0])
        with torch.no_grad():
            expected.append(graph(*map(torch.from_numpy, given.values())).numpy())
    return agreement(np.concatenate(found), np.concatenate(expected))


def agreement(found: np.ndarray, expected: np.ndarray) -> Agreement:
    """Two sets of unit vectors [n, dimension], compared row by row."""
    cosine = float((found * expected).sum(axis=1).min())
    return Agreement(len(found), cosine, float(np.abs(found - expected).max()))


def refuse_strays(text: Agreement, audio: Agreement, quantised: bool) -> None:
    """:raises ParityError: one of a pack's graphs differs from its tower."""
    remedy = "; use --precision fp32 to avoid rounding" if quantised else ""
    for name, found in (("text", text), ("audio", audio)):
        if not found.holds(quantised):
            raise ParityError(f"the pack's {name} graph differs from its tower: {found}{remedy}")


def first_sections(files: Iterable[Path], front: FrontEndNumbers) -> Iterator[np.ndarray]:
    """The first section of each audio file, float32 [samples]; a short one is repeated."""
    for path in files:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        audio = soxr.resample(samples.mean(axis=1), rate, front.sample_rate)
        yield np.resize(audio, front.section_samples).astype(np.float32)
