"""Checks an exported pack against the towers it came from, on real input."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import soundfile
import soxr
import torch
from tokenizers import Tokenizer

from . import pack
from .evaluate import embed_texts
from .features import FrontEnd
from .towers import AudioGraph, AudioTower, TextTower

LEAST_COSINE = 0.995


def text_parity(
    folder: Path, tower: TextTower, tokenizer: Tokenizer, texts: Sequence[str]
) -> float:
    """Least cosine between quantised and unquantised embeddings of the same texts."""
    small = pack.embed_texts(folder, tokenizer, texts, 64)
    large = np.concatenate([embed_texts(tower.eval(), tokenizer, [text]) for text in texts])
    return float((small * large).sum(axis=1).min())


def audio_parity(folder: Path, front: FrontEnd, tower: AudioTower, files: Sequence[Path]) -> float:
    """Least cosine between quantised and unquantised embeddings of sections of real audio."""
    graph = AudioGraph(front, tower).eval()
    session = onnxruntime.InferenceSession(folder / "audio.onnx")
    least = 1.0
    for path in files:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        audio = soxr.resample(samples.mean(axis=1), rate, front.sample_rate)
        section = np.resize(audio, front.section_samples)[None].astype(np.float32)
        with torch.no_grad():
            expected = graph(torch.from_numpy(section)).numpy()
        found = session.run(None, {"audio": section})[0]
        least = min(least, float((found * expected).sum()))
    return least
