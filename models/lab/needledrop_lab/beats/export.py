"""The net as a file: beats.onnx, and beats.json, which says what it takes and who may use it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from ..audio.log_mel import read_mono
from ..files import staged, write_json
from ..packs.onnx_graphs import export_unquantised
from ..packs.parity import ParityError
from .net import FRAME_RATE, FRONT, BeatGraph, BeatNet
from .pieces import Piece

VERSION = "0.1.0"
GRAPH, FACTS = "beats.onnx", "beats.json"
MOST_DIFFERENCE = 1e-3  # of a probability
COMPARED = 20  # pieces
LICENCE = {
    "id": "CC-BY-SA-4.0",
    "attribution": "needledrop-beats by the Needledrop authors, CC BY-SA 4.0. Trained on music "
    "composed by Needledrop (CC0) and on performances of the Groove MIDI Dataset (Google, CC BY "
    "4.0), rendered.",
}
TRAINING_DATA = [
    {"name": "Needledrop composer", "licence": "CC0-1.0"},
    {"name": "Groove MIDI Dataset (Gillick et al., 2019)", "licence": "CC-BY-4.0"},
]


@dataclass(frozen=True)
class Agreement:
    """How close the graph's probabilities are to those of the net."""

    pieces: int
    least_cosine: float
    largest_difference: float

    def __str__(self) -> str:
        return (
            f"{self.pieces} pieces, least cosine {self.least_cosine:.7f}, "
            f"largest difference {self.largest_difference:.1e}"
        )


def export(net: BeatNet, pieces: Sequence[Piece], folder: Path) -> Agreement:
    """Write both files, unless the graph differs from the net on pieces not trained on.

    :raises ParityError: it does.
    """
    held_out = [piece for piece in pieces if piece.split == "test"]
    graph = BeatGraph(net).eval()
    with staged(folder, update=True) as part:
        example = torch.zeros(100, FRONT.hop_samples)
        axes: dict[int, object] = {0: torch.export.Dim("hops", min=4)}
        export_unquantised(graph, example, axes, "probabilities", part / GRAPH)
        found = agreement(graph, part / GRAPH, held_out[:: max(1, len(held_out) // COMPARED)])
        if found.largest_difference > MOST_DIFFERENCE:
            raise ParityError(f"{GRAPH} differs from the net: {found}")
        content = (part / GRAPH).read_bytes()
        write_json(
            part / FACTS,
            {
                "format": 1,
                "name": "needledrop-beats",
                "version": VERSION,
                "licence": LICENCE,
                "trainingData": TRAINING_DATA,
                "sampleRate": FRONT.sample_rate,
                "hopSamples": FRONT.hop_samples,
                "frameRate": FRAME_RATE,
                "files": {
                    GRAPH: {
                        "bytes": len(content),
                        "sha256": hashlib.sha256(content).hexdigest(),
                    }
                },
            },
        )
    return found


def agreement(graph: BeatGraph, path: Path, pieces: Sequence[Piece]) -> Agreement:
    """Whole pieces through the file and through the module."""
    session = onnxruntime.InferenceSession(path)
    cosines, differences = [1.0], [0.0]
    for piece in pieces:
        samples = read_mono(piece.audio, FRONT.sample_rate).astype(np.float32)
        hops = len(samples) // FRONT.hop_samples
        audio = samples[: hops * FRONT.hop_samples].reshape(hops, -1)
        found = session.run(None, {"audio": audio})[0]
        with torch.no_grad():
            expected = graph(torch.from_numpy(audio)).numpy()
        lengths = np.linalg.norm(found) * np.linalg.norm(expected)
        cosines.append(float((found * expected).sum() / lengths))
        differences.append(float(np.abs(found - expected).max()))
    return Agreement(len(pieces), min(cosines), max(differences))
