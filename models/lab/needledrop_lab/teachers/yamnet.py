"""YAMNet, Google's classifier of 521 kinds of sound, as a teacher."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from .taggers import TeacherError

CLASSES, WIDTH = 521, 1_024
MAGIC = b"TFL3"  # of a TensorFlow Lite model
PATCH = 15_600  # samples that it takes at 16 kHz, 0.975 s
STEP = 15_360  # samples from one patch to the next, 0.96 s: 48 hops of our front-end


class Yamnet:
    """Waveform at 16 kHz, float32 [n] -> embeddings [patches, 1024] and probabilities [patches,
    521], one patch every 0.96 s; a track shorter than a patch is one patch, filled with silence.
    """

    def __init__(self, path: Path) -> None:
        """Raises TeacherError for a file that is not YAMNet, or without a runtime for it."""
        self.interpreter = _interpreter(path)
        self.audio = self.interpreter.get_input_details()[0]["index"]
        embedding, scores = self.interpreter.get_output_details()[:2]
        self.embedding, self.scores = embedding["index"], scores["index"]

    def __call__(self, audio: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        patches = max(1, 1 + (len(audio) - PATCH) // STEP)
        padded = np.pad(audio, (0, max(0, PATCH - len(audio))))
        embeddings = np.empty((patches, WIDTH), np.float32)
        scores = np.empty((patches, CLASSES), np.float32)
        for patch in range(patches):
            start = patch * STEP
            self.interpreter.set_tensor(self.audio, padded[None, start : start + PATCH])
            self.interpreter.invoke()
            embeddings[patch] = self.interpreter.get_tensor(self.embedding)[0]
            scores[patch] = self.interpreter.get_tensor(self.scores)[0]
        return embeddings, scores


def class_names(path: Path) -> list[str]:
    """The names of the 521 classes, of yamnet_class_map.csv. Raises TeacherError."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            names = [row["display_name"] for row in csv.DictReader(stream)]
    except (OSError, KeyError) as error:
        raise TeacherError(f"{path} is not YAMNet's class map ({error})") from error
    if len(names) != CLASSES:
        raise TeacherError(f"{path} names {len(names)} classes, not {CLASSES}")
    return names


def _interpreter(path: Path) -> Any:  # noqa: ANN401 - LiteRT has no types
    """LiteRT with the embedding among its outputs: the file itself gives out the scores alone."""
    try:
        import flatbuffers
        from ai_edge_litert import schema_py_generated as schema
        from ai_edge_litert.interpreter import Interpreter
    except ImportError as error:
        raise TeacherError(
            f"YAMNet needs LiteRT ({error}); install the lab with its extra [teachers]"
        ) from error
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TeacherError(f"{path} cannot be read ({error})") from error
    if content[4:8] != MAGIC:
        raise TeacherError(f"{path} is not YAMNet: it is no TensorFlow Lite model")
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(content, 0))
    graph = model.subgraphs[0]
    pooled = [i for i, tensor in enumerate(graph.tensors) if [*tensor.shape] == [1, WIDTH]]
    if len(pooled) != 1:
        raise TeacherError(f"{path} is not YAMNet: it has {len(pooled)} pooled embeddings")
    graph.outputs = np.array([pooled[0], *graph.outputs], np.int32)
    model.signatureDefs = []  # they name the outputs that there were
    builder = flatbuffers.Builder(len(content) + 2**20)
    builder.Finish(model.Pack(builder), MAGIC)
    interpreter = Interpreter(model_content=bytes(builder.Output()), num_threads=1)
    interpreter.allocate_tensors()
    return interpreter
